import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import { judgements } from '../policy/judgements.js';
import type { Actor } from '../platform/actor.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { judgementFields } from './judgement.fields.js';
import { JudgementInput } from './judgement.input.js';
import { judgementNamed, RecordJudgement } from './record-judgement.js';
import { signedOffLead } from './signed-off-lead.js';

@Controller('cases/:id/judgements/:judgement')
export class JudgementPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly queries: AssessmentsQueries,
    private readonly recordJudgement: RecordJudgement,
  ) {}

  @Get()
  @Requires('case.assess')
  @Render(CASE_FORM)
  page(@By() actor: Actor, @Param('id') id: string, @Param('judgement') name: string): Promise<CaseForm> {
    const code = judgementNamed(name);
    return this.forms.show(actor, 'case.assess', id, code, async (found) => {
      const kept = await this.queries.judgement(id, code);
      return {
        ...{ title: judgements[code], caption: 'Judgement', lead: signedOffLead(found) },
        ...{ fields: judgementFields(code), values: kept ?? {}, version: kept?.version ?? 0 },
        ...{ submitText: 'Save', back: `/cases/${id}/assessment` },
      };
    });
  }

  @Post()
  @Requires('case.assess')
  async save(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('judgement') name: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const fields = judgementFields(judgementNamed(name));
    const work = async (input: JudgementInput): Promise<string> => {
      await this.recordJudgement.execute(actor, id, name, input);
      return `/cases/${id}/assessment`;
    };
    const again = () => this.page(actor, id, name);
    await submit(response, { fields, body, input: JudgementInput, work, again, template: CASE_FORM });
  }
}
