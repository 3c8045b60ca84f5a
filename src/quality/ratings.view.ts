import { type Framework, type RatedQuestion, type RatedStandard, type Rating } from '../policy/ratings.js';
import { codeInWords } from '../platform/web/words.js';
import { frameworkTitle, periodInWords } from './audit-plan.view.js';
import type { PlanRatings } from './audit-ratings.report.js';
import { askedUnder } from './asked-under.js';

const SOURCE = 'HM Inspectorate of Probation, Leicestershire Youth and Justice Service, 2 December 2021, Annexe 2';

const share = (part: number, whole: number, percent: number | null): string =>
  percent === null ? `${part} of ${whole}` : `${part} of ${whole} (${percent}%)`;
const ratingInWords = (rating: Rating | null): string => (rating === null ? 'No rating yet' : codeInWords(rating));

/** The bands as people say them: “below 50% inadequate, 50% to 64% requires improvement, …”. */
const bandsInWords = ({ bands }: Framework): string =>
  bands
    .map(({ from, rating }, index) => {
      const next = bands[index + 1];
      const percents =
        next === undefined ? `${from}% and over` : from === 0 ? `below ${next.from}%` : `${from}% to ${next.from - 1}%`;
      return `${percents} ${codeInWords(rating).toLowerCase()}`;
    })
    .join(', ');

/** How the ratings come about, in words, with their source. */
const ruleInWords = (framework: Framework): { sentences: string[]; source: string } => ({
  sentences: [
    'Each key question is judged on its own in each case. It is never added up from its prompts.',
    'The band of a key question follows the share of all cases judged on it that were sufficient, rounded half up to a whole number. A case to which the question did not apply counts among all cases, as in the published figures; the share of the cases to which it applied is shown beside it.',
    `The bands are: ${bandsInWords(framework)}.`,
    'The lowest band of its key questions is the rating of a standard. A key question that applied in no case lowers no rating.',
  ],
  source: SOURCE,
});

function questionRow(rated: RatedQuestion, asks: ReadonlyMap<string, string>) {
  const { ref, yes, applicable, all } = rated;
  return {
    ref,
    ask: asks.get(ref) ?? '',
    ofApplicable: share(yes, applicable, rated.percentOfApplicable),
    ofAll: share(yes, all, rated.percentOfAll),
    band: all > 0 && rated.band === null ? 'Did not apply' : rated.band === null ? 'None yet' : codeInWords(rated.band),
  };
}

/** The tables of ratings, for a plan and for published counts alike. */
export function ratingsTables(frameworkId: string, standards: readonly RatedStandard[]) {
  const { framework, set } = askedUnder(frameworkId);
  const asks = new Map(set.pages.flatMap(({ questions }) => questions.map(({ id, ask }) => [id, ask] as const)));
  return {
    framework: frameworkTitle(frameworkId),
    rule: ruleInWords(framework),
    standards: standards.map(({ ref, rating, keyQuestions }) => ({
      ref,
      title: framework.standards.find((each) => each.ref === ref)?.title ?? ref,
      rating: ratingInWords(rating),
      keyQuestions: keyQuestions.map((rated) => questionRow(rated, asks)),
    })),
  };
}

/** The ratings of a plan. They are provisional until every audit of the sample is complete. */
export function planRatingsView({ plan, audits, standards, prompts }: PlanRatings) {
  const { sample, begun, complete } = audits;
  return {
    title: `Ratings of ${plan.panelAreaName}, ${periodInWords(plan)}`,
    back: `/audit-plans/${plan.id}`,
    progress: `${complete} of ${sample} audits are complete, ${begun - complete} in draft.`,
    isProvisional: complete < sample,
    ...ratingsTables(plan.framework, standards),
    prompts: prompts.map((prompt) => ({
      ...prompt,
      ofApplicable: share(prompt.yes, prompt.applicable, prompt.percentOfApplicable),
      ofAll: share(prompt.yes, prompt.all, prompt.percentOfAll),
    })),
  };
}
