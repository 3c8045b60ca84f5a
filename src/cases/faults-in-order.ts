import { type CaseDay, type CaseDays, daysOutOfOrder } from '../policy/case-days.js';
import type { FieldError } from '../platform/errors.js';
import { dayInWords } from '../platform/web/words.js';

/**
 * The faults of what somebody enters among the days of a case that are known. `fields` names where each day that is entered
 * stands; where both of a pair are entered, the one named first is told.
 */
export const faultsInOrder = (days: CaseDays, fields: Partial<Record<CaseDay, string>>): FieldError[] =>
  daysOutOfOrder(days).flatMap(({ earlier, later, message }) => {
    const told = Object.keys(fields).find((day) => day === earlier || day === later);
    const other = days[told === earlier ? later : earlier] ?? '';
    return told ? [{ field: fields[told as CaseDay] ?? told, message: `${message} (${dayInWords(other)})` }] : [];
  });
