import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsObject,
  IsOptional,
  IsString,
  registerDecorator,
  ValidateNested,
} from 'class-validator';
import { OptionalWords, VersionInput, Words } from '../platform/input.js';

/** A question set as clients name it: by id, by `id@version`, or by both apart. */
export type SetNamed = string | { readonly id: string; readonly version: string };

const isSetNamed: PropertyDecorator = (target, name) =>
  registerDecorator({
    name: 'isSetNamed',
    target: target.constructor,
    propertyName: String(name),
    validator: {
      validate: (value: unknown) => typeof value === 'string' || isIdAndVersion(value),
      defaultMessage: () => 'Name the question set, as { id, version }',
    },
  });

const isIdAndVersion = (value: unknown): boolean => {
  const { id, version } = (value ?? {}) as { id?: unknown; version?: unknown };
  return typeof id === 'string' && typeof version === 'string';
};

export class AnswersInput extends VersionInput {
  @ApiProperty({
    oneOf: [
      { type: 'string' },
      {
        type: 'object',
        required: ['id', 'version'],
        properties: { id: { type: 'string' }, version: { type: 'string' } },
      },
    ],
  })
  @isSetNamed
  set: SetNamed;

  /** By question id; an empty answer clears the one kept, and what is not sent stays. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject({ message: 'Answers must be an object' })
  answers: Record<string, unknown>;
}

export class SubmissionInput extends VersionInput {
  @OptionalWords(4000)
  changeNote?: string;
}

export class ReturnInput extends VersionInput {
  @Words(4000, 'Enter what has to be put right before you can sign')
  reasons: string;
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

export class SignOffInput extends VersionInput {
  @Overrides()
  overrides?: OverrideInput[];
}
