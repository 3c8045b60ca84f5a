import { disposalRuleCodes } from './disposal-gates.js';
import type { Disposal } from './disposal.js';
import { disposalOf } from './disposals.js';
import { outcomeRuleCodes } from './outcome-gates.js';
import { type RuleCode, rules, severityOf } from './rules.js';

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

const cautions: readonly string[] = ['YOUTH_CAUTION', 'YOUTH_CONDITIONAL_CAUTION'];
const cautionAct = 'Crime and Disorder Act 1998';

/**
 * The rules an administrator cannot take off: what stops everyone in the rule book’s own row, for a caution every rule
 * of its Act, and for a disposal that was added what keeps the record sound. In: code, stage. Out: codes.
 * Source: Crime and Disorder Act 1998 ss66ZA to 66C; Children and Young Persons Act 1933 s50; each rule’s row.
 */
export function keptRules(code: string, stage: RuleStage): readonly RuleCode[] {
  const seeded = disposalOf(code);
  if (!seeded) return ofEvery[stage];
  return seeded[stage].filter(
    (rule) =>
      severityOf(rule, code) === 'STOP' || (cautions.includes(code) && rules[rule].source.startsWith(cautionAct)),
  );
}

export type RowFault = { readonly field: string; readonly message: string };

const fault = (isFault: boolean, field: string, message: string): RowFault[] => (isFault ? [{ field, message }] : []);

function ruleFaults(row: Disposal, stage: RuleStage): RowFault[] {
  const off = keptRules(row.code, stage).filter((code) => !row[stage].includes(code));
  const unknown = row[stage].filter((code) => !choosableRules[stage].includes(code));
  return [
    ...off.map((code) => ({
      field: stage,
      message: `“${rules[code].message}” cannot be taken off (${rules[code].source})`,
    })),
    ...unknown.map((code) => ({ field: stage, message: `${code} is no rule that is looked at here` })),
  ];
}

/** Outcomes that say caution: a new disposal cannot be one. Source: Crime and Disorder Act 1998 s66ZA(6). */
const cautionOutcomes: readonly (string | null)[] = ['2', '2A', '3', '3A'];

/**
 * Everything that keeps a row from being saved. In: the row, the edition before it or null, the day it begins, today.
 * Out: every fault with its field. Source: `keptRules`; days gone by are not rewritten (house rule).
 */
export function faultsInRow(row: Disposal, before: Disposal | null, fromDay: string, today: string): RowFault[] {
  const { validFrom, validTo, homeOfficeOutcome } = row;
  const isCaution = !disposalOf(row.code) && cautionOutcomes.includes(homeOfficeOutcome);
  const noEntrant = cautions.includes(row.code) && !row.firstTimeEntrant;
  const endsEarly = validTo !== null && validTo !== before?.validTo && validTo < fromDay;
  return [
    ...fault(
      fromDay < today,
      'fromDay',
      'Enter a day that is not in the past: what was decided before is not rewritten',
    ),
    ...fault(validTo !== null && validTo < validFrom, 'validTo', 'The last day cannot be before the first'),
    ...fault(endsEarly, 'validTo', 'The last day cannot be before the day from which this change holds'),
    ...fault(
      isCaution,
      'homeOfficeOutcome',
      'No caution but a youth caution and a youth conditional caution may be given to a child (Crime and Disorder Act 1998 s66ZA(6))',
    ),
    ...fault(
      noEntrant,
      'firstTimeEntrant',
      `A caution makes a first-time entrant (${rules.WOULD_BE_FIRST_TIME_ENTRANT.source})`,
    ),
    ...(['rules', 'outcomeRules', 'registerRules'] as const).flatMap((stage) => ruleFaults(row, stage)),
  ];
}
