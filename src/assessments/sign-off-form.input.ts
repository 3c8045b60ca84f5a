import { IsObject, IsOptional } from 'class-validator';
import { currentCriteria } from '../policy/criteria/sign-off-criteria.js';
import { VersionInput } from '../platform/input.js';
import { isRecord } from '../platform/web/form-fields.js';
import { type OverrideInput, Overrides } from '../platform/override.input.js';
import type { CriterionInput, SignOffInput } from './sign-off.input.js';

/** The sign-off as its page sends it: each criterion under its code, met YES or NO. */
export class SignOffFormInput extends VersionInput {
  @IsOptional()
  @IsObject({ message: 'Answer the criteria' })
  criteria?: Record<string, unknown>;

  @Overrides()
  overrides?: OverrideInput[];
}

/** The same as a client of the API sends it. */
export function asSignOff({ criteria = {}, overrides, version }: SignOffFormInput): SignOffInput {
  const answers = currentCriteria().criteria.map(({ code }) => answerOf(code, criteria[code]));
  return {
    criteria: answers,
    ...(overrides ? { overrides } : {}),
    ...(version === undefined ? {} : { version }),
  };
}

function answerOf(code: string, given: unknown): CriterionInput {
  const { met, comment } = isRecord(given) ? given : {};
  const said = typeof comment === 'string' ? { comment } : {};
  return met === 'YES' || met === 'NO' ? { code, met: met === 'YES', ...said } : { code, ...said };
}
