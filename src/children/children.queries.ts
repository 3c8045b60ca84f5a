import sql, { empty, join } from 'sql-template-tag';
import { settingsOf } from '../access/area-settings.queries.js';
import { openTo, type Reader } from '../access/open-cases.js';
import { heldWhenGiven } from '../disposals/disposal-book.queries.js';
import type { HadBefore } from '../policy/disposal.js';
import { type RepeatFlag, repeatFlags } from '../policy/repeat-disposals.js';
import { rows, type Source } from '../platform/database/read.js';
import { grouped } from '../platform/grouped.js';
import type { ChildEthnicity } from './child.entity.js';
import { isKnowable, isPastClosed } from './known-children.js';
import { asKnown } from './closed-disposal.js';
import type { EarlierDisposal } from './earlier-disposal.entity.js';

/** A disposal the child had before, with the name of the panel area that gave or recorded it. */
export type DisposalKnown = Omit<
  EarlierDisposal,
  'features' | 'withoutPanelBecause' | 'registeredAlthough' | 'importId'
> &
  HadBefore & { readonly panelArea: string | null; readonly isClosed?: true };

/**
 * Every earlier disposal by identity, oldest first; an identity without any has no entry. A reader is told the kind and the
 * day alone of one that a case gave which is closed to them; where the service itself asks (null) they are whole.
 */
export async function earlierDisposalsOfMany(
  source: Source,
  reader: Reader | null,
  identityIds: readonly string[],
): Promise<Map<string, DisposalKnown[]>> {
  if (identityIds.length === 0) return new Map();
  const found = await rows<Omit<DisposalKnown, 'isClosed'> & { identityId: string; isClosed: number }>(
    source,
    sql`select k."identityId", d.id, d."childId", d.disposal, d."givenOn", d.offence, d.route, d.source, d.completed,
               d."caseId", d."panelAreaId", d."setAside", a.name as "panelArea", d.officer, d."recordedBy", d."recordedAt",
               ${heldWhenGiven}, ${isPastClosed(reader, 'd')} as "isClosed"
        from children k join earlier_disposals d on d."childId" = k.id left join panel_areas a on a.id = d."panelAreaId"
        where k."identityId" in (${join([...identityIds])}) and d."setAside" is null
        order by d."givenOn", d.id`,
  );
  return grouped(
    found,
    ({ identityId }) => identityId,
    ({ identityId: _, ...one }) => asKnown(one),
  );
}

/** What a child had before from any source, oldest first; `exceptCaseId` leaves out what that very case gave. */
export async function earlierDisposals(
  source: Source,
  reader: Reader | null,
  identityId: string,
  exceptCaseId?: string,
): Promise<DisposalKnown[]> {
  const known = (await earlierDisposalsOfMany(source, reader, [identityId])).get(identityId) ?? [];
  return known.filter(({ caseId }) => caseId === null || caseId !== exceptCaseId);
}

/** The repeat flag of a child, or none; `threshold` is that of the panel area. */
export async function repeatFlagsFor(
  source: Source,
  reader: Reader | null,
  identityId: string,
  today: string,
  threshold?: number,
  exceptCaseId?: string,
): Promise<RepeatFlag[]> {
  return repeatFlags(await earlierDisposals(source, reader, identityId, exceptCaseId), today, threshold);
}

export type EthnicityKnown = ChildEthnicity & { readonly recordedByName: string };

/** Everything recorded of a child's ethnicity, newest first. */
export const ethnicityHistory = (
  source: Source,
  reader: Reader | null,
  identityId: string,
): Promise<EthnicityKnown[]> =>
  rows(
    source,
    sql`select e.id, e."childId", e.code, e.scheme, e.source, e."officerCode", e."notStatedReason", e."recordedBy",
               p.name as "recordedByName", e."recordedAt"
        from children k join child_ethnicities e on e."childId" = k.id join people p on p.id = e."recordedBy"
        where k."identityId" = ${identityId} ${reader ? sql`and ${isKnowable(reader, sql`k.id`)}` : empty}
        order by e."recordedAt" desc, e.id desc`,
  );

export type CaseOfChild = {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly panelArea: string;
  readonly referredOn: string;
  readonly childId: string;
  readonly identityId: string;
};

/** The cases of children in the panel areas named that are open to the reader, newest first. */
export async function casesOf(
  source: Source,
  reader: Reader,
  identityIds: readonly string[],
  areas: readonly string[],
): Promise<CaseOfChild[]> {
  if (identityIds.length === 0 || areas.length === 0) return [];
  return rows(
    source,
    sql`select c.id, c.reference, c.state, a.name as "panelArea", c."referredOn", c."childId", k."identityId"
        from children k join cases c on c."childId" = k.id join panel_areas a on a.id = c."panelAreaId"
        where k."identityId" in (${join([...identityIds])}) and c."panelAreaId" in (${join([...areas])})
          and ${openTo(reader)}
        order by c."referredAt" desc, c.id desc`,
  );
}

/** From how many informal disposals on each must be explained in this panel area, as it holds on a day. */
export const thresholdOf = async (source: Source, panelAreaId: string, day: string): Promise<number> =>
  (await settingsOf(source, panelAreaId, day)).repeatThreshold;
