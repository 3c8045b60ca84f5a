import { disposalCodes, disposals } from './disposals.js';
import { ruleCodes, rules, rulesEdition } from './rules.js';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const rowOf = (code: (typeof ruleCodes)[number]): string => {
  const { severity, message, source, checkedOn } = rules[code];
  return `| \`${code}\` | ${severity} | ${cell(message)} | ${cell(source)} | ${checkedOn ?? 'not checked against a text'} |`;
};

const disposalRow = (code: (typeof disposalCodes)[number]): string => {
  const row = disposals[code];
  const codes = [...row.rules, ...row.outcomeRules].map((rule) => `\`${rule}\``);
  return `| \`${code}\` | ${row.name} | ${row.homeOfficeOutcome ?? 'by its reason'} | ${row.validFrom} | ${codes.join(' ')} |`;
};

/**
 * Every rule with its severity, words and source, and the rules of every disposal, in Markdown: `docs/rules.md` is made
 * from it. In: nothing. Out: the text. Source: `rules.ts` and `disposals.ts`.
 */
export const rulesTable = (): string =>
  [
    '# The rules',
    '',
    `Edition ${rulesEdition}. Made from \`src/policy/rules.ts\`; a test fails when it is stale.`,
    'STOP: nobody can lift it. OVERRIDE: a person who may gives a reason. WARN: shown, some to be acknowledged.',
    'INFORM: shown. Checked on: the day on which the rule was last compared with the project’s reference on law and',
    'practice, which names its sources; not with the text of the statute, and not by a lawyer.',
    '',
    '| code | severity | what is asked | source | checked on |',
    '|---|---|---|---|---|',
    ...ruleCodes.map(rowOf),
    '',
    '## Disposals',
    '',
    '| code | name | Home Office outcome | from | rules |',
    '|---|---|---|---|---|',
    ...disposalCodes.map(disposalRow),
    '',
  ].join('\n');
