import { validityInWords } from '../disposals/disposals.view.js';
import type { Disposal } from '../policy/disposal.js';
import { bookOn, type DisposalBook, isOvertaken, rowIn, type StoredEdition } from '../policy/disposal-book.js';
import { disposalName, disposals } from '../policy/disposals.js';
import { duties, dutyCodes, dutySources } from '../policy/duties.js';
import { forums } from '../policy/forums.js';
import { scoringRules } from '../policy/gravity-scoring.js';
import { judgementCodes, judgements, levelCodes, levels as levelNames } from '../policy/judgements.js';
import { levelMeanings } from '../policy/level-meanings.js';
import { preparationRules } from '../policy/preparation-rules.js';
import type { Severity } from '../policy/rule.js';
import { severityCases, sourceCases } from '../policy/rule-cases.js';
import { disposalMoments, momentsOf, ruleMoments } from '../policy/rule-moments.js';
import { type Rule, rules, rulesEdition, type RuleCode } from '../policy/rules.js';
import { type Source, sources } from '../policy/sources.js';

/** The rule book as the API answers it; `disposals` as they hold today, each with its dated editions. */
export const rulesBody = (stored: readonly StoredEdition[], today: string): object => ({
  edition: rulesEdition,
  rules: Object.values(rules).map(({ severityFor = {}, sourceFor = {}, harder = null, ...rule }) => ({
    ...{ ...rule, severityFor, sourceFor, harder, askedAt: momentsOf(rule.code) },
  })),
  moments: ruleMoments,
  further: furtherRules(),
  disposals: [...bookOn(stored, today).values()].map(({ edition, row }) => ({
    ...row,
    edition,
    editions: editionsOf(row.code, stored).map(({ edition: number, fromDay }) => ({ edition: number, fromDay })),
  })),
  levels: levelMeanings,
  forums,
});

type Edition = StoredEdition | { readonly edition: 0; readonly fromDay: null };

/** The row of the rule book first, where there is one, and every change of it. */
const editionsOf = (code: string, stored: readonly StoredEdition[]): Edition[] => [
  ...(Object.hasOwn(disposals, code) ? [{ edition: 0 as const, fromDay: null }] : []),
  ...stored.filter((one) => one.code === code),
];

/** Duties after an outcome and what is odd in a scoring: they keep nothing back, and each has its source. */
const furtherRules = () => [
  ...dutyCodes.map((code) => ({ code, message: duties[code], ...said(dutySources[code]) })),
  ...Object.entries(scoringRules).map(([code, words]) => ({
    ...{ code, message: `The score of an offence moved, and ${words}`, ...said(sources.gravityFactors) },
  })),
];

const said = ({ citation, checkedOn }: Source) => ({ source: citation, checkedOn });

const severityWords: Readonly<Record<Severity, string>> = {
  STOP: 'Stops everyone',
  OVERRIDE: 'Stops unless a reason is given',
  WARN: 'Warns',
  INFORM: 'Informs',
};

/** For which disposals, by name. */
const forThese = (codes: readonly string[] | null, book: DisposalBook): string =>
  codes ? ` for ${codes.map((code) => disposalName(code, rowIn(book, code)?.name)).join('; ')}` : '';

/** A rule as the page prints it. */
const ruleShown = ({ code, message, acknowledged }: Rule, book: DisposalBook) => ({
  ...{ code, message },
  hard: [
    ...severityCases(code).map(({ severity, disposals: these, when }) =>
      [severityWords[severity], when ?? forThese(these, book).trim()].filter(Boolean).join(' '),
    ),
    ...(acknowledged ? ['Answered with a few words'] : []),
  ],
  asked: momentsOf(code).map((moment) => ruleMoments[moment]),
  sources: sourceCases(code).map(({ citation, checkedOn, disposals: these }) => ({
    ...{ citation: citation + forThese(these, book), checkedOn },
  })),
});

const standingIn = (one: Edition, held: number, stored: readonly StoredEdition[]): string => {
  if (one.edition === held) return 'holds today';
  return 'code' in one && isOvertaken(one, stored) ? 'overtaken before it began' : '';
};

const isPreparation = (code: RuleCode): boolean => Object.hasOwn(preparationRules, code);
const row = (
  { rules: checked, outcomeRules, registerRules, ...disposal }: Disposal,
  edition: number,
  stored: readonly StoredEdition[],
) => ({
  ...disposal,
  ...{ edition, validity: validityInWords(disposal), href: `/disposals/${disposal.code}` },
  editions: editionsOf(disposal.code, stored).map((one) => ({ ...one, standing: standingIn(one, edition, stored) })),
  checked: [
    { at: disposalMoments.rules, codes: checked },
    { at: disposalMoments.outcomeRules, codes: outcomeRules },
    { at: disposalMoments.registerRules, codes: registerRules },
  ].filter(({ codes }) => codes.length > 0),
});

/** What each level of each judgement means, and where that comes from. */
const levelRows = () =>
  judgementCodes.map((code) => {
    const { meanings, source } = levelMeanings[code];
    return {
      judgement: judgements[code],
      ...{ source: source.citation, checkedOn: source.checkedOn },
      levels: levelCodes.map((level) => ({ name: levelNames[level], meaning: meanings[level] })),
    };
  });

/** The rule book as its page prints it: what is checked before the panel, then what is checked for a decision. */
export function rulesPage(stored: readonly StoredEdition[], today: string): object {
  const book = bookOn(stored, today);
  const shown = (all: readonly Rule[]) => all.map((rule) => ruleShown(rule, book));
  const all = Object.values(rules);
  const groups = [
    { title: 'Before a panel meets', rules: shown(all.filter(({ code }) => isPreparation(code))) },
    {
      title: 'At the meeting, for each disposal and its outcome',
      rules: shown(all.filter(({ code }) => !isPreparation(code))),
    },
  ];
  const levels = levelRows();
  const referrals = Object.values(forums).map(({ name, about, source }) => ({ name, about, source: source.citation }));
  return {
    title: 'What the rules say',
    edition: rulesEdition,
    groups,
    levels,
    referrals,
    further: furtherRules(),
    disposals: [...book.values()].map(({ edition, row: held }) => row(held, edition, stored)),
  };
}
