import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import { states } from '../policy/lifecycle.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { ListInput } from '../platform/web/list.input.js';
import { By, Requires } from '../platform/web/requires.js';
import { RoutingQueries } from '../cases/routing.queries.js';
import { nextPage } from './draft-order.js';
import { draftAddress } from './draft.view.js';
import { MyReferrals } from './my-referrals.js';
import { asWarning, warningsFor } from './referral-faults.js';
import { referralPage, scoresOf } from './referral.view.js';
import { type DraftFound, ReferralsQueries } from './referrals.queries.js';

@Controller('referrals')
export class MyReferralsPages {
  constructor(
    private readonly mine: MyReferrals,
    private readonly queries: ReferralsQueries,
    private readonly clock: Clock,
    private readonly routing: RoutingQueries,
  ) {}

  @Get()
  @Requires('case.refer')
  @Render('referrals/views/referrals')
  async list(@By() actor: Actor, @Query() input: ListInput): Promise<object> {
    const { items, next } = await this.mine.list(actor, input);
    return {
      title: 'Your referrals',
      drafts: input.after ? [] : (await this.queries.drafts(actor)).map(draftLine),
      referrals: items.map((item) => ({ ...item, stateName: states[item.state] })),
      newer: input.after ? '/referrals' : null,
      older: next ? `/referrals?after=${next}` : null,
    };
  }

  @Get(':caseId')
  @Requires('case.refer')
  @Render('referrals/views/referral')
  async referral(@By() actor: Actor, @Param('caseId') caseId: string): Promise<object> {
    return referralPage(await this.mine.open(actor, caseId), this.clock.today());
  }

  @Get(':caseId/sent')
  @Requires('case.refer')
  @Render('referrals/views/sent')
  async sent(@By() actor: Actor, @Param('caseId') caseId: string): Promise<object> {
    const found = await this.mine.open(actor, caseId);
    const { reference, panelAreaId } = found;
    return {
      ...{ title: 'Referral sent', caseId, reference },
      caseHref: may(actor, 'case.read', panelAreaId) ? `/cases/${caseId}` : null,
      repeat: found.flags[0] ?? null,
      warnings: [...warningsFor(scoresOf(found), found), ...(await this.routing.flags(actor, caseId)).map(asWarning)],
      matches: await this.mine.matches(actor, found),
    };
  }
}

const draftLine = ({ id, answers, updatedAt }: DraftFound) => ({
  ...{ id, updatedAt },
  child: answers.child ? `${answers.child.givenName} ${answers.child.familyName}` : 'A child not named yet',
  href: draftAddress(id, nextPage(answers)),
  remove: draftAddress(id, 'delete'),
});
