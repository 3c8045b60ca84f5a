import { type Actor, may } from '../platform/actor.js';
import { instantInWords } from '../platform/web/words.js';
import type { CasePack, MeetingPack } from './open-pack.js';
import { type SheetKept, sheetFrom } from './kept-sheet.js';
import type { PackIssued, PackOfCase } from './packs.queries.js';

type Version = { readonly text: string; readonly href: string; readonly isShown: boolean };

const draftOf = (at: string, issued: unknown): Version => ({
  ...{ text: 'Draft: as it stands now', href: `${at}/packs/draft`, isShown: issued === null },
});

/** The address of the version that is shown, for its PDF. */
const shownAt = (at: string, name: string | undefined): string => `${at}/packs/${name ?? 'draft'}`;

/** What stands around the sheets of a meeting's pack: its versions, what changed since, and the way to issue it. */
export function meetingPackView({ meeting, issued, versions, changedSince }: MeetingPack, actor: Actor) {
  const at = `/meetings/${meeting.id}`;
  return {
    ...{ back: at, changedSince: changedSince.join(', ') },
    pdf: `${shownAt(at, issued ? String(issued.number) : undefined)}/pdf`,
    issue: may(actor, 'meeting.arrange', meeting.panelAreaId) ? `${at}/packs/new` : null,
    versions: [
      draftOf(at, issued),
      ...versions.map(({ number, issuedAt, issuedByName, cases }) => ({
        text: `Version ${number}: ${cases} ${cases === 1 ? 'case' : 'cases'}, issued ${instantInWords(issuedAt)} by ${issuedByName}`,
        ...{ href: `${at}/packs/${number}`, isShown: number === issued?.number },
      })),
    ],
  };
}

/** What stands around the sheet of one case. */
export function casePackView({ found, issued, versions }: CasePack) {
  const at = `/cases/${found.id}`;
  return {
    ...{ back: at, changedSince: '', issue: null },
    pdf: `${shownAt(at, issued?.id)}/pdf`,
    versions: [
      draftOf(at, issued),
      ...versions.map((version) => ({
        text: `Version ${version.number} for the meeting of ${version.panelArea}, ${instantInWords(version.startsAt)}`,
        ...{ href: `${at}/packs/${version.id}`, isShown: version.id === issued?.id },
      })),
    ],
  };
}

/** An issue as the API sends it. */
export const issueSent = ({ id, number, issuedAt, issuedByName, fingerprint }: PackIssued | PackOfCase) => ({
  ...{ id, number, issuedAt, issuedBy: issuedByName, fingerprint },
});

const sheetSent = (kept: SheetKept): object => {
  const { sent, sections } = sheetFrom(kept);
  return { ...sent, sections };
};

/** The pack of a meeting as the API sends it; `issued` is null for a draft. Whoever does not sit sees no gap in the order. */
export const meetingPackSent = ({ meeting, issued, sheets, withheld, changedSince, sits }: MeetingPack) => ({
  ...{ meetingId: meeting.id, startsAt: meeting.startsAt, place: meeting.place, withheld, changedSince },
  issued: issued && issueSent(issued),
  cases: sheets.map((kept, index) => ({ ...sheetSent(kept), ...(sits ? {} : { position: index + 1 }) })),
});

/** The pack of one case as the API sends it: without its place in the running order, which tells of other cases. */
export const casePackSent = ({ issued, sheet, versions }: CasePack) => {
  const { position: _, ...sent } = sheetSent(sheet) as { readonly position?: number };
  return {
    issued: issued && { ...issueSent(issued), meetingId: issued.meetingId },
    versions: versions.map((version) => ({ ...issueSent(version), meetingId: version.meetingId })),
    ...sent,
  };
};
