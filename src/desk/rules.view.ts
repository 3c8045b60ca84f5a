import { disposals, type Disposal } from '../policy/disposals.js';
import { forums } from '../policy/forums.js';
import { judgementCodes, judgements, levelCodes, levels as levelNames } from '../policy/judgements.js';
import { levelMeanings } from '../policy/level-meanings.js';
import { preparationRules } from '../policy/preparation-rules.js';
import { type Rule, rules, rulesEdition, type RuleCode } from '../policy/rules.js';

export type RuleGroup = { readonly title: string; readonly rules: readonly Rule[] };

/** The rule book as the API answers it. */
export const rulesBody = (): object => ({
  edition: rulesEdition,
  rules: Object.values(rules).map(({ severityFor = {}, ...rule }) => ({ ...rule, severityFor })),
  disposals: Object.values(disposals),
  levels: levelMeanings,
  forums,
});

const isPreparation = (code: RuleCode): boolean => Object.hasOwn(preparationRules, code);
const row = ({ rules: checked, outcomeRules, registerRules, ...disposal }: Disposal) => ({
  ...disposal,
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
export function rulesPage(): object {
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
    disposals: Object.values(disposals).map(row),
  };
}
