import { IsIn } from 'class-validator';
import { type AttemptResult, attemptResultCodes, type AttemptWay, attemptWayCodes } from '../policy/voice-attempts.js';
import { IsDay, OptionalWords } from '../platform/input.js';

export class VoiceAttemptInput {
  @IsDay('Enter the day of the attempt')
  on: string;

  @IsIn(attemptWayCodes, { message: 'Select how you tried' })
  way: AttemptWay;

  @IsIn(attemptResultCodes, { message: 'Select what came of it' })
  result: AttemptResult;

  @OptionalWords(1000)
  words?: string;
}
