import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import { headIfRead } from '../cases/case-head.view.js';
import { reasonFields } from '../cases/case-moves.fields.js';
import { ReasonInput } from '../cases/case-moves.input.js';
import { firstHeld } from '../cases/open-by-any.js';
import { type DutyCode, duties, dutyPermissions } from '../policy/duties.js';
import type { Permission } from '../policy/permissions.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { CloseCase } from './close-case.js';
import { ClosureInput } from './closure.input.js';
import { CompleteDuty, dutyFrom } from './complete-duty.js';
import { dutyFields } from './delivery.fields.js';
import { DutyDoneInput } from './delivery.input.js';
import { ReturnToPanel } from './return-to-panel.js';

const returnFields = reasonFields('Why does the case go back to the panel?');

/** Confirm pages: each says what follows before it is done. */
@Controller('cases/:id')
export class AfterOutcomePages {
  constructor(
    private readonly forms: CaseForms,
    private readonly returnCase: ReturnToPanel,
    private readonly closeCase: CloseCase,
    private readonly completeDuty: CompleteDuty,
    private readonly clock: Clock,
    private readonly read: Read,
  ) {}

  @Get('return-to-panel')
  @Requires('outcome.record')
  @Render(CASE_FORM)
  returning(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'outcome.record', id, 'RETURN_TO_PANEL', () => ({
      title: 'Return this case to the panel',
      lead: 'For a child who refused, or an activity that was not completed. The case is prepared, signed off and heard again; what was delivered so far stays to be read.',
      fields: returnFields,
      submitText: 'Return to panel',
    }));
  }

  @Post('return-to-panel')
  @Requires('outcome.record')
  async return(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ReasonInput): Promise<string> => {
      await this.returnCase.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.returning(actor, id);
    await submit(response, { fields: returnFields, body, input: ReasonInput, work, again, template: CASE_FORM });
  }

  @Get('closure')
  @Requires('delivery.record')
  @Render(CASE_FORM)
  closure(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'delivery.record', id, 'CLOSURE', () => ({
      title: 'Close this case',
      lead: 'Delivery has ended or was not needed. The case stays on record; duties that are open stay on their list.',
      fields: [],
      submitText: 'Close',
    }));
  }

  @Post('closure')
  @Requires('delivery.record')
  async close(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ClosureInput): Promise<string> => {
      await this.closeCase.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.closure(actor, id);
    await submit(response, { fields: [], body, input: ClosureInput, work, again, template: CASE_FORM });
  }

  @Get('duties/:code/done')
  @Requires('duty.complete')
  @Render(CASE_FORM)
  async duty(@By() actor: Actor, @Param('id') id: string, @Param('code') code: string): Promise<CaseForm> {
    const duty = dutyFrom(code);
    const permission = await this.permissionFor(actor, id, duty);
    return this.forms.show(actor, permission, id, 'DUTIES', (found) => ({
      ...{ title: duties[duty], lead: 'Marked done, it carries your name and today’s day.', fields: dutyFields(duty) },
      ...{
        back: listFor(id, permission),
        submitText: 'Mark as done',
        child: headIfRead(actor, found, this.clock.today()),
      },
    }));
  }

  @Post('duties/:code/done')
  @Requires('duty.complete')
  async done(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('code') code: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: DutyDoneInput): Promise<string> => {
      await this.completeDuty.execute(actor, id, dutyFrom(code), input);
      return listFor(id, await this.permissionFor(actor, id, dutyFrom(code)));
    };
    const again = () => this.duty(actor, id, code);
    await submit(response, {
      fields: dutyFields(dutyFrom(code)),
      body,
      input: DutyDoneInput,
      work,
      again,
      template: CASE_FORM,
    });
  }

  private permissionFor(actor: Actor, id: string, code: DutyCode): Promise<Permission> {
    return firstHeld(this.read.source, actor, id, dutyPermissions(code));
  }
}

/** Where what is to be done stands: beside the victims for whoever speaks with them, and need not read the case. */
const listFor = (id: string, permission: Permission): string =>
  `/cases/${id}/${permission === 'victim.record' ? 'victims' : 'duties'}`;
