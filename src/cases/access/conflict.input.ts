import { IsUUID } from 'class-validator';
import { VersionInput, Words } from '../../platform/input.js';

/** Told on the case itself, before or between meetings. */
export class CaseConflictInput extends VersionInput {
  @IsUUID('all', { message: 'Select whose conflict it is' })
  personId: string;

  @Words(4000, 'Enter what the conflict is')
  reason: string;
}

export class LiftingInput extends VersionInput {
  @Words(4000, 'Enter why the conflict no longer stands')
  reason: string;
}
