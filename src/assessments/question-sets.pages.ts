import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { ChooseQuestionSets } from './choose-question-sets.js';
import { questionSetsFields } from './question-sets.fields.js';
import { QuestionSetsInput } from './question-sets.input.js';
import { QuestionSetsQueries } from './question-sets.queries.js';
import { questionSetsView } from './question-sets.view.js';

const TEMPLATE = 'assessments/views/question-sets';

@Controller('panel-areas/:id/question-sets')
export class QuestionSetsPages {
  constructor(
    private readonly access: AccessQueries,
    private readonly queries: QuestionSetsQueries,
    private readonly clock: Clock,
    private readonly choose: ChooseQuestionSets,
  ) {}

  @Get()
  @Requires('area.administer')
  @Render(TEMPLATE)
  async page(@Param('id') id: string): Promise<FormModel> {
    const { name } = await this.access.panelArea(id);
    const [inForce, choices] = await Promise.all([this.queries.inForce(id), this.queries.choices(id)]);
    const title = 'What assessments ask';
    const options = { title, caption: name, fields: questionSetsFields, submitText: 'Choose', back: '/panel-areas' };
    const shown = questionSetsView(inForce, choices, this.clock.today());
    return { ...shown, form: formPage(options) } as FormModel;
  }

  @Post()
  @Requires('area.administer')
  async add(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: QuestionSetsInput): Promise<string> => {
      await this.choose.execute(actor, id, input);
      return `/panel-areas/${id}/question-sets`;
    };
    const again = () => this.page(id);
    const sent = { fields: questionSetsFields, body, input: QuestionSetsInput, work, again, template: TEMPLATE };
    await submit(response, sent);
  }
}
