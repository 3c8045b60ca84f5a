export type Rating = 'INADEQUATE' | 'REQUIRES_IMPROVEMENT' | 'GOOD' | 'OUTSTANDING';

export type Band = { readonly from: number; readonly rating: Rating };

/** An inspectorate's framework: which key questions make up each standard, and which percentage earns which rating. */
export type Framework = {
  readonly id: string;
  readonly title: string;
  /** The set whose questions have the key questions' references as their ids. */
  readonly questions: { readonly id: string; readonly version: string };
  /** In rising order, the first from 0. */
  readonly bands: readonly Band[];
  readonly standards: readonly {
    readonly ref: string;
    readonly title: string;
    readonly keyQuestions: readonly string[];
  }[];
};

/** How many cases were judged on a key question (all), in how many it arose (applicable), and how many were sufficient. */
export type Count = { readonly ref: string; readonly yes: number; readonly applicable: number; readonly all: number };

export type RatedQuestion = Count & {
  readonly percentOfApplicable: number | null;
  readonly percentOfAll: number | null;
  readonly band: Rating | null;
};

export type RatedStandard = {
  readonly ref: string;
  readonly rating: Rating | null;
  readonly keyQuestions: readonly RatedQuestion[];
};

export type KeyQuestionJudgement = { readonly ref: string; readonly judgement: 'YES' | 'NO' | 'NOT_APPLICABLE' };

/**
 * Source: HM Inspectorate of Probation, Leicestershire Youth and Justice Service, 2 December 2021, Annexe 2 (bands: below 50
 * "minority", 50 to 64 "too few", 65 to 79 "reasonable majority", 80 and over "large majority"). Standard 3.4 is judged on
 * documents and interviews, not on cases, and is not here.
 */
const hmip2021Domain3: Framework = {
  id: 'HMIP-2021-D3',
  title: 'HM Inspectorate of Probation 2021, out-of-court disposals',
  questions: { id: 'hmip-2021-out-of-court', version: '2021-1' },
  bands: [
    { from: 0, rating: 'INADEQUATE' },
    { from: 50, rating: 'REQUIRES_IMPROVEMENT' },
    { from: 65, rating: 'GOOD' },
    { from: 80, rating: 'OUTSTANDING' },
  ],
  standards: [
    { ref: '3.1', title: 'Assessment', keyQuestions: ['3.1.1', '3.1.2', '3.1.3'] },
    { ref: '3.2', title: 'Planning', keyQuestions: ['3.2.1', '3.2.2', '3.2.3'] },
    { ref: '3.3', title: 'Implementation and delivery', keyQuestions: ['3.3.1', '3.3.2', '3.3.3'] },
  ],
};

/** Every framework a case may be audited under. */
export const frameworks: readonly Framework[] = [hmip2021Domain3];

/** Takes a framework's id; gives it, or null when there is none of that name. */
export const findFramework = (id: string): Framework | null => frameworks.find((each) => each.id === id) ?? null;

/** Takes the judgements made in each audited case; gives the counts that `rateFramework` rates. */
export const countJudgements = (framework: Framework, cases: readonly (readonly KeyQuestionJudgement[])[]): Count[] =>
  framework.standards
    .flatMap(({ keyQuestions }) => keyQuestions)
    .map((ref) => {
      const made = cases.flatMap((judgements) => judgements.filter((each) => each.ref === ref));
      const count = (judgement: string) => made.filter((each) => each.judgement === judgement).length;
      return { ref, yes: count('YES'), applicable: made.length - count('NOT_APPLICABLE'), all: made.length };
    });

/**
 * Takes a framework and the count for each key question, judged on its own and never worked out from its prompts.
 * Gives each key question's percentages, rounded half up to a whole number and then banded, and each standard's rating,
 * which is the lowest band of its key questions (HMIP 2021 Annexe 2). The band follows the share of all cases, as published:
 * the annexe's 35 % on victims is 6 of 17, where its text says 6 of the 10 to which the question applied.
 * A key question that arose in no case has no band and lowers no rating; without a judgement on each there is no rating.
 */
export const rateFramework = (framework: Framework, counts: readonly Count[]): RatedStandard[] =>
  framework.standards.map(({ ref, keyQuestions }) => {
    const rated = keyQuestions.map((question) => rateQuestion(framework.bands, countOf(question, counts)));
    return { ref, rating: lowest(framework.bands, rated), keyQuestions: rated };
  });

const countOf = (ref: string, counts: readonly Count[]): Count =>
  counts.find((count) => count.ref === ref) ?? { ref, yes: 0, applicable: 0, all: 0 };

function rateQuestion(bands: readonly Band[], { ref, yes, applicable, all }: Count): RatedQuestion {
  const inOrder = 0 <= yes && yes <= applicable && applicable <= all;
  if (!inOrder || ![yes, applicable, all].every(Number.isInteger)) {
    throw new RangeError(`${ref}: ${yes} of ${applicable} of ${all} is no count of cases`);
  }
  const percentOfAll = percent(yes, all);
  const band = percentOfAll === null || applicable === 0 ? null : bandOf(bands, percentOfAll);
  return { ref, yes, applicable, all, percentOfApplicable: percent(yes, applicable), percentOfAll, band };
}

/** Takes a part and a whole; gives per cent, half up in whole numbers: 1 of 8 is 13, no binary fraction tips the balance. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((200 * part + whole) / (2 * whole));

const bandOf = (bands: readonly Band[], percentage: number): Rating | null =>
  bands.findLast(({ from }) => percentage >= from)?.rating ?? null;

function lowest(bands: readonly Band[], rated: readonly RatedQuestion[]): Rating | null {
  if (rated.some(({ all }) => all === 0)) return null;
  return bands.find(({ rating }) => rated.some(({ band }) => band === rating))?.rating ?? null;
}
