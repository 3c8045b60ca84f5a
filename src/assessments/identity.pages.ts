import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type CaseForm, CaseForms } from '../cases/case-form.js';
import { ethnicityShown } from '../children/child.view.js';
import { ethnicityStanding } from '../children/ethnicity-standing.js';
import { ethnicityRows } from '../children/ethnicity.view.js';
import type { Actor } from '../platform/actor.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { IdentityInput } from './identity.input.js';
import { reflectionRows } from './identity.view.js';
import { identityFields } from './preparation.fields.js';
import { RecordIdentity } from './record-identity.js';
import { setInForce } from './set-in-force.js';
import { signedOffLead } from '../cases/signed-off-lead.js';

const TEMPLATE = 'assessments/views/identity';

@Controller('cases/:id/identity')
export class IdentityPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly queries: AssessmentsQueries,
    private readonly recordIdentity: RecordIdentity,
  ) {}

  @Get()
  @Requires('case.assess')
  @Render(TEMPLATE)
  async page(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    let more = {};
    const shown = await this.forms.show(actor, 'case.assess', id, 'IDENTITY', async (found) => {
      const [kept, history, assessment] = await Promise.all([
        this.queries.identity(id),
        this.queries.ethnicities(found),
        this.queries.assessment(found),
      ]);
      more = {
        rows: [
          ...ethnicityRows(ethnicityStanding(history)),
          ...reflectionRows(setInForce(assessment), assessment?.answers ?? {}),
        ],
        ethnicities: history.map(ethnicityShown),
      };
      const values = { ethnicity: history[0] ?? {}, consideration: kept?.consideration };
      return {
        ...{ title: 'Ethnicity and identity', lead: signedOffLead(found), fields: identityFields, values },
        ...{ version: kept?.version ?? 0, submitText: 'Save' },
      };
    });
    return { ...shown, ...more };
  }

  @Post()
  @Requires('case.assess')
  async save(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown, @Res() res: Response): Promise<void> {
    const work = async (input: IdentityInput): Promise<string> => {
      await this.recordIdentity.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.page(actor, id);
    await submit(res, { fields: identityFields, body, input: IdentityInput, work, again, template: TEMPLATE });
  }
}
