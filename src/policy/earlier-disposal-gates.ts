import { closedDisposal } from './disposal.js';
import { disposalName, informalCount } from './disposals.js';
import { type Blocker, blocker, casePage, type Facts, isWritten } from './gate.js';
import type { EarlierDisposalFacts, PreparationFacts, ResponseFacts } from './preparation-facts.js';
import { usualRepeatThreshold } from './repeat-disposals.js';
import { countInWords, reviewNeed } from './repeat-review.js';

type Known = Pick<PreparationFacts, 'caseId' | 'earlierDisposals' | 'repeatThreshold'>;

const isAnalysed = (response: ResponseFacts | null | undefined): boolean =>
  isWritten(response?.whatWasDone) && isWritten(response?.childsResponse) && isWritten(response?.differentNow);

/** From the threshold of earlier informal disposals on, nobody may pass over one. Source: HMIP 2021 section 3.1. */
const isHarderFor = ({ earlierDisposals, repeatThreshold }: Known): boolean =>
  informalCount(earlierDisposals ?? []) >= (repeatThreshold ?? usualRepeatThreshold);

const named = ({ disposal, name, givenOn, isClosed }: EarlierDisposalFacts): string =>
  [disposalName(disposal, name), givenOn, isClosed ? closedDisposal : null].filter(isWritten).join(', ');

/**
 * Shut for each earlier disposal of which it is not written what was done, how the child responded and what is different now.
 * In: facts. Out: blockers. Source: HMIP 2021 (Leicestershire) section 3; rules.md section 3.
 */
export function unanalysedBlockers(facts: Known): Blocker[] {
  const code = 'EARLIER_DISPOSAL_NOT_ANALYSED';
  const { earlierDisposals: earlier } = facts;
  if (!earlier) return [blocker(code, casePage(facts, 'earlier-disposals/check'), { isHarder: true })];
  const isHarder = isHarderFor(facts);
  return earlier
    .filter(({ response }) => !isAnalysed(response))
    .map((one) => {
      const page = one.isClosed ? 'earlier-disposals' : `earlier-disposals/${one.id}/response`;
      return blocker(code, casePage(facts, page), { isHarder, about: named(one) });
    });
}

export type UnseenFacts = Pick<PreparationFacts, 'reviewThresholds' | 'countedOn'> &
  Known &
  Facts<{
    /** The earlier disposals that were known when the recommendation was recorded, by id. */
    seenDisposals: readonly string[];
  }>;

/**
 * Shut for police while the child had a disposal before of which the panel did not know: it came to be known, or two records
 * turned out to be one child, after the recommendation. Nobody analysed it for this case and no senior reviewer read it, so
 * the same rules shut as before the meeting; a review of the recommendation takes the case back to the panel.
 * In: facts as known now, and what the panel knew. Out: blockers. Source: as for preparation; house rule on asking again.
 */
export function unseenBlockers(facts: UnseenFacts): Blocker[] {
  const { earlierDisposals: earlier, seenDisposals: seen } = facts;
  const mend = casePage(facts, 'decision-review');
  if (!earlier) return [blocker('EARLIER_DISPOSAL_NOT_ANALYSED', mend, { isHarder: true })];
  const unseen = earlier.filter(({ id }) => !seen?.includes(id));
  const need = reviewNeed(facts);
  const isRepeat = need.isNeeded && unseen.some(({ id }) => need.counted.includes(id));
  return [
    ...unseen.map((one) => {
      const about = `${named(one)}; not known to the panel when it recommended`;
      return blocker('EARLIER_DISPOSAL_NOT_ANALYSED', mend, { isHarder: isHarderFor(facts), about });
    }),
    ...(isRepeat ? [blocker('REPEAT_NOT_REVIEWED', mend, { about: `${countInWords(need)}, not all known then` })] : []),
  ];
}
