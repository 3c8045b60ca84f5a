import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { AreaSettingsQueries } from '../access/area-settings.queries.js';
import { childHead, pastShown } from '../children/child.view.js';
import { monthsOver } from '../policy/resolution-review.js';
import { type Actor, areasWhere, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { AreaListInput } from '../platform/web/list.input.js';
import { By, Requires } from '../platform/web/requires.js';
import { DrawResolutionSample } from './draw-resolution-sample.js';
import { OpenSample } from './open-sample.js';
import { ChosenMonth, ResolutionSampleInput, ReviewCountsInput } from './resolution-sample.input.js';
import { sampleFields } from './resolution-samples.fields.js';
import { countsView, sampledView, samplesView, sampleView } from './resolution-samples.view.js';
import { type MonthCounted, ReviewCountsReport } from './review-counts.report.js';

const DRAW = 'resolution-sample.draw';
const READ = 'resolution-sample.read';

@Controller('resolution-samples')
export class ResolutionSamplesPages {
  constructor(
    private readonly access: AccessQueries,
    private readonly settings: AreaSettingsQueries,
    private readonly clock: Clock,
    private readonly opened: OpenSample,
    private readonly report: ReviewCountsReport,
    private readonly drawSample: DrawResolutionSample,
  ) {}

  @Get()
  @Requires(READ)
  @Render('quality/views/resolution-samples')
  async list(@By() actor: Actor, @Query() input: AreaListInput): Promise<object> {
    const samples = await this.opened.list(actor, input);
    return samplesView(samples, await this.due(actor), { after: input.after, mayDraw: may(actor, DRAW) });
  }

  /** The months that are over, of the last year, and of the one asked for first. */
  @Get('new')
  @Requires(DRAW)
  @Render(FORM_PAGE)
  newSample(@By() actor: Actor, @Query() chosen: ChosenMonth): Promise<FormModel> {
    return this.form(actor, chosen);
  }

  @Post('new')
  @Requires(DRAW)
  async draw(
    @By() actor: Actor,
    @Query() chosen: ChosenMonth,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const again = () => this.form(actor, chosen);
    const work = async (input: ResolutionSampleInput): Promise<string> =>
      `/resolution-samples/${(await this.drawSample.execute(actor, input)).sampleId}`;
    const { fields } = (await again()).form;
    await submit(response, { fields, body, input: ResolutionSampleInput, work, again });
  }

  @Get('counts')
  @Requires(READ)
  @Render('quality/views/review-counts')
  async counts(@By() actor: Actor, @Query() input: ReviewCountsInput): Promise<object> {
    return countsView(await this.report.of(actor, input), this.report.months(input));
  }

  @Get(':id')
  @Requires(READ)
  @Render('quality/views/resolution-sample')
  async sample(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const { sample, resolutions } = await this.opened.sample(actor, id);
    return sampleView(sample, resolutions);
  }

  @Get(':id/resolutions/:sampledId')
  @Requires(READ)
  @Render('quality/views/sampled-resolution')
  async resolution(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('sampledId') sampledId: string,
  ): Promise<object> {
    const { found, reviews, child } = await this.opened.resolution(actor, id, sampledId);
    const { panelAreaId, disposalId } = found;
    const today = this.clock.today();
    const { goesToPanel } = await this.settings.inForce(panelAreaId, found.givenOn);
    const mayReview = may(actor, 'resolution.review', panelAreaId);
    const mayTell = may(actor, 'resolution.tell-police', panelAreaId);
    const disposals = child.disposals.filter(({ id: one }) => one !== disposalId);
    return {
      ...sampledView({ found, reviews, child, goesToPanel, mayReview, mayTell }),
      child: {
        ...childHead(child, today, child),
        href: may(actor, 'case.read', panelAreaId) && `/children/${child.id}`,
      },
      past: pastShown({ flags: [], disposals }, today),
    };
  }

  private async form(actor: Actor, { panelAreaId, month }: ChosenMonth): Promise<FormModel> {
    const areas = await this.access.panelAreas(areasWhere(actor, DRAW));
    const only = areas.length === 1 ? areas[0]?.id : undefined;
    const form = {
      ...{ title: 'Draw resolutions for review', submitText: 'Draw the sample', back: '/resolution-samples' },
      lead: 'From those that police registered in one month, as many are drawn as the panel area asks for. A month is drawn once.',
      fields: sampleFields(areas, monthsOver(this.clock.today())),
      values: { panelAreaId: panelAreaId ?? only, month },
    };
    return { form: formPage(form) };
  }

  /** Months that are over and were not drawn, in the areas where the reader may draw. */
  private async due(actor: Actor): Promise<MonthCounted[]> {
    const months = monthsOver(this.clock.today());
    const areas = areasWhere(actor, DRAW);
    const counted = await this.report.of(actor, { from: months.at(-1) ?? '', to: months[0] ?? '' });
    return counted.filter(({ sampleId, panelAreaId }) => sampleId === null && areas.includes(panelAreaId));
  }
}
