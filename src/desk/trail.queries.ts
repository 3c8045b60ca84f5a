import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { isRecused, isRestricted, type Reader } from '../access/open-cases.js';
import { detailsNamed } from '../disposals/names-in-trail.js';
import { wordsFor } from '../policy/events.js';
import { addDays } from '../policy/days.js';
import { dayOf } from '../platform/clock.js';
import { cursorFrom, type Listed, listed, sequenceFrom } from '../platform/database/keyset.js';
import { Read } from '../platform/database/read.js';
import type { Named } from '../platform/ids.js';
import type { TrailInput } from './trail.input.js';

/**
 * One entry of the trail: codes, days and ids, and the reference where it is about a case; never a child's name. The trail
 * is whole for whoever reads it; of a case that is closed to them the reference is left out and `closed` says why.
 */
export type TrailItem = {
  readonly at: string;
  readonly actorId: string | null;
  readonly actor: string | null;
  readonly event: string;
  readonly sentence: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly reference: string | null;
  readonly closed: 'RECUSED' | 'RESTRICTED' | null;
};

type Row = Omit<TrailItem, 'event' | 'sentence'> & { chain: string; sequence: number; type: string; details: string };

type Told = Omit<Row, 'details'> & { readonly details: object };

const USUAL_LIMIT = 50;
const AN_HOUR = 3_600_000;

@Injectable()
export class TrailQueries {
  constructor(private readonly read: Read) {}

  /** Who did and saw what, newest first; by the index of the person where one is named, else by that of the time. */
  async entries(actor: Reader, input: TrailInput): Promise<Listed<TrailItem>> {
    const { limit = USUAL_LIMIT, after } = input;
    const found = await this.read.rows<Row>(trailOf(actor, input, cursorFrom(after, 3), limit + 1));
    const page = listed(found, limit, ({ at, chain, sequence }) => [at, chain, String(sequence)]);
    return { ...page, items: (await detailsNamed(this.read.source, page.items)).map(itemOf) };
  }

  people(): Promise<Named[]> {
    return this.read.rows(sql`select p.id, p.name from people p order by p.name, p.id`);
  }
}

function itemOf({ chain: _, sequence: __, type, details, reference, ...entry }: Told): TrailItem {
  const said = entry.closed && 'reference' in details ? { ...details, reference: '(left out)' } : details;
  return { ...entry, reference: entry.closed ? null : reference, event: type, sentence: wordsFor(type, said) };
}

export function trailOf(
  reader: Reader,
  { personId, day }: TrailInput,
  place: readonly string[] | null,
  limit: number,
): Sql {
  const conditions = [sql`1 = 1`];
  if (personId) conditions.push(sql`t."actorId" = ${personId}`);
  if (day) conditions.push(sql`t.at >= ${startOf(day)} and t.at < ${startOf(addDays(day, 1))}`);
  if (place) {
    const [at, chain, sequence] = place;
    conditions.push(sql`(t.at, t.chain, t.sequence) < (${at}, ${chain}, ${sequenceFrom(sequence)})`);
  }
  return sql`
    select t.at, t.chain, t.sequence, t."actorId", p.name as "actor", t.type, t.details, t."subjectType", t."subjectId",
           c.reference, case when ${isRecused(reader, sql`c.id`)} then 'RECUSED'
             when ${isRestricted(reader, sql`c.id`)} then 'RESTRICTED' end as "closed"
    from trail_entries t left join people p on p.id = t."actorId" left join cases c on c.id = t."subjectId"
    where ${join(conditions, ' and ')} order by t.at desc, t.chain desc, t.sequence desc limit ${limit}`;
}

/** The instant at which a day begins in England and Wales: midnight by Greenwich or, in summer, an hour before. */
function startOf(day: string): string {
  const greenwich = new Date(`${day}T00:00:00.000Z`).getTime();
  const summer = new Date(greenwich - AN_HOUR);
  return (dayOf(summer) === day ? summer : new Date(greenwich)).toISOString();
}
