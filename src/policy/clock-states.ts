import type { ClockFacts } from './clock-kinds.js';
import type { CaseState } from './lifecycle.js';

/** Whether a case is in one of some states; a state that is not known is none of them. In: states, facts. Source: the lifecycle. */
export const isIn = (states: readonly CaseState[], { state }: ClockFacts): boolean =>
  state != null && states.includes(state);
