import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import { caseHead } from '../cases/case-head.view.js';
import { OpenedCases } from '../cases/find-case.js';
import { behaviourCorrectionFields, behaviourFields, behaviourWithdrawalFields } from '../children/behaviour.fields.js';
import { BehaviourCorrectionInput, BehaviourInput, BehaviourWithdrawalInput } from '../children/behaviour.input.js';
import { behaviourKinds } from '../policy/earlier-behaviour.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { IsVersion } from '../platform/input.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import { behaviourBefore, type BehaviourFound, behaviourOpen } from './earlier-behaviour.queries.js';
import { behaviourRows } from './earlier-behaviour.view.js';
import { RecordBehaviour } from './record-behaviour.js';

const RECORD = 'disposal.record';

const undoes = 'If a case of this child is signed off already, it goes back to preparation.';

/** A form of a case knows its version; what is added belongs to the child. */
class NewBehaviourInput extends BehaviourInput {
  @IsOptional()
  @IsVersion(false)
  version?: number;
}

const named = ({ kind, happenedOn }: Pick<BehaviourFound, 'kind' | 'happenedOn'>): string =>
  `${behaviourKinds[kind]}, ${dayInWords(happenedOn)}`;

/** What is known of the child's earlier behaviour: added, corrected, withdrawn, and what it said before. */
@Controller('cases/:id/earlier-behaviour')
export class BehaviourItemPages {
  constructor(
    private readonly read: Read,
    private readonly opened: OpenedCases,
    private readonly clock: Clock,
    private readonly forms: CaseForms,
    private readonly recordBehaviour: RecordBehaviour,
  ) {}

  @Get('new')
  @Requires(RECORD)
  @Render(CASE_FORM)
  newItem(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, RECORD, id, 'EARLIER_BEHAVIOUR', () => ({
      ...{ title: 'Add something known of earlier behaviour', lead: undoes, fields: behaviourFields },
      ...{ submitText: 'Add', back: `/cases/${id}/earlier-behaviour` },
    }));
  }

  @Post('new')
  @Requires(RECORD)
  async add(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown, @Res() res: Response): Promise<void> {
    const work = async ({ version: _, ...input }: NewBehaviourInput): Promise<string> => {
      const item = await this.recordBehaviour.add(actor, id, input);
      return `/cases/${id}/earlier-behaviour#${item.id}`;
    };
    const again = () => this.newItem(actor, id);
    const fields = behaviourFields;
    await submit(res, { fields, body, input: NewBehaviourInput, work, again, template: CASE_FORM });
  }

  @Get(':itemId')
  @Requires('case.read')
  @Render('assessments/views/behaviour-before')
  async item(@By() actor: Actor, @Param('id') id: string, @Param('itemId') itemId: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'EARLIER_BEHAVIOUR');
    const item = await behaviourOpen(this.read.source, found, itemId);
    const before = await behaviourBefore(this.read.source, itemId);
    return {
      ...{ title: named(item), back: `/cases/${id}/earlier-behaviour`, child: caseHead(found, this.clock.today()) },
      rows: behaviourRows(item),
      before: before.map((one) => ({
        title: `Until it was corrected: ${named(one)} (${instantInWords(one.recordedAt)})`,
        rows: behaviourRows(one),
      })),
    };
  }

  @Get(':itemId/correction')
  @Requires(RECORD)
  @Render(CASE_FORM)
  correction(@By() actor: Actor, @Param('id') id: string, @Param('itemId') itemId: string): Promise<CaseForm> {
    return this.forms.show(actor, RECORD, id, 'EARLIER_BEHAVIOUR', async (found) => {
      const { because: _, ...item } = await behaviourOpen(this.read.source, found, itemId);
      return {
        ...{ title: 'Correct it', caption: named(item), lead: undoes, fields: behaviourCorrectionFields },
        ...{ values: item, version: item.version, submitText: 'Save', back: `/cases/${id}/earlier-behaviour` },
      };
    });
  }

  @Post(':itemId/correction')
  @Requires(RECORD)
  async correct(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: BehaviourCorrectionInput): Promise<string> => {
      await this.recordBehaviour.correct(actor, id, itemId, input);
      return `/cases/${id}/earlier-behaviour#${itemId}`;
    };
    const again = () => this.correction(actor, id, itemId);
    const fields = behaviourCorrectionFields;
    await submit(response, { fields, body, input: BehaviourCorrectionInput, work, again, template: CASE_FORM });
  }

  @Get(':itemId/withdrawal')
  @Requires(RECORD)
  @Render(CASE_FORM)
  withdrawal(@By() actor: Actor, @Param('id') id: string, @Param('itemId') itemId: string): Promise<CaseForm> {
    return this.forms.show(actor, RECORD, id, 'EARLIER_BEHAVIOUR', async (found) => {
      const item = await behaviourOpen(this.read.source, found, itemId);
      return {
        ...{ title: 'Withdraw what was wrong', caption: named(item), lead: `${item.what} ${undoes}` },
        ...{ fields: behaviourWithdrawalFields, version: item.version },
        ...{ submitText: 'Withdraw', back: `/cases/${id}/earlier-behaviour` },
      };
    });
  }

  @Post(':itemId/withdrawal')
  @Requires(RECORD)
  async withdraw(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: BehaviourWithdrawalInput): Promise<string> => {
      await this.recordBehaviour.withdraw(actor, id, itemId, input);
      return `/cases/${id}/earlier-behaviour#${itemId}`;
    };
    const again = () => this.withdrawal(actor, id, itemId);
    const fields = behaviourWithdrawalFields;
    await submit(response, { fields, body, input: BehaviourWithdrawalInput, work, again, template: CASE_FORM });
  }
}
