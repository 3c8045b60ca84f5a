import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type CaseForm, CaseForms } from '../cases/case-form.js';
import { signedOffLead } from '../cases/signed-off-lead.js';
import { type Actor, may } from '../platform/actor.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { triedOf } from './attempts.view.js';
import { ApproveVoice } from './approve-voice.js';
import { RecordVoice } from './record-voice.js';
import { speakerNamed } from './speaker-named.js';
import type { Attempt } from './voice.entity.js';
import { approvalFields, voiceFields } from './voice.fields.js';
import { ApprovalInput, VoiceInput } from './voice.input.js';
import { voiceRows } from './voice.view.js';
import { VoicesQueries } from './voices.queries.js';

const VOICE = 'voices/views/voice';
const APPROVAL = 'voices/views/voice-approval';
const titles = { CHILD: 'What the child says', CARER: 'What the parent or carer says' } as const;

@Controller('cases/:id/voices/:who')
export class VoicePages {
  constructor(
    private readonly forms: CaseForms,
    private readonly queries: VoicesQueries,
    private readonly recordVoice: RecordVoice,
    private readonly approveVoice: ApproveVoice,
  ) {}

  @Get()
  @Requires('case.assess')
  @Render(VOICE)
  async page(@By() actor: Actor, @Param('id') id: string, @Param('who') name: string): Promise<CaseForm> {
    const who = speakerNamed(name);
    const at = `/cases/${id}/voices/${name}`;
    let approval: string | null = null;
    let written: readonly Attempt[] | undefined;
    const shown = await this.forms.show(actor, 'case.assess', id, `${who}_VOICE`, async (found) => {
      const [kept, isHarmed] = await Promise.all([this.queries.voice(id, who), this.queries.isSomebodyHarmed(id)]);
      written = kept?.attempts;
      const isOpen = kept?.status === 'NOT_OBTAINED' && kept.approvedBy === null;
      if (isOpen && may(actor, 'voice.approve', found.panelAreaId)) approval = `${at}/approval`;
      const agreed = kept?.approvedByName ? `${kept.approvedByName} agreed to go on without. Saving removes that.` : '';
      return {
        ...{ title: titles[who], lead: signedOffLead(found, agreed), fields: voiceFields(who, isHarmed) },
        ...{ values: kept ?? {}, version: kept?.version ?? 0, submitText: 'Save', back: `/cases/${id}` },
      };
    });
    const tried = triedOf(await this.queries.attempts(id, who), written);
    return { ...shown, at, approval, tried, forChild: who === 'CHILD' } as CaseForm;
  }

  @Post()
  @Requires('case.assess')
  async save(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('who') name: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const fields = voiceFields(speakerNamed(name), true);
    const work = async (input: VoiceInput): Promise<string> => {
      await this.recordVoice.execute(actor, id, name, input);
      return `/cases/${id}`;
    };
    const again = () => this.page(actor, id, name);
    await submit(response, { fields, body, input: VoiceInput, work, again, template: VOICE });
  }

  @Get('approval')
  @Requires('voice.approve')
  @Render(APPROVAL)
  async approval(@By() actor: Actor, @Param('id') id: string, @Param('who') name: string): Promise<CaseForm> {
    const who = speakerNamed(name);
    const kept = await this.queries.voice(id, who);
    const shown = await this.forms.show(actor, 'voice.approve', id, `${who}_VOICE`, (found) => ({
      title: who === 'CHILD' ? 'Go on without the child’s voice' : 'Go on without the parent or carer’s voice',
      ...{ lead: signedOffLead(found), fields: approvalFields, version: kept?.version ?? 0, submitText: 'Agree' },
    }));
    return { ...shown, rows: kept ? voiceRows(kept) : [] } as CaseForm;
  }

  @Post('approval')
  @Requires('voice.approve')
  async approve(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('who') name: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ApprovalInput): Promise<string> => {
      await this.approveVoice.execute(actor, id, name, input);
      return `/cases/${id}`;
    };
    const again = () => this.approval(actor, id, name);
    await submit(response, { fields: approvalFields, body, input: ApprovalInput, work, again, template: APPROVAL });
  }
}
