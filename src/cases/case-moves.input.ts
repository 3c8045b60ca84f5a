import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { type ReturnReason, returnReasons } from '../policy/lifecycle.js';
import { VersionInput, Words } from '../platform/input.js';

const returnCodes = Object.keys(returnReasons) as ReturnReason[];

/** The version is checked when it is given; pages always send it. */
export class AcceptanceInput extends VersionInput {}

export class AllocationInput extends VersionInput {
  @IsUUID(undefined, { message: 'Select who prepares the case' })
  personId: string;
}

export class ReturnToPoliceInput extends VersionInput {
  @IsIn(returnCodes, { message: 'Select why the case goes back to police' })
  reasonCode: ReturnReason;

  @Words(4000, 'Enter what police need to know')
  reason: string;
}

export class ReasonInput extends VersionInput {
  @Words(4000, 'Enter the reason')
  reason: string;
}

export class ReopeningInput extends ReasonInput {
  /** Sections that the news touches, by the code of each; none when the manager leaves that to the authors. */
  @IsOptional()
  @IsArray({ message: 'Give the sections as a list' })
  @ArrayMaxSize(50, { message: 'Name at most 50 sections' })
  @ArrayUnique({ message: 'Name each section once' })
  @IsString({ each: true, message: 'Name sections by their codes' })
  sections?: string[];
}
