import { ageOn } from './days.js';
import { type Disposal, isInForce, onlyEarlier } from './disposals.js';
import { blocker, type Blocker, type Facts } from './gate.js';

type Given = { readonly disposal: string; readonly givenOn: string };

/** What is known when something a child had before is about to be recorded. */
export type RecordedFacts = Facts<{
  disposal: string;
  dateOfBirth: string;
  givenOn: string;
  /** What is on the child’s record. */
  earlier: readonly Given[];
  /** What children had before who may be this one, until a person decides whether they are. */
  possible: readonly Given[];
  /** The page that puts it right. */
  mend: string;
}>;

const isUnder10 = ({ dateOfBirth, givenOn }: RecordedFacts): boolean => (ageOn(dateOfBirth, givenOn) ?? 0) < 10;
const is18OrOver = ({ dateOfBirth, givenOn }: RecordedFacts): boolean => (ageOn(dateOfBirth, givenOn) ?? 18) >= 18;

/** Those that may be the very one: the same disposal on the same day. In: some, one. Out: some of them. Source: house rule. */
export const sameDisposals = <Known extends Given>(known: readonly Known[], one: Facts<Given>): Known[] =>
  known.filter(({ disposal, givenOn }) => disposal === one.disposal && givenOn === one.givenOn);

const UNDER_10 = 'The child was under 10 on the day it was given, and no child under 10 can be guilty of an offence';
const MAY_BE_SAME =
  'A child who may be this one has the same disposal of the same day on record: it may be this very one';

function again(facts: RecordedFacts, mend: string): Blocker[] {
  const { earlier, possible } = facts;
  if (!earlier || sameDisposals(earlier, facts).length > 0) return [blocker('SAME_DISPOSAL_SAME_DAY', mend)];
  if (sameDisposals(possible ?? [], facts).length === 0) return [];
  return [{ ...blocker('SAME_DISPOSAL_SAME_DAY', mend), message: MAY_BE_SAME }];
}

/**
 * What is odd about a resolution that police issued. To give one to a child under 10 is stopped, and to somebody of 18 asks
 * for a reason; but what was issued is a fact that has to be known, so that in the register either asks for words of whoever
 * registers it (`OVERRIDE`), and so does one that equals what is on record. The offence may be older than the resolution:
 * its day is not asked, and the age counted is that on the day of issue. In: facts; an age that is not known is odd. Out:
 * what asks for words. Source: Children and Young Persons Act 1933 s50; rules.md section 5; house rule on what is registered.
 */
export function registerBlockers(facts: RecordedFacts): Blocker[] {
  const mend = facts.mend ?? '/police-issued-resolutions';
  const { disposal } = facts;
  return [
    ...(isUnder10(facts)
      ? [{ ...blocker('AGE_UNDER_10', mend), severity: 'OVERRIDE' as const, message: UNDER_10 }]
      : []),
    ...(is18OrOver(facts) ? [blocker('AGE_18_OR_OVER', mend, { disposal })] : []),
    ...again(facts, mend),
  ];
}

/**
 * What is odd about something a child had before, as somebody records it from another source: it warns, since the source
 * may say so. `row` is the disposal as it was on that day; one that courts and others give has none. In: facts, row. Out:
 * warnings. Source: Children and Young Persons Act 1933 s50; the dates of the row; house rule.
 */
export function recordingWarnings(facts: RecordedFacts, row: Disposal | null): Blocker[] {
  const mend = facts.mend ?? '/';
  const isDated = !Object.hasOwn(onlyEarlier, facts.disposal ?? '');
  const warns = { severity: 'WARN' } as const;
  return [
    ...again({ ...facts, possible: [] }, mend),
    ...(isUnder10(facts) ? [{ ...blocker('AGE_UNDER_10', mend), ...warns, message: UNDER_10 }] : []),
    ...(isDated && !isInForce(row, facts.givenOn) ? [{ ...blocker('DISPOSAL_NOT_IN_FORCE', mend), ...warns }] : []),
  ];
}
