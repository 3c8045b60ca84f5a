import type { EntityTarget } from 'typeorm';
import type { CaseFound } from '../cases/find-case.js';
import { fingerprintOf } from '../packs/fingerprint.js';
import type { Blocker } from '../policy/gate.js';
import { bracesLeft } from '../policy/letter-template.js';
import { hasShortWording, type LetterKind, type Wording } from '../policy/letters.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { faultIf, type FieldError, Invalid, refuse, refuseShut, StaleVersion } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import type { LetterInput, SendingInput } from './letter.input.js';
import type { Draft, Kept } from './letter.entity.js';
import { draftSheet, keptSheet, type LetterSheet } from './letter-sheet.js';

/** Where the letters of one reader are: the tables, and the key of a draft in them. */
export type Shelf<Of extends Draft, In extends Kept> = {
  readonly drafts: EntityTarget<Of>;
  readonly kept: EntityTarget<In>;
  readonly key: Partial<Of> & { caseId: string; kind: LetterKind };
};

type About = {
  readonly found: CaseFound;
  readonly panelName: string;
  readonly aboutId: string | null;
  readonly editionId: string | null;
};

/** Saves the draft of a letter; part of a unit of work. Gives its version. */
export async function saveDraft<Of extends Draft, In extends Kept>(
  work: Work,
  { drafts, kept, key }: Shelf<Of, In>,
  input: LetterInput,
  about: About,
): Promise<number> {
  const { tx, actor, now } = work;
  const corrected = input.corrects ? await tx.findOneBy(kept, { ...key, id: input.corrects } as never) : null;
  const faults = faultsIn(input, key.kind, corrected);
  refuse(faults);
  const sheet = JSON.stringify(sheetOf(work, key.kind, input, about, corrected));
  const { aboutId, editionId } = about;
  const changes = { aboutId, editionId, correctsId: corrected?.id ?? null, sheet };
  const written = { ...changes, writtenBy: actor.personId, writtenAt: now } as Partial<Of>;
  return writeOne(tx, drafts, key, written, input.version, () => ({ id: newId() }) as Partial<Of>);
}

function faultsIn({ heading, text, wording, corrects }: LetterInput, kind: LetterKind, corrected: Kept | null) {
  const braces = (field: string, words: string): FieldError[] =>
    bracesLeft(words).map(({ message }) => ({ field, message }));
  return [
    ...braces('heading', heading),
    ...braces('text', text),
    ...faultIf(wording === 'SHORT' && !hasShortWording(kind), 'wording', 'This letter has no such wording'),
    ...faultIf(Boolean(corrects) && !corrected, 'corrects', 'There is no such letter of this kind that was sent'),
  ];
}

function sheetOf(
  { now, today }: Work,
  kind: LetterKind,
  { heading, text, wording, largePrint, paper }: LetterInput,
  { panelName, found }: About,
  corrected: Kept | null,
): LetterSheet {
  return {
    ...{ kind, heading, text: text.replaceAll('\r\n', '\n'), wording, isLarge: largePrint === 'YES' },
    ...{ paper: paper ?? null, panelName, reference: found.reference, day: today, madeAt: now },
    corrects: corrected && keptSheet(corrected).day,
  };
}

/** What its draft was written of, when, and in which words. */
export type Drafted = { readonly draftedOf: string | null; readonly draftedAt: string; readonly draftedIn: Wording };

export type LetterKept = { readonly id: string; readonly fingerprint: string };

/**
 * Keeps the draft as sent and ends it; part of a unit of work. `blockersOf` says what shuts the letter, given what its
 * draft was written of, when, and in which words.
 */
export async function keepDraft<Of extends Draft, In extends Kept>(
  { tx, actor, now, today }: Work,
  { drafts, kept, key }: Shelf<Of, In>,
  input: SendingInput,
  blockersOf: (drafted: Drafted) => readonly Blocker[],
): Promise<LetterKept> {
  const draft = await lockOne(tx, drafts, key);
  if (!draft) throw new Invalid([{ field: 'version', message: 'There is no draft of this letter: write it first' }]);
  if (draft.version !== input.version) throw new StaleVersion(draft.version);
  const { day, wording: draftedIn } = draftSheet(draft.sheet);
  refuseShut(blockersOf({ draftedOf: draft.aboutId, draftedAt: draft.writtenAt, draftedIn }));
  const { way, sentOn, sentBy } = input;
  const faults = [
    ...faultIf(sentOn > today, 'sentOn', 'The day cannot be in the future'),
    ...faultIf(sentOn < day, 'sentOn', 'The letter was written after that day'),
  ];
  refuse(faults);
  const { version: _, writtenAt: __, ...letter } = draft as Draft;
  const made = { id: newId(), fingerprint: fingerprintOf(letter.sheet) };
  const recorded = { way, sentOn, sentBy: sentBy || actor.name, recordedBy: actor.personId, recordedAt: now };
  await tx.insert(kept, { ...letter, ...made, ...recorded } as never);
  await tx.delete(drafts, key as never);
  return made;
}
