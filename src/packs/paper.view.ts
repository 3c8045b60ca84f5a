import { instantInWords } from '../platform/web/words.js';
import type { CasePack, MeetingPack } from './open-pack.js';
import type { SheetKept } from './kept-sheet.js';
import type { PackIssued } from './packs.queries.js';

/** A pack for printing: words for its first sheet, and the sheets of its cases as they are kept. */
export type Paper = {
  readonly title: string;
  /** Which version it is and since when, for every sheet. */
  readonly standing: string;
  readonly isDraft: boolean;
  /** For the date of the file; null for a draft. */
  readonly issuedAt: string | null;
  readonly about: readonly string[];
  readonly sheets: readonly SheetKept[];
};

type Issued = Pick<PackIssued, 'number' | 'issuedAt' | 'issuedByName' | 'fingerprint'>;

const standingOf = (issued: Issued | null): string =>
  issued ? `Pack version ${issued.number}, issued ${instantInWords(issued.issuedAt)}` : 'Draft, not issued';

const issuedWords = ({ issuedByName, fingerprint }: Issued): string =>
  `Issued by ${issuedByName}. Fingerprint ${fingerprint.slice(0, 16)}.`;

const headOf = (issued: Issued | null) => ({
  ...{ standing: standingOf(issued), isDraft: issued === null, issuedAt: issued?.issuedAt ?? null },
});

/** The pack of a meeting on paper. */
export const meetingPaper = ({ meeting, issued, sheets, withheld }: MeetingPack): Paper => ({
  title: `Panel pack: ${meeting.panelArea}, ${instantInWords(meeting.startsAt)}`,
  ...headOf(issued),
  about: [
    ...(meeting.place ? [meeting.place] : []),
    ...(issued ? [issuedWords(issued)] : []),
    ...(sheets.length === 0 ? ['No case is in this pack.'] : []),
    ...(withheld > 0 ? [`Left out because of a conflict of interest: ${withheld}.`] : []),
  ],
  sheets,
});

/** The pack of one case on paper. */
export const casePaper = ({ issued, sheet }: CasePack): Paper => ({
  title: `Panel pack: ${sheet.reference}`,
  ...headOf(issued),
  about: issued
    ? [`For the meeting of ${issued.panelArea}, ${instantInWords(issued.startsAt)}.`, issuedWords(issued)]
    : [],
  sheets: [sheet],
});
