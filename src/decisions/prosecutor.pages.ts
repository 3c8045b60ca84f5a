import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import { caseHead } from '../cases/case-head.view.js';
import { OpenedCases } from '../cases/find-case.js';
import { overridable } from '../panels/overridable.js';
import type { Permission } from '../policy/permissions.js';
import { adviceAsk } from '../policy/prosecutor-advice.js';
import { prosecutorBlockers } from '../policy/prosecutor.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { checklistOf } from './checklist-held.js';
import { answerFields, postedReferral, referralFields } from './prosecutor.fields.js';
import { ProsecutorAnswerInput, ProsecutorReferralInput } from './prosecutor.input.js';
import { prosecutorReferralsOf } from './prosecutor.queries.js';
import { advisedOn } from './prosecutor-advice.queries.js';
import { adviceLink, adviceView, prosecutorView } from './prosecutor.view.js';
import { RecordProsecutorAnswer } from './record-prosecutor-answer.js';
import { ReferToProsecutor } from './refer-to-prosecutor.js';

/** From a page nothing answered is a checklist too: each of its items is asked for. */
class ReferralFromPage extends ProsecutorReferralInput {
  override checklist: Record<string, unknown> = {};
}

/** What was sent to the Crown Prosecution Service, and what came back. */
@Controller('cases/:id/prosecutor')
export class ProsecutorPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly forms: CaseForms,
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly refer: ReferToProsecutor,
    private readonly recordAnswer: RecordProsecutorAnswer,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('decisions/views/prosecutor')
  async referrals(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_PROSECUTOR');
    const today = this.clock.today();
    const referrals = await prosecutorReferralsOf(this.read.source, id);
    const mayRefer = may(actor, 'prosecutor.refer', found.panelAreaId);
    const advised = await advisedOn(this.read.source, found);
    const mayDo = (permission: Permission) => may(actor, permission, found.panelAreaId);
    const isOpen = referrals.some(({ isAnswered }) => !isAnswered);
    return {
      ...{ title: 'Crown Prosecution Service', child: caseHead(found, today), back: `/cases/${id}` },
      advice: adviceView(id, advised),
      toDo: adviceLink(adviceAsk(advised), found, mayDo),
      referrals: referrals.map((one) => prosecutorView(one, today)),
      toRefer: mayRefer && !isOpen ? `/cases/${id}/prosecutor/new` : null,
      toAnswer: mayRefer && isOpen ? `/cases/${id}/prosecutor/answer` : null,
    };
  }

  @Get('new')
  @Requires('prosecutor.refer')
  @Render(CASE_FORM)
  referring(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'prosecutor.refer', id, 'THE_PROSECUTOR', async (found) => {
      const held = await checklistOf(this.read.source, found, this.clock.today());
      const blockers = prosecutorBlockers({ caseId: id, checklist: [], isOpen: false });
      return {
        title: 'Refer to the Crown Prosecution Service',
        lead: 'Write down what was sent, when, and how the checklist stood. Beside each point stands what this case holds of it; nothing is answered by that. The papers themselves go by the police’s own way.',
        fields: referralFields(overridable(blockers, may(actor, 'gate.override', found.panelAreaId)), held),
        values: { sentOn: this.clock.today() },
        submitText: 'Record the referral',
        back: `/cases/${id}/prosecutor`,
      };
    });
  }

  @Post('new')
  @Requires('prosecutor.refer')
  async send(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ReferralFromPage): Promise<string> => {
      await this.refer.execute(actor, id, input);
      return `/cases/${id}/prosecutor`;
    };
    const again = () => this.referring(actor, id);
    const fields = postedReferral;
    await submit(response, { fields, body, input: ReferralFromPage, work, again, template: CASE_FORM });
  }

  @Get('answer')
  @Requires('prosecutor.refer')
  @Render(CASE_FORM)
  answering(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'prosecutor.refer', id, 'THE_PROSECUTOR', () => ({
      title: 'What the Crown Prosecution Service answered',
      lead: 'Where authority was given or refused, the case says so from then on.',
      fields: answerFields,
      values: { receivedOn: this.clock.today() },
      submitText: 'Record the answer',
      back: `/cases/${id}/prosecutor`,
    }));
  }

  @Post('answer')
  @Requires('prosecutor.refer')
  async answer(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ProsecutorAnswerInput): Promise<string> => {
      await this.recordAnswer.execute(actor, id, input);
      return `/cases/${id}/prosecutor`;
    };
    const again = () => this.answering(actor, id);
    const fields = answerFields;
    await submit(response, { fields, body, input: ProsecutorAnswerInput, work, again, template: CASE_FORM });
  }
}
