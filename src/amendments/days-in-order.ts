import type { CaseFound } from '../cases/find-case.js';
import { escalationOver, recommendedOn } from '../decisions/recommended-on.js';
import type { RecordKind } from '../policy/amendments.js';
import { type DecisionDays, daysOutOfOrder } from '../policy/decision-days.js';
import { faultIf, type FieldError, refuse } from '../platform/errors.js';
import type { Work } from '../platform/unit-of-work.js';
import { type DecisionRecords, standingRecord, textAt } from './decision-records.js';

type Correction = { readonly kind: RecordKind; readonly field: string; readonly after: string };

const pastDays = ['decidedOn', 'givenOn', 'consentOn', 'victimInformedOn'];

/** A day that is corrected stays in its order among the others, and none is to come. */
export async function refuseDaysOutOfOrder(
  { tx, today }: Work,
  { id, dateOfBirth }: CaseFound,
  records: DecisionRecords,
  { field, after }: Correction,
): Promise<void> {
  const panel = standingRecord(records, 'RECOMMENDATION');
  const over = await escalationOver(tx, id);
  const outcome = standingRecord(records, 'OUTCOME');
  const written = (name: string): string => (outcome ? textAt(outcome, name) : '');
  const days: DecisionDays = {
    recommendedOn: panel && recommendedOn({ meetingDay: panel.day, recordedAt: panel.madeAt }, over),
    decidedOn: standingRecord(records, 'POLICE_DECISION')?.day,
    givenOn: outcome?.day,
    ...{ consentOn: written('consentOn'), victimInformedOn: written('victimInformedOn') },
    [field]: after,
  };
  const fault = (isFault: boolean, message: string): FieldError[] => faultIf(isFault, 'after', message);
  const faults = [
    ...fault(pastDays.includes(field) && after > today, 'Enter a day that is not in the future'),
    ...fault(field === 'givenOn' && after < dateOfBirth, 'Enter a day after the child was born'),
    ...daysOutOfOrder(days)
      .filter(({ earlier, later }) => earlier === field || later === field)
      .flatMap(({ message }) => fault(true, message)),
  ];
  refuse(faults);
}
