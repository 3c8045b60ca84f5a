import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Permission } from '../policy/permissions.js';
import { dayInWords } from '../platform/web/words.js';
import type { Actor } from '../platform/actor.js';
import type { Field } from '../platform/web/form-fields.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { PoliceToldInput, ResolutionReviewInput } from './resolution-sample.input.js';
import { reviewFields, toldFields } from './resolution-samples.fields.js';
import { ResolutionSamplesQueries } from './resolution-samples.queries.js';
import { sampledPage } from './resolution-samples.view.js';
import { ReviewResolution, TellPolice } from './review-resolution.js';

const REVIEW = 'resolution.review';
const TELL = 'resolution.tell-police';

/** What the panel found of a resolution that was drawn, and that police were told. */
@Controller('resolution-samples/:id/resolutions/:sampledId')
export class ReviewsPages {
  constructor(
    private readonly queries: ResolutionSamplesQueries,
    private readonly reviewResolution: ReviewResolution,
    private readonly tellPolice: TellPolice,
  ) {}

  @Get('review')
  @Requires(REVIEW)
  @Render(FORM_PAGE)
  review(@By() actor: Actor, @Param('id') id: string, @Param('sampledId') sampledId: string): Promise<FormModel> {
    return this.form(actor, REVIEW, { sampleId: id, id: sampledId }, 'Review this resolution', reviewFields);
  }

  @Post('review')
  @Requires(REVIEW)
  async saveReview(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('sampledId') sampledId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ResolutionReviewInput): Promise<string> => {
      await this.reviewResolution.execute(actor, id, sampledId, input);
      return sampledPage({ sampleId: id, id: sampledId });
    };
    const again = () => this.review(actor, id, sampledId);
    await submit(response, { fields: reviewFields, body, input: ResolutionReviewInput, work, again });
  }

  @Get('told')
  @Requires(TELL)
  @Render(FORM_PAGE)
  told(@By() actor: Actor, @Param('id') id: string, @Param('sampledId') sampledId: string): Promise<FormModel> {
    const title = 'Record that police were told what the review found';
    return this.form(actor, TELL, { sampleId: id, id: sampledId }, title, toldFields);
  }

  @Post('told')
  @Requires(TELL)
  async saveTold(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('sampledId') sampledId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: PoliceToldInput): Promise<string> => {
      await this.tellPolice.execute(actor, id, sampledId, input);
      return sampledPage({ sampleId: id, id: sampledId });
    };
    const again = () => this.told(actor, id, sampledId);
    await submit(response, { fields: toldFields, body, input: PoliceToldInput, work, again });
  }

  private async form(
    actor: Actor,
    permission: Permission,
    place: { readonly sampleId: string; readonly id: string },
    title: string,
    fields: readonly Field[],
  ): Promise<FormModel> {
    const { version, givenOn, offence } = await this.queries.resolution(actor, permission, place.sampleId, place.id);
    const caption = `${offence}, ${dayInWords(givenOn)}`;
    return { form: formPage({ title, caption, fields, version, back: sampledPage(place), submitText: 'Record' }) };
  }
}
