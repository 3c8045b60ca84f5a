import sql, { type Sql } from 'sql-template-tag';
import type { LetterKind, WaySent } from '../policy/letters.js';
import { rows, type Source } from '../platform/database/read.js';

/** The tables of the letters of one reader, and which rows of them (as `l`): of a case, or of one victim. */
export type Place = { readonly drafts: Sql; readonly kept: Sql; readonly where: Sql };

export const placeOfCase = (caseId: string): Place => ({
  ...{ drafts: sql`letter_drafts`, kept: sql`letters`, where: sql`l."caseId" = ${caseId}` },
});

export const placeOfVictim = (caseId: string, victimId: string): Place => ({
  ...{ drafts: sql`victim_letter_drafts`, kept: sql`victim_letters` },
  where: sql`l."caseId" = ${caseId} and l."victimId" = ${victimId}`,
});

export type DraftFound<Kind extends LetterKind = LetterKind> = {
  readonly kind: Kind;
  readonly sheet: string;
  /** The row of what it was written about. */
  readonly aboutId: string | null;
  readonly correctsId: string | null;
  readonly version: number;
  readonly writtenAt: string;
  readonly writtenByName: string;
};

export type LetterFound<Kind extends LetterKind = LetterKind> = {
  readonly id: string;
  readonly kind: Kind;
  /** The row of what it is about. */
  readonly aboutId: string | null;
  readonly correctsId: string | null;
  /** The letter that put this one right. */
  readonly correctedById: string | null;
  readonly sheet: string;
  readonly fingerprint: string;
  readonly way: WaySent;
  readonly sentOn: string;
  readonly sentBy: string;
  readonly writtenByName: string;
  readonly recordedByName: string;
  readonly recordedAt: string;
};

/** What is being written. */
export const draftsIn = <Kind extends LetterKind>(
  source: Source,
  { drafts, where }: Place,
): Promise<DraftFound<Kind>[]> =>
  rows(
    source,
    sql`select l.kind, l.sheet, l."aboutId", l."correctsId", l.version, l."writtenAt", p.name as "writtenByName"
        from ${drafts} l join people p on p.id = l."writtenBy" where ${where} order by l.kind`,
  );

/** What was sent, the latest first. */
export const lettersIn = <Kind extends LetterKind>(
  source: Source,
  { kept, where }: Place,
): Promise<LetterFound<Kind>[]> =>
  rows(
    source,
    sql`select l.id, l.kind, l."aboutId", l."correctsId", l.sheet, l.fingerprint, l.way, l."sentOn", l."sentBy", l."recordedAt",
               p.name as "writtenByName", r.name as "recordedByName",
               (select max(n.id) from ${kept} n where n."caseId" = l."caseId" and n."correctsId" = l.id)
                 as "correctedById"
        from ${kept} l join people p on p.id = l."writtenBy" join people r on r.id = l."recordedBy"
        where ${where} order by l.id desc`,
  );
