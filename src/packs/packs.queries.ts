import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import { isOpenTo, type Reader } from '../access/open-cases.js';
import { isPastOpenTo } from '../children/known-children.js';
import { Read, row, rows, type Source } from '../platform/database/read.js';
import type { SheetKept } from './kept-sheet.js';

/** An issue of a pack. */
export type PackIssued = {
  readonly id: string;
  readonly meetingId: string;
  readonly number: number;
  readonly issuedAt: string;
  readonly issuedByName: string;
  readonly fingerprint: string;
  readonly cases: number;
};

/** An issue in which a case stands, with the meeting it was for. */
export type PackOfCase = Omit<PackIssued, 'cases'> & { readonly startsAt: string; readonly panelArea: string };

/** The sheet of a case in an issued pack: which it is, without what it says. */
export type SheetIssued = {
  readonly packId: string;
  readonly number: number;
  readonly meetingId: string;
  readonly issuedAt: string;
  readonly caseVersion: number;
  readonly fingerprint: string;
};

/**
 * What a panel was given to read of a case: the newest version of the pack of that meeting in which it stands, or of the
 * latest meeting before, where it was carried over. One statement.
 */
export const sheetIssuedFor = (source: Source, caseId: string, meetingId: string | null): Promise<SheetIssued | null> =>
  row<SheetIssued>(
    source,
    sql`select k.id as "packId", k.number, k."meetingId", k."issuedAt", c."caseVersion", c.fingerprint
        from pack_cases c join packs k on k.id = c."packId" where c."caseId" = ${caseId}
        order by case when k."meetingId" = ${meetingId} then 0 else 1 end, k."issuedAt" desc, k.id desc limit 1`,
  );

@Injectable()
export class PacksQueries {
  constructor(private readonly read: Read) {}

  /** What was issued for a meeting, the newest first; counted are the cases that are open to the reader. */
  ofMeeting(reader: Reader, meetingId: string): Promise<PackIssued[]> {
    return this.read.rows(
      sql`select k.id, k."meetingId", k.number, k."issuedAt", p.name as "issuedByName", k.fingerprint,
                 (select cast(count(*) as integer) from pack_cases c
                  where c."packId" = k.id and ${isOpenTo(reader, sql`c."caseId"`)}) as "cases"
          from packs k join people p on p.id = k."issuedBy"
          where k."meetingId" = ${meetingId} order by k.number desc`,
    );
  }

  /** The issues in which a case stands, the newest first. */
  ofCase(caseId: string): Promise<PackOfCase[]> {
    return this.read.rows(
      sql`select k.id, k."meetingId", k.number, k."issuedAt", p.name as "issuedByName", k.fingerprint,
                 m."startsAt", a.name as "panelArea"
          from pack_cases c join packs k on k.id = c."packId" join people p on p.id = k."issuedBy"
          join meetings m on m.id = k."meetingId" join panel_areas a on a.id = m."panelAreaId"
          where c."caseId" = ${caseId} order by k."issuedAt" desc, k.id desc`,
    );
  }

  /**
   * The sheets as they were issued, in their order. What victims said, of whom one took their agreement back since, is for
   * those who find out afterwards what the panel read (`isAssuring`), and for nobody else.
   */
  async sheets(reader: Reader, packId: string, isAssuring: boolean): Promise<SheetKept[]> {
    const [kept, closed] = await Promise.all([
      this.read.rows<SheetRow>(sheetsOf(packId)),
      closedPast(this.read.source, reader, packId),
    ]);
    return kept.map((sheet) => asRead(sheet, isAssuring, closed));
  }
}

type SheetRow = SheetKept & { readonly withdrawn: number };

/** The sheet of one case as it was issued, as its reader may read it; null where it does not stand in that pack. */
export async function keptSheet(
  source: Source,
  reader: Reader | null,
  packId: string,
  caseId: string,
  isAssuring: boolean,
): Promise<SheetKept | null> {
  const kept = await row<SheetRow>(source, sheetsOf(packId, caseId));
  return kept && asRead(kept, isAssuring, reader ? await closedPast(source, reader, packId) : []);
}

type Closed = { readonly caseId: string; readonly id: string };

/** What the children in a pack had before, and is known of them, from cases that are closed to the reader. */
const closedPast = (source: Source, reader: Reader, packId: string): Promise<Closed[]> =>
  rows<Closed>(
    source,
    sql`select i."caseId", d.id from pack_cases i join cases c on c.id = i."caseId"
        join children k on k.id = c."childId" join children same on same."identityId" = k."identityId"
        join earlier_disposals d on d."childId" = same.id
        where i."packId" = ${packId} and (d."caseId" is null or d."caseId" <> c.id)
          and not ${isPastOpenTo(reader, 'd')}
        union all
        select i."caseId", b.id from pack_cases i join cases c on c.id = i."caseId"
        join children k on k.id = c."childId" join children same on same."identityId" = k."identityId"
        join earlier_behaviour b on b."childId" = same.id
        where i."packId" = ${packId} and not ${isPastOpenTo(reader, 'b')}`,
  );

const sheetsOf = (packId: string, caseId?: string): Sql => sql`
  select c."caseId", c.reference, c."caseVersion", c.sheet, c.fingerprint,
         (select cast(count(*) as integer) from victim_views_withdrawn w
          where w."caseId" = c."caseId" and w.because = 'WITHDRAWN' and w."withdrawnAt" > k."issuedAt") as "withdrawn"
  from packs k join pack_cases c on c."packId" = k.id
  where k.id = ${packId} ${caseId === undefined ? empty : sql`and c."caseId" = ${caseId}`} order by c.position`;

const asRead = ({ withdrawn, ...sheet }: SheetRow, isAssuring: boolean, closed: readonly Closed[]): SheetKept => ({
  ...sheet,
  isWithoutVictims: withdrawn > 0 && !isAssuring,
  withoutPast: closed.filter(({ caseId }) => caseId === sheet.caseId).map(({ id }) => id),
});
