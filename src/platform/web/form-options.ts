import type { Option } from '../../policy/questions/question-set.js';
import type { Named } from '../ids.js';

/** A table of codes and words as the options of a question. */
export const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Both answers to a plain question. */
export const yesOrNo: readonly Option[] = optionsOf({ YES: 'Yes', NO: 'No' });

/** People or panel areas as the options of a question. */
export const optionsNamed = (found: readonly Named[]): Option[] =>
  found.map(({ id, name }) => ({ value: id, label: name }));
