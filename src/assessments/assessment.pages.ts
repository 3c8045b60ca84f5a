import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Allow } from 'class-validator';
import type { Response } from 'express';
import { CaseForms, type CaseForm } from '../cases/case-form.js';
import { signedOffLead } from '../cases/signed-off-lead.js';
import type { Page, QuestionSet } from '../policy/questions/question-set.js';
import type { Actor } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { VersionInput } from '../platform/input.js';
import { submit } from '../platform/web/form.js';
import type { Values } from '../platform/web/form-fields.js';
import { By, Requires } from '../platform/web/requires.js';
import { pageAfter } from './assessment.view.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { QuestionSetsQueries } from './question-sets.queries.js';
import { SaveAnswers } from './save-answers.js';

const TEMPLATE = 'assessments/views/question-page';

/** Any page of the set in force, by the one form engine; the answers are checked by the set. */
@Controller('cases/:id/assessment')
export class AssessmentPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly queries: AssessmentsQueries,
    private readonly sets: QuestionSetsQueries,
    private readonly saveAnswers: SaveAnswers,
  ) {}

  @Get(':slug')
  @Requires('case.assess')
  @Render(TEMPLATE)
  async page(@By() actor: Actor, @Param('id') id: string, @Param('slug') slug: string): Promise<CaseForm> {
    const at = `/cases/${id}/assessment`;
    const shown = await this.forms.show(actor, 'case.assess', id, 'THE_ASSESSMENT', async (found) => {
      const kept = await this.queries.assessment(found);
      const set = await this.sets.asked(found, kept);
      const { title, lead, questions } = pageOf(set, slug);
      return {
        section: slug,
        ...{ title, caption: set.title, lead: signedOffLead(found, lead) },
        ...{ fields: questions, values: kept?.answers ?? {}, version: kept?.version ?? 0, back: at },
      };
    });
    return { ...shown, comeBack: `${at}/${slug}?then=back` } as CaseForm;
  }

  @Post(':slug')
  @Requires('case.assess')
  async save(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('slug') slug: string,
    @Query('then') then: unknown,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const set = await this.sets.askedIn(id);
    const page = pageOf(set, slug);
    const work = async ({ version, ...answers }: VersionInput & Values): Promise<string> => {
      const { unanswered } = await this.saveAnswers.execute(actor, id, { page: slug, answers, version });
      const next = pageAfter(set, slug, unanswered);
      return `/cases/${id}/assessment${then === 'back' ? '' : `/${next}`}`;
    };
    const again = () => this.page(actor, id, slug);
    const input = inputOf(page) as new () => VersionInput & Values;
    await submit(response, { fields: page.questions, body, input, work, again, template: TEMPLATE });
  }
}

function pageOf(set: QuestionSet, slug: string): Page {
  const page = set.pages.find((one) => one.slug === slug);
  if (!page) throw new NotFound();
  return page;
}

/** The fields a page may send: its questions, whose answers the set itself checks, and the version that was shown. */
function inputOf(page: Page): new () => VersionInput {
  class PageInput extends VersionInput {}
  for (const { id } of page.questions) Allow()(PageInput.prototype, id);
  return PageInput;
}
