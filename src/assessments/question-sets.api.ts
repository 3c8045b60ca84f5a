import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AccessQueries } from '../access/access.queries.js';
import { fullSets, type SetsChosen, shortSets } from '../policy/questions/assessment-sets.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { ChooseQuestionSets } from './choose-question-sets.js';
import { QuestionSetsInput } from './question-sets.input.js';
import { QuestionSetsQueries } from './question-sets.queries.js';

/** A set as the API names it. */
export const inShort = ({ id, version, title }: QuestionSet) => ({ id, version, title });

@Controller('api/panel-areas/:id/question-sets')
export class QuestionSetsApi {
  constructor(
    private readonly access: AccessQueries,
    private readonly queries: QuestionSetsQueries,
    private readonly choose: ChooseQuestionSets,
  ) {}

  @Get()
  @Requires('area.administer')
  async show(@Param('id') id: string): Promise<object> {
    await this.access.panelArea(id);
    const [inForce, choices] = await Promise.all([this.queries.inForce(id), this.queries.choices(id)]);
    const available = { full: fullSets.map(inShort), short: shortSets.map(inShort) };
    return { inForce: asSent(inForce, choices.length > 0), available, items: choices, next: null };
  }

  @Post()
  @Requires('area.administer')
  add(@By() actor: Actor, @Param('id') id: string, @Body() input: QuestionSetsInput): Promise<{ id: string }> {
    return this.choose.execute(actor, id, input);
  }
}

const asSent = ({ full, short, withinMonths }: SetsChosen, isChosen: boolean) => ({
  ...{ full: inShort(full), short: short && inShort(short), withinMonths: short && withinMonths, isChosen },
});
