import sql, { type Sql } from 'sql-template-tag';
import { row, type Source } from '../platform/database/read.js';
import type { CaseFound } from '../cases/find-case.js';
import { heldWhenGiven } from '../disposals/disposal-book.queries.js';
import type { HadBefore } from '../policy/disposal.js';
import type { EarlierDisposal } from '../children/earlier-disposal.entity.js';
import type { DisposalCheck } from './earlier-disposals.entity.js';

/** A disposal the child had before, and what this case says of the response to it. */
export type EarlierDisposalKnown = Pick<
  EarlierDisposal,
  'id' | 'disposal' | 'givenOn' | 'offence' | 'route' | 'source' | 'completed'
> &
  HadBefore & { readonly response: Response | null };

/** Where earlier disposals were looked for, and who looked. */
export type CheckMade = DisposalCheck & { readonly checkedByName: string };

type Response = {
  readonly whatWasDone: string;
  readonly childsResponse: string;
  readonly differentNow: string;
  readonly version: number;
};

export type EarlierDisposalRow = Omit<EarlierDisposalKnown, 'response'> & { readonly caseId: string } & {
  [Part in keyof Response]: Response[Part] | null;
};

/** Every disposal of the child from any source, the one given in this case apart; the earliest first. */
export const earlierDisposalsOf = ({ id }: Pick<CaseFound, 'id'>): Sql => earlierDisposalsIn(sql`${id}`);

/** The same for each of several cases; `among` is a list of their ids, or a statement that gives them. */
export const earlierDisposalsIn = (among: Sql): Sql => sql`
  select c.id as "caseId", d.id, d.disposal, d."givenOn", d.offence, d.route, d.source, d.completed,
         r."whatWasDone", r."childsResponse", r."differentNow", r.version,
         ${heldWhenGiven}
  from cases c join children own on own.id = c."childId" join children k on k."identityId" = own."identityId"
  join earlier_disposals d on d."childId" = k.id
  left join disposal_responses r on r."caseId" = c.id and r."disposalId" = d.id
  where c.id in (${among}) and d."setAside" is null
    and (d."caseId" is null or d."caseId" <> c.id)
  order by d."givenOn", d.id`;

export function toEarlierDisposal(row: EarlierDisposalRow): EarlierDisposalKnown {
  const { caseId: _, whatWasDone, childsResponse, differentNow, version, ...disposal } = row;
  if (whatWasDone === null || childsResponse === null || differentNow === null || version === null) {
    return { ...disposal, response: null };
  }
  return { ...disposal, response: { whatWasDone, childsResponse, differentNow, version } };
}

export const disposalCheckOf = (source: Source, caseId: string): Promise<CheckMade | null> =>
  row(
    source,
    sql`select d."caseId", d.places, d."checkedOn", d."checkedBy", p.name as "checkedByName", d.version
        from disposal_checks d join people p on p.id = d."checkedBy" where d."caseId" = ${caseId}`,
  );
