import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import type { Actor } from '../platform/actor.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { IdentityInput } from './identity.input.js';
import { ManagementReferralInput } from './management-referral.input.js';
import { identityFields, managementReferralFields } from './preparation.fields.js';
import { RecordIdentity } from './record-identity.js';
import { RecordManagementReferral } from './record-management-referral.js';
import { signedOffLead } from './signed-off-lead.js';

@Controller('cases/:id')
export class IdentityAndReferralPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly queries: AssessmentsQueries,
    private readonly recordIdentity: RecordIdentity,
    private readonly recordReferral: RecordManagementReferral,
  ) {}

  @Get('identity')
  @Requires('case.assess')
  @Render(CASE_FORM)
  identity(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.assess', id, 'IDENTITY', async (found) => {
      const [kept, ethnicity] = await Promise.all([this.queries.identity(id), this.queries.ethnicity(found)]);
      const values = { ethnicity: ethnicity ?? {}, consideration: kept?.consideration };
      return {
        ...{ title: 'Ethnicity and identity', lead: signedOffLead(found), fields: identityFields, values },
        ...{ version: kept?.version ?? 0, submitText: 'Save' },
      };
    });
  }

  @Post('identity')
  @Requires('case.assess')
  async consider(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: IdentityInput): Promise<string> => {
      await this.recordIdentity.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.identity(actor, id);
    const sent = { fields: identityFields, body, input: IdentityInput, work, again, template: CASE_FORM };
    await submit(response, sent);
  }

  @Get('case-management-referral')
  @Requires('case.assess')
  @Render(CASE_FORM)
  referral(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.assess', id, 'CASE_MANAGEMENT_REFERRAL', async (found) => {
      const kept = await this.queries.managementReferral(id);
      return {
        ...{ title: 'Referral to the case management panel', lead: signedOffLead(found) },
        ...{ fields: managementReferralFields, values: kept ?? {}, version: kept?.version ?? 0, submitText: 'Save' },
      };
    });
  }

  @Post('case-management-referral')
  @Requires('case.assess')
  async refer(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ManagementReferralInput): Promise<string> => {
      await this.recordReferral.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.referral(actor, id);
    const fields = managementReferralFields;
    await submit(response, { fields, body, input: ManagementReferralInput, work, again, template: CASE_FORM });
  }
}
