import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import { caseHead } from '../cases/case-head.view.js';
import { OpenedCases } from '../cases/find-case.js';
import { recordKinds, recordOfState } from '../policy/amendments.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { postedReview, reviewFields, undoingFields } from './amendment.fields.js';
import { DecisionReviewInput, UndoingInput } from './amendment.input.js';
import { DecisionHistories } from './decision-history.js';
import { historyPage, recordPage } from './decision-history.view.js';
import { ReviewDecision } from './review-decision.js';
import { victimsToTellOf } from './review-duties.js';
import { TakeBack } from './take-back.js';

/** What was decided and what became of it; taking a slip back, and reviewing. */
@Controller('cases/:id')
export class AmendmentsPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly forms: CaseForms,
    private readonly histories: DecisionHistories,
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly takeBack: TakeBack,
    private readonly reviewDecision: ReviewDecision,
  ) {}

  @Get('decision-history')
  @Requires('case.read')
  @Render('amendments/views/decision-history')
  async history(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'WHAT_WAS_DECIDED');
    const at = `/cases/${id}`;
    const child = caseHead(found, this.clock.today());
    return { ...historyPage(await this.histories.of(actor, found), at), child, back: at };
  }

  @Get('decision-history/:recordId')
  @Requires('case.read')
  @Render('amendments/views/decision-record')
  async record(@By() actor: Actor, @Param('id') id: string, @Param('recordId') recordId: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'WHAT_WAS_DECIDED');
    const child = caseHead(found, this.clock.today());
    const back = `/cases/${id}/decision-history`;
    return { ...recordPage(await this.histories.whole(actor, found, recordId)), child, back };
  }

  @Get('undoing')
  @Requires('record.undo')
  @Render(CASE_FORM)
  undoing(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'record.undo', id, 'TAKING_BACK', ({ state }) => {
      const kind = recordOfState[state];
      return {
        title: 'Take back a slip',
        lead: `${kind ? recordKinds[kind] : 'What was recorded last'} stays on record as taken back and never counts. The case goes back to where it was. Only whoever recorded it can do this, for a few minutes, while nothing rests on it.`,
        fields: undoingFields,
        submitText: 'Take back',
        back: `/cases/${id}/decision-history`,
      };
    });
  }

  @Post('undoing')
  @Requires('record.undo')
  async undo(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: UndoingInput): Promise<string> => {
      await this.takeBack.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.undoing(actor, id);
    await submit(response, { fields: undoingFields, body, input: UndoingInput, work, again, template: CASE_FORM });
  }

  @Get('decision-review')
  @Requires('record.review')
  @Render(CASE_FORM)
  reviewing(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'record.review', id, 'REVIEW', async (found) => {
      const { records } = await this.histories.of(actor, found);
      const open = records.filter(({ standing }) => standing === 'STANDING').map(({ kind }) => kind);
      const { count } = await victimsToTellOf(this.read.source, id);
      return {
        title: 'Review what was decided',
        lead: 'For a decision found wrong, not for a slip of the pen. Another takes its place by the same rules; the first stays on record as it was.',
        fields: reviewFields(open, count > 0),
        submitText: 'Record the review',
        back: `/cases/${id}/decision-history`,
      };
    });
  }

  @Post('decision-review')
  @Requires('record.review')
  async review(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: DecisionReviewInput): Promise<string> => {
      await this.reviewDecision.execute(actor, id, input);
      return `/cases/${id}/decision-history`;
    };
    const again = () => this.reviewing(actor, id);
    await submit(response, {
      fields: postedReview,
      body,
      input: DecisionReviewInput,
      work,
      again,
      template: CASE_FORM,
    });
  }
}
