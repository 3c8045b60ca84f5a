import type { Blocker } from '../policy/gate.js';
import { rules } from '../policy/rules.js';

/** A blocker with where its rule comes from, as pages show it. */
export type Sourced = Blocker & { readonly source: string };

export const sourced = (found: Blocker): Sourced => ({ ...found, source: rules[found.code].source });
