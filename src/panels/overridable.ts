import type { Blocker } from '../policy/gate.js';
import type { Option } from '../policy/questions/question-set.js';
import { rules } from '../policy/rules.js';

/** The shut gates for which the reader may give a reason and go on, each once, with its words. */
export function overridable(blockers: readonly Blocker[], may: boolean): Option[] {
  const liftable = blockers.filter(
    ({ code, severity }) => (severity === 'OVERRIDE' && may) || (severity === 'WARN' && rules[code].acknowledged),
  );
  return [...new Set(liftable.map(({ code }) => code))].map((code) => ({ value: code, label: rules[code].message }));
}
