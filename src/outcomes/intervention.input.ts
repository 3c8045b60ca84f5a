import { IsIn, IsOptional } from 'class-validator';
import { IsVersion, Words } from '../platform/input.js';

export class InterventionInput {
  @Words(200, 'Enter what is provided')
  name: string;

  @Words(200, 'Enter who provides it')
  provider: string;
}

export class InterventionChangeInput extends InterventionInput {
  /** YES when it is no longer to be chosen. */
  @IsOptional()
  @IsIn(['YES', 'NO'], { message: 'Select whether it can still be chosen' })
  ended?: 'YES' | 'NO';

  @IsVersion()
  version: number;
}
