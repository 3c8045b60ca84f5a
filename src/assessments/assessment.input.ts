import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import type { SetNamed } from '../policy/questions/assessment-sets.js';
import { OptionalWords, VersionInput, Words } from '../platform/input.js';
import { IsSetNamed } from './question-sets.input.js';

export class AnswersInput extends VersionInput {
  @IsSetNamed()
  set: SetNamed;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'By question id; an empty answer clears the one kept, and what is not sent stays. The answer to a question of kind ' +
      'GROUP is a list of rows, each an object with the answers to its `questions` by their ids.',
  })
  @IsObject({ message: 'Answers must be an object' })
  answers: Record<string, unknown>;
}

export class SubmissionInput extends VersionInput {
  @OptionalWords(4000)
  changeNote?: string;
}

export class OverrideInput {
  @IsString({ message: 'Select the rule' })
  code: string;

  @Words(500, 'Enter the reason for going on')
  reason: string;
}

/** Reasons for gates that may be passed over, and for warnings that were considered. */
export const Overrides = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    ApiProperty({ type: () => [OverrideInput], required: false, maxItems: 50 }),
    IsArray(),
    ArrayMaxSize(50, { message: 'Enter at most 50' }),
    ValidateNested({ each: true }),
    Type(() => OverrideInput),
  );
