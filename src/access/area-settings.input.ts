import { ApiProperty } from '@nestjs/swagger';
import { IsDefined } from 'class-validator';
import { IsDay, Words } from '../platform/input.js';

/** What a panel area decides by from a day on. */
export class AreaSettingInput {
  /** A whole number, a code or a list of codes, by the kind of the setting. */
  @ApiProperty({ oneOf: [{ type: 'integer' }, { type: 'string' }, { type: 'array', items: { type: 'string' } }] })
  @IsDefined({ message: 'Enter what it shall be' })
  value: unknown;

  @IsDay('Enter the day from which it holds')
  from: string;

  @Words(1000, 'Enter why it is changed')
  reason: string;
}
