import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { caseHead } from '../../cases/case-head.view.js';
import { OpenedCases } from '../../cases/find-case.js';
import { reviewNeed } from '../../policy/repeat-review.js';
import { type Actor, may } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Read } from '../../platform/database/read.js';
import { type FormModel, formPage, submit } from '../../platform/web/form.js';
import { By, Requires } from '../../platform/web/requires.js';
import { disposalCards } from '../earlier-disposals.view.js';
import { preparationFacts } from '../preparation-facts.js';
import { repeatReviewFields } from './repeat-review.fields.js';
import { RepeatReviewInput } from './repeat-review.input.js';
import { repeatReviews } from './repeat-reviews.queries.js';
import { needInWords, reviewSections } from './repeat-reviews.view.js';
import { ReviewRepeat } from './review-repeat.js';

const TEMPLATE = 'assessments/views/repeat-review';

@Controller('cases/:id/repeat-review')
export class RepeatReviewsPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly review: ReviewRepeat,
  ) {}

  /** What every reader of the case sees; the form is for the senior reviewer. */
  @Get()
  @Requires('case.read')
  @Render(TEMPLATE)
  async page(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const found = await this.opened.open(actor, 'case.read', id, 'EARLIER_DISPOSALS');
    const [facts, reviews] = await Promise.all([
      preparationFacts(this.read.source, found, actor.personId, this.clock.today()),
      repeatReviews(this.read.source, found),
    ]);
    const form = { title: 'Senior review of repeat disposals', fields: repeatReviewFields, version: found.version };
    const shown = {
      child: caseHead(found, this.clock.today()),
      need: needInWords(reviewNeed(facts)),
      reviews: reviewSections(reviews),
      responses: disposalCards(`/cases/${id}`, { earlierDisposals: facts.earlierDisposals, disposalCheck: null }).slice(
        1,
      ),
      mayReview: may(actor, 'repeat.review', found.panelAreaId),
    };
    return { ...shown, form: formPage({ ...form, submitText: 'Record', back: `/cases/${id}` }) } as FormModel;
  }

  @Post()
  @Requires('repeat.review')
  async record(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: RepeatReviewInput): Promise<string> => {
      await this.review.execute(actor, id, input);
      return `/cases/${id}/repeat-review`;
    };
    const again = () => this.page(actor, id);
    const sent = { fields: repeatReviewFields, body, input: RepeatReviewInput, work, again, template: TEMPLATE };
    await submit(response, sent);
  }
}
