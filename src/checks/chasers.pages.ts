import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type CaseForm, CaseForms } from '../cases/case-form.js';
import { agencies } from '../policy/agencies.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { NotFound } from '../platform/errors.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { chaserFields } from './agency-check.fields.js';
import { ChaserInput } from './agency-check.input.js';
import { requestRows } from './agency-check.view.js';
import { ChaseAgency } from './chase-agency.js';
import { ChecksQueries } from './checks.queries.js';
import { agencyFrom } from './ways-to-checks.js';

const FORM = 'checks/views/check-form';

/** Reminding an agency of what it was asked. */
@Controller('cases/:id/agency-checks/:agency/chasers')
export class ChasersPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly clock: Clock,
    private readonly queries: ChecksQueries,
    private readonly chaseAgency: ChaseAgency,
  ) {}

  @Get()
  @Requires('check.request')
  @Render(FORM)
  async page(@By() actor: Actor, @Param('id') id: string, @Param('agency') code: string): Promise<CaseForm> {
    const agency = agencyFrom(code);
    const today = this.clock.today();
    let rows: object[] = [];
    const shown = await this.forms.show(actor, 'check.request', id, 'AGENCY_CHECKS', async (found) => {
      const check = (await this.queries.ofCase(id, today)).find((known) => known.agency === agency);
      if (check?.status !== 'REQUESTED') throw new NotFound();
      rows = requestRows(check, today);
      return {
        ...{ title: `Chase: ${agencies[agency]}`, caption: `Agency check, ${found.reference}`, fields: chaserFields },
        ...{
          values: { on: today },
          version: check.version,
          submitText: 'Record that you chased',
          back: `/cases/${id}/agency-checks`,
        },
      };
    });
    return { ...shown, rows } as CaseForm;
  }

  @Post()
  @Requires('check.request')
  async chase(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('agency') code: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ChaserInput): Promise<string> => {
      await this.chaseAgency.execute(actor, id, agencyFrom(code), input);
      return `/cases/${id}/agency-checks`;
    };
    const again = () => this.page(actor, id, code);
    const sent = { fields: chaserFields, body, input: ChaserInput, work, again, template: FORM };
    await submit(response, sent);
  }
}
