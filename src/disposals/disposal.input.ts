import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type Grounding, groundings, type MeaningPart, meaningParts } from '../policy/disposal.js';
import { type RuleCode, ruleCodes } from '../policy/rules.js';
import { disposalCode } from './known-disposal.js';
import { IsDay, IsOptionalDay, IsVersion, Name, OptionalWords, Words, YesOrNo } from '../platform/input.js';

export class MeaningInput {
  @IsIn(Object.keys(meaningParts), { message: 'Select what this is about' })
  part: MeaningPart;

  @Words(1000, 'Enter what it means')
  words: string;

  @Words(300, 'Enter where this comes from')
  source: string;

  @IsIn(Object.keys(groundings), { message: 'Select how well this is known' })
  grounding: Grounding;
}

/** A page has no booleans to send, and lists as lines. */
const lines = Transform(({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : value,
);

/** A page posts one ticked box as a word. */
const listed = Transform(({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value));

const IsYesOrNo =
  (message: string): PropertyDecorator =>
  (target, name) => {
    ApiProperty({ type: Boolean })(target, name);
    YesOrNo()(target, name);
    IsBoolean({ message })(target, name as string);
  };

const RuleList = (): PropertyDecorator => (target, name) => {
  for (const one of [
    IsOptional(),
    listed,
    IsArray(),
    ArrayUnique({ message: 'Name each rule once' }),
    IsIn(ruleCodes, { each: true, message: 'Select rules from the list' }),
  ]) {
    one(target, name as string);
  }
};

/** Everything a disposal is, as an administrator writes it; functions stay in the rule book, rules are named by code. */
export class DisposalChangeInput {
  @Name('Enter the name')
  name: string;

  /** The Home Office outcome number; left out where the reason determines it. */
  @IsOptional()
  @Matches(/^\d{1,2}[A-Z]?$/, { message: 'Enter an outcome number such as 8 or 22' })
  homeOfficeOutcome?: string;

  /** Codes of the national schema; on the page one a line. */
  @IsOptional()
  @lines
  @IsArray()
  @ArrayMaxSize(10, { message: 'Enter at most 10 codes' })
  @Matches(disposalCode, { each: true, message: 'Enter codes in capitals, with _ between words' })
  @MaxLength(100, { each: true, message: 'Use 100 characters or fewer for a code' })
  nationalCodes?: string[];

  /** Reported while the national schema has no code. */
  @IsOptional()
  @Matches(disposalCode, { message: 'Enter a code in capitals, with _ between words' })
  @MaxLength(100, { message: 'Use 100 characters or fewer' })
  interimNationalCode?: string;

  @IsDay('Enter the first day on which it may be chosen')
  validFrom: string;

  /** The last day on which it may be chosen; left out while it has no end. */
  @IsOptionalDay()
  validTo?: string;

  @IsYesOrNo('Select whether it counts towards the repeat threshold')
  informal: boolean;

  @IsYesOrNo('Select whether it makes a first-time entrant')
  firstTimeEntrant: boolean;

  /** Checked at the recommendation and at the police decision. */
  @RuleList()
  rules?: RuleCode[];

  /** Checked when the outcome is recorded. */
  @RuleList()
  outcomeRules?: RuleCode[];

  /** Checked when police register one issued without the panel. */
  @RuleList()
  registerRules?: RuleCode[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30, { message: 'Enter at most 30 things it means' })
  @ValidateNested({ each: true })
  @Type(() => MeaningInput)
  meanings?: MeaningInput[];

  /** From which day this change holds. */
  @IsDay('Enter the day from which this holds')
  fromDay: string;

  @Words(1000, 'Enter why')
  reason: string;

  /** The number of the latest edition that was shown; 0 for the row of the rule book. */
  @IsVersion()
  version: number;
}

export class NewDisposalInput extends DisposalChangeInput {
  /** Permanent. */
  @Matches(disposalCode, { message: 'Enter a code in capitals, with _ between words, for example COMMUNITY_PLEDGE' })
  @MaxLength(60, { message: 'Use 60 characters or fewer' })
  code: string;
}

export class DisposalEndInput {
  @IsDay('Enter the last day on which it may be chosen')
  validTo: string;

  @Words(1000, 'Enter why')
  reason: string;

  @IsVersion()
  version: number;
}

/** Which change a page has shown what it touches: nothing is saved that was not shown. */
export class PreviewedQuery {
  @OptionalWords(64)
  previewed?: string;
}
