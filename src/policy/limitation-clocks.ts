import type { Wound } from './clock-kinds.js';
import { addMonths, isRealDay } from './days.js';
import type { OffenceFacts } from './disposal-gates.js';
import { limitationMonths, trialOf } from './offence-classes.js';

type Offence = OffenceFacts & { readonly position?: number };

const numbered = ({ position }: Offence): string => (position === undefined ? 'An offence' : `Offence ${position}`);

/**
 * The time limits of the offences of a case: the earliest of those that are summary, and each whose trial is not known and
 * that would be earlier if it were. In: offences, how many days before is near. Out: clocks to be counted.
 * Source: Magistrates' Courts Act 1980 s127: six months from the day of the offence, by the corresponding date rule.
 */
export function limitationClocks(offences: readonly Offence[], near: number): Wound[] {
  const dated = offences.flatMap((offence) =>
    isRealDay(offence.date) ? [{ offence, last: addMonths(offence.date, limitationMonths) }] : [],
  );
  const summary = dated
    .filter(({ offence }) => trialOf(offence) === 'SUMMARY')
    .toSorted((one, other) => (one.last < other.last ? -1 : 1));
  const [first] = summary;
  const unsure = dated.filter(({ offence, last }) => trialOf(offence) === null && (!first || last < first.last));
  return [
    ...(first ? [{ code: 'LIMITATION', about: numbered(first.offence), dueOn: first.last, near } as const] : []),
    ...unsure.map(({ offence, last }) => ({
      ...({ code: 'LIMITATION', about: numbered(offence), dueOn: last, near } as const),
      missing: 'How the offence is tried is not recorded: the day holds if it is a summary offence',
    })),
    ...offences
      .filter((offence) => !isRealDay(offence.date) && ['SUMMARY', null].includes(trialOf(offence)))
      .map((offence) => ({
        ...({ code: 'LIMITATION', about: numbered(offence), dueOn: null, near } as const),
        missing: 'The day of the offence is not recorded',
      })),
  ];
}
