import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import type { Actor } from '../platform/actor.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AcceptCase } from './accept-case.js';
import { AllocateCase } from './allocate-case.js';
import { CASE_FORM, type CaseForm, CaseForms } from './case-form.js';
import { allocationFields, returnFields, reopenFields } from './case-moves.fields.js';
import { AcceptanceInput, AllocationInput, ReopeningInput, ReturnToPoliceInput } from './case-moves.input.js';
import { ReopenCase } from './reopen-case.js';
import { ReturnToPolice } from './return-to-police.js';
import { RoutingQueries } from './routing.queries.js';
import { SetsOfCases } from './set-of-case.js';

const ROUTED = 'cases/views/routed-form';

/** Confirm pages: each says what follows, and who will see it, before it is done. */
@Controller('cases/:id')
export class CaseMovesPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly access: AccessQueries,
    private readonly acceptCase: AcceptCase,
    private readonly allocateCase: AllocateCase,
    private readonly returnCase: ReturnToPolice,
    private readonly reopenCase: ReopenCase,
    private readonly sets: SetsOfCases,
    private readonly routing: RoutingQueries,
  ) {}

  @Get('acceptance')
  @Requires('case.manage')
  @Render(ROUTED)
  async acceptance(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    const shown = await this.forms.show(actor, 'case.manage', id, 'ACCEPTANCE', () => ({
      title: 'Accept this case for the panel',
      lead: 'Preparation begins, and the case can be allocated. The panel team sees it from now on as being prepared.',
      fields: [],
      submitText: 'Accept for panel',
    }));
    return Object.assign(shown, { flags: await this.routing.flags(actor, id) });
  }

  @Post('acceptance')
  @Requires('case.manage')
  async accept(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: AcceptanceInput): Promise<string> => {
      await this.acceptCase.execute(actor, id, input);
      return `/cases/${id}/allocation`;
    };
    const again = () => this.acceptance(actor, id);
    await submit(response, { fields: [], body, input: AcceptanceInput, work, again, template: ROUTED });
  }

  @Get('allocation')
  @Requires('case.manage')
  @Render(CASE_FORM)
  allocation(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.manage', id, 'ALLOCATION', async (found) => ({
      title: 'Allocate this case',
      fields: allocationFields(await this.access.holdersOn(found, 'case.assess')),
      values: { personId: found.allocatedTo ?? undefined },
      submitText: 'Allocate',
    }));
  }

  @Post('allocation')
  @Requires('case.manage')
  async allocate(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: AllocationInput): Promise<string> => {
      await this.allocateCase.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.allocation(actor, id);
    const fields = allocationFields([]);
    await submit(response, { fields, body, input: AllocationInput, work, again, template: CASE_FORM });
  }

  @Get('return-to-police')
  @Requires('case.return')
  @Render(ROUTED)
  async returning(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    const shown = await this.forms.show(actor, 'case.return', id, 'RETURN_TO_POLICE', () => ({
      title: 'Return this case to police',
      lead: 'The case ends here without a recommendation of the panel. Whoever may read the case sees your reason.',
      fields: returnFields,
      submitText: 'Return to police',
    }));
    return Object.assign(shown, { flags: await this.routing.flags(actor, id) });
  }

  @Post('return-to-police')
  @Requires('case.return')
  async return(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ReturnToPoliceInput): Promise<string> => {
      await this.returnCase.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.returning(actor, id);
    const sent = { fields: returnFields, body, input: ReturnToPoliceInput, work, again, template: ROUTED };
    await submit(response, sent);
  }

  @Get('reopening')
  @Requires('case.manage')
  @Render(CASE_FORM)
  reopening(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.manage', id, 'REOPENING', async () => ({
      title: 'Reopen preparation',
      lead: 'The sign-off is removed, and the case must be signed off again before it can be heard.',
      fields: reopenFields(await this.sets.of(id)),
      submitText: 'Reopen',
    }));
  }

  @Post('reopening')
  @Requires('case.manage')
  async reopen(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const fields = reopenFields(await this.sets.of(id));
    const work = async (input: ReopeningInput): Promise<string> => {
      await this.reopenCase.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.reopening(actor, id);
    await submit(response, { fields, body, input: ReopeningInput, work, again, template: CASE_FORM });
  }
}
