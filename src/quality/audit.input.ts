import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { OptionalWords, VersionInput } from '../platform/input.js';

/** The judgement on one key question, which is also the answer to the question of that reference. */
export class KeyQuestionInput {
  @IsString({ message: 'Name the key question, such as 3.1.1' })
  @MaxLength(20, { message: 'Name the key question, such as 3.1.1' })
  ref: string;

  @IsIn(['YES', 'NO', 'NOT_APPLICABLE'], { message: 'Select yes, no or not applicable' })
  judgement: 'YES' | 'NO' | 'NOT_APPLICABLE';

  @OptionalWords(4000)
  evidence?: string;
}

/** A draft may be saved with anything missing; what is sent replaces what was kept, question by question. */
export class AuditInput extends VersionInput {
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject({ message: 'Answers are an object of question and answer' })
  answers?: Record<string, unknown>;

  @IsOptional()
  @IsArray({ message: 'Key questions are a list' })
  @ArrayMaxSize(50, { message: 'There are at most 50 key questions' })
  @ValidateNested({ each: true })
  @Type(() => KeyQuestionInput)
  keyQuestions?: KeyQuestionInput[];

  /** Every question must then be answered. A later change makes it a draft again. */
  @IsOptional()
  @IsBoolean({ message: 'Complete is true or false' })
  complete?: boolean;
}

/** One page of questions as a browser sends it. */
export class AuditPageInput extends VersionInput {
  @IsOptional()
  @IsObject()
  answers?: Record<string, unknown>;
}
