import type { Field } from '../../platform/web/form-fields.js';
import { optionsOf } from '../../platform/web/form-options.js';
import { reviewFindings } from './repeat-review.entity.js';

export const repeatReviewFields: readonly Field[] = [
  { id: 'finding', kind: 'CHOICE', ask: 'What did you find?', options: optionsOf(reviewFindings) },
  {
    id: 'reason',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'Why?',
    hint: 'What was learned from how the child responded before, or what is still to be written',
  },
];
