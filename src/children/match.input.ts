import { IsIn, IsUUID } from 'class-validator';
import { Words } from '../platform/input.js';

export class MatchInput {
  /** The other child's id. */
  @IsUUID(undefined, { message: 'Name the other child' })
  sameAs: string;

  @IsIn(['SAME', 'DIFFERENT'], { message: 'Select whether they are the same child' })
  decision: 'SAME' | 'DIFFERENT';

  @Words(500, 'Enter how you know')
  reason: string;
}

export class UndoMatchInput {
  @IsUUID(undefined, { message: 'Name the decision' })
  matchId: string;

  @Words(500, 'Enter why the decision is undone')
  reason: string;
}
