import { blocker, casePage, isWritten, type Blocker, type Facts } from './gate.js';

type Offence = Facts<{ homeOfficeClass: string; features: readonly string[] }>;

type Known = Facts<{
  caseId: string;
  offences: readonly Offence[];
  victims: readonly unknown[];
  /** What the child was arrested for, or how it came to light where there was no arrest. */
  arrestedFor: string;
}>;

const possession = '92E';
const trafficking = '92A';

const classOf = ({ homeOfficeClass }: Offence): string => (homeOfficeClass ?? '').trim().toUpperCase();

/** An offence of having cannabis, by its class or as it was marked; dealing in it is another matter. Source: offence classes. */
export const isCannabisPossession = (offence: Offence): boolean =>
  classOf(offence) === possession ||
  (offence.features?.includes('CANNABIS') === true && classOf(offence) !== trafficking);

/**
 * "Cannabis, no victim" asks what the arrest was for: inspectors found a child arrested for burglary, searched, and dealt
 * with as if possession were all there was. Offences that are not known leave it shut.
 * In: facts. Out: one blocker or none. Source: HMIP 2021 (Leicestershire) section 3.3.
 */
export function arrestReasonBlockers(facts: Known): Blocker[] {
  const isAsked = !facts.offences || (facts.offences.some(isCannabisPossession) && !facts.victims?.length);
  if (!isAsked || isWritten(facts.arrestedFor)) return [];
  return [blocker('ARREST_REASON_UNKNOWN', casePage(facts, 'police-information'))];
}
