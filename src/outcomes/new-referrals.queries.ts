import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import { visibleCases } from '../cases/visible-cases.js';
import { notReoffending, type Window, windowsAfter } from '../policy/new-referrals.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';

export type ReferralSince = { readonly caseId: string; readonly reference: string; readonly referredOn: string };

/** Referrals of a child after an outcome, as plain facts; only those that the reader may see. */
export type NewReferrals = {
  readonly label: string;
  readonly givenOn: string;
  readonly items: readonly ReferralSince[];
  readonly windows: readonly Window[];
};

@Injectable()
export class NewReferralsQueries {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  async ofCase(actor: Actor, { id, identityId }: CaseFound, givenOn: string): Promise<NewReferrals> {
    const items = await this.read.rows<ReferralSince>(
      sql`select c.id as "caseId", c.reference, c."referredOn"
          from children k join cases c on c."childId" = k.id
          where k."identityId" = ${identityId} and c.id <> ${id} and c."referredOn" > ${givenOn}
            and c.state <> 'WITHDRAWN' and ${visibleCases(actor, 'case.read')}
          order by c."referredOn", c.id`,
    );
    const days = items.map(({ referredOn }) => referredOn);
    return { label: notReoffending, givenOn, items, windows: windowsAfter(givenOn, days, this.clock.today()) };
  }
}
