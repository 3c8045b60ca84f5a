import { dayInWords } from './words.js';

/** A line of something to read: what is asked, and what is known. */
export type Shown = { readonly key: string; readonly value: string };

/**
 * One part of what people read of a child before they sign, recommend or audit: a heading, a badge where something must
 * not be overlooked, questions and answers. `href` is the page on which it is changed, where the reader may change it.
 */
export type Section = {
  readonly id: string;
  readonly title: string;
  readonly badges: readonly { readonly text: string; readonly colour?: string }[];
  readonly note: string;
  readonly rows: readonly Shown[];
  readonly href?: string;
};

/** A section with what is not said left empty; one without rows says that nothing is recorded. */
export const section = (id: string, title: string, rows: readonly Shown[], more: Partial<Section> = {}): Section => ({
  ...{ id, title, rows, badges: [], note: '' },
  ...(rows.length === 0 ? { note: 'Not recorded.' } : {}),
  ...more,
});

/** The line, when something is written; nothing otherwise. */
export const written = (key: string, value: string | null | undefined): Shown[] =>
  value?.trim() ? [{ key, value }] : [];

/** The same of a day, in words. */
export const writtenDay = (key: string, day: string | null | undefined): Shown[] =>
  written(key, day && dayInWords(day));
