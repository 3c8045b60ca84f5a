import type { Agency } from './agencies.js';
import type { Calendar } from './bank-holidays.js';
import { workingDaysLater } from './days.js';
import { blocker, type Blocker, casePage, type Facts } from './gate.js';

/** The two who settle a disagreement, one of each. Source: HMIP 2021 section 3.4 (police and the youth justice service). */
export const sides = { POLICE: 'Police', YOUTH_JUSTICE: 'Youth justice' } as const;

export type Side = keyof typeof sides;
export const sideCodes = Object.keys(sides) as Side[];

/** The agency whose senior speaks for a side. */
export const agencyOfSide: Readonly<Record<Side, Agency>> = {
  POLICE: 'POLICE',
  YOUTH_JUSTICE: 'YOUTH_JUSTICE_SERVICE',
};

/** A step of a ladder: who is asked, by name or for whoever escalates to name, and how long they have. */
export type LadderStep = {
  readonly name: string;
  readonly policeId: string | null;
  readonly youthJusticeId: string | null;
  readonly workingDays: number;
};

export const mostSteps = 6;

/**
 * What an area climbs until it wrote a ladder of its own. Local configuration, not law: the Leicestershire policy has an
 * escalation procedure whose steps are not known; the steps are those usual elsewhere, and the days are this project’s.
 * Source: HMIP 2021 (Leicestershire) section 3.4; general knowledge of the field; house rule.
 */
export const usualLadder: readonly LadderStep[] = [
  { name: 'Sergeant and team manager', policeId: null, youthJusticeId: null, workingDays: 2 },
  { name: 'Inspector and service manager', policeId: null, youthJusticeId: null, workingDays: 3 },
  { name: 'Superintendent and head of service', policeId: null, youthJusticeId: null, workingDays: 5 },
];

/** What a senior may come to. Source: house rule; NPCC Child Gravity Matrix 2025 (the decision is for the police). */
export const escalationResults = {
  AGREED_DISPOSAL: 'A disposal for the panel to recommend',
  STAYS_WITH_POLICE: 'It stays with police, who decide',
  RETURN_TO_PANEL: 'The panel hears it again',
} as const;

export type EscalationResult = keyof typeof escalationResults;

/** What a senior said: the result, with a disposal where one is to be recommended. */
export type SeniorView = { readonly side: Side; readonly result: EscalationResult; readonly disposal: string | null };

/** The last day of a step. In: the day it begins, working days, bank holidays. Out: a day, or null past those known. Source: the ladder of the panel area. */
export const stepDue = (begins: string, workingDays: number, calendar?: Calendar): string | null =>
  workingDaysLater(begins, workingDays, calendar);

export type SeniorFacts = Facts<{
  caseId: string;
  actorId: string;
  policeId: string;
  youthJusticeId: string;
  /** Who gave a view in this step already. */
  given: readonly { readonly side: Side; readonly personId: string }[];
  /** Who has a part in what is disagreed about: escalated it, recommended, answered an earlier step, has a conflict. */
  keptOut: readonly string[];
}>;

/**
 * The side for which somebody speaks in a step: the one that names them, if it has not spoken yet, they have not spoken for
 * the other, and they have no part in what is disagreed about. In: facts. Out: the side, or null. Source: the ladder.
 */
export function sideOf({ actorId, policeId, youthJusticeId, given, keptOut }: SeniorFacts): Side | null {
  if (!actorId || !given || given.some(({ personId }) => personId === actorId)) return null;
  if (!keptOut || keptOut.includes(actorId)) return null;
  const named = { POLICE: policeId, YOUTH_JUSTICE: youthJusticeId };
  const waits = (side: Side) => given.every((one) => one.side !== side);
  return sideCodes.find((side) => named[side] === actorId && waits(side)) ?? null;
}

/** Refuses whoever is not asked in this step. In: as for `sideOf`. Out: the blocker, or none. Source: the rule’s row. */
export function seniorBlockers(facts: SeniorFacts): Blocker[] {
  if (sideOf(facts)) return [];
  const shut = apartBlockers(facts, [facts.actorId ?? '']);
  return shut.length > 0 ? shut : [blocker('ESCALATION_NOT_YOURS', casePage(facts, 'escalations'))];
}

/**
 * Refuses to have somebody settle a disagreement in which they have a part. In: who is kept out, who is to be asked.
 * Out: the blocker, or none. Source: the rule’s row.
 */
export const apartBlockers = (facts: Pick<SeniorFacts, 'caseId' | 'keptOut'>, asked: readonly string[]): Blocker[] =>
  asked.some((personId) => facts.keptOut?.includes(personId))
    ? [blocker('SENIOR_NOT_APART', casePage(facts, 'escalations'))]
    : [];

/** What the escalations of a case mean for what is recorded on it now. */
export type EscalationStanding = {
  readonly caseId: string;
  /** Seniors are asked. */
  readonly isUnderWay: boolean;
  /** The disposal that the seniors agreed on last; empty where they came to no disposal, or the case was never escalated. */
  readonly agreed: string;
  /** The last that was settled left it with police. */
  readonly leftWithPolice: boolean;
};

type Standing = Facts<EscalationStanding>;

/** Asks why the panel goes on while seniors are asked. In: how it stands. Out: the blocker, or none. Source: the rule’s row. */
export const underWayBlockers = (facts: Standing): Blocker[] =>
  facts.isUnderWay === false ? [] : [blocker('ESCALATION_UNDER_WAY', casePage(facts, 'escalations'))];

/**
 * Asks why something else is recorded than the seniors agreed on. In: how it stands, the disposal, what the agreed one is
 * called. Out: the blocker, or none. Source: the rule’s row.
 */
export function differsBlockers(facts: Standing, disposal?: string | null, name?: string): Blocker[] {
  const { agreed } = facts;
  if (agreed === '' || (agreed && agreed === disposal)) return [];
  const about = name ? { about: name } : {};
  return [blocker('DIFFERS_FROM_ESCALATION', casePage(facts, 'escalations'), about)];
}

export type StepEnd =
  | { readonly kind: 'WAITS' }
  | { readonly kind: 'SETTLED'; readonly result: EscalationResult; readonly disposal: string | null }
  | { readonly kind: 'NEXT_STEP' }
  | { readonly kind: 'STAYS_WITH_POLICE' };

/**
 * How a step ends. Both must have spoken; where they agree it is settled; otherwise the next step begins, and after the
 * last the decision is where it always was, with police. In: the views, whether a step follows. Out: what follows.
 * Source: NPCC Child Gravity Matrix 2025: the decision is for the police.
 */
export function endOfStep(views: readonly SeniorView[], isLast: boolean): StepEnd {
  const [one, other] = [
    views.find(({ side }) => side === 'POLICE'),
    views.find(({ side }) => side === 'YOUTH_JUSTICE'),
  ];
  if (!one || !other) return { kind: 'WAITS' };
  if (one.result === other.result && one.disposal === other.disposal) {
    return { kind: 'SETTLED', result: one.result, disposal: one.disposal };
  }
  return isLast ? { kind: 'STAYS_WITH_POLICE' } : { kind: 'NEXT_STEP' };
}
