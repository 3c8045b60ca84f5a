import { Transform, Type } from 'class-transformer';
import { ApiProperty, OmitType } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn, IsObject, IsOptional, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import { type FeatureAnswer, featuresIn, type OffenceFeature, offenceFeatures } from '../policy/offence-classes.js';
import { IsDay, Name, OptionalWords, Words } from '../platform/input.js';
import { OverrideInput, Overrides } from '../platform/override.input.js';
import { ChildInput } from './child.input.js';
import { FeatureAnswers } from './feature-answers.input.js';

/** A referral names an officer by name and collar number; here both stand in one line. */
const inOneLine = ({ value }: { value: unknown }): unknown => {
  const { name, collarNumber } = (value ?? {}) as { name?: unknown; collarNumber?: unknown };
  if (typeof name !== 'string') return value;
  return typeof collarNumber === 'string' ? `${name} (${collarNumber})` : name;
};

/** A community resolution that police issued without the panel, to a known child or to one described here. */
export class ResolutionInput {
  @IsOptional()
  @IsUUID(undefined, { message: 'Name a known child, or describe the child' })
  childId?: string;

  @ApiProperty({ type: () => ChildInput, required: false })
  @ValidateIf(({ childId }: ResolutionInput) => childId === undefined || childId === null)
  @IsObject({ message: 'Describe the child, or name a known one' })
  @ValidateNested()
  @Type(() => ChildInput)
  child?: ChildInput;

  @IsDay('Enter the day it was issued')
  givenOn: string;

  @Words(500, 'Enter the offence')
  offence: string;

  /** Who issued it: name and collar number. */
  @Transform(inOneLine)
  @Name('Enter the officer who issued it')
  officer: string;

  @IsUUID(undefined, { message: 'Select the panel area' })
  panelAreaId: string;

  /** What the offence is marked with; left out where nobody looked. */
  @IsOptional()
  @IsArray({ message: 'Give the features as a list' })
  @ArrayUnique({ message: 'Name each feature once' })
  @IsIn(Object.keys(offenceFeatures), { each: true, message: 'Select features from the list' })
  features?: OffenceFeature[];

  /** A few words for each warning that asks for them: a second one goes to the panel, an age, one that is on record. */
  @Overrides()
  overrides?: OverrideInput[];
}

/** The same as its page asks it: in one box, and only where it is needed. */
export class ResolutionFormInput extends OmitType(ResolutionInput, ['overrides']) {
  @OptionalWords(500)
  withoutPanelBecause?: string;

  @OptionalWords(500)
  anotherBecause?: string;

  @OptionalWords(500)
  ageBecause?: string;
}

/** The page asks for the features outright: ticking nothing is no answer. */
export class ResolutionPageInput extends OmitType(ResolutionFormInput, ['features']) {
  @FeatureAnswers(
    ['NONE', 'NOT_KNOWN'],
    'Select what is part of the offence, or “None of these” alone, or that it is not known',
  )
  features: FeatureAnswer[];
}

/** Which box answers which warning. */
export const boxes = {
  withoutPanelBecause: ['POLICE_ONLY_RESOLUTION_LIMIT'],
  anotherBecause: ['SAME_DISPOSAL_SAME_DAY'],
  ageBecause: ['AGE_UNDER_10', 'AGE_18_OR_OVER'],
} as const satisfies Record<string, readonly string[]>;

export type Box = keyof typeof boxes;
export const boxNames = Object.keys(boxes) as Box[];
export const isAnsweredIn = (box: Box, code: string): boolean => (boxes[box] as readonly string[]).includes(code);

/** What the page asked, as the command takes it. */
export function fromForm({
  withoutPanelBecause,
  anotherBecause,
  ageBecause,
  features,
  ...input
}: ResolutionPageInput): ResolutionInput {
  const said = { withoutPanelBecause, anotherBecause, ageBecause };
  const overrides = boxNames.flatMap((box) => boxes[box].map((code) => ({ code, reason: said[box] ?? '' })));
  const seen = featuresIn(features);
  return { ...input, ...(seen ? { features: seen } : {}), overrides: overrides.filter(({ reason }) => reason !== '') };
}
