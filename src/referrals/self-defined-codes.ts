import { ethnicities } from '../policy/ethnicity.js';

/** Every self-defined code of every list, each once; those of one list alone come last, before "not stated". */
const all: Record<string, string> = Object.assign({}, ...Object.values(ethnicities)) as Record<string, string>;
const { NOT_STATED: notStatedName, ...stated } = all;

export const selfDefinedCodes = [
  ...Object.entries(stated)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([value, name]) => ({ value, label: `${value} ${name}` })),
  { value: 'NOT_STATED', label: notStatedName ?? 'Not stated' },
];
