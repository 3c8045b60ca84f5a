import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { OptionalWords } from '../platform/input.js';

export class MeetingListInput {
  @IsOptional()
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId?: string;

  @OptionalWords(200)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'The limit is a whole number' })
  @Min(1, { message: 'The limit is at least 1' })
  @Max(100, { message: 'The limit is at most 100' })
  limit?: number;
}
