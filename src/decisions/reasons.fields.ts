import type { Option } from '../policy/questions/question-set.js';
import { evidencePartCodes, missingStandings, partName, reasonPartCodes, type ReasonPart } from '../policy/reasons.js';
import type { Field, FieldLink } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';
import type { Standing } from './disposal-standings.js';

/** A victim of whom the page asks, by place and kind and never by name. */
export type VictimAsked = { readonly id: string; readonly title: string };

/** Always in the order of the table, none chosen. */
export const plain = (standings: readonly Standing[]): Option[] =>
  standings.map(({ code, name }) => ({ value: code, label: name }));

const words = (id: string, ask: string, more: Partial<Field> = {}): Field =>
  ({ id, ask, kind: 'LONG_TEXT', limit: 4000, ...more }) as Field;

export const leastField = (standings: readonly Standing[]): Field[] => [
  {
    id: 'leastCriminalising.disposal',
    kind: 'SELECT',
    ask: 'The least criminalising option considered',
    hint: 'A caution or a charge can follow a child for years. Where one is recommended, select an option that is neither.',
    options: plain(standings),
    answers: ['LEAST_CRIMINALISING_NOT_EXPLAINED'],
  },
  words('leastCriminalising.reason', 'Why it was not enough', {
    ...{ hint: 'Leave empty only where it is what the panel recommends', optional: true },
  }),
];

const bearing = (part: ReasonPart): Field =>
  words(`reasons.${part}`, `${partName(part)}: how did it bear on the recommendation?`);

/** Where there is one victim, or none. */
export const oneVictim = bearing('victim');

/** Of several victims each by itself; its place in the list is known by a hidden field, whose words the API shares. */
const eachVictim = (victims: readonly VictimAsked[]): Field[] =>
  victims.flatMap(({ title }, place): Field[] => [
    { id: `reasons.victims.${place}.victimId`, kind: 'HIDDEN', ask: title },
    words(`reasons.victims.${place}.reason`, `${title}: how did what they said bear on the recommendation?`),
  ]);

/** `read` are the sections above the form, to look one up while writing. */
export const reasonFields = (victims: readonly VictimAsked[], read: readonly FieldLink[]): Field[] => [
  {
    ...{ id: 'reasons', kind: 'HEADING', ask: 'Reasons', links: read },
    ...(read.length > 0 ? { hint: 'To read again, on this page:' } : {}),
  },
  ...reasonPartCodes.flatMap((part) =>
    part === 'victim' && victims.length > 1 ? eachVictim(victims) : [bearing(part)],
  ),
];

/** The values of the hidden fields, for showing the form. */
export const victimValues = (victims: readonly VictimAsked[]): object =>
  victims.length > 1 ? { reasons: { victims: victims.map(({ id }) => ({ victimId: id })) } } : {};

export const missingFields = (missing: readonly string[]): Field[] => [
  {
    id: 'missingInformation.status',
    kind: 'CHOICE',
    ask: 'Was anything missing that the panel wanted to know?',
    ...(missing.length > 0 ? { hint: `Known to be missing: ${missing.join('. ')}.` } : {}),
    options: optionsOf(missingStandings),
    answers: ['MISSING_INFORMATION_NOT_EXPLAINED'],
  },
  words('missingInformation.reason', 'What was missing, and why the panel went on', {
    when: { question: 'missingInformation.status', is: 'WENT_ON' },
  }),
];

/** What a reason rests on besides what it rests on of itself; where nothing can be named, no field. */
export const restsOnField = (sections: readonly Option[]): Field[] =>
  sections.length === 0
    ? []
    : [
        {
          id: 'restsOn',
          kind: 'GROUP',
          ask: 'What else a reason rests on',
          hint: 'Each reason is kept with the section of the pack that it is about. Add another section where one rests on more.',
          itemName: 'section',
          most: 50,
          optional: true,
          questions: [
            {
              ...{ id: 'part', kind: 'SELECT', ask: 'Reason' },
              options: evidencePartCodes.map((part) => ({ value: part, label: partName(part) })),
            },
            { id: 'section', kind: 'SELECT', ask: 'Section of the pack', options: sections },
          ],
        },
      ];
