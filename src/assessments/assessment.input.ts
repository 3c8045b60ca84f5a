import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import type { SetNamed } from '../policy/questions/assessment-sets.js';
import { OptionalWords, VersionInput } from '../platform/input.js';
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
