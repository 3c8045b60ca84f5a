import { Transform, Type } from 'class-transformer';
import { ApiHideProperty, OmitType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Min,
  ValidateNested,
} from 'class-validator';
import { factorsOf } from '../policy/gravity-factors.js';
import { FeatureAnswers } from '../children/feature-answers.input.js';
import { type FeatureAnswer, featuresIn, type OffenceFeature, offenceFeatures } from '../policy/offence-classes.js';
import { Invalid } from '../platform/errors.js';
import { OptionalWords, Words } from '../platform/input.js';
import type { GravityFactor } from './offence.entity.js';
import { fromAnswer, type GravityFactorInput, GravityInput } from './offence.input.js';

const featureCodes = Object.keys(offenceFeatures) as OffenceFeature[];

/** The score of one offence, and what its class does not say of it. */
export class GravityScoreInput extends GravityInput {
  /** Left out: it stays as it is. */
  @IsOptional()
  @Transform(fromAnswer)
  @IsBoolean({ message: 'Select whether the offence can be tried in the Crown Court alone' })
  indictableOnly?: boolean;

  @IsOptional()
  @IsArray({ message: 'Give the features as a list' })
  @ArrayUnique({ message: 'Name each feature once' })
  @IsIn(featureCodes, { each: true, message: 'Select features from the list' })
  features?: OffenceFeature[];

  /** The version of the offence. */
  @IsInt({ message: 'The version is a whole number' })
  @Min(1)
  version: number;
}

/** A factor as the page asks it: what it is says whether it aggravates or mitigates. */
export class FactorOnPageInput {
  @Words(100, 'Select the factor')
  code: string;

  /** Of a factor that no list names, as a script may send it. */
  @ApiHideProperty()
  @OptionalWords(20)
  kind?: string;

  @Words(500, 'Enter what shows this factor')
  evidence: string;
}

const FEATURES_MISSING = 'Select what is part of it, or “None of these” alone, or that it is not known';

export class GravityFormInput extends OmitType(GravityScoreInput, ['factors', 'features']) {
  @FeatureAnswers(['NONE', 'NOT_KNOWN'], FEATURES_MISSING)
  features: FeatureAnswer[];

  @IsOptional()
  @IsArray({ message: 'Give the factors as a list' })
  @ArrayMaxSize(50, { message: 'Enter at most 50 factors' })
  @ValidateNested({ each: true })
  @Type(() => FactorOnPageInput)
  factors?: FactorOnPageInput[];
}

/** What the page asked, as the command takes it; `stored` are the factors that stood there before. */
export function scoreFrom(input: GravityFormInput, stored: readonly GravityFactor[]): GravityScoreInput {
  const list = factorsOf(input.edition);
  const kindOf = (code: string): GravityFactor['kind'] => {
    const listed = Object.hasOwn(list, code) ? list[code]?.kind : stored.find((one) => one.code === code)?.kind;
    if (listed) return listed;
    throw new Invalid([{ field: 'factors', message: 'Select each factor from the list of the edition' }]);
  };
  const factors = (input.factors ?? []).map(({ code, evidence }): GravityFactorInput => ({
    code,
    kind: kindOf(code),
    evidence,
  }));
  const { features: answers, ...rest } = input;
  const features = featuresIn(answers);
  return { ...rest, ...(features ? { features } : {}), factors };
}
