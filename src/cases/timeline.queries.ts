import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import { isOpenTo, type Reader } from '../access/open-cases.js';
import { isKnowable } from '../children/known-children.js';
import { detailsNamed } from '../disposals/names-in-trail.js';
import { wordsFor } from '../policy/events.js';
import { cursorFrom, type Listed, listed, sequenceFrom } from '../platform/database/keyset.js';
import { Read } from '../platform/database/read.js';
import type { TimelineInput } from './timeline.input.js';

/** One thing that happened to a case: `sentence` follows the name; `reason` is in the person's own words. */
export type TimelineItem = {
  readonly at: string;
  /** Null where it was the service itself, or somebody whose name would tell of a case that is closed to the reader. */
  readonly actor: string | null;
  readonly isByPerson: boolean;
  readonly event: string;
  readonly sentence: string;
  readonly reason: string | null;
};

type Entry = {
  at: string;
  sequence: number;
  actor: string | null;
  byPerson: number;
  type: string;
  details: string;
};
type Told = Omit<Entry, 'details'> & { readonly details: { readonly action?: unknown } };
type Reason = { movedAt: string; action: string; reason: string };

const looks = ['CASE_VIEWED', 'CHILD_VIEWED', 'PACK_ISSUED', 'POSSIBLE_MATCHES_SHOWN'];
const USUAL_LIMIT = 50;

@Injectable()
export class TimelineQueries {
  constructor(private readonly read: Read) {}

  /** What happened to a case and who looked at it, newest first. */
  async timeline(reader: Reader, caseId: string, input: TimelineInput): Promise<Listed<TimelineItem>> {
    const { limit = USUAL_LIMIT } = input;
    const [found, reasons] = await Promise.all([this.entries(reader, caseId, input, limit), this.reasons(caseId)]);
    const page = listed(found, limit, ({ at, sequence }) => [at, String(sequence)]);
    const named = await detailsNamed(this.read.source, page.items);
    return { ...page, items: named.map((entry) => itemOf(entry, reasons)) };
  }

  private entries(
    reader: Reader,
    caseId: string,
    { after, changesOnly }: TimelineInput,
    limit: number,
  ): Promise<Entry[]> {
    const [at, sequence] = cursorFrom(after, 2) ?? [];
    const beyond = at === undefined ? empty : sql`and (t.at, t.sequence) < (${at}, ${sequenceFrom(sequence)})`;
    const changes = changesOnly ? sql`and t.type not in (${join(looks)})` : empty;
    return this.read.rows<Entry>(
      sql`select t.at, t.sequence, case when ${cameFromClosed(reader)} then null else p.name end as actor,
                 case when t."actorId" is null then 0 else 1 end as "byPerson", t.type, t.details
          from trail_entries t left join people p on p.id = t."actorId"
          where t."subjectId" = ${caseId} ${changes} ${beyond} and not ${isLinkToClosed(reader)}
          order by t.at desc, t.sequence desc limit ${limit + 1}`,
    );
  }

  private reasons(caseId: string): Promise<Reason[]> {
    return this.read.rows<Reason>(
      sql`select r."movedAt", r.action, r.reason from case_move_reasons r where r."caseId" = ${caseId}`,
    );
  }
}

/**
 * The entry `t` was made in the same act as one of a case, or of a record, that is closed to the reader: news of a child
 * comes to all of the child's cases, and who brought it would tell who works on the closed one.
 */
const cameFromClosed = (reader: Reader): Sql => sql`exists (
  select 1 from trail_entries o where o."actorId" = t."actorId" and o.at = t.at and o."subjectId" <> t."subjectId"
    and ((o."subjectType" = 'CASE' and not (${isOpenTo(reader, sql`o."subjectId"`)}))
      or (o."subjectType" = 'CHILD' and not ${isKnowable(reader, sql`o."subjectId"`)})))`;

/** A link between two cases is there for those who may read both. */
const isLinkToClosed = (reader: Reader): Sql =>
  sql`(t.type in ('CASES_LINKED', 'CASES_UNLINKED') and ${cameFromClosed(reader)})`;

function itemOf({ at, actor, byPerson, type, details }: Told, reasons: readonly Reason[]): TimelineItem {
  const why = reasons.find(
    ({ movedAt, action }) => type === 'CASE_MOVED' && movedAt === at && action === details.action,
  );
  return {
    at,
    actor,
    isByPerson: byPerson === 1,
    event: type,
    sentence: wordsFor(type, details),
    reason: why?.reason ?? null,
  };
}
