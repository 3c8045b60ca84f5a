import { blocker, casePage, type Blocker, type Facts } from './gate.js';

/**
 * What may be known of a child's earlier behaviour beside disposals, which have a list and a rule of their own.
 * Source: HMIP 2021 (Leicestershire) section 3.3: arrests and intelligence behind an offence were not considered.
 */
export const behaviourKinds = {
  ARREST: 'Arrest',
  INTELLIGENCE: 'Intelligence',
  MISSING_EPISODE: 'Missing episode',
  AGENCY_INVOLVEMENT: 'Agency involvement',
} as const;

export type BehaviourKind = keyof typeof behaviourKinds;
export const behaviourKindCodes = Object.keys(behaviourKinds) as BehaviourKind[];

/** True when the words are the code of a kind. In: any text. Source: the table above. */
export const isBehaviourKind = (code: string | null | undefined): code is BehaviourKind =>
  Object.hasOwn(behaviourKinds, code ?? '');

/** What a case may make of an item. Source: HMIP 2021 section 3.1: information has to be analysed, not collected. */
export const considerations = {
  USED: 'Used in the analysis',
  SET_ASIDE: 'Set aside',
} as const;

export type Consideration = keyof typeof considerations;
export const considerationCodes = Object.keys(considerations) as Consideration[];

/** Why an item may be set aside; the words beside it say how that is known. Source: house rule. */
export const setAsideReasons = {
  NOT_RELIABLE: 'It is not reliable enough to build on',
  PERHAPS_ANOTHER: 'It may be about somebody else',
  NOT_RELEVANT: 'It has no bearing on what happened now',
  TOO_LONG_AGO: 'It was too long ago, and the child has changed since',
  SAID_ALREADY: 'It says nothing that another item does not say',
  OTHER: 'Another reason',
} as const;

export type SetAsideReason = keyof typeof setAsideReasons;
export const setAsideReasonCodes = Object.keys(setAsideReasons) as SetAsideReason[];

/** An item as a case stands to it; `version` moves when the item is corrected. */
export type BehaviourFacts = { readonly id: string; readonly kind: string; readonly version: number } & Facts<{
  happenedOn: string;
  withdrawnAt: string;
  consideration: Facts<{ standing: string; itemVersion: number }>;
}>;

/** Where an item stands in a case, with the words people read. */
export const behaviourStandings = {
  NOT_CONSIDERED: 'Not used or set aside yet',
  CORRECTED_SINCE: 'Corrected since it was considered',
  USED: considerations.USED,
  SET_ASIDE: considerations.SET_ASIDE,
  WITHDRAWN: 'Withdrawn: it was wrong',
} as const;

export type BehaviourStanding = keyof typeof behaviourStandings;

/**
 * Where an item stands. What was withdrawn asks for nothing; what was corrected has to be considered as it says now.
 * In: an item with what the case makes of it. Out: a standing. Source: house rule.
 */
export function behaviourStanding({ version, withdrawnAt, consideration }: BehaviourFacts): BehaviourStanding {
  if (withdrawnAt) return 'WITHDRAWN';
  const standing = considerationCodes.find((code) => code === consideration?.standing);
  if (!standing) return 'NOT_CONSIDERED';
  return consideration?.itemVersion === version ? standing : 'CORRECTED_SINCE';
}

type Known = Facts<{ caseId: string; earlierBehaviour: readonly BehaviourFacts[] }>;

/**
 * Shut once for each item that is neither used nor set aside; a list that is not known leaves it shut.
 * In: facts. Out: blockers. Source: HMIP 2021 (Leicestershire) sections 3.1 and 3.3.
 */
export function behaviourBlockers(facts: Known): Blocker[] {
  const code = 'EARLIER_BEHAVIOUR_NOT_CONSIDERED';
  if (!facts.earlierBehaviour) return [blocker(code, casePage(facts, 'earlier-behaviour'))];
  return facts.earlierBehaviour.flatMap((item) => {
    const standing = behaviourStanding(item);
    if (standing !== 'NOT_CONSIDERED' && standing !== 'CORRECTED_SINCE') return [];
    const { id, kind, happenedOn } = item;
    const name = isBehaviourKind(kind) ? behaviourKinds[kind] : kind;
    const corrected = standing === 'CORRECTED_SINCE' ? ['corrected since it was considered'] : [];
    const about = [name, ...(happenedOn ? [happenedOn] : []), ...corrected].join(', ');
    return [blocker(code, casePage(facts, `earlier-behaviour/${id}/consideration`), { about })];
  });
}
