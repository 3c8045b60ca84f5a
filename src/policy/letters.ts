import { type Source, sources } from './sources.js';

/** To whom a letter goes. Source: house rule; nobody else is written to from here. */
export const audiences = {
  CHILD: 'the child',
  CARER: 'the parent or carer',
  VICTIM: 'the victim',
  VICTIM_CARER: 'the parent or carer of a victim who is a child',
  POLICE: 'police',
} as const;

export type Audience = keyof typeof audiences;

/** What must be on record before there is anything to write of, with the words people read. Source: house rule. */
export const matters = {
  OUTCOME: 'the outcome',
  AGREEMENT: 'what was agreed',
  RECOMMENDATION: 'the panel’s recommendation',
  FAILURE: 'that conditions were not kept',
} as const;

export type Matter = keyof typeof matters;
export const matterCodes = Object.keys(matters) as Matter[];

/**
 * A kind of letter: to whom, of what; without a matter it may be written at any time. Rows of a matter are due when it
 * is there.
 */
export type LetterKindRow = {
  readonly audience: Audience;
  readonly name: string;
  readonly matter: Matter | null;
  readonly source: Source;
};

/**
 * Every kind of letter by its permanent code. In: nothing. Out: rows. Sources: each row’s own; that a child is told in
 * ordinary words is statute for cautions and house rule for the rest.
 */
// prettier-ignore
export const letterKinds = {
  CHILD_OUTCOME:         { audience: 'CHILD',  name: 'What was decided and what it means',     matter: 'OUTCOME',        source: sources.cautionExplained },
  CHILD_AGREED:          { audience: 'CHILD',  name: 'What the child agreed to do',            matter: 'AGREEMENT',      source: sources.house },
  CHILD_RIGHTS:          { audience: 'CHILD',  name: 'Rights, and how to ask or complain',     matter: null,             source: sources.house },
  CARER_OUTCOME:         { audience: 'CARER',  name: 'What was decided and what it means',     matter: 'OUTCOME',        source: sources.cautionExplained },
  CARER_AGREED:          { audience: 'CARER',  name: 'What the child agreed to do',            matter: 'AGREEMENT',      source: sources.house },
  CARER_RIGHTS:          { audience: 'CARER',  name: 'Rights, and how to ask or complain',     matter: null,             source: sources.house },
  VICTIM_OUTCOME:        { audience: 'VICTIM', name: 'What was decided',                       matter: 'OUTCOME',        source: sources.victimsCode },
  VICTIM_VIEW:           { audience: 'VICTIM', name: 'An invitation to say what they think',   matter: null,             source: sources.victimsCode },
  VICTIM_OFFER:          { audience: 'VICTIM', name: 'A way to have the harm put right',       matter: null,             source: sources.victimsCode },
  VICTIM_CARER_OUTCOME:  { audience: 'VICTIM_CARER', name: 'What was decided',                 matter: 'OUTCOME',        source: sources.childVictims },
  VICTIM_CARER_VIEW:     { audience: 'VICTIM_CARER', name: 'An invitation to say what they think', matter: null,          source: sources.childVictims },
  VICTIM_CARER_OFFER:    { audience: 'VICTIM_CARER', name: 'A way to have the harm put right',  matter: null,             source: sources.childVictims },
  POLICE_RECOMMENDATION: { audience: 'POLICE', name: 'What the panel recommends',              matter: 'RECOMMENDATION', source: sources.policeDecide },
  POLICE_OUTCOME:        { audience: 'POLICE', name: 'The outcome, and what police record',    matter: 'OUTCOME',        source: sources.dated },
  POLICE_NOT_KEPT:       { audience: 'POLICE', name: 'Conditions that were not kept',          matter: 'FAILURE',        source: sources.conditionalFailure },
} as const satisfies Record<string, LetterKindRow>;

export type LetterKind = keyof typeof letterKinds;
export const letterKindCodes = Object.keys(letterKinds) as LetterKind[];

/** A kind of letter to one of these. */
export type KindFor<To extends Audience> = {
  [Kind in LetterKind]: (typeof letterKinds)[Kind]['audience'] extends To ? Kind : never;
}[LetterKind];

/** The row of a kind. In: its code. Out: the row. Source: the table above. */
export const letterKindRow = (kind: LetterKind): LetterKindRow => letterKinds[kind];

/** True for the code of a kind. In: any text. Source: the table above. */
export const isLetterKind = (code: string): code is LetterKind => Object.hasOwn(letterKinds, code);

/** To whom and of what, as a heading reads. In: a kind. Out: words. Source: the table above. */
export function letterInWords(kind: LetterKind): string {
  const { audience, name } = letterKinds[kind];
  return `To ${audiences[audience]}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** The kinds that go to one of these, in the order of the table. In: audiences. Source: the table above. */
export const kindsTo = <To extends Audience>(...to: readonly To[]): KindFor<To>[] =>
  letterKindCodes.filter((kind) => (to as readonly Audience[]).includes(letterKinds[kind].audience)) as KindFor<To>[];

/** The kinds of a case, which those who read it may read; what goes to a victim stands apart. Source: domain 8.3. */
export const caseLetterKinds = kindsTo('CHILD', 'CARER', 'POLICE');
export const victimLetterKinds = kindsTo('VICTIM', 'VICTIM_CARER');

export type CaseLetterKind = (typeof caseLetterKinds)[number];
export type VictimLetterKind = (typeof victimLetterKinds)[number];

/** How a letter left; the service itself sends none. Source: house rule. */
export const waysSent = {
  HANDED_OVER: 'Handed over',
  POST: 'By post',
  EMAIL: 'By email, outside this service',
} as const;

export type WaySent = keyof typeof waysSent;

/** Which words: the usual ones, or the short sentences of a template that has some; to a victim, those for a child. */
export const wordings = { USUAL: 'The usual words', SHORT: 'Short sentences, one thing at a time' } as const;

export type Wording = keyof typeof wordings;

/**
 * Whether a template of this kind has a wording in short sentences: a child may read it. In: a kind. Source:
 * `communication.ts`; for a child who was harmed the Code of Practice for Victims of Crime.
 */
export const hasShortWording = (kind: LetterKind): boolean =>
  letterKinds[kind].audience === 'CHILD' || isToVictim(kind);

/** Whether the victim reads it, rather than a parent or carer. In: a kind. Source: the table above. */
export const isToVictim = (kind: LetterKind): boolean => letterKinds[kind].audience === 'VICTIM';

/** Whether a letter tells the outcome, so that whoever reads it is told. In: a kind. Source: the table above. */
export const tellsOutcome = (kind: LetterKind): boolean => letterKinds[kind].matter === 'OUTCOME';

/** What the short wording is called. In: a kind. Out: words. Source: as above. */
export const shortWordingOf = (kind: LetterKind): string =>
  isToVictim(kind) ? 'To a victim who is a child' : wordings.SHORT;

/**
 * In which words a letter about somebody harmed is written: those for a child to a child, and null while nobody recorded
 * whether it is one. In: a kind, who was harmed. Out: the wording. Source: Code of Practice for Victims of Crime.
 */
export function wordingAboutHarmed(kind: LetterKind, harmed: string | null | undefined): Wording | null {
  if (harmed === 'CHILD') return isToVictim(kind) ? 'SHORT' : 'USUAL';
  return harmed === 'PERSON' || harmed === 'BUSINESS' ? 'USUAL' : null;
}

/**
 * For how many days after a case came to where it stands its letters not sent stand under “Your work”. Source: house
 * rule.
 */
export const lettersDueDays = 60;
