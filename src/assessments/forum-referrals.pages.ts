import { Body, Controller, Get, Param, Post, Redirect, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import { caseHead } from '../cases/case-head.view.js';
import { signedOff } from '../cases/change-preparation.js';
import { type CaseFound, OpenedCases } from '../cases/find-case.js';
import { forumCodes, forums, highLevelForum, reasonsInWords } from '../policy/forums.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { referralFields } from './forum-referral.fields.js';
import { ForumReferralInput } from './forum-referral.input.js';
import { referralCards } from './forum-referral.view.js';
import { latestReferral, referralsFound } from './forum-referrals.queries.js';
import { forumNamed, RecordForumReferral } from './record-forum-referral.js';
import { signedOffLead } from '../cases/signed-off-lead.js';

/** Before the panel has recommended, what a forum answers is news; afterwards it is recorded and moves nothing. */
const undoes = (found: CaseFound): string => (signedOff.includes(found.state) ? signedOffLead(found) : '');

/** What other forums were asked about the child, and what they answered. */
@Controller('cases/:id')
export class ForumReferralsPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly clock: Clock,
    private readonly read: Read,
    private readonly forms: CaseForms,
    private readonly recordReferral: RecordForumReferral,
  ) {}

  @Get('forum-referrals')
  @Requires('case.read')
  @Render('assessments/views/forum-referrals')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'FORUM_REFERRALS');
    const referrals = await referralsFound(this.read.source, id);
    const at = `/cases/${id}`;
    const others = forumCodes.filter((code) => referrals.every(({ forum }) => forum !== code));
    return {
      ...{ title: 'Referrals to other forums', back: at, child: caseHead(found, this.clock.today()) },
      mayAssess: may(actor, 'case.assess', found.panelAreaId),
      sections: referralCards(referrals, at),
      others: others.map((code) => {
        const { name, about, source } = forums[code];
        return { name, about, source: source.citation, href: `${at}/forum-referrals/${code}` };
      }),
    };
  }

  @Get('forum-referrals/:forum')
  @Requires('case.assess')
  @Render(CASE_FORM)
  page(@By() actor: Actor, @Param('id') id: string, @Param('forum') name: string): Promise<CaseForm> {
    const forum = forumNamed(name);
    return this.forms.show(actor, 'case.assess', id, 'FORUM_REFERRALS', async (found) => {
      const kept = await latestReferral(this.read.source, id, forum);
      const why = kept ? `Opened because: ${reasonsInWords(kept.because).join('; ')}.` : '';
      return {
        ...{ title: forums[forum].name, caption: 'Referral to another forum' },
        lead: [forums[forum].about, why, undoes(found)].filter(Boolean).join(' '),
        ...{ fields: referralFields(forum, kept !== null), values: kept ?? {}, version: kept?.version ?? 0 },
        ...{ submitText: 'Save', back: `/cases/${id}/forum-referrals` },
      };
    });
  }

  @Post('forum-referrals/:forum')
  @Requires('case.assess')
  async save(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('forum') name: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ForumReferralInput): Promise<string> => {
      await this.recordReferral.execute(actor, id, name, input);
      return `/cases/${id}/forum-referrals`;
    };
    const again = () => this.page(actor, id, name);
    const fields = referralFields(forumNamed(name), false);
    await submit(response, { fields, body, input: ForumReferralInput, work, again, template: CASE_FORM });
  }

  /** Where this referral was recorded before there were others; links to it still stand in old notes. */
  @Get('case-management-referral')
  @Requires('case.read')
  @Redirect('', 308)
  moved(@Param('id') id: string): { url: string } {
    return { url: `/cases/${encodeURIComponent(id)}/forum-referrals/${highLevelForum}` };
  }
}
