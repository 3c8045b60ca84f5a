import type { ChildQuestion } from '../policy/child-form.js';
import type { ChildLook } from '../policy/child-look.js';
import type { Field } from '../platform/web/form-fields.js';
import { yesOrNo } from '../platform/web/form-options.js';

/** The classes of the whole page: how large it is, and on what colour. */
export const lookClasses = ({ isLarge, paper }: ChildLook): string =>
  ['jdp-child', isLarge && 'jdp-child--large', paper && `jdp-child--${paper.toLowerCase()}`].filter(Boolean).join(' ');

/** The questions as the fields of a form, each with its short lines unless they are too many for this child. */
export const childFields = (questions: readonly ChildQuestion[], { isShort }: ChildLook): Field[] =>
  questions.map(({ id, ask, hint, kind }): Field => {
    const common = { id, ask, ...(hint && !isShort ? { hint } : {}) };
    if (kind === 'YES_NO') return { ...common, kind: 'CHOICE', options: yesOrNo };
    return kind === 'LINE' ? { ...common, kind: 'TEXT', limit: 500 } : { ...common, kind: 'LONG_TEXT', limit: 4000 };
  });

/** The picture beside each question, by its id; none where the child needs none. */
export const picturesOf = (questions: readonly ChildQuestion[], { hasPictures }: ChildLook): Record<string, string> =>
  hasPictures ? Object.fromEntries(questions.map(({ id, picture }) => [id, picture])) : {};
