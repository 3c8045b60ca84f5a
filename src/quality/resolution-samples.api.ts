import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import type { Listed } from '../platform/database/keyset.js';
import { AreaListInput } from '../platform/web/list.input.js';
import { By, Requires } from '../platform/web/requires.js';
import { DrawResolutionSample, type ResolutionsDrawn } from './draw-resolution-sample.js';
import { OpenSample } from './open-sample.js';
import {
  PoliceToldInput,
  ResolutionReviewInput,
  ResolutionSampleInput,
  ReviewCountsInput,
} from './resolution-sample.input.js';
import type { SampleFound } from './resolution-samples.queries.js';
import { type MonthCounted, ReviewCountsReport } from './review-counts.report.js';
import { ReviewResolution, TellPolice } from './review-resolution.js';

@Controller('api/resolution-samples')
export class ResolutionSamplesApi {
  constructor(
    private readonly opened: OpenSample,
    private readonly report: ReviewCountsReport,
    private readonly drawSample: DrawResolutionSample,
    private readonly review: ReviewResolution,
    private readonly tellPolice: TellPolice,
  ) {}

  @Get()
  @Requires('resolution-sample.read')
  list(@By() actor: Actor, @Query() input: AreaListInput): Promise<Listed<SampleFound>> {
    return this.opened.list(actor, input);
  }

  @Post()
  @Requires('resolution-sample.draw')
  draw(@By() actor: Actor, @Body() input: ResolutionSampleInput): Promise<ResolutionsDrawn> {
    return this.drawSample.execute(actor, input);
  }

  /** By month and panel area: registered, drawn, reviewed, each grade, and of what police are still to be told. */
  @Get('counts')
  @Requires('resolution-sample.read')
  async counts(@By() actor: Actor, @Query() input: ReviewCountsInput): Promise<{ items: MonthCounted[]; next: null }> {
    return { items: await this.report.of(actor, input), next: null };
  }

  @Get(':id')
  @Requires('resolution-sample.read')
  async sample(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const { sample, resolutions } = await this.opened.sample(actor, id);
    return { ...sample, resolutions };
  }

  @Get(':id/resolutions/:sampledId')
  @Requires('resolution-sample.read')
  async resolution(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('sampledId') sampledId: string,
  ): Promise<object> {
    const { found, reviews, child } = await this.opened.resolution(actor, id, sampledId);
    return { ...found, reviews, earlierDisposals: child.disposals.filter((one) => one.id !== found.disposalId) };
  }

  @Post(':id/resolutions/:sampledId/reviews')
  @Requires('resolution.review')
  reviewed(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('sampledId') sampledId: string,
    @Body() input: ResolutionReviewInput,
  ): Promise<{ reviewId: string; version: number }> {
    return this.review.execute(actor, id, sampledId, input);
  }

  @Post(':id/resolutions/:sampledId/told')
  @Requires('resolution.tell-police')
  told(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('sampledId') sampledId: string,
    @Body() input: PoliceToldInput,
  ): Promise<{ reviewId: string; version: number }> {
    return this.tellPolice.execute(actor, id, sampledId, input);
  }
}
