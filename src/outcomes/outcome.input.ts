import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { OverrideInput, Overrides } from '../platform/override.input.js';
import { conditionObjects } from '../policy/conditions.js';
import { disposalCode } from '../disposals/known-disposal.js';
import type { DisposalCode } from '../policy/disposals.js';
import { childConsents, nfaReasons } from '../policy/outcome-gates.js';
import { IsOptionalDay, IsVersion, Name, OptionalName, OptionalWords, Words, YesOrNo } from '../platform/input.js';
import type { ChildConsent, NfaReason } from './outcome.entity.js';

export class AdultPresentInput {
  @Name('Enter the name of the appropriate adult')
  name: string;

  @OptionalWords(200)
  relationship?: string;
}

export class ConsentInput {
  @IsIn(Object.keys(childConsents), { message: 'Select what the child agreed to' })
  status: ChildConsent;

  @IsOptionalDay()
  on?: string;
}

export class ConditionInput {
  @IsIn(Object.keys(conditionObjects), { message: 'Select what the condition is for' })
  object: keyof typeof conditionObjects;

  @Words(4000, 'Enter what the child has to do')
  description: string;

  @IsOptional()
  @IsInt({ message: 'The penalty is a whole number of pence' })
  @Min(0, { message: 'The penalty cannot be below nothing' })
  @Max(10_000_000, { message: 'Enter a smaller penalty, in pence' })
  penaltyPence?: number;

  @IsOptional()
  @IsNumber({}, { message: 'The hours are a number' })
  @Min(0, { message: 'The hours cannot be below nothing' })
  @Max(1000, { message: 'Enter fewer hours' })
  attendanceHours?: number;

  @IsOptionalDay()
  due?: string;
}

/** What may come as one word, as the object that has it under `key`; a blank word is none. */
const orWord = <Target extends object>(target: new () => Target, key: keyof Target & string): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    const word = value.trim().normalize('NFC');
    return word === '' ? undefined : Object.assign(new target(), { [key]: word });
  });

const described = (key: string, more: string, format?: string) => ({
  required: false,
  oneOf: [
    { type: 'string' },
    {
      type: 'object',
      required: [key],
      properties: { [key]: { type: 'string' }, [more]: { type: 'string', ...(format ? { format } : {}) } },
    },
  ],
});

/** What a disposal needs and is not sent keeps the outcome from being recorded, with every other shut gate. */
export class OutcomeInput {
  @Matches(disposalCode, { message: 'Select the disposal' })
  disposal: DisposalCode;

  @IsOptionalDay()
  givenOn?: string;

  /** Name and rank or role of whoever gave it. */
  @OptionalName()
  givenBy?: string;

  @OptionalWords(500)
  place?: string;

  /** A name, or `{ name, relationship }`. */
  @ApiProperty(described('name', 'relationship'))
  @IsOptional()
  @IsObject({ message: 'Enter the name of the appropriate adult' })
  @ValidateNested()
  @Type(() => AdultPresentInput)
  @orWord(AdultPresentInput, 'name')
  appropriateAdult?: AdultPresentInput;

  /** SIGNED, GIVEN, REFUSED, WITHDRAWN, NOT_REQUIRED, NOT_YET_SOUGHT or NOT_RECORDED; or `{ status, on }`. */
  @ApiProperty(described('status', 'on', 'date'))
  @IsOptional()
  @IsObject({ message: 'Select what the child agreed to' })
  @ValidateNested()
  @Type(() => ConsentInput)
  @orWord(ConsentInput, 'status')
  consent?: ConsentInput;

  /** True when the effect was explained to the child in ordinary words. */
  @ApiProperty({ type: Boolean, required: false })
  @IsOptional()
  @YesOrNo()
  @IsBoolean({ message: 'Select whether the effect was explained' })
  explained?: boolean;

  @IsOptionalDay()
  victimInformedOn?: string;

  @IsOptional()
  @IsIn(Object.keys(nfaReasons), { message: 'Select the reason for no further action' })
  nfaReason?: NfaReason;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50, { message: 'Enter at most 50 conditions' })
  @ValidateNested({ each: true })
  @Type(() => ConditionInput)
  conditions?: ConditionInput[];

  @Overrides()
  overrides?: OverrideInput[];

  /** Of the case. */
  @IsVersion()
  version: number;
}
