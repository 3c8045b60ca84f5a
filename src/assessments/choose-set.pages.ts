import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { IsString } from 'class-validator';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import type { Actor } from '../platform/actor.js';
import { VersionInput } from '../platform/input.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { lostBy, setChoiceField } from './choose-set.view.js';
import { QuestionSetsQueries } from './question-sets.queries.js';
import { SaveAnswers } from './save-answers.js';
import { setsToNameNow } from './set-in-force.js';

class SetInput extends VersionInput {
  @IsString({ message: 'Choose which questions to answer' })
  set: string;
}

/** The page on which an assessor says which questions to answer, where there is a choice; none is chosen for them. */
@Controller('cases/:id/assessment/questions')
export class ChooseSetPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly queries: AssessmentsQueries,
    private readonly sets: QuestionSetsQueries,
    private readonly saveAnswers: SaveAnswers,
  ) {}

  @Get()
  @Requires('case.assess')
  @Render(CASE_FORM)
  page(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.assess', id, 'THE_ASSESSMENT', async (found) => {
      const kept = await this.queries.assessment(found);
      const { sets, assessedOn } = await this.sets.open(found);
      const open = setsToNameNow(kept, sets);
      return {
        ...{
          title: 'Which questions will you answer?',
          caption: 'Assessment of the child',
          version: kept?.version ?? 0,
        },
        ...{ lead: kept ? lostBy(kept, open) : '', fields: [setChoiceField(open, assessedOn)] },
        ...{ submitText: 'Go on', back: `/cases/${id}/assessment` },
      };
    });
  }

  @Post()
  @Requires('case.assess')
  async choose(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async ({ set, version }: SetInput): Promise<string> => {
      await this.saveAnswers.execute(actor, id, { set, answers: {}, version });
      return `/cases/${id}/assessment`;
    };
    const again = () => this.page(actor, id);
    await submit(response, {
      fields: [setChoiceField([], null)],
      body,
      input: SetInput,
      work,
      again,
      template: CASE_FORM,
    });
  }
}
