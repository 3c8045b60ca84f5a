import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { type GravityEdition, gravityEditionCodes, gravityScores } from '../policy/gravity.js';
import { type GravityFactorCode, gravityFactorCodes } from '../policy/gravity-factors.js';
import type { OffenceFeature } from '../policy/offence-classes.js';
import { OffenceInput } from '../cases/offence.input.js';
import { ChildInput } from '../children/child.input.js';
import { FeatureAnswers } from '../children/feature-answers.input.js';
import { EthnicityInput } from '../children/ethnicity.input.js';
import { Words } from '../platform/input.js';
import { VictimInput } from '../victims/victim.input.js';
import { OTHER_CLASS } from './offence-pages.fields.js';
import { CrimeInput, EvidenceInput, NoVictimInput } from './referral.input.js';

/** The draft as the page showed it. */
export class DraftVersionInput {
  @IsInt({ message: 'The version is a whole number' })
  @Min(1)
  version: number;
}

export class StartInput {
  @IsUUID(undefined, { message: 'Select the panel area' })
  panelAreaId: string;

  @IsIn(['NEW', 'KNOWN'], { message: 'Select whether the panel had a case of this child before' })
  childIs: 'NEW' | 'KNOWN';

  @ValidateIf(({ childIs, childId }: StartInput) => childIs === 'KNOWN' && !childId)
  @Words(50, 'Enter the reference of the earlier case')
  earlierReference?: string;

  /** A child on record here, come from the page of the child or of a resolution. */
  @IsOptional()
  @IsUUID(undefined, { message: 'The child is named by an id' })
  childId?: string;
}

/** A child described elsewhere, with whom a draft begins. */
export class StartForChildInput {
  @IsUUID(undefined, { message: 'Select the panel area' })
  panelAreaId: string;

  @IsObject({ message: 'Describe the child' })
  @ValidateNested()
  @Type(() => ChildInput)
  child: ChildInput;
}

export class StartChangeInput extends IntersectionType(StartInput, DraftVersionInput) {}
export class ChildPageInput extends IntersectionType(ChildInput, DraftVersionInput) {}
export class EthnicityPageInput extends IntersectionType(EthnicityInput, DraftVersionInput) {}
export class CrimePageInput extends IntersectionType(CrimeInput, DraftVersionInput) {}
export class EvidencePageInput extends IntersectionType(EvidenceInput, DraftVersionInput) {}

export class OffencePageInput extends IntersectionType(
  PickType(OffenceInput, ['date', 'description'] as const),
  DraftVersionInput,
) {
  @Words(20, 'Select the Home Office class')
  listedClass: string;

  @ValidateIf(({ listedClass }: OffencePageInput) => listedClass === OTHER_CLASS)
  @Words(20, 'Enter the code of the other class')
  homeOfficeClass?: string;

  @IsIn(['YES', 'NO', 'NOT_KNOWN'], { message: 'Select whether it can be tried in the Crown Court alone' })
  indictableOnly: 'YES' | 'NO' | 'NOT_KNOWN';

  @FeatureAnswers(['NONE'], 'Select what it was, or “None of these” alone')
  features: (OffenceFeature | 'NONE')[];
}

export class FactorPageInput {
  @IsIn(gravityFactorCodes, { message: 'Select the factor' })
  code: GravityFactorCode;

  @Words(500, 'Enter what shows this factor')
  evidence: string;
}

const isScored = (page: GravityPageInput): boolean => page.isScored === 'YES';

export class GravityPageInput extends DraftVersionInput {
  @IsIn(['YES', 'NO'], { message: 'Select whether the gravity was scored' })
  isScored: 'YES' | 'NO';

  @ValidateIf(isScored)
  @IsIn(gravityEditionCodes, { message: 'Select the edition of the matrix' })
  edition?: GravityEdition;

  @ValidateIf(isScored)
  @IsIn(Object.keys(gravityScores), { message: 'Select the score the offence starts with' })
  startScore?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50, { message: 'At most 50 factors can be given' })
  @ValidateNested({ each: true })
  @Type(() => FactorPageInput)
  factors?: FactorPageInput[];

  @ValidateIf(isScored)
  @IsIn(Object.keys(gravityScores), { message: 'Select the final score' })
  finalScore?: string;
}

const isNamed = (page: AdultPageInput): boolean => page.isNamed === 'YES';

export class AdultPageInput extends DraftVersionInput {
  @IsIn(['YES', 'NO'], { message: 'Select whether there is an appropriate adult' })
  isNamed: 'YES' | 'NO';

  @ValidateIf(isNamed)
  @Words(200, 'Enter the name of the appropriate adult')
  name?: string;

  @ValidateIf(isNamed)
  @Words(200, 'Enter how they are related to the child')
  relationship?: string;
}

export class VictimPageInput extends IntersectionType(
  OmitType(VictimInput, ['consentReason'] as const),
  DraftVersionInput,
) {
  @ValidateIf(({ consentToShare }: VictimPageInput) => consentToShare === 'REFUSED')
  @Words(500, 'Enter why they refused')
  consentReason?: string;
}

/** What to do next on a page that lists offences or victims. */
export class NextInput extends DraftVersionInput {
  @IsIn(['ADD', 'DONE', 'NONE'], { message: 'Select what to do next' })
  next: 'ADD' | 'DONE' | 'NONE';

  @ValidateIf(({ next }: NextInput) => next === 'NONE')
  @Words(500, 'Enter why there is no identifiable victim')
  reason?: NoVictimInput['reason'];
}
