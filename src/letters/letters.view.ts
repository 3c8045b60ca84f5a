import type { Blocker } from '../policy/gate.js';
import { audiences, letterInWords, type LetterKind, letterKinds, waysSent, type Wording } from '../policy/letters.js';
import { dayOf } from '../platform/clock.js';
import type { Shown } from '../platform/web/sections.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { LettersOfCase } from './case-letters.js';
import type { DraftToWrite } from './draft-to-write.js';
import { slugOf } from './kind-named.js';
import { draftSheet, keptSheet, type LetterSheet, printedLetter, sheetSent } from './letter-sheet.js';
import type { DraftFound, LetterFound } from './letters.queries.js';

/** A kind of letter on a list: whether it is due, what was begun, and where it is written, or why it cannot be. */
export type KindShown = {
  readonly name: string;
  readonly isDue: boolean;
  readonly isBegun: boolean;
  readonly standing: string;
  readonly write: string | null;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly why: string;
};

export type LetterShown = { readonly name: string; readonly href: string; readonly rows: readonly Shown[] };
type KindListed = {
  readonly kind: LetterKind;
  readonly draft: DraftFound | undefined;
  readonly due: { readonly since: string } | undefined;
  readonly sent: number;
  readonly shut: readonly Blocker[];
  /** Why what was drafted cannot be printed or sent as it is; left out where nothing was. */
  readonly overtaken?: readonly Blocker[] | undefined;
};

/** One kind on a list of letters below `at`. */
export function kindShown(
  at: string,
  mayWrite: boolean,
  { kind, draft, due, sent, shut, overtaken = [] }: KindListed,
): KindShown {
  const page = `${at}/${slugOf(kind)}`;
  const begun = draft && `Being written by ${draft.writtenByName}, saved ${instantInWords(draft.writtenAt)}`;
  const times = sent === 0 ? 'Not sent' : sent === 1 ? 'Sent once' : `Sent ${sent} times`;
  const isOpen = mayWrite && shut.length === 0;
  return {
    ...{ name: letterInWords(kind), isDue: due !== undefined, isBegun: draft !== undefined },
    standing: begun ?? (due ? `Due since ${dayInWords(dayOf(due.since))}` : times),
    write: isOpen ? `${page}/draft` : null,
    links:
      isOpen && draft && overtaken.length === 0
        ? [
            { text: 'Print or read', href: `${page}/draft/paper` },
            { text: 'PDF', href: `${page}/draft/pdf` },
            { text: 'Mark as sent', href: `${page}/sending` },
          ]
        : [],
    why: (shut.length > 0 ? shut : overtaken).map(({ message }) => message).join('. '),
  };
}

/** A letter that was sent, below `at`. */
export function sentShown(at: string, letter: LetterFound, isOutdated: boolean): LetterShown {
  return { name: letterInWords(letter.kind), href: `${at}/${letter.id}`, rows: sentRows(letter, isOutdated) };
}

const OUTDATED = 'What it is about stands no more, or changed: it is kept as it was sent';

/** How, when and by whom it was sent and recorded. */
export const sentRows = (letter: LetterFound, isOutdated: boolean): Shown[] => [
  ...(isOutdated ? [{ key: 'Since', value: OUTDATED }] : []),
  { key: 'Sent', value: `${dayInWords(letter.sentOn)}, ${waysSent[letter.way].toLowerCase()}, by ${letter.sentBy}` },
  { key: 'Written by', value: letter.writtenByName },
  { key: 'Recorded', value: `${instantInWords(letter.recordedAt)} by ${letter.recordedByName}` },
  ...(letter.correctsId ? [{ key: 'Puts right', value: 'A letter sent before' }] : []),
  ...(letter.correctedById ? [{ key: 'Put right', value: 'By a later letter' }] : []),
];

/** The list of a case’s letters as its page prints it. */
export function lettersPage({ found, mayWrite, due, drafts, sent, shut, overtaken, outdated }: LettersOfCase) {
  const at = `/cases/${found.id}/letters`;
  const kinds = [...shut].map(([kind, blockers]) =>
    kindShown(at, mayWrite, {
      ...{ kind, shut: blockers, overtaken: overtaken.get(kind) },
      draft: drafts.find((one) => one.kind === kind),
      due: due.find((one) => one.kind === kind),
      sent: sent.filter((one) => one.kind === kind).length,
    }),
  );
  return {
    title: 'Letters',
    ...listsOf(kinds),
    sent: sent.map((letter) => sentShown(at, letter, outdated.has(letter.id))),
  };
}

/** What is due or begun stands first. */
export const listsOf = (kinds: readonly KindShown[]) => ({
  due: kinds.filter(({ isDue, isBegun }) => isDue || isBegun),
  others: kinds.filter(({ isDue, isBegun }) => !isDue && !isBegun),
});

/** What stands beside the form of a letter: its other wording, and what whoever writes it needs to know. */
export const besideForm = ({ kind, needs, input, isAnew }: DraftToWrite, at: string, hasShort: boolean) => ({
  ...{ needs, isAnew },
  wordings: hasShort ? afresh(`${at}/${slugOf(kind)}/draft`, input.wording) : [],
});

const afresh = (page: string, now: Wording) => [
  { text: 'Begin again in the usual words', href: `${page}?wording=USUAL`, current: now === 'USUAL' },
  { text: 'Begin again in short sentences', href: `${page}?wording=SHORT`, current: now === 'SHORT' },
];

/** A letter as its page prints it, around which stands nothing but the way back. */
export const letterPage = (sheet: LetterSheet, workersPage: string) => {
  const printed = printedLetter(sheet);
  const { isLarge, paper } = printed;
  const classes = ['jdp-child', isLarge && 'jdp-child--large', paper && `jdp-child--${paper.toLowerCase()}`];
  return {
    title: sheet.heading,
    letter: printed,
    bodyClasses: classes.filter(Boolean).join(' '),
    workersPage,
    look: {},
  };
};

const named = (kind: LetterKind) => ({ kind, to: audiences[letterKinds[kind].audience], name: letterInWords(kind) });

/** The letters of a case as the API sends them. */
export const lettersSent = ({ due, shut, ...kept }: LettersOfCase): object => ({
  due: due.map(({ kind, since }) => ({ ...named(kind), since })),
  kinds: [...shut].map(([kind, blockers]) => ({ ...named(kind), blockers })),
  ...keptSent(kept),
});

type KeptLetters = {
  readonly drafts: readonly DraftFound[];
  readonly sent: readonly LetterFound[];
  readonly overtaken: ReadonlyMap<LetterKind, readonly Blocker[]>;
  readonly outdated: ReadonlySet<string>;
};

/** Drafts with what keeps each from being printed or sent as it is, and what was sent with whether it still holds. */
export const keptSent = ({ drafts, sent, overtaken, outdated }: KeptLetters): object => ({
  drafts: drafts.map(({ sheet, ...draft }) => ({
    ...draft,
    ...named(draft.kind),
    blockers: overtaken.get(draft.kind) ?? [],
    sheet: sheetSent(draftSheet(sheet)),
  })),
  items: sent.map((letter) => letterSent(letter, keptSheet(letter), outdated.has(letter.id))),
  next: null,
});

export const letterSent = (letter: LetterFound, sheet: LetterSheet, isOutdated: boolean): object => ({
  ...{ ...letter, isOutdated },
  ...named(letter.kind),
  sheet: sheetSent(sheet),
});

export const toWriteSent = ({ kind, input, version, isAnew, needs, earlier }: DraftToWrite): object => ({
  ...named(kind),
  ...input,
  ...{ version, isAnew, needs, earlier: earlier.map(({ id, sentOn }) => ({ id, sentOn })) },
});
