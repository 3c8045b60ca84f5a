import { withoutParticulars } from '../assessments/earlier-disposals.queries.js';
import { behaviourSection } from '../assessments/earlier-behaviour-read.view.js';
import { disposalSection } from '../assessments/earlier-disposals.view.js';
import { withoutWords } from '../children/closed-behaviour.js';
import { type CaseRead, setRead } from '../assessments/reading/read-case.js';
import { closedDisposal } from '../policy/disposal.js';
import { repeatFlags } from '../policy/repeat-disposals.js';
import type { Section } from '../platform/web/sections.js';
import { fingerprintOf } from './fingerprint.js';

/**
 * One case of a pack: the words that are printed, and the same as the API sends it. Both are kept when the pack is issued,
 * so that what the panel read can be shown whatever becomes of the case, the wording or the code.
 */
export type PackSheet = {
  readonly reference: string;
  /** The version of the case that was read. */
  readonly version: number;
  readonly name: string;
  readonly about: string;
  readonly flags: readonly string[];
  readonly sections: readonly Section[];
  readonly sent: object;
};

/**
 * A sheet as it is kept: the text, and what is asked of it without reading it. Nobody parses it before it is printed or
 * sent, and printing has a thread of its own.
 */
export type SheetKept = {
  readonly caseId: string;
  readonly reference: string;
  readonly caseVersion: number;
  /** A PackSheet as JSON. */
  readonly sheet: string;
  readonly fingerprint: string;
  /** What victims said is left out for this reader: one of them took their agreement back since. */
  readonly isWithoutVictims?: boolean;
  /** Earlier disposals and behaviour of which the kind and the day alone are told this reader: their case is closed to them. */
  readonly withoutPast?: readonly string[];
};

/** The sheet that was kept, as its reader may read it. One that is not what was issued is never shown: throws. */
export function sheetFrom(given: SheetKept): PackSheet {
  const { sheet, fingerprint, reference, isWithoutVictims, withoutPast = [] } = given;
  if (fingerprintOf(sheet) !== fingerprint) throw new Error(`The pack sheet of ${reference} is not what was kept`);
  const kept = JSON.parse(sheet) as PackSheet;
  const shown = isWithoutVictims ? withoutVictims(kept) : kept;
  return withoutPast.length > 0 ? withoutSome(shown, new Set(withoutPast)) : shown;
}

const withoutVictims = (kept: PackSheet): PackSheet => ({
  ...kept,
  sections: kept.sections.map((one) => (one.id === 'victims' ? { ...one, rows: [], badges: [], note: WITHHELD } : one)),
  sent: { ...kept.sent, victims: [] },
});

const WITHHELD = 'Withheld: a victim took their agreement back after this pack was issued.';

type Past = Pick<
  CaseRead,
  'earlierDisposals' | 'disposalCheck' | 'earlierBehaviour' | 'readOn' | 'setId' | 'setVersion'
> &
  Partial<Pick<CaseRead, 'reviews' | 'repeatThreshold'>>;

/** What came before, told anew with the kind and the day alone of some of it, which counts all the same. */
function withoutSome(kept: PackSheet, ids: ReadonlySet<string>): PackSheet {
  const sent = kept.sent as Past;
  if (![...sent.earlierDisposals, ...sent.earlierBehaviour].some(({ id }) => ids.has(id))) return kept;
  const earlierDisposals = sent.earlierDisposals.map((one) => (ids.has(one.id) ? withoutParticulars(one) : one));
  const earlierBehaviour = sent.earlierBehaviour.map((one) => (ids.has(one.id) ? withoutWords(one) : one));
  const flags = repeatFlags(earlierDisposals, sent.readOn, sent.repeatThreshold);
  const reviews = (sent.reviews ?? []).map((one) =>
    one.disposals.some((id) => ids.has(id)) ? { ...one, reason: `${closedDisposal}.` } : one,
  );
  const told = [
    disposalSection({ ...sent, earlierDisposals, flags, reviews }),
    behaviourSection({ ...sent, earlierDisposals, earlierBehaviour }, setRead(sent)),
  ];
  return {
    ...kept,
    sections: kept.sections.map((one) => told.find(({ id }) => id === one.id) ?? one),
    sent: { ...kept.sent, earlierDisposals, earlierBehaviour, reviews },
  };
}
