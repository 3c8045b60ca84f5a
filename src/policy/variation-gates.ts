import type { ConditionFacts } from './conditions.js';
import type { Disposal } from './disposal.js';
import { type DisposalFacts, disposalBlockers, disposalRules } from './disposal-gates.js';
import { disposalOf } from './disposals.js';
import { blocker, casePage, type Blocker, type Facts } from './gate.js';
import type { RuleCode } from './rules.js';

/** The rules on conditions that hold when they are varied as they did when they were given. */
const onConditions: readonly RuleCode[] = [
  'YCC_CONDITIONS_REQUIRED',
  'YCC_PENALTY_CAP',
  'YCC_ATTENDANCE_CAP',
  'YCC_DEADLINE',
  'TURNS_18_BEFORE_DEADLINE',
  'LIMITATION_DATE_NEAR',
];

/** What may not be above the law whoever plans it, and when. Source: as each rule’s row. */
const caps: readonly RuleCode[] = ['YCC_PENALTY_CAP', 'YCC_ATTENDANCE_CAP', 'YCC_DEADLINE'];

/**
 * The caps that conditions are above while they are planned or delivered; what else a condition needs is looked at when it
 * is given. In: as for a variation. Out: every blocker at once; none where there is no condition. Source: SI 2013/608;
 * each rule’s row.
 */
export const capBlockers = (facts: DisposalFacts, row: Disposal | null = disposalOf(facts.disposal)): Blocker[] =>
  facts.conditions?.length
    ? disposalBlockers(facts, 'DECIDE', row)
        .filter(({ code }) => caps.includes(code))
        .map((found) => ({ ...found, mend: casePage(facts, 'delivery') }))
    : [];

/**
 * True for a disposal whose conditions may be a penalty: those on which the law sets a cap. In: the row. Source: SI
 * 2013/608, of youth conditional cautions alone.
 */
export const mayHavePenalty = (row: Disposal | null): boolean => row?.rules.includes('YCC_PENALTY_CAP') ?? false;

export type VariationFacts = Facts<{ caseId: string; disposal: string; agreedBy: readonly string[] }>;

const isConditional = ({ disposal }: VariationFacts): boolean => disposal === 'YOUTH_CONDITIONAL_CAUTION';

/** The child consents, and somebody who may give the caution varies it. */
function isAgreed({ agreedBy }: VariationFacts): boolean {
  const agreed = agreedBy ?? [];
  return agreed.includes('CHILD') && (agreed.includes('POLICE') || agreed.includes('PROSECUTOR'));
}

/**
 * Everything that keeps conditions from being varied as proposed. In: who agreed; the facts of the disposal with the
 * conditions as they would be, on the day of the caution; its row where that is not the book's own. Out: every blocker at once; none for a disposal whose conditions
 * nobody can enforce. Source: Crime and Disorder Act 1998 s66A, s66C, s66D; SI 2013/608; each rule’s row.
 */
export function variationBlockers(
  variation: VariationFacts,
  facts: DisposalFacts,
  row: Disposal | null = disposalOf(facts.disposal),
): Blocker[] {
  const mend = casePage(variation, 'delivery/variations');
  const varied = disposalBlockers(facts, 'DECIDE', row)
    .filter(({ code }) => onConditions.includes(code))
    .map((found) => ({ ...found, mend }));
  return isConditional(variation) && !isAgreed(variation) ? [...varied, blocker('VARIATION_NOT_AGREED', mend)] : varied;
}

/** The rules that were looked at, to be stored with the variation. In: as above. Source: the disposal’s row. */
export const variationRules = (
  variation: VariationFacts,
  facts: DisposalFacts,
  row = disposalOf(facts.disposal),
): RuleCode[] => [
  ...disposalRules(facts, 'DECIDE', row).filter((code) => onConditions.includes(code)),
  ...(isConditional(variation) ? (['VARIATION_NOT_AGREED'] as const) : []),
];

const termsOf = ({ object, description, penaltyPence, attendanceHours, due }: ConditionFacts): string =>
  JSON.stringify([object ?? '', description ?? '', penaltyPence ?? 0, attendanceHours ?? 0, due ?? '']);

/** True when two lists hold the same conditions, whoever sees to them. In: conditions. Source: house rule. */
export const areSameConditions = (one: readonly ConditionFacts[], other: readonly ConditionFacts[]): boolean =>
  one.length === other.length && one.map(termsOf).toSorted().join('\n') === other.map(termsOf).toSorted().join('\n');

/**
 * Conditions that stand are changed by a variation alone. In: those that stand, those that were sent. Out: the blocker or
 * none. Source: what keeps the record itself sound.
 */
export const changeBlockers = (
  facts: Facts<{ caseId: string }>,
  standing: readonly ConditionFacts[],
  sent: readonly ConditionFacts[],
): Blocker[] =>
  areSameConditions(standing, sent)
    ? []
    : [blocker('CONDITIONS_CHANGED_WITHOUT_VARIATION', casePage(facts, 'delivery/variations'))];
