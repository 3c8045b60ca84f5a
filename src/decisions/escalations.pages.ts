import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import type { Actor } from '../platform/actor.js';
import { type FormModel, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AcknowledgeEscalation } from './acknowledge-escalation.js';
import { DecisionRecorded } from './decision-recorded.js';
import { EscalateCase } from './escalate-case.js';
import { acknowledgementFields, namingFields, postedEscalation } from './escalation.fields.js';
import {
  EscalationAcknowledgementInput,
  EscalationInput,
  SeniorNamingInput,
  SeniorViewInput,
} from './escalation.input.js';
import { EscalationPages } from './escalation-pages.js';
import { GiveSeniorView } from './give-senior-view.js';
import { NameSenior } from './name-senior.js';

const ESCALATE = 'decisions/views/escalate';
const ESCALATIONS = 'decisions/views/escalations';

/** A disagreement is taken further, settled by two seniors, and told to the panel. */
@Controller('cases/:id')
export class EscalationsPages {
  constructor(
    private readonly recorded: DecisionRecorded,
    private readonly pages: EscalationPages,
    private readonly forms: CaseForms,
    private readonly escalateCase: EscalateCase,
    private readonly giveSeniorView: GiveSeniorView,
    private readonly nameSenior: NameSenior,
    private readonly acknowledgeEscalation: AcknowledgeEscalation,
  ) {}

  @Get('escalation')
  @Requires('case.escalate')
  @Render(ESCALATE)
  async escalation(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm & object> {
    let recorded: { child?: CaseForm['child'] } = {};
    const form = await this.forms.show(actor, 'case.escalate', id, 'THE_ESCALATION', async (found) => {
      recorded = await this.recorded.of(actor, found);
      return {
        title: 'Escalate this case',
        lead: 'For a case that the panel cannot settle. Two seniors, one of police and one of youth justice, are asked, step by step of the ladder of this area. It leaves the panel’s hands until they have settled it or another recommendation is recorded.',
        fields: await this.pages.escalateFields(actor, found),
        submitText: 'Escalate',
      };
    });
    const page = { ...form, ...recorded, title: form.form.title };
    return page;
  }

  @Post('escalation')
  @Requires('case.escalate')
  async escalate(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: EscalationInput): Promise<string> => {
      await this.escalateCase.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.escalation(actor, id);
    const fields = postedEscalation;
    await submit(response, { fields, body, input: EscalationInput, work, again, template: ESCALATE });
  }

  @Get('escalations')
  @Requires('case.read')
  @Render(ESCALATIONS)
  escalations(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    return this.pages.page(actor, id);
  }

  @Post('escalations')
  @Requires('escalation.settle')
  async answer(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: SeniorViewInput): Promise<string> => {
      await this.giveSeniorView.execute(actor, id, input);
      return `/cases/${id}/escalations`;
    };
    const again = () => this.escalations(actor, id);
    const fields = await this.pages.viewFields();
    await submit(response, { fields, body, input: SeniorViewInput, work, again, template: ESCALATIONS });
  }

  @Get('escalations/senior')
  @Requires('escalation.name-senior')
  @Render(CASE_FORM)
  senior(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'escalation.name-senior', id, 'THE_ESCALATION', async (found) => ({
      title: 'Name a senior',
      lead: 'Where nobody is named for the step under way, or a senior is away. Who was named before stays on record.',
      fields: await this.pages.namingFields(found),
      ...{ submitText: 'Name', back: `/cases/${id}/escalations` },
    }));
  }

  @Post('escalations/senior')
  @Requires('escalation.name-senior')
  async name(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: SeniorNamingInput): Promise<string> => {
      await this.nameSenior.execute(actor, id, input);
      return `/cases/${id}/escalations`;
    };
    const again = () => this.senior(actor, id);
    await submit(response, {
      fields: namingFields([]),
      body,
      input: SeniorNamingInput,
      work,
      again,
      template: CASE_FORM,
    });
  }

  @Post('escalations/acknowledgement')
  @Requires('escalation.acknowledge')
  async acknowledge(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: EscalationAcknowledgementInput): Promise<string> => {
      await this.acknowledgeEscalation.execute(actor, id, input);
      return `/cases/${id}/escalations`;
    };
    const again = async () => {
      const page = await this.pages.page(actor, id);
      return { ...page, form: page.acknowledgement, isNoting: true };
    };
    const [fields, input] = [acknowledgementFields, EscalationAcknowledgementInput];
    await submit(response, { fields, body, input, work, again, template: ESCALATIONS });
  }
}
