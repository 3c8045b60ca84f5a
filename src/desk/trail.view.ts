import type { FieldError } from '../platform/errors.js';
import type { Listed } from '../platform/database/keyset.js';
import type { Named } from '../platform/ids.js';
import { formPage } from '../platform/web/form.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed } from '../platform/web/form-options.js';
import { codeInWords, dayInWords } from '../platform/web/words.js';
import type { TrailInput } from './trail.input.js';
import type { TrailItem } from './trail.queries.js';

export const trailFields = (people: readonly Named[]): Field[] => [
  {
    id: 'personId',
    kind: 'SELECT',
    ask: 'Person',
    options: optionsNamed(people),
    optional: true,
  },
  { id: 'day', kind: 'DAY', ask: 'Day', optional: true },
];

const closedWords = { RECUSED: 'A case you have stepped out of', RESTRICTED: 'A restricted case' } as const;

type Narrowed = { readonly personId?: string | undefined; readonly day?: string | undefined };

function address({ personId, day }: Narrowed, after?: string | null): string {
  const query = new URLSearchParams();
  if (personId) query.set('personId', personId);
  if (day) query.set('day', day);
  if (after) query.set('after', after);
  return query.size > 0 ? `/trail?${query.toString()}` : '/trail';
}

/** The trail as its page prints it. In: what was asked, what was found, people, faults of the filter. */
export function trailPage(
  { personId, day, after }: TrailInput,
  { items, next }: Listed<TrailItem>,
  people: readonly Named[],
  errors: readonly FieldError[],
): object {
  const asked = { personId, day };
  const person = people.find(({ id }) => id === personId);
  return {
    title: 'Who did and saw what',
    form: formPage({
      ...{ title: 'Trail', fields: trailFields(people), values: asked, errors },
      ...{ action: '/trail', submitText: 'Apply filters' },
    }),
    chosen: [
      ...(person ? [{ text: person.name, remove: address({ day }) }] : []),
      ...(day && errors.length === 0 ? [{ text: dayInWords(day), remove: address({ personId }) }] : []),
    ],
    rows: items.map(({ subjectType, reference, closed, actor, ...item }) => ({
      ...item,
      actor: actor ?? 'The service, or nobody known',
      subject: closed ? closedWords[closed] : (reference ?? codeInWords(subjectType)),
    })),
    newer: after ? address(asked) : undefined,
    older: next ? address(asked, next) : undefined,
  };
}
