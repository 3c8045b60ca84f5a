import { exampleValues, fieldsOfKind, letterField } from '../policy/letter-fields.js';
import { usualLook } from '../policy/letter-look.js';
import { filled } from '../policy/letter-template.js';
import {
  audiences,
  hasShortWording,
  letterInWords,
  type LetterKind,
  letterKindCodes,
  letterKindRow,
  shortWordingOf,
  wordings,
} from '../policy/letters.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import { slugOf } from './kind-named.js';
import type { TemplatePreviewInput } from './letter-template.input.js';
import { type LetterPrinted, type LetterSheet, printedLetter } from './letter-sheet.js';
import type { EditionFound, TemplateInForce } from './letter-templates.queries.js';

type State = 'In force' | 'To come' | 'Ended' | 'Replaced';

/** Editions of one kind with where each stands; of those of an area (or of everywhere) for one day the last counts. */
export function editionsShown(editions: readonly EditionFound[], today: string) {
  const seen = new Map<string, Set<string>>();
  return editions.map((edition) => {
    const { id, kind, panelAreaId, fromDay, text, reason, writtenByName, writtenAt, panelArea } = edition;
    const days = seen.get(panelAreaId ?? '') ?? new Set<string>();
    seen.set(panelAreaId ?? '', days);
    const state = stateOf(fromDay, days, today);
    days.add(fromDay);
    return {
      ...{ id, state, reason, from: dayInWords(fromDay), where: panelArea ?? 'Everywhere' },
      what: text === null ? 'What is usual holds again' : 'Words of its own',
      by: `${writtenByName}, ${instantInWords(writtenAt)}`,
      href: text === null ? null : `/letter-templates/${slugOf(kind)}/editions/${id}`,
    };
  });
}

/** `days` are those of later editions, which come first. */
function stateOf(fromDay: string, days: ReadonlySet<string>, today: string): State {
  if (days.has(fromDay)) return 'Replaced';
  if (fromDay > today) return 'To come';
  return [...days].some((day) => day <= today) ? 'Ended' : 'In force';
}

/** Every kind with whose words hold today. */
export const templatesPage = (editions: readonly EditionFound[], today: string) => ({
  title: 'Letter templates',
  kinds: letterKindCodes.map((kind) => {
    const ofKind = editions.filter((one) => one.kind === kind);
    const shown = editionsShown(ofKind, today).filter(({ state, href }) => state === 'In force' && href !== null);
    return {
      ...{ kind, name: letterInWords(kind), href: `/letter-templates/${slugOf(kind)}` },
      holds:
        shown.length === 0
          ? 'The usual words'
          : shown.map(({ where, from }) => `${where}: own words since ${from}`).join('; '),
    };
  }),
});

/** What a template of a kind may name. */
export const fieldsShown = (kind: LetterKind) =>
  fieldsOfKind(kind).map((name) => {
    const { holds, mayBeEmpty, example } = letterField(name);
    const isList = Array.isArray(example);
    return {
      ...{ name, holds, mayBeEmpty: mayBeEmpty === true, isList, example: [example].flat().join('; ') },
      written: mayBeEmpty ? `{{#${name}}} … {{${name}}} … {{/${name}}}` : `{{${name}}}`,
    };
  });

export type Preview = { readonly wording: string; readonly letter: LetterPrinted };

/** A template without faults filled with invented examples, in each of its wordings. */
export function previewsOf(kind: LetterKind, { heading, text, shortText }: TemplatePreviewInput): Preview[] {
  const values = exampleValues(kind);
  const preview = (words: string, wording: keyof typeof wordings): Preview => ({
    wording: wording === 'SHORT' ? shortWordingOf(kind) : wordings[wording],
    letter: printedLetter({ ...exampleSheet(kind), heading: filled(heading, values), text: filled(words, values) }),
  });
  const short = hasShortWording(kind) && shortText ? [preview(shortText, 'SHORT')] : [];
  return [preview(text, 'USUAL'), ...short];
}

const exampleSheet = (kind: LetterKind): LetterSheet => ({
  ...usualLook,
  ...{ kind, heading: '', text: '', panelName: 'Riverside joint decision panel', reference: 'JDP-26-000042' },
  ...{ day: '2026-12-03', corrects: null, madeAt: '2026-12-03T10:00:00.000Z' },
});

/** A kind and the template in force, as the API sends them. */
export const templateSent = (kind: LetterKind, { editionId, heading, text, shortText, isOfArea }: TemplateInForce) => ({
  ...{ kind, to: audiences[letterKindRow(kind).audience], name: letterInWords(kind) },
  inForce: { editionId, isOfArea, heading, text, shortText },
  fields: fieldsShown(kind),
});
