import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ChildRecords } from '../children/child-record.js';
import { childHead, matchShown, otherInWords } from '../children/child.view.js';
import { matchFields, undoMatchFields } from '../children/disposal.fields.js';
import { MatchInput, UndoMatchInput } from '../children/match.input.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { NotFound } from '../platform/errors.js';
import { inputFrom } from '../platform/web/form-body.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { CASE_FORM } from './case-form.js';
import { MatchChildren, UndoMatch } from './match-children.js';

const COMPARE = 'children/views/match';
const REOPENS =
  'If a case of one is signed off and the other had a disposal before, that case goes back to preparation. If the panel has already recommended, police are shown what it did not know before they decide.';

@Controller('children/:id')
export class MatchesPages {
  constructor(
    private readonly records: ChildRecords,
    private readonly clock: Clock,
    private readonly matchChildren: MatchChildren,
    private readonly undoMatch: UndoMatch,
  ) {}

  @Get('match/:otherId')
  @Requires('child.match')
  @Render(COMPARE)
  async compare(@By() actor: Actor, @Param('id') id: string, @Param('otherId') otherId: string): Promise<FormModel> {
    const { child, other } = await this.records.compared(actor, id, otherId);
    const form = formPage({
      title: 'Are they the same child?',
      lead: REOPENS,
      fields: matchFields,
      submitText: 'Decide',
      back: `/children/${id}`,
    });
    return { form, ...{ child: childHead(child, this.clock.today()), match: matchShown(id, other) } };
  }

  @Post('match/:otherId')
  @Requires('child.match')
  async decide(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('otherId') otherId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: MatchInput): Promise<string> => {
      await this.matchChildren.execute(actor, id, input);
      return `/children/${id}`;
    };
    const again = () => this.compare(actor, id, otherId);
    const sent = { ...(body as object), sameAs: otherId };
    await submit(response, { fields: matchFields, body: sent, input: MatchInput, work, again, template: COMPARE });
  }

  @Get('match-undo')
  @Requires('child.match')
  @Render(CASE_FORM)
  async undoing(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query('matchId') matchId: string | undefined,
  ): Promise<FormModel> {
    const child = await this.records.matches(actor, id);
    const decision = child.decisions.find((one) => one.id === matchId && one.undoneAt === null);
    if (!decision) throw new NotFound();
    const form = formPage({
      title: 'Undo this decision',
      lead: `${decision.decision === 'SAME' ? 'The same child as' : 'A different child from'} this record: ${otherInWords(decision.other)}. The reason given: ${decision.reason}. The decision stays on record, and each record is the child it was without it. ${REOPENS}`,
      fields: undoMatchFields,
      values: { matchId },
      submitText: 'Undo the decision',
      back: `/children/${id}`,
    });
    return { form, ...{ child: childHead(child, this.clock.today()) } };
  }

  @Post('match-undo')
  @Requires('child.match')
  async undo(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { matchId } = inputFrom(undoMatchFields, body);
    const work = async (input: UndoMatchInput): Promise<string> => {
      await this.undoMatch.execute(actor, id, input);
      return `/children/${id}`;
    };
    const again = () => this.undoing(actor, id, String(matchId));
    await submit(response, { fields: undoMatchFields, body, input: UndoMatchInput, work, again, template: CASE_FORM });
  }
}
