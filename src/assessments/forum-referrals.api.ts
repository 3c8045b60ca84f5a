import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import { highLevelForum, type ReferralReason } from '../policy/forums.js';
import type { Actor } from '../platform/actor.js';
import { Read } from '../platform/database/read.js';
import { By, Requires } from '../platform/web/requires.js';
import { ForumReferralInput } from './forum-referral.input.js';
import { latestReferral, referralsFound } from './forum-referrals.queries.js';
import { ManagementReferralInput } from './management-referral.input.js';
import { forumNamed, RecordForumReferral } from './record-forum-referral.js';

type Done = { version: number };

@Controller('api/cases/:id')
export class ForumReferralsApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly read: Read,
    private readonly recordReferral: RecordForumReferral,
  ) {}

  @Get('forum-referrals')
  @Requires('case.read')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    await this.opened.open(actor, 'case.read', id, 'FORUM_REFERRALS');
    return { items: await referralsFound(this.read.source, id), next: null };
  }

  @Get('forum-referrals/:forum')
  @Requires('case.read')
  async one(@By() actor: Actor, @Param('id') id: string, @Param('forum') name: string): Promise<object> {
    const forum = forumNamed(name);
    await this.opened.open(actor, 'case.read', id, 'FORUM_REFERRALS');
    return (await latestReferral(this.read.source, id, forum)) ?? { forum, version: 0 };
  }

  @Put('forum-referrals/:forum')
  @Requires('case.assess')
  refer(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('forum') forum: string,
    @Body() input: ForumReferralInput,
  ): Promise<Done> {
    return this.recordReferral.execute(actor, id, forum, input);
  }

  /** The referral to the case management panel by its first address. */
  @Get('case-management-referral')
  @Requires('case.read')
  async byFirstAddress(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    await this.opened.open(actor, 'case.read', id, 'FORUM_REFERRALS');
    const found = await latestReferral(this.read.source, id, highLevelForum);
    return { referredOn: found?.referredOn ?? null, result: found?.result ?? null, version: found?.version ?? 0 };
  }

  @Put('case-management-referral')
  @Requires('case.assess')
  async referByFirstAddress(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() input: ManagementReferralInput,
  ): Promise<Done> {
    const isOpened = (await latestReferral(this.read.source, id, highLevelForum)) !== null;
    const because: ReferralReason[] = isOpened ? [] : ['OTHER'];
    return this.recordReferral.execute(actor, id, highLevelForum, { ...input, because });
  }
}
