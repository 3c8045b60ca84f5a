import { disposalCodes, disposals } from './disposals.js';
import { duties, dutyCodes, dutySources } from './duties.js';
import { scoringRules } from './gravity-scoring.js';
import { severityCases, sourceCases } from './rule-cases.js';
import { disposalMoments, momentsOf, ruleMomentCodes, ruleMoments } from './rule-moments.js';
import { ruleCodes, rules, rulesEdition, type RuleCode } from './rules.js';
import { type Source, sources } from './sources.js';

const rowOf = (cells: readonly string[]): string => `| ${cells.map((one) => one.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  ...['', rowOf(heads), `|${heads.map(() => '---|').join('')}`],
  ...rows.map(rowOf),
  '',
];

const coded = (codes: readonly string[]): string => codes.map((code) => `\`${code}\``).join(' ');
const checked = ({ checkedOn }: Pick<Source, 'checkedOn'>): string => checkedOn ?? 'not checked against a text';
const forThese = (disposed: readonly string[] | null): string => (disposed ? ` for ${coded(disposed)}` : '');

const severityCell = (code: RuleCode): string =>
  [
    ...severityCases(code).map(
      ({ severity, disposals: these, when }) => severity + (when ? ` ${when}` : forThese(these)),
    ),
    ...(rules[code].acknowledged ? ['answered with a few words'] : []),
  ].join('; ');

const sourceCell = (code: RuleCode): string =>
  sourceCases(code)
    .map(({ citation, disposals: these }) => citation + forThese(these))
    .join('; ');

const checkedCell = (code: RuleCode): string =>
  sourceCases(code)
    .map((one) => checked(one) + forThese(one.disposals))
    .join('; ');

const ruleRow = (code: RuleCode): string[] => [
  ...[coded([code]), severityCell(code), rules[code].message],
  ...[coded(momentsOf(code)), sourceCell(code), checkedCell(code)],
];

const disposalRow = (code: (typeof disposalCodes)[number]): string[] => {
  const { name, homeOfficeOutcome, validFrom, rules: atDecision, outcomeRules, registerRules } = disposals[code];
  return [
    ...[coded([code]), name, homeOfficeOutcome ?? 'by its reason', validFrom],
    ...[coded(atDecision), coded(outcomeRules), coded(registerRules)],
  ];
};

const sourced = (code: string, words: string, source: Source): string[] => [
  ...[coded([code]), words, source.citation, checked(source)],
];

/** What follows an outcome, and what is odd in a scoring: no gates, and each with its source. */
const further = (): string[][] => [
  ...dutyCodes.map((code) => sourced(code, duties[code], dutySources[code])),
  ...Object.entries(scoringRules).map(([code, words]) =>
    sourced(code, `The score moved, and ${words}`, sources.gravityFactors),
  ),
];

/**
 * Every rule with its severity, words, source and when it is asked, and the rules of every disposal, in Markdown:
 * `docs/rules.md` is made from it. In: nothing. Out: the text. Source: `rules.ts`, `disposals.ts`, and every gate.
 */
export const rulesTable = (): string =>
  [
    '# The rules',
    '',
    `Edition ${rulesEdition}. Made from \`src/policy/rules.ts\`; a test fails when it is stale.`,
    'STOP: nobody can lift it. OVERRIDE: a person who may gives a reason. WARN: shown, some to be acknowledged.',
    'INFORM: shown. Checked on: the day on which the rule was last compared with the project’s reference on law and',
    'practice, which names its sources; not with the text of the statute, and not by a lawyer.',
    ...table(['code', 'severity', 'what is asked', 'when', 'source', 'checked on'], ruleCodes.map(ruleRow)),
    '## When a rule is asked',
    ...table(
      ['code', 'when'],
      ruleMomentCodes.map((code) => [coded([code]), ruleMoments[code]]),
    ),
    '## Duties and warnings that keep nothing back',
    ...table(['code', 'what is said', 'source', 'checked on'], further()),
    '## Disposals',
    ...table(
      [
        ...['code', 'name', 'Home Office outcome', 'from'],
        ...[disposalMoments.rules, disposalMoments.outcomeRules, disposalMoments.registerRules],
      ],
      disposalCodes.map(disposalRow),
    ),
  ].join('\n');
