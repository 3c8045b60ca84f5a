import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { visibleCases } from '../cases/visible-cases.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { rowIn } from '../policy/disposal-book.js';
import { disposalName } from '../policy/disposals.js';
import {
  type DisposalCount,
  newReferralCounts,
  notReoffending,
  type OutcomeGiven,
  type ReferralMade,
  smallestShown,
} from '../policy/new-referrals.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { ReportRead } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { Views } from '../platform/trail/views.js';
import { assertInOrder, type Period } from './population.js';

/** `name` as the disposal is called today; null in the row of all of them. */
export type NamedCount = DisposalCount & { readonly name: string | null };

/** A count is null where it is from 1 to `smallestShown` less one, or a number of that size could be worked out from it. */
export type NewReferralsMeasured = Period & {
  readonly label: string;
  readonly asOf: string;
  readonly smallestShown: number;
  readonly disposals: readonly NamedCount[];
};

/** How many children were referred anew after an outcome, by disposal: what the reader may see, and no child named. */
@Injectable()
export class NewReferralsReport {
  constructor(
    private readonly read: ReportRead,
    private readonly clock: Clock,
    private readonly views: Views,
  ) {}

  async of(actor: Actor, period: Period): Promise<NewReferralsMeasured> {
    const { panelAreaId, from, to } = period;
    if (!may(actor, 'measure.read', panelAreaId)) throw new NotFound();
    assertInOrder(period);
    const asOf = this.clock.today();
    const [given, made, book] = await Promise.all([
      this.read.rows<OutcomeGiven>(outcomesIn(actor, period)),
      this.read.rows<ReferralMade>(referralsAfter(actor, period)),
      disposalBook(this.read.source, asOf),
    ]);
    const subject = { type: 'PANEL_AREA', id: panelAreaId, panelAreaId } as const;
    await this.views.looked(actor, subject, { type: 'MEASURE_VIEWED', measure: 'NEW_REFERRALS' });
    const disposals = newReferralCounts(given, made, asOf).map((one) => ({
      ...one,
      name: one.disposal && disposalName(one.disposal, rowIn(book, one.disposal)?.name),
    }));
    return { label: notReoffending, asOf, smallestShown, panelAreaId, from, to, disposals };
  }
}

const outcomesIn = (actor: Actor, { panelAreaId, from, to }: Period): Sql => sql`
  select k."identityId" as "identity", o.disposal, o."givenOn"
  from standing_outcomes o join cases c on c.id = o."caseId" join children k on k.id = c."childId"
  where o."givenOn" >= ${from} and o."givenOn" <= ${to} and c."panelAreaId" = ${panelAreaId}
    and ${visibleCases(actor, 'measure.read')}`;

/** Of the children who were given an outcome in the period: their referrals after it, in every area the reader may see. */
const referralsAfter = (actor: Actor, { panelAreaId, from, to }: Period): Sql => sql`
  select distinct k."identityId" as "identity", c."referredOn", c.id
  from standing_outcomes o join cases g on g.id = o."caseId" join children h on h.id = g."childId"
  join children k on k."identityId" = h."identityId" join cases c on c."childId" = k.id
  where o."givenOn" >= ${from} and o."givenOn" <= ${to} and g."panelAreaId" = ${panelAreaId} and c.id <> g.id
    and c."referredOn" > o."givenOn" and c.state <> 'WITHDRAWN' and ${visibleCases(actor, 'measure.read')}`;
