import type { Section } from '../platform/web/sections.js';
import { instantInWords } from '../platform/web/words.js';
import type { CasePack, MeetingPack } from './open-pack.js';
import type { PackSheet } from './pack-sheet.js';
import type { PackIssued } from './packs.queries.js';

/** A pack as page and PDF print it. Everything in it is words: neither template knows a code. */
export type Paper = {
  readonly title: string;
  /** Which version it is and since when, for every sheet. */
  readonly standing: string;
  readonly isDraft: boolean;
  /** For the date of the file; null for a draft. */
  readonly issuedAt: string | null;
  readonly about: readonly string[];
  readonly sheets: readonly PaperSheet[];
};

export type PaperSheet = {
  readonly anchor: string;
  readonly reference: string;
  readonly version: string;
  readonly name: string;
  readonly about: string;
  readonly flags: readonly string[];
  readonly sections: readonly Section[];
};

type Issued = Pick<PackIssued, 'number' | 'issuedAt' | 'issuedByName' | 'fingerprint'>;

const standingOf = (issued: Issued | null): string =>
  issued ? `Pack version ${issued.number}, issued ${instantInWords(issued.issuedAt)}` : 'Draft, not issued';

const issuedWords = ({ issuedByName, fingerprint }: Issued): string =>
  `Issued by ${issuedByName}. Fingerprint ${fingerprint.slice(0, 16)}.`;

const sheetOf = (sheet: PackSheet, place: number): PaperSheet => ({
  ...{ anchor: `case-${place + 1}`, reference: sheet.reference, version: `Case version ${sheet.version}` },
  ...{ name: sheet.name, about: sheet.about, flags: sheet.flags, sections: sheet.sections },
});

const withheldWords = (withheld: number): string[] =>
  withheld > 0 ? [`Left out because of a conflict of interest: ${withheld}.`] : [];

/** The pack of a meeting on paper. */
export const meetingPaper = ({ meeting, issued, sheets, withheld }: MeetingPack): Paper => ({
  title: `Panel pack: ${meeting.panelArea}, ${instantInWords(meeting.startsAt)}`,
  ...{ standing: standingOf(issued), isDraft: issued === null, issuedAt: issued?.issuedAt ?? null },
  about: [
    ...(meeting.place ? [meeting.place] : []),
    ...(issued ? [issuedWords(issued)] : []),
    ...(sheets.length === 0 ? ['No case is in this pack.'] : []),
    ...withheldWords(withheld),
  ],
  sheets: sheets.map(sheetOf),
});

/** The pack of one case on paper. */
export const casePaper = ({ issued, sheet }: CasePack): Paper => ({
  title: `Panel pack: ${sheet.reference}`,
  ...{ standing: standingOf(issued), isDraft: issued === null, issuedAt: issued?.issuedAt ?? null },
  about: issued
    ? [`For the meeting of ${issued.panelArea}, ${instantInWords(issued.startsAt)}.`, issuedWords(issued)]
    : [],
  sheets: [sheetOf(sheet, 0)],
});
