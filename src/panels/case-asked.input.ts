import { IsOptional, IsUUID } from 'class-validator';

/** The case of an agenda that a form is opened about: the one from which the reader came. */
export class CaseAskedInput {
  @IsOptional()
  @IsUUID('all', { message: 'Select a case' })
  caseId?: string;
}
