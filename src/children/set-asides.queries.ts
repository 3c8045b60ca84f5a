import sql from 'sql-template-tag';
import type { Reader } from '../access/open-cases.js';
import { heldWhenGiven } from '../disposals/disposal-book.queries.js';
import { type Actor, may } from '../platform/actor.js';
import { rows, type Source } from '../platform/database/read.js';
import { grouped } from '../platform/grouped.js';
import type { EarlierDisposal } from './earlier-disposal.entity.js';
import { isPastOpenTo } from './known-children.js';

type Offered = Pick<EarlierDisposal, 'caseId' | 'panelAreaId'> & { readonly isClosed?: true };

/** Whether the actor may set one of a child they may record for aside: one that no case gave, of a panel area of theirs. */
export const maySetAside = (actor: Actor, { caseId, panelAreaId, isClosed }: Offered): boolean =>
  !caseId && !isClosed && (panelAreaId === null || may(actor, 'disposal.record', panelAreaId));

/** Decided by whom (a name), when and why: that it is set aside, or that it counts again. */
type Decided = {
  readonly isAside: boolean;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
};

/** An earlier disposal that somebody set aside, now or once; every decision about it, the latest first. */
export type DisposalSetAside = Pick<
  EarlierDisposal,
  'id' | 'childId' | 'disposal' | 'givenOn' | 'offence' | 'source' | 'setAside'
> &
  Pick<EarlierDisposal, 'caseId' | 'panelAreaId'> & {
    /** As it was called then. */
    readonly name: string | null;
    readonly decisions: readonly Decided[];
  };

type Row = Omit<DisposalSetAside, 'decisions'> & Omit<Decided, 'isAside'> & { readonly isAside: number };

/** What was recorded wrongly of a child, as far as it is open to the reader. */
export async function setAsidesOf(source: Source, reader: Reader, identityId: string): Promise<DisposalSetAside[]> {
  const found = await rows<Row>(
    source,
    sql`select d.id, d."childId", d.disposal, d."givenOn", d.offence, d.source, d."setAside", d."caseId", d."panelAreaId",
               ${heldWhenGiven}, s."isAside", s.reason, p.name as "decidedBy", s."decidedAt"
        from children k join earlier_disposals d on d."childId" = k.id
        join settings_aside s on s."disposalId" = d.id join people p on p.id = s."decidedBy"
        where k."identityId" = ${identityId} and ${isPastOpenTo(reader, 'd')} order by d."givenOn", d.id, s.id desc`,
  );
  return [...grouped(found, ({ id }) => id).values()].flatMap(withDecisions);
}

const withDecisions = (found: readonly Row[]): DisposalSetAside[] =>
  found.slice(0, 1).map(({ id, childId, disposal, name, givenOn, offence, source, setAside, caseId, panelAreaId }) => ({
    ...{ id, childId, disposal, name, givenOn, offence, source, setAside, caseId, panelAreaId },
    decisions: found.map(({ isAside, reason, decidedBy, decidedAt }) => ({
      ...{ isAside: isAside === 1, reason, decidedBy, decidedAt },
    })),
  }));
