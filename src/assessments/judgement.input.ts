import { IsIn } from 'class-validator';
import { type Level, levelCodes } from '../policy/judgements.js';
import { OptionalWords, VersionInput } from '../platform/input.js';

/** A draft may lack its analysis: the gates say what is missing. */
export class JudgementInput extends VersionInput {
  @IsIn(levelCodes, { message: 'Select a level' })
  level: Level;

  @OptionalWords(4000)
  reasoning?: string;

  @OptionalWords(4000)
  who?: string;

  @OptionalWords(4000)
  what?: string;

  @OptionalWords(4000)
  when?: string;

  @OptionalWords(4000)
  controls?: string;

  @OptionalWords(4000)
  contingency?: string;
}
