import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { FieldError } from '../platform/errors.js';
import { errorsInWords } from '../platform/web/form-errors.js';
import { assembleReferral } from './assemble-referral.js';
import type { DraftAnswers } from './draft-answers.js';
import { faultsInDays, faultsOf } from './referral-faults.js';
import { ReferralInput } from './referral.input.js';

type Checked = { readonly input: ReferralInput; readonly faults: FieldError[] };

/** A draft as the referral it would be, with everything that keeps it from being sent. */
export async function checkReferral(answers: DraftAnswers, born: string | undefined, today: string): Promise<Checked> {
  const input = plainToInstance(ReferralInput, assembleReferral(answers));
  const found = await validate(input, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  const dateOfBirth = born ?? input.child?.dateOfBirth;
  const faults = [...errorsInWords([], found), ...faultsOf(input)];
  const areDaysKnown = faults.length === 0 && dateOfBirth !== undefined;
  return { input, faults: areDaysKnown ? faultsInDays(input, dateOfBirth, today) : once(faults) };
}

/** Two checks may find the same gap: one sentence for each field is enough. */
const once = (faults: readonly FieldError[]): FieldError[] =>
  faults.filter(({ field }, index) => faults.findIndex((other) => other.field === field) === index);
