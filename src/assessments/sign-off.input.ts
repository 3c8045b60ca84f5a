import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { COMMENT_LIMIT } from '../policy/criteria/sign-off-criteria.js';
import { OptionalWords, VersionInput } from '../platform/input.js';
import { type OverrideInput, Overrides } from '../platform/override.input.js';

/** One criterion of the edition in force: met or not, with a comment that must be there when it is not. */
export class CriterionInput {
  @IsString({ message: 'Name the criterion' })
  @MaxLength(100, { message: 'Name the criterion' })
  code: string;

  /** The command names every criterion that has no answer, so one without is not refused before. */
  @IsOptional()
  @IsBoolean({ message: 'Say whether it is met: true or false' })
  met?: boolean;

  @OptionalWords(COMMENT_LIMIT)
  comment?: string;
}

const Criteria = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    ApiProperty({ type: () => [CriterionInput], required: false, maxItems: 50 }),
    IsArray({ message: 'Give the criteria as a list' }),
    ArrayMaxSize(50, { message: 'Answer at most 50 criteria' }),
    ValidateNested({ each: true }),
    Type(() => CriterionInput),
  );

export class SignOffInput extends VersionInput {
  /** Each criterion of the edition in force; without every one of them nothing is signed. */
  @Criteria()
  criteria?: CriterionInput[];

  @Overrides()
  overrides?: OverrideInput[];
}
