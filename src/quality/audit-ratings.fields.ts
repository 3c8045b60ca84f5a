import { type Count, frameworks } from '../policy/ratings.js';
import type { Field, Values } from '../platform/web/form-fields.js';
import { askedUnder } from './asked-under.js';

const framework = frameworks[0]!;
const MOST = 100_000;

/** The key questions of the framework in order. */
export const keyQuestionRefs = framework.standards.flatMap(({ keyQuestions }) => keyQuestions);

const nameOf = (ref: string): string => ref.replaceAll('.', '-');

const asked = (ref: string): string =>
  askedUnder(framework.id)
    .set.pages.flatMap(({ questions }) => questions)
    .find(({ id }) => id === ref)?.ask ?? ref;

/** How many cases were judged, and for each key question how many were sufficient. */
export const countFields: readonly Field[] = [
  {
    id: 'framework',
    kind: 'SELECT',
    ask: 'Framework',
    options: frameworks.map(({ id, title }) => ({ value: id, label: title })),
  },
  { id: 'all', kind: 'NUMBER', least: 1, most: MOST, ask: 'How many cases were judged?' },
  ...keyQuestionRefs.flatMap((ref): Field[] => [
    { id: `heading-${nameOf(ref)}`, kind: 'HEADING', ask: `Key question ${ref}`, hint: asked(ref) },
    { id: `yes.${nameOf(ref)}`, kind: 'NUMBER', least: 0, most: MOST, ask: `${ref}: cases that were sufficient` },
    {
      id: `applicable.${nameOf(ref)}`,
      kind: 'NUMBER',
      least: 0,
      most: MOST,
      ask: `${ref}: cases to which it applied`,
      hint: 'Leave empty if it applied to all',
      optional: true,
    },
  ]),
];

export const countValues = (counts: readonly Count[]): Values => ({
  framework: framework.id,
  all: counts[0]?.all,
  yes: Object.fromEntries(counts.map(({ ref, yes }) => [nameOf(ref), yes])),
  applicable: Object.fromEntries(
    counts.map(({ ref, applicable, all }) => [nameOf(ref), applicable === all ? undefined : applicable]),
  ),
});

type Typed = { all: number; yes?: Record<string, unknown>; applicable?: Record<string, unknown> };

/** The counts that were typed; what is no whole number stays as it was typed, for `assertCounts` to name. */
export const typedCounts = ({ all, yes = {}, applicable = {} }: Typed): Count[] =>
  keyQuestionRefs.map((ref) => ({
    ref,
    yes: yes[nameOf(ref)] as number,
    applicable: (applicable[nameOf(ref)] ?? all) as number,
    all,
  }));

export const countField = (ref: string, part: 'yes' | 'applicable'): string => `${part}.${nameOf(ref)}`;
