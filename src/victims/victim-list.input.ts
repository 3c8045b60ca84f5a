import { IsOptional, IsUUID } from 'class-validator';
import { ListInput } from '../platform/web/list.input.js';

export class VictimListInput extends ListInput {
  @IsOptional()
  @IsUUID(undefined, { message: 'Select a panel area' })
  panelAreaId?: string;
}
