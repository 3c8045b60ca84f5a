import sql, { type Sql } from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import { withoutWords } from '../children/closed-behaviour.js';
import { isPastClosed } from '../children/known-children.js';
import type { EarlierBehaviour, EarlierBehaviourVersion } from '../children/earlier-behaviour.entity.js';
import { row, rows, type Source, together } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import type { BehaviourConsideration } from './behaviour-consideration.entity.js';
import {
  type EarlierDisposalKnown,
  type EarlierDisposalRow,
  earlierDisposalsOf,
  toEarlierDisposal,
} from './earlier-disposals.queries.js';

type Considered = Pick<
  BehaviourConsideration,
  'standing' | 'itemVersion' | 'section' | 'reason' | 'words' | 'consideredBy' | 'consideredAt' | 'version'
> & { readonly consideredByName: string };

/** An item of the child, and what this case makes of it. */
export type BehaviourFound = EarlierBehaviour & {
  readonly panelArea: string | null;
  readonly recordedByName: string;
  readonly withdrawnByName: string | null;
  readonly consideration: Considered | null;
  /** It was written down in a case that is closed to the reader: its kind and its day are all that is told. */
  readonly isClosed?: true;
};

/** Columns of a left join: all there, or none. */
type BehaviourRow = Omit<BehaviourFound, 'consideration' | 'isClosed'> & {
  readonly [Part in Exclude<keyof Considered, 'version'>]: Considered[Part] | null;
} & { readonly considerationVersion: number | null; readonly isClosed: number };

type Of = Pick<CaseFound, 'id' | 'identityId' | 'reader'>;

/** What is known of the child's earlier behaviour, the earliest first, each as this case considered it. */
const behaviourOf = ({ id, identityId, reader }: Of): Sql => sql`
  select b.id, b."childId", b."caseId", ${isPastClosed(reader, 'b')} as "isClosed", b.kind, b."happenedOn", b.what, b.source, b."sourceGrade", b."informationGrade",
         b.handling, b.conditions, b.because, b."panelAreaId", a.name as "panelArea", b."recordedBy",
         r.name as "recordedByName", b."recordedAt", b."withdrawnAt", b."withdrawnBy", w.name as "withdrawnByName",
         b."withdrawnBecause", b.version, n.standing, n."itemVersion", n.section, n.reason, n.words, n."consideredBy",
         p.name as "consideredByName", n."consideredAt", n.version as "considerationVersion"
  from children k join earlier_behaviour b on b."childId" = k.id join people r on r.id = b."recordedBy"
  left join people w on w.id = b."withdrawnBy" left join panel_areas a on a.id = b."panelAreaId"
  left join behaviour_considerations n on n."caseId" = ${id} and n."itemId" = b.id
  left join people p on p.id = n."consideredBy"
  where k."identityId" = ${identityId} order by b."happenedOn", b.id`;

function toBehaviour({ isClosed, ...found }: BehaviourRow): BehaviourFound {
  const item = withConsideration(found);
  return isClosed === 0 ? item : withoutWords(item);
}

function withConsideration(found: Omit<BehaviourRow, 'isClosed'>): BehaviourFound {
  const { standing, itemVersion, section, reason, words, consideredBy, ...rest } = found;
  const { consideredByName, consideredAt, considerationVersion: version, ...item } = rest;
  const isKept = standing && itemVersion && words && consideredBy && consideredByName && consideredAt && version;
  if (!isKept) return { ...item, consideration: null };
  const said = { standing, itemVersion, section, reason, words };
  return { ...item, consideration: { ...said, consideredBy, consideredByName, consideredAt, version } };
}

export const behaviourFound = async (source: Source, found: Of): Promise<BehaviourFound[]> =>
  (await rows<BehaviourRow>(source, behaviourOf(found))).map(toBehaviour);

/** Everything that came before a case, each list the earliest first. */
export type Past = {
  readonly behaviour: readonly BehaviourFound[];
  readonly disposals: readonly EarlierDisposalKnown[];
};

export async function pastOf(source: Source, found: Of): Promise<Past> {
  const [behaviour, disposals] = await together(source, [
    () => behaviourFound(source, found),
    () => rows<EarlierDisposalRow>(source, earlierDisposalsOf(found)),
  ]);
  return { behaviour, disposals: disposals.map(toEarlierDisposal) };
}

/** The same to be read whole or changed: one whose words are closed to the reader is not there. */
export async function behaviourOpen(source: Source, found: Of, itemId: string): Promise<BehaviourFound> {
  const item = await behaviourNamed(source, found, itemId);
  if (item.isClosed) throw new NotFound();
  return item;
}

/** One item of the child of this case; any other is not there. */
export async function behaviourNamed(source: Source, found: Of, itemId: string): Promise<BehaviourFound> {
  const item = (await behaviourFound(source, found)).find(({ id }) => id === itemId);
  if (!item) throw new NotFound();
  return item;
}

export type BehaviourBefore = EarlierBehaviourVersion & { readonly recordedByName: string };

/** What an item said before it was corrected, the latest first. */
export const behaviourBefore = (source: Source, itemId: string): Promise<BehaviourBefore[]> =>
  rows(
    source,
    sql`select v.id, v."itemId", v.kind, v."happenedOn", v.what, v.source, v."sourceGrade", v."informationGrade",
               v.handling, v.conditions, v.because, v."recordedBy", p.name as "recordedByName", v."recordedAt", v.version
        from earlier_behaviour_versions v join people p on p.id = v."recordedBy"
        where v."itemId" = ${itemId} order by v.version desc`,
  );

/** An item of this child as it is now, or null where this child has no such item. */
export const behaviourNow = (
  source: Source,
  { identityId }: Of,
  itemId: string,
): Promise<Pick<EarlierBehaviour, 'kind' | 'version' | 'withdrawnAt'> | null> =>
  row(
    source,
    sql`select b.kind, b.version, b."withdrawnAt" from earlier_behaviour b join children k on k.id = b."childId"
        where b.id = ${itemId} and k."identityId" = ${identityId}`,
  );
