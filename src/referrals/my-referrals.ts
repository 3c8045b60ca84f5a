import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { RepeatFlag } from '../policy/repeat-disposals.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import type { Listed } from '../platform/database/keyset.js';
import { Read, row } from '../platform/database/read.js';
import { Views } from '../platform/trail/views.js';
import type { ListInput } from '../platform/web/list.input.js';
import { caseSubject } from '../cases/visible-cases.js';
import { repeatFlagsFor, thresholdOf } from '../children/children.queries.js';
import { reasonsInWords } from '../children/compare-children.js';
import { possibleMatches } from '../children/matches.queries.js';
import { type ReferralFound, type ReferralListed, ReferralsQueries } from './referrals.queries.js';

export type ReferralOpened = ReferralFound & { readonly flags: readonly RepeatFlag[] };

type Match = { readonly text: string; readonly href: string | null };

/** An officer's own referrals, each look at them on record. */
@Injectable()
export class MyReferrals {
  constructor(
    private readonly queries: ReferralsQueries,
    private readonly read: Read,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, input: ListInput): Promise<Listed<ReferralListed>> {
    const found = await this.queries.referrals(actor, input);
    const subject = { type: 'PERSON', id: actor.personId, panelAreaId: null } as const;
    await this.views.looked(actor, subject, { type: 'CASES_LISTED', found: found.items.length });
    return found;
  }

  async open(actor: Actor, caseId: string): Promise<ReferralOpened> {
    const found = await this.queries.referral(actor, caseId);
    const flags = await this.flags(actor, found);
    const subject = caseSubject({ id: caseId, panelAreaId: found.panelAreaId });
    await this.views.looked(actor, subject, { type: 'CASE_VIEWED', part: 'THE_REFERRAL' });
    return { ...found, flags };
  }

  /** What the child is already known to have had before, from any source. */
  private async flags(actor: Actor, { caseId, childId, panelAreaId }: ReferralFound): Promise<RepeatFlag[]> {
    const { source } = this.read;
    const child = await row<{ identityId: string }>(
      source,
      sql`select k."identityId" from children k where k.id = ${childId}`,
    );
    const today = this.clock.today();
    const threshold = await thresholdOf(source, panelAreaId, today);
    return repeatFlagsFor(source, actor, child?.identityId ?? '', today, threshold, caseId);
  }

  /** Known children who may be the one referred; whoever may decide it is led to the page for that. */
  async matches(actor: Actor, { childId, panelAreaId, ...child }: ReferralFound): Promise<Match[]> {
    const found = await possibleMatches(this.read.source, actor, child, childId);
    if (found.length > 0) {
      const event = { type: 'POSSIBLE_MATCHES_SHOWN', found: found.length } as const;
      await this.views.looked(actor, caseSubject({ id: child.caseId, panelAreaId }), event);
    }
    return found.map((match) => ({
      text: reasonsInWords(match.reasons),
      href: may(actor, 'child.match', panelAreaId) ? `/children/${childId}/match/${match.childId}` : null,
    }));
  }
}
