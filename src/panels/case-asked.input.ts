import { IsOptional, IsUUID } from 'class-validator';

/** The case from which the reader came. */
export class ConflictPlaceInput {
  @IsOptional()
  @IsUUID('all', { message: 'Select a case' })
  caseId?: string;
}
