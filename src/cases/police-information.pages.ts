import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { CASE_FORM, type CaseForm, CaseForms } from './case-form.js';
import { ChangePoliceInformation } from './change-police-information.js';
import { policeInformationFields } from './police-information.fields.js';
import { PoliceInformationInput } from './police-information.input.js';
import { PoliceInformationQueries } from './police-information.queries.js';
import { signedOffLead } from './signed-off-lead.js';

const RECORD = 'police-information.record';

@Controller('cases/:id')
export class PoliceInformationPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly queries: PoliceInformationQueries,
    private readonly changeInformation: ChangePoliceInformation,
  ) {}

  @Get('police-information')
  @Requires(RECORD)
  @Render(CASE_FORM)
  information(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, RECORD, id, 'POLICE_INFORMATION', async (found) => ({
      title: 'Police information',
      lead: signedOffLead(found),
      fields: policeInformationFields,
      values: await this.queries.policeInformation(id),
    }));
  }

  @Post('police-information')
  @Requires(RECORD)
  async change(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: PoliceInformationInput): Promise<string> => {
      await this.changeInformation.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.information(actor, id);
    const fields = policeInformationFields;
    await submit(response, { fields, body, input: PoliceInformationInput, work, again, template: CASE_FORM });
  }
}
