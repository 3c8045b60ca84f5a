import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { ListInput } from '../platform/web/list.input.js';

export class TimelineInput extends ListInput {
  /** Leaves out who only looked. */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === '' || value === 'false' ? false : (value as unknown)))
  @IsBoolean({ message: 'Changes only: true or false' })
  changesOnly?: boolean;
}
