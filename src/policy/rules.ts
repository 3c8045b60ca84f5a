import { preparationRules } from './preparation-rules.js';
import { decisionRules } from './decision-rules.js';
import { meetingRules } from './meeting-rules.js';
import { outcomeRules } from './outcome-rules.js';
import type { RuleRow, Severity } from './rule.js';
import type { Source } from './sources.js';

/** The edition of this rule book; it is stored with every evaluation. It changes whenever a row or a gate changes. */
export const rulesEdition = '2027-07';

const rows = { ...preparationRules, ...meetingRules, ...decisionRules, ...outcomeRules };

export type RuleCode = keyof typeof rows;
export type Rule = RuleRow & { readonly code: RuleCode };

/** Every rule by its permanent code, for gates, pages and reports alike. Sources: each row's own. */
export const rules: Readonly<Record<RuleCode, Rule>> = Object.fromEntries(
  Object.entries(rows).map(([code, row]) => [code, { code, ...row }]),
) as Record<RuleCode, Rule>;

export const ruleCodes = Object.keys(rows) as RuleCode[];

/** True when the words are the code of a rule that exists. In: any text. Source: the table above. */
export const isRuleCode = (code: string): code is RuleCode => Object.hasOwn(rules, code);

/** How hard a rule is for a disposal. In: code, perhaps a disposal. Out: the severity. Source: the rule's row. */
export const severityOf = (code: RuleCode, disposal?: string | null): Severity =>
  (disposal && rules[code].severityFor?.[disposal]) || rules[code].severity;

/** Where a rule comes from for a disposal. In: code, perhaps a disposal. Out: the source. Source: the rule's row. */
export const sourceOf = (code: RuleCode, disposal?: string | null): Source => {
  const { source: citation, checkedOn, sourceFor } = rules[code];
  return (disposal && sourceFor?.[disposal]) || { citation, checkedOn };
};
