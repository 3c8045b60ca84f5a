import { disposalRuleCodes } from './disposal-gates.js';
import type { Disposal } from './disposal.js';
import { disposalOf } from './disposals.js';
import { whyNotReported } from './home-office-outcomes.js';
import { outcomeRuleCodes } from './outcome-gates.js';
import { type RuleCode, rules, severityOf, sourceOf } from './rules.js';
import { sources } from './sources.js';

/** At which point a disposal names rules, as the fields of its row. */
export type RuleStage = 'rules' | 'outcomeRules' | 'registerRules';

/** The rules among which an administrator chooses, by where they are looked at. Source: the gates that exist. */
export const choosableRules: Readonly<Record<RuleStage, readonly RuleCode[]>> = {
  rules: disposalRuleCodes,
  outcomeRules: outcomeRuleCodes,
  registerRules: ['POLICE_ONLY_RESOLUTION_LIMIT', 'CANNABIS_TO_PANEL', 'KNIFE_TO_PANEL'],
};

/** What keeps the record itself sound, and what no child under ten is spared by another name. */
const ofEvery: Readonly<Record<RuleStage, readonly RuleCode[]>> = {
  rules: ['DISPOSAL_NOT_IN_FORCE', 'AGE_UNDER_10'],
  outcomeRules: ['POLICE_DECISION_MISSING', 'OUTCOME_DIFFERS_FROM_DECISION'],
  registerRules: [],
};

/** What makes a disposal what it is: a rule that it cites for it stays on. */
const madeBy: Readonly<Record<string, string>> = {
  YOUTH_CAUTION: 'Crime and Disorder Act 1998',
  YOUTH_CONDITIONAL_CAUTION: 'Crime and Disorder Act 1998',
  COMMUNITY_RESOLUTION: sources.communityResolution.citation,
};

/**
 * The rules an administrator cannot take off: what stops everyone in the rule book’s own row; for a caution every rule of
 * its Act, for a community resolution what its guidance lays down; for a disposal that was added what keeps the record
 * sound. In: code, stage. Out: codes. Source: Crime and Disorder Act 1998 ss66ZA to 66C; Children and Young Persons Act
 * 1933 s50; NPCC guidance on community resolutions; each rule’s row.
 */
export function keptRules(code: string, stage: RuleStage): readonly RuleCode[] {
  const seeded = disposalOf(code);
  if (!seeded) return ofEvery[stage];
  const made = madeBy[code];
  const isMadeBy = (rule: RuleCode) => made !== undefined && sourceOf(rule, code).citation.startsWith(made);
  return seeded[stage].filter((rule) => severityOf(rule, code) === 'STOP' || isMadeBy(rule));
}

export type RowFault = { readonly field: string; readonly message: string };

/** What a change is held against. */
export type ChangeFacts = {
  /** The edition before it; null for a disposal that is added. */
  readonly before: Disposal | null;
  /** The other disposals, as they hold from the day of the change on. */
  readonly others: readonly Disposal[];
  /** The day from which it holds, and today. */
  readonly fromDay: string;
  readonly today: string;
};

type Fault = readonly [isFault: boolean, field: string, message: string];

const found = (faults: readonly Fault[]): RowFault[] =>
  faults.flatMap(([isFault, field, message]) => (isFault ? [{ field, message }] : []));

function ruleFaults(row: Disposal, stage: RuleStage): RowFault[] {
  const off = keptRules(row.code, stage).filter((code) => !row[stage].includes(code));
  const unknown = row[stage].filter((code) => !choosableRules[stage].includes(code));
  return [
    ...off.map((code) => ({
      field: stage,
      message: `“${rules[code].message}” cannot be taken off (${sourceOf(code, row.code).citation})`,
    })),
    ...unknown.map((code) => ({ field: stage, message: `${code} is no rule that is looked at here` })),
  ];
}

/**
 * What keeps a disposal from being ended, or changed, on these days. In: the row, what it is held against. Out: faults.
 * Source: days gone by are not rewritten (house rule).
 */
export function faultsInEditionDays(
  { code, validFrom, validTo }: Disposal,
  { before, fromDay, today }: ChangeFacts,
): RowFault[] {
  const holdsBefore = !disposalOf(code) && validFrom < today && validFrom !== before?.validFrom;
  const endsEarly = validTo !== null && validTo !== before?.validTo && validTo < fromDay;
  return found([
    [fromDay < today, 'fromDay', 'Enter a day that is not in the past: what was decided before is not rewritten'],
    [holdsBefore, 'validFrom', 'Enter a first day that is not in the past: nobody could choose it before it was added'],
    [validTo !== null && validTo < validFrom, 'validTo', 'The last day cannot be before the first'],
    [endsEarly, 'validTo', 'The last day cannot be before the day from which this change holds'],
  ]);
}

/** Outcomes that say caution. Source: Home Office crime outcomes framework, outcomes 2 and 3. */
const cautionOutcomes: readonly (string | null)[] = ['2', '2A', '3', '3A'];
const onlyCautions =
  'No caution but a youth caution and a youth conditional caution may be given to a child (Crime and Disorder Act 1998 s66ZA(6))';

const numberIn = (outcome: string | null): string | null => outcome?.replace(/[A-Z]$/, '') ?? null;

/** The number by which a disposal is reported stays that of its kind; a letter beside it names an alternate offence. */
function outcomeFaults({ code, homeOfficeOutcome }: Disposal): RowFault[] {
  const seeded = disposalOf(code);
  const [number, fixed] = [numberIn(homeOfficeOutcome), numberIn(seeded?.homeOfficeOutcome ?? null)];
  if (number !== fixed && cautionOutcomes.includes(homeOfficeOutcome)) {
    return [{ field: 'homeOfficeOutcome', message: onlyCautions }];
  }
  const message = fixed
    ? `It is reported as outcome ${fixed}: another outcome is another disposal (Home Office crime outcomes framework)`
    : 'It is reported by its reason, and has no outcome of its own (Home Office crime outcomes framework)';
  if (seeded && number !== fixed) return [{ field: 'homeOfficeOutcome', message }];
  const notReported = whyNotReported(homeOfficeOutcome);
  return notReported ? [{ field: 'homeOfficeOutcome', message: notReported }] : [];
}

/** Whether it makes a first-time entrant is no choice where the definition says so; what does is formal. */
function entrantFaults({ code, informal, firstTimeEntrant }: Disposal): RowFault[] {
  const seeded = disposalOf(code);
  const makes = seeded?.firstTimeEntrant ?? firstTimeEntrant;
  const said = makes ? 'It makes a first-time entrant' : 'It makes no first-time entrant';
  const { source } = rules.WOULD_BE_FIRST_TIME_ENTRANT;
  return found([
    [makes !== firstTimeEntrant, 'firstTimeEntrant', `${said} (${source})`],
    [
      makes && informal,
      'informal',
      `What makes a first-time entrant is formal, and does not count as informal (${source})`,
    ],
  ]);
}

const folded = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();

function nameFaults({ code, name }: Disposal, { others, fromDay }: ChangeFacts): RowFault[] {
  const isThere = ({ validTo }: Disposal) => validTo === null || validTo >= fromDay;
  const same = others.find((one) => one.code !== code && isThere(one) && folded(one.name) === folded(name));
  return same ? [{ field: 'name', message: `Another disposal is called that (${same.code}): enter another name` }] : [];
}

/**
 * Everything that keeps a row from being saved. In: the row, what it is held against. Out: every fault with its field.
 * Source: `keptRules`; Crime and Disorder Act 1998 s66ZA(6); Home Office crime outcomes framework; Ministry of Justice
 * definition of a first-time entrant; a name says one thing (house rule).
 */
export const faultsInRow = (row: Disposal, facts: ChangeFacts): RowFault[] => [
  ...nameFaults(row, facts),
  ...faultsInEditionDays(row, facts),
  ...outcomeFaults(row),
  ...entrantFaults(row),
  ...(['rules', 'outcomeRules', 'registerRules'] as const).flatMap((stage) => ruleFaults(row, stage)),
];
