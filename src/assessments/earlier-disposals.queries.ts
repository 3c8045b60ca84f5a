import sql, { type Sql } from 'sql-template-tag';
import type { Reader } from '../access/open-cases.js';
import { type ColumnsOf, row, type Source } from '../platform/database/read.js';
import type { CaseFound } from '../cases/find-case.js';
import { heldWhenGiven } from '../disposals/disposal-book.queries.js';
import { closedDisposal, type HadBefore } from '../policy/disposal.js';
import { asKnown } from '../children/closed-disposal.js';
import { isPastClosed } from '../children/known-children.js';
import type { EarlierDisposal } from '../children/earlier-disposal.entity.js';
import type { DisposalCheck } from './earlier-disposals.entity.js';

/** A disposal the child had before, and what this case says of the response to it. */
export type EarlierDisposalKnown = Pick<
  EarlierDisposal,
  'id' | 'disposal' | 'givenOn' | 'offence' | 'route' | 'source' | 'completed'
> &
  HadBefore & {
    readonly response: Response | null;
    /** The case that gave it is closed to the reader: it counts, and its kind and day are all that is told. */
    readonly isClosed?: true;
  };

/** Where earlier disposals were looked for, and who looked. */
export type CheckMade = DisposalCheck & { readonly checkedByName: string };

type Response = {
  readonly whatWasDone: string;
  readonly childsResponse: string;
  readonly differentNow: string;
  readonly version: number;
};

export type EarlierDisposalRow = Omit<EarlierDisposalKnown, 'response' | 'isClosed'> & {
  readonly caseId: string;
  readonly isClosed: number;
} & {
  [Part in keyof Response]: Response[Part] | null;
};

export const earlierDisposalColumns: ColumnsOf<EarlierDisposalRow> = {
  ...{ caseId: true, id: true, disposal: true, givenOn: true, offence: true, route: true, source: true },
  ...{ completed: true, whatWasDone: true, childsResponse: true, differentNow: true, version: true },
  ...{ name: true, informal: true, firstTimeEntrant: true, isClosed: true },
};

/**
 * Every disposal of the child from any source, the one given in this case apart; the earliest first. None is left out, since
 * the gates count them: `toEarlierDisposal` leaves out the particulars of one whose case is closed to the reader.
 */
export const earlierDisposalsOf = ({ id, reader }: Pick<CaseFound, 'id' | 'reader'>): Sql =>
  earlierDisposalsIn(sql`${id}`, reader);

/** The same for each of several cases; `among` is a list of their ids. */
export const earlierDisposalsIn = (among: Sql, reader: Reader | null): Sql => sql`
  select c.id as "caseId", d.id, d.disposal, d."givenOn", d.offence, d.route, d.source, d.completed,
         r."whatWasDone", r."childsResponse", r."differentNow", r.version,
         ${heldWhenGiven}, ${isPastClosed(reader, 'd')} as "isClosed"
  from cases c join children own on own.id = c."childId" join children k on k."identityId" = own."identityId"
  join earlier_disposals d on d."childId" = k.id
  left join disposal_responses r on r."caseId" = c.id and r."disposalId" = d.id
  where c.id in (${among}) and d."setAside" is null
    and (d."caseId" is null or d."caseId" <> c.id)
  order by d."givenOn", d.id`;

/** A disposal as the reader may know it. */
export function toEarlierDisposal(row: EarlierDisposalRow): EarlierDisposalKnown {
  const { caseId: _, whatWasDone, childsResponse, differentNow, version, isClosed, ...disposal } = row;
  const isThere = whatWasDone !== null && childsResponse !== null && differentNow !== null && version !== null;
  const response = isThere ? { whatWasDone, childsResponse, differentNow, version } : null;
  return isClosed === 0 ? { ...disposal, response } : withoutParticulars({ ...disposal, response });
}

/** The kind and the day alone; of the response to it that it was written, since the gates ask for it, and no word of it. */
export const withoutParticulars = ({ response, ...disposal }: EarlierDisposalKnown): EarlierDisposalKnown => ({
  ...asKnown({ ...disposal, isClosed: 1 }),
  response: response && { ...response, ...hiddenResponse },
});

const hiddenResponse = { whatWasDone: closedDisposal, childsResponse: closedDisposal, differentNow: closedDisposal };

export const disposalCheckOf = (source: Source, caseId: string): Promise<CheckMade | null> =>
  row(
    source,
    sql`select d."caseId", d.places, d."checkedOn", d."checkedBy", p.name as "checkedByName", d.version
        from disposal_checks d join people p on p.id = d."checkedBy" where d."caseId" = ${caseId}`,
  );
