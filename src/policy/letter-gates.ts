import { blocker, casePage, isWritten, type Blocker, type Facts } from './gate.js';
import { fieldsOfKind, type LetterFieldName } from './letter-fields.js';
import {
  isToVictim,
  letterKinds,
  type LetterKind,
  type Matter,
  type VictimLetterKind,
  wordingAboutHarmed,
  type Wording,
} from './letters.js';
import { offerAnswers } from './victim-offers.js';
import { settledTellings, tellings } from './victim-telling.js';

/**
 * A letter that is to be written or sent: what it is about as it stands now, and as it stood when its draft was
 * written.
 */
export type LetterFacts = Facts<{
  caseId: string;
  kind: LetterKind;
  /** The row of the outcome, decision or recommendation that it is about; nothing while there is none. */
  matterId: string;
  /** When what it tells of changed last: recorded, corrected, varied, or ended. */
  changedAt: string;
  /** The row as the draft holds it, and when it was written, or its words were taken; left out before there is one. */
  draftedOf: string;
  draftedAt: string;
  /** Nothing of what was agreed is asked any more, and since when. */
  isOver: boolean;
  endedAt: string;
}>;

const pages: Readonly<Record<Matter, string>> = {
  OUTCOME: 'outcome',
  AGREEMENT: 'delivery',
  RECOMMENDATION: 'recommendation',
  FAILURE: 'delivery',
};

/** What a letter tells of: a matter; or the meeting that is to come, or the offer to a victim, of which there need be none. */
export type Told = Matter | 'MEETING' | 'OFFER';

/** From which of them a field is taken. */
const toldInField: Partial<Record<LetterFieldName, Told>> = {
  ...{ outcome: 'OUTCOME', recommendation: 'RECOMMENDATION', endedDay: 'FAILURE' },
  ...{ agreed: 'AGREEMENT', conditions: 'AGREEMENT' },
};

/** The day of the meeting and the way of an offer may stand in every letter to a victim: here are those they bear on. */
const toldToVictims: Readonly<Record<'MEETING' | 'OFFER', readonly LetterKind[]>> = {
  MEETING: ['VICTIM_VIEW', 'VICTIM_CARER_VIEW'],
  OFFER: ['VICTIM_OFFER', 'VICTIM_CARER_OFFER'],
};

/**
 * Everything that a letter of this kind tells of: a change of any makes it untrue. In: a kind. Out: matters, the
 * meeting and the offer. Source: house rule; the table of fields.
 */
export const toldIn = (kind: LetterKind): Told[] => [
  ...new Set(fieldsOfKind(kind).flatMap((name) => toldInField[name] ?? [])),
  ...(['MEETING', 'OFFER'] as const).filter((told) => toldToVictims[told].includes(kind)),
];

const asksOfChild = (kind: LetterKind): boolean => fieldsOfKind(kind).includes('agreed');

/** What it tells of changed after it was written, or nothing of what it asks is asked any more. */
const isOvertaken = ({ kind, changedAt, draftedAt, isOver, endedAt }: LetterFacts): boolean => {
  if (!kind || !isWritten(draftedAt)) return false;
  return (changedAt ?? '') > draftedAt || (isOver === true && (endedAt ?? '') > draftedAt && asksOfChild(kind));
};

/**
 * Why a letter cannot be written or sent now. In: facts of the letter. Out: every reason. Source: house rule; a letter
 * of what is not on record, or no longer so, is no sound record.
 */
export function letterBlockers(facts: LetterFacts): Blocker[] {
  const { kind, matterId, draftedOf } = facts;
  const matter = kind ? letterKinds[kind].matter : null;
  const changed = [blocker('LETTER_MATTER_CHANGED', casePage(facts, 'letters'))];
  if (matter === null && kind) return isOvertaken(facts) ? changed : [];
  const page = casePage(facts, pages[matter ?? 'OUTCOME']);
  if (!isWritten(matterId)) return [blocker('LETTER_MATTER_MISSING', page)];
  if (matter === 'AGREEMENT' && facts.isOver) {
    return [blocker('LETTER_MATTER_MISSING', page, { about: 'Nothing of what was agreed is asked any more' })];
  }
  return (isWritten(draftedOf) && draftedOf !== matterId) || isOvertaken(facts) ? changed : [];
}

/**
 * Whether what a letter that was sent is about stands no more, or changed since. In: facts of the letter, as drafted when it
 * was sent. Source: as above; what was agreed and is done has not changed.
 */
export const isOutdated = (facts: LetterFacts): boolean => letterBlockers({ ...facts, isOver: false }).length > 0;

export type VictimLetterFacts = LetterFacts &
  Facts<{
    kind: VictimLetterKind;
    victimId: string;
    /** Who was harmed: an adult, a child or a business; or nobody recorded which. */
    harmed: string;
    /** The words of the draft; left out before there is one. */
    draftedIn: Wording;
    consent: string;
    telling: string;
    viewStatus: string;
    offerAnswer: string;
    /** The panel has recommended already, so that a view would come too late. */
    isPastPanel: boolean | number;
  }>;

type Subject = 'OUTCOME' | 'VIEW' | 'OFFER';
const subjects: Readonly<Record<VictimLetterKind, Subject>> = {
  ...{ VICTIM_OUTCOME: 'OUTCOME', VICTIM_VIEW: 'VIEW', VICTIM_OFFER: 'OFFER' },
  ...{ VICTIM_CARER_OUTCOME: 'OUTCOME', VICTIM_CARER_VIEW: 'VIEW', VICTIM_CARER_OFFER: 'OFFER' },
};

/** A victim who agreed, or who, whatever else they said, wants to be told the outcome. */
const mayBeWritten = ({ kind, consent }: VictimLetterFacts): boolean =>
  consent === 'GIVEN' ||
  (kind != null && subjects[kind] === 'OUTCOME' && (consent === 'REFUSED' || consent === 'NOT_YET_SOUGHT'));

const declined: Readonly<Record<Subject, (facts: VictimLetterFacts) => string | null>> = {
  OUTCOME: ({ telling }) => {
    if (telling === 'WANTS_TO_BE_TOLD' || telling === 'TOLD') return null;
    const said = settledTellings.find((one) => one === telling);
    return said ? tellings[said] : 'It is not recorded that they want to be told';
  },
  VIEW: ({ viewStatus, isPastPanel }) => {
    if (isPastPanel !== false && isPastPanel !== 0) return 'The panel has recommended already';
    return viewStatus === 'NOT_YET_SOUGHT' || viewStatus === 'NOT_CONTACTABLE'
      ? null
      : 'They gave their view or declined to';
  },
  OFFER: ({ offerAnswer }) =>
    offerAnswer === 'DECLINED' || offerAnswer === 'WITHDRAWN' ? offerAnswers[offerAnswer] : null,
};

const aboutPages: Readonly<Record<Subject, string>> = {
  OUTCOME: '/about/telling',
  VIEW: '/view',
  OFFER: '/about/offer',
};

/** A parent or carer is written to of a child alone, and nobody in words that were written for another reader. */
function readerBlockers(facts: VictimLetterFacts, page: string): Blocker[] {
  const { kind, harmed, draftedIn } = facts;
  const wording = kind ? wordingAboutHarmed(kind, harmed) : null;
  if (!kind || wording === null) return [blocker('VICTIM_AGE_NOT_KNOWN', `${page}/about/age`)];
  if (!isToVictim(kind) && harmed !== 'CHILD') {
    return [blocker('VICTIM_LETTER_NOT_WANTED', `${page}/about/age`, { about: 'The victim is not a child' })];
  }
  const about = harmed === 'CHILD' ? 'The victim is a child' : 'The victim is not a child';
  return draftedIn && draftedIn !== wording ? [blocker('LETTER_MATTER_CHANGED', `${page}/letters`, { about })] : [];
}

/**
 * Why a victim, or a parent or carer of one, may not be written to now: an agreement taken back is a no, and so are silence
 * and a refusal, but for the outcome to somebody who wants to be told it. In: facts of the letter and of the victim. Out: every reason. Source: as above; Code of Practice for Victims of
 * Crime; UK GDPR Art 7(3) by analogy.
 */
export function victimLetterBlockers(facts: VictimLetterFacts): Blocker[] {
  const page = casePage(facts, `victims/${facts.victimId ?? ':victimId'}`);
  const subject = facts.kind ? subjects[facts.kind] : null;
  const about = subject ? declined[subject](facts) : 'It is not known what for';
  return [
    ...letterBlockers(facts),
    ...readerBlockers(facts, page),
    ...(mayBeWritten(facts) ? [] : [blocker('VICTIM_NOT_TO_BE_WRITTEN', `${page}/about/consent`)]),
    ...(about === null
      ? []
      : [blocker('VICTIM_LETTER_NOT_WANTED', `${page}${aboutPages[subject ?? 'OUTCOME']}`, { about })]),
  ];
}
