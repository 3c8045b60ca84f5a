import type { EthnicityKnown } from './children.queries.js';

/** What was said of a child's ethnicity, by whom, and when and by whom it was recorded. */
export type EthnicitySaid = Pick<
  EthnicityKnown,
  'code' | 'scheme' | 'source' | 'officerCode' | 'notStatedReason' | 'recordedByName' | 'recordedAt'
>;

/** What stands now; beside it what an officer saw, whenever that was recorded; and every earlier record that differs. */
export type EthnicityStanding = EthnicitySaid & {
  readonly officer: EthnicitySaid | null;
  readonly earlier: readonly EthnicitySaid[];
};

/**
 * What stands of a child's ethnicity, or null where nothing was recorded. In: every record, newest first. A new record
 * without an officer's view does not take away the one recorded before.
 */
export function ethnicityStanding(history: readonly EthnicitySaid[]): EthnicityStanding | null {
  const [latest, ...before] = history;
  if (!latest) return null;
  const officer = history.find(({ officerCode }) => officerCode !== null) ?? null;
  const differs = ({ code, officerCode }: EthnicitySaid): boolean =>
    code !== latest.code || (officerCode !== null && officerCode !== officer?.officerCode);
  return { ...latest, officer, earlier: before.filter(differs) };
}
