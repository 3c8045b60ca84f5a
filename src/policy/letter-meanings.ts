import { type BookCode, disposalName, disposalOf, isDisposal } from './disposals.js';

/** A disposal in plain words: what it is called, and what it means to whoever reads the letter. */
type PlainWords = {
  readonly name: string;
  readonly child: readonly string[];
  readonly carer: readonly string[];
  readonly victim: readonly string[];
  /** To a victim who is a child. */
  readonly youngVictim: readonly string[];
};

const noCaution = 'It is not a caution, and it is not a conviction.';
const noted = 'Police keep a note of it.';
const finished = { child: 'You did what you agreed to do.', carer: 'Your child did what was agreed.' };
const recorded = 'It is not a conviction. Police keep a record of it.';
const again = {
  child: 'If you get into trouble again, the police and a court can look at it.',
  carer: 'If your child gets into trouble again, police and courts may take it into account.',
};

/**
 * Prosecution was deferred, and what was agreed was done; the same before February 2026 as since. Source: as held against the
 * project’s reference (domain 1.4 and 1.4b), the words our own.
 */
const deferred: PlainWords = {
  name: 'a deferred prosecution, which has ended',
  child: [finished.child, 'So this does not go to court.', noCaution, noted],
  carer: [finished.carer, 'So this does not go to court.', noCaution, noted],
  victim: ['The child did what was agreed instead of going to court. It does not go to court.'],
  youngVictim: ['The other child did what was agreed.', 'So this does not go to court.'],
};

/**
 * What each disposal means, for letters. A victim is told what it is, and nothing of what the child does for it.
 * Source: Crime and Disorder Act 1998 ss66ZA to 66E; NPCC guidance on community resolutions and on Outcome 22; Home
 * Office counting rules; as held against the project’s reference (domain 1.2 to 1.8), the words our own.
 */
const meanings: Readonly<Record<BookCode, PlainWords>> = {
  NO_FURTHER_ACTION: {
    name: 'no further action',
    child: ['The police will do nothing more about it.', 'You do not have to do anything.', noCaution],
    carer: ['Police will do nothing more about what happened.', noCaution],
    victim: ['Police will take no further action about what happened.'],
    youngVictim: ['The police will do nothing more about it.'],
  },
  OUTCOME_20: {
    name: 'help from another service',
    child: ['Another service will help from here, not the police.', noCaution],
    carer: ['Another service takes this on from the police.', noCaution],
    victim: ['Another service takes this on from the police.'],
    youngVictim: ['Another service will help from here, not the police.'],
  },
  OUTCOME_21: {
    name: 'an end to the police’s work on it',
    child: ['The police will not look into it any more.', noCaution],
    carer: ['Police decided that it is not in the public interest to look into it further.', noCaution],
    victim: ['Police decided that it is not in the public interest to look into it further.'],
    youngVictim: ['The police will not look into it any more.'],
  },
  COMMUNITY_RESOLUTION: {
    name: 'a community resolution',
    child: ['It is a way to put things right without a court.', noCaution, noted],
    carer: ['It is a way to put things right without going to court.', noCaution, noted],
    victim: ['It is a way to deal with what happened without going to court. It is not a conviction.'],
    youngVictim: ['It is a way to put things right without a court.'],
  },
  OUTCOME_22: {
    name: 'an activity, and then no further action',
    child: [finished.child, 'The police will do nothing more about it.', noCaution, noted],
    carer: [finished.carer, 'Police will do nothing more about what happened.', noCaution, noted],
    victim: ['The child took part in something that was agreed. Police will take no further action.'],
    youngVictim: ['The other child did what was agreed.', 'The police will do nothing more about it.'],
  },
  OUTCOME_22_DEFERRED: deferred,
  OUTCOME_23: deferred,
  YOUTH_CAUTION: {
    name: 'a youth caution',
    child: ['It is a formal warning from the police.', recorded, again.child],
    carer: ['It is a formal warning from police.', recorded, again.carer],
    victim: ['It is a formal warning from police, without going to court. It is not a conviction.'],
    youngVictim: ['It is a formal warning from the police.', 'It does not go to court.'],
  },
  YOUTH_CONDITIONAL_CAUTION: {
    name: 'a youth conditional caution',
    child: [
      'It is a formal warning from the police, with things that you agreed to do.',
      'If you do not do them, and have no good reason, it may go to court.',
      ...[recorded, again.child],
    ],
    carer: [
      'It is a formal warning from police, with conditions to which your child agreed.',
      'If your child does not keep to them, and has no good reason, it may go to court.',
      ...[recorded, again.carer],
    ],
    victim: [
      'It is a formal warning from police, with conditions. It is not a conviction.',
      'If the child does not keep to the conditions, and has no good reason, it may go to court.',
    ],
    youngVictim: [
      'It is a formal warning from the police.',
      'The other child agreed to do some things.',
      'If they do not do them, it may go to court.',
    ],
  },
  CHARGE: {
    name: 'a charge',
    child: ['It goes to a court.', 'You will be told the day.', 'Ask for a solicitor. We can tell you how.'],
    carer: ['It goes to a court, and you will be told the day.', 'Your child should have a solicitor: ask us how.'],
    victim: ['It goes to a court. Police will tell you what happens next.'],
    youngVictim: ['It goes to a court.', 'The police will tell you what comes next.'],
  },
};

const whomToAsk = {
  child: ['Please ask us what it means for you.'],
  carer: ['Please ask us what it means for your child.'],
  victim: ['Please ask us what it means.'],
  youngVictim: ['Please ask us what it means.'],
};

/**
 * A disposal in plain words; one that an administrator added or renamed has its own name, and an added one whom to ask.
 * In: any code, the name of the edition it was decided under if there is one. Out: the words. Source: the table above.
 */
export function meaningOf(code: string, edited?: string | null): PlainWords {
  const isRenamed = edited != null && edited !== disposalOf(code)?.name;
  const known = isDisposal(code) ? meanings[code] : null;
  return known && !isRenamed ? known : { ...(known ?? whomToAsk), name: disposalName(code, edited) };
}

/** Every sentence a child may read in it, for the test of its words. */
export const saidToChildOfDisposals = Object.values(meanings).flatMap(({ child, youngVictim }) => [
  ...child,
  ...youngVictim,
]);
