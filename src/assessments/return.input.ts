import { applyDecorators } from '@nestjs/common';
import { ApiProperty, getSchemaPath, ApiExtraModels } from '@nestjs/swagger';
import { plainToInstance, Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { OptionalWords, VersionInput, Words } from '../platform/input.js';

const ASK = 'Enter what has to be put right before you can sign';

/** One reason: of a section, or of the whole when none is named. */
export class ReturnReasonInput {
  @OptionalWords(100)
  section?: string;

  @Words(4000, ASK)
  reason: string;
}

/** The text of one reason about the whole stands for a list of that one. */
const asList = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? plainToInstance(ReturnReasonInput, [{ reason: value }]) : value;

const Reasons = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      oneOf: [
        { type: 'string', minLength: 1, maxLength: 4000 },
        { type: 'array', minItems: 1, maxItems: 50, items: { $ref: getSchemaPath(ReturnReasonInput) } },
      ],
    }),
    Type(() => ReturnReasonInput),
    Transform(asList),
    IsArray({ message: ASK }),
    ArrayMinSize(1, { message: ASK }),
    ArrayMaxSize(50, { message: 'Give at most 50 reasons' }),
    ValidateNested({ each: true }),
  );

@ApiExtraModels(ReturnReasonInput)
export class ReturnInput extends VersionInput {
  /** The text about the whole, or a list of reasons tied to sections. */
  @Reasons()
  reasons: ReturnReasonInput[];
}

/** What the author changed because of a reason, or why not. */
export class ReturnAnswerInput extends VersionInput {
  @Words(4000, 'Enter what you changed, or why not')
  answer: string;
}
