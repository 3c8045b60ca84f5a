import { validityInWords } from '../disposals/disposals.view.js';
import type { Disposal } from '../policy/disposal.js';
import { bookOn, type StoredEdition } from '../policy/disposal-book.js';
import { disposals } from '../policy/disposals.js';
import { forums } from '../policy/forums.js';
import { judgementCodes, judgements, levelCodes, levels as levelNames } from '../policy/judgements.js';
import { levelMeanings } from '../policy/level-meanings.js';
import { preparationRules } from '../policy/preparation-rules.js';
import { type Rule, rules, rulesEdition, type RuleCode } from '../policy/rules.js';

export type RuleGroup = { readonly title: string; readonly rules: readonly Rule[] };

/** The rule book as the API answers it; `disposals` as they hold today, each with its dated editions. */
export const rulesBody = (stored: readonly StoredEdition[], today: string): object => ({
  edition: rulesEdition,
  rules: Object.values(rules).map(({ severityFor = {}, ...rule }) => ({ ...rule, severityFor })),
  disposals: [...bookOn(stored, today).values()].map(({ edition, row }) => ({
    ...row,
    edition,
    editions: editionsOf(row.code, stored).map(({ edition: number, fromDay }) => ({ edition: number, fromDay })),
  })),
  levels: levelMeanings,
  forums,
});

/** The row of the rule book first, where there is one, and every change of it. */
const editionsOf = (code: string, stored: readonly StoredEdition[]): { edition: number; fromDay: string | null }[] => [
  ...(Object.hasOwn(disposals, code) ? [{ edition: 0, fromDay: null }] : []),
  ...stored.filter((one) => one.code === code),
];

const isPreparation = (code: RuleCode): boolean => Object.hasOwn(preparationRules, code);
const row = (
  { rules: checked, outcomeRules, registerRules, ...disposal }: Disposal,
  edition: number,
  stored: readonly StoredEdition[],
) => ({
  ...disposal,
  ...{ edition, validity: validityInWords(disposal), href: `/disposals/${disposal.code}` },
  editions: editionsOf(disposal.code, stored),
  checked: [...checked, ...outcomeRules, ...registerRules],
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
  const all = Object.values(rules);
  const groups: RuleGroup[] = [
    { title: 'Before a panel meets', rules: all.filter(({ code }) => isPreparation(code)) },
    {
      title: 'At the meeting, for each disposal and its outcome',
      rules: all.filter(({ code }) => !isPreparation(code)),
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
    disposals: [...bookOn(stored, today).values()].map(({ edition, row: held }) => row(held, edition, stored)),
  };
}
