import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, Matches, ValidateIf, ValidateNested } from 'class-validator';
import { disposalCode } from '../disposals/known-disposal.js';
import type { DisposalCode } from '../policy/disposals.js';
import { type EvidencePart, evidencePartCodes, type MissingStanding, missingStandings } from '../policy/reasons.js';
import { OptionalWords, Words } from '../platform/input.js';

/** How what one victim said bore on it; of several there is one each, and one for all does not do. */
export class VictimReasonInput {
  @IsUUID('all', { message: 'Select a victim of this case' })
  victimId: string;

  @Words(4000, 'Enter how what this victim said bore on it')
  reason: string;
}

/** The least criminalising option that was considered; why it was not enough, unless it is what is recommended. */
export class LeastCriminalisingInput {
  @Matches(disposalCode, { message: 'Select the least criminalising option that was considered' })
  disposal: DisposalCode;

  @OptionalWords(4000)
  reason?: string;
}

/** Whether something that the panel wanted to know was missing, and if so what, and why it went on. */
export class MissingInformationInput {
  @IsIn(Object.keys(missingStandings), { message: 'Select whether information was missing' })
  status: MissingStanding;

  @ValidateIf(({ status, reason }: MissingInformationInput) => status === 'WENT_ON' || reason !== undefined)
  @Words(4000, 'Enter what was missing, and why the panel went on')
  reason?: string;
}

/** A section of the pack on which a reason rests, besides those on which it rests of itself. */
export class RestsOnInput {
  @IsIn(evidencePartCodes, { message: 'Select the reason' })
  part: EvidencePart;

  @Words(100, 'Select the section of the pack')
  section: string;
}

/** How each bore on the recommendation. A part left out keeps the recommendation from being recorded. */
export class ReasonsInput {
  @OptionalWords(4000)
  child?: string;

  @OptionalWords(4000)
  carer?: string;

  @OptionalWords(4000)
  victim?: string;

  @OptionalWords(4000)
  safety?: string;

  @OptionalWords(4000)
  harm?: string;

  @OptionalWords(4000)
  identity?: string;

  @OptionalWords(4000)
  earlierDisposals?: string;

  /** Where there are several victims. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50, { message: 'Enter at most 50' })
  @ValidateNested({ each: true })
  @Type(() => VictimReasonInput)
  victims?: VictimReasonInput[];
}
