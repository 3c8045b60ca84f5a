import { disposals, type Disposal } from '../policy/disposals.js';
import { preparationRules } from '../policy/preparation-rules.js';
import { type Rule, rules, rulesEdition, type RuleCode } from '../policy/rules.js';

export type RuleGroup = { readonly title: string; readonly rules: readonly Rule[] };

/** The rule book as the API answers it. */
export const rulesBody = (): object => ({
  edition: rulesEdition,
  rules: Object.values(rules).map(({ severityFor = {}, ...rule }) => ({ ...rule, severityFor })),
  disposals: Object.values(disposals),
});

const isPreparation = (code: RuleCode): boolean => Object.hasOwn(preparationRules, code);
const row = ({ rules: checked, outcomeRules, registerRules, ...disposal }: Disposal) => ({
  ...disposal,
  checked: [...checked, ...outcomeRules, ...registerRules],
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
  return { title: 'What the rules say', edition: rulesEdition, groups, disposals: Object.values(disposals).map(row) };
}
