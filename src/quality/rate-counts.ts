import { type Count, findFramework, type RatedStandard, rateFramework } from '../policy/ratings.js';
import { type FieldError, Invalid, refuse } from '../platform/errors.js';

const isCount = (count: unknown): count is number => Number.isInteger(count) && (count as number) >= 0;

/** What is impossible about counts, each fault under the field that `fieldOf` names. */
export function assertCounts(
  counts: readonly Count[],
  fieldOf: (index: number, ref: string, part: 'ref' | 'yes' | 'applicable') => string,
  known: readonly string[],
): void {
  const errors = counts.flatMap(({ ref, yes, applicable, all }, index): FieldError[] => {
    const fault = (part: 'ref' | 'yes' | 'applicable', message: string) => [
      { field: fieldOf(index, ref, part), message },
    ];
    if (!known.includes(ref)) return fault('ref', `${ref} is not a key question of the framework`);
    if (counts.findIndex((count) => count.ref === ref) < index) return fault('ref', `${ref} is counted twice`);
    if (!isCount(yes)) return fault('yes', `Enter how many cases were sufficient on ${ref}`);
    if (!isCount(applicable)) return fault('applicable', `Enter to how many cases ${ref} applied, as a whole number`);
    if (applicable > all) return fault('applicable', `${ref} cannot apply to more than the ${all} cases judged`);
    if (yes > applicable) return fault('yes', `No more than ${applicable} cases can be sufficient on ${ref}`);
    return [];
  });
  refuse(errors);
}

/** Rates counts that were published or counted elsewhere, by the rules that rate our own audits. Nothing is stored. */
export function rateCounts(frameworkId: string, counts: readonly Count[]): RatedStandard[] {
  const framework = findFramework(frameworkId);
  if (!framework) throw new Invalid([{ field: 'framework', message: 'Select a framework' }]);
  const known = framework.standards.flatMap(({ keyQuestions }) => keyQuestions);
  assertCounts(counts, (index, _, part) => `counts[${index}].${part}`, known);
  return rateFramework(framework, counts);
}
