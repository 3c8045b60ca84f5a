import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, ValidateNested } from 'class-validator';
import { Transform, Type } from 'class-transformer';
import { ApiProperty } from '@nestjs/swagger';
import { IsDay, OptionalWords, VersionInput, Words } from '../platform/input.js';

export class BankHolidayInput {
  @IsDay('Enter the day')
  day: string;
}

/** A day may come as text alone, or as `{ day }` from a form that has rows. */
const asRow = (value: unknown): unknown =>
  typeof value === 'string' ? Object.assign(new BankHolidayInput(), { day: value }) : value;

/** The bank holidays of a whole year; none that is left out is one. */
export class BankHolidaysInput extends VersionInput {
  @ApiProperty({ type: [String], example: ['2028-01-03'] })
  @IsArray({ message: 'Enter the days' })
  @ArrayMinSize(1, { message: 'Enter the days' })
  @ArrayMaxSize(20, { message: 'Enter at most 20 days' })
  @ArrayUnique((row?: { day?: string }) => row?.day, { message: 'Enter each day once' })
  @ValidateNested({ each: true })
  @Type(() => BankHolidayInput)
  @Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(asRow) : value))
  days: BankHolidayInput[];

  /** Where they were published. */
  @Words(500, 'Enter where these days were published')
  source: string;

  /** Why the days of a known year change, or a regular day of another year is left out; needed where that is so. */
  @OptionalWords(500)
  reason?: string;
}
