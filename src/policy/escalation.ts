import type { Agency } from './agencies.js';
import type { Calendar } from './bank-holidays.js';
import { workingDaysLater } from './days.js';
import { blocker, type Blocker, casePage, type Facts } from './gate.js';

/** The two who settle a disagreement, one of each. Source: HMIP 2021 section 3.4 (police and the youth justice service). */
export const sides = { POLICE: 'Police', YOUTH_JUSTICE: 'Youth justice' } as const;

export type Side = keyof typeof sides;
export const sideCodes = Object.keys(sides) as Side[];

const agencyOf: Readonly<Record<Side, Agency>> = { POLICE: 'POLICE', YOUTH_JUSTICE: 'YOUTH_JUSTICE_SERVICE' };

/** A step of a ladder: who is asked, by name or whoever holds the role in that agency, and how long they have. */
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
  agency: Agency;
  policeId: string;
  youthJusticeId: string;
  /** Who gave a view in this step already. */
  given: readonly { readonly side: Side; readonly personId: string }[];
}>;

/**
 * The side for which somebody speaks in a step: the one that names them, or where it names nobody the one of their agency,
 * if it has not spoken yet and they have not spoken for the other. In: facts. Out: the side, or null. Source: the ladder.
 */
export function sideOf({ actorId, agency, policeId, youthJusticeId, given }: SeniorFacts): Side | null {
  if (!actorId || !given || given.some(({ personId }) => personId === actorId)) return null;
  const named = { POLICE: policeId, YOUTH_JUSTICE: youthJusticeId };
  const isTheirs = (side: Side) => (named[side] ? named[side] === actorId : agencyOf[side] === agency);
  return sideCodes.find((side) => isTheirs(side) && given.every((one) => one.side !== side)) ?? null;
}

/** Refuses whoever is not asked in this step. In: as for `sideOf`. Out: the blocker, or none. Source: the rule’s row. */
export const seniorBlockers = (facts: SeniorFacts): Blocker[] =>
  sideOf(facts) ? [] : [blocker('ESCALATION_NOT_YOURS', casePage(facts, 'escalations'))];

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
