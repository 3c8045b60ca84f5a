import type { CaseFound } from '../cases/find-case.js';
import { escalationOver, recommendedOn } from '../decisions/recommended-on.js';
import type { RecordKind } from '../policy/amendments.js';
import { faultIf, type FieldError, Invalid } from '../platform/errors.js';
import type { Work } from '../platform/unit-of-work.js';
import { type DecisionRecords, standingRecord } from './decision-records.js';

type Correction = { readonly kind: RecordKind; readonly field: string; readonly after: string };

const pastDays = ['decidedOn', 'givenOn', 'consentOn', 'victimInformedOn'];

/** Days that are corrected stay in their order: the panel met, police decided, the outcome was given, and none is to come. */
export async function refuseDaysOutOfOrder(
  { tx, today }: Work,
  { id, dateOfBirth }: CaseFound,
  records: DecisionRecords,
  { field, after }: Correction,
): Promise<void> {
  const panel = standingRecord(records, 'RECOMMENDATION');
  const over = await escalationOver(tx, id);
  const met = panel ? recommendedOn({ meetingDay: panel.day, recordedAt: panel.madeAt }, over) : '';
  const decided = standingRecord(records, 'POLICE_DECISION')?.day ?? '';
  const given = standingRecord(records, 'OUTCOME')?.day ?? '';
  const fault = (isFault: boolean, message: string): FieldError[] => faultIf(isFault, 'after', message);
  const faults = [
    ...fault(pastDays.includes(field) && after > today, 'Enter a day that is not in the future'),
    ...fault(field === 'decidedOn' && after < met, 'Police cannot have decided before the meeting of the panel'),
    ...fault(
      field === 'decidedOn' && given !== '' && after > given,
      'Police cannot have decided after the day of the outcome',
    ),
    ...fault(field === 'givenOn' && after < decided, 'The outcome cannot be before the police decision'),
    ...fault(field === 'givenOn' && after < dateOfBirth, 'Enter a day after the child was born'),
    ...fault(field === 'victimInformedOn' && after < given, 'The outcome was given after that day'),
  ];
  if (faults.length > 0) throw new Invalid(faults);
}
