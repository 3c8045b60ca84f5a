import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { isDecided } from '../cases/case-clocks.queries.js';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import type { Actor } from '../platform/actor.js';
import { Read } from '../platform/database/read.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { withdrawalFields } from './amendment.fields.js';
import { CaseWithdrawalInput } from './amendment.input.js';
import { WithdrawCase } from './withdraw-case.js';

const lead = 'For a case entered in error or transferred elsewhere. It ends here and stays on record with your reason.';
const ofOutcome =
  'Where it was entered in error, its outcome counts no more: tell whoever was told of it. Where it was transferred, its outcome stands.';
const ofDelivery = 'What is delivered, and every duty, ends with a case that was entered in error.';

@Controller('cases/:id/withdrawal')
export class WithdrawalPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly read: Read,
    private readonly withdrawCase: WithdrawCase,
  ) {}

  @Get()
  @Requires('case.manage')
  @Render(CASE_FORM)
  withdrawal(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.manage', id, 'WITHDRAWAL', async ({ state }) => {
      const isAsked = await isDecided(this.read.source, id);
      const given = state === 'OUTCOME_RECORDED' ? ` ${ofOutcome}` : '';
      const more = isAsked ? `${given} ${ofDelivery}` : '';
      return {
        ...{ title: 'Withdraw this case', lead: `${lead}${more}`, submitText: 'Withdraw' },
        fields: withdrawalFields(isAsked),
      };
    });
  }

  @Post()
  @Requires('case.manage')
  async withdraw(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: CaseWithdrawalInput): Promise<string> => {
      await this.withdrawCase.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.withdrawal(actor, id);
    const sent = { fields: withdrawalFields(true), body, input: CaseWithdrawalInput, work, again };
    await submit(response, { ...sent, template: CASE_FORM });
  }
}
