import type { Blocker } from '../../policy/gate.js';
import type { FieldError } from '../errors.js';
import { anchorOf } from './form-controls.js';
import { type Field, valueAt, type Values } from './form-fields.js';
import { daysInWords } from './words.js';

type Sent = { readonly fields: readonly Field[]; readonly typed: Values; readonly path: string };

/** Shut gates as a form that comes back shows them: in their list, and each beside the field that answers it. */
type OnForm = { readonly blockers: readonly Blocker[]; readonly beside: readonly FieldError[] };

/**
 * What is mended on this very page is mended below: its address would open the page anew, without what was typed. The
 * link leads to the field that answers it, and to the form where no field does.
 */
export function blockersOnForm(blockers: readonly Blocker[], { path, ...sent }: Sent): OnForm {
  const found = blockers.map((blocker) => ({
    blocker,
    isBelow: blocker.mend === path,
    field: blocker.mend === path ? answering(blocker, sent) : undefined,
  }));
  return {
    blockers: found.map(({ blocker, isBelow, field }) =>
      isBelow ? { ...blocker, mend: anchorOf(sent.fields, field?.id ?? '') } : blocker,
    ),
    beside: found.flatMap(({ blocker, field }) =>
      field ? [{ field: field.id, message: daysInWords(blocker.message) }] : [],
    ),
  };
}

/** Of several fields that answer a rule the first that was left empty. */
function answering({ code }: Blocker, { fields, typed }: Omit<Sent, 'path'>): Field | undefined {
  const able = fields.filter(({ answers }) => answers?.includes(code));
  return able.find(({ id }) => valueAt(typed, id) === undefined) ?? able[0];
}
