import { IsIn } from 'class-validator';
import { type FirstCheckCode, firstCheckCodes } from '../policy/routing.js';
import { Words } from '../platform/input.js';

export class FirstCheckInput {
  @IsIn(firstCheckCodes, { message: 'Select what was looked at' })
  code: FirstCheckCode;

  @Words(1000, 'Enter who that is, and how you know')
  words: string;
}
