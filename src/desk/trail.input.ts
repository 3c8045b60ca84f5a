import { IsOptional, IsUUID } from 'class-validator';
import { BlankIsNone, IsOptionalDay } from '../platform/input.js';
import { ListInput } from '../platform/web/list.input.js';

export class TrailInput extends ListInput {
  @BlankIsNone()
  @IsOptional()
  @IsUUID(undefined, { message: 'Select a person' })
  personId?: string;

  @BlankIsNone()
  @IsOptionalDay()
  day?: string;
}
