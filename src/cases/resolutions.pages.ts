import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { AreaSettingsQueries } from '../access/area-settings.queries.js';
import { ChildRecords } from '../children/child-record.js';
import { childHead } from '../children/child.view.js';
import { resolutionFields } from '../children/disposal.fields.js';
import { type Box, boxNames, fromForm, isAnsweredIn, ResolutionPageInput } from '../children/resolution.input.js';
import { localRule, resolutionPage, resolutionsPage } from '../children/resolution.view.js';
import { ResolutionQueries } from '../children/resolutions.queries.js';
import type { Blocker } from '../policy/gate.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Blocked } from '../platform/errors.js';
import type { Named } from '../platform/ids.js';
import { inputFrom } from '../platform/web/form-body.js';
import type { Values } from '../platform/web/form-fields.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { AreaListInput } from '../platform/web/list.input.js';
import { By, Requires } from '../platform/web/requires.js';
import { RegisterResolution } from './register-resolution.js';

const FORM = 'cases/views/resolution-form';
const MAY = 'resolution.register';
const SECOND = 'This child has had a community resolution before. A second one goes to the panel.';

@Controller('police-issued-resolutions')
export class ResolutionsPages {
  constructor(
    private readonly resolutions: ResolutionQueries,
    private readonly records: ChildRecords,
    private readonly areas: AccessQueries,
    private readonly settings: AreaSettingsQueries,
    private readonly clock: Clock,
    private readonly registerResolution: RegisterResolution,
  ) {}

  @Get()
  @Requires(MAY)
  @Render('children/views/resolutions')
  async list(@By() actor: Actor, @Query() input: AreaListInput): Promise<object> {
    return resolutionsPage(await this.resolutions.list(actor, input), actor, input);
  }

  @Get('new')
  @Requires(MAY)
  @Render(FORM)
  newResolution(@By() actor: Actor, @Query('childId') childId?: string): Promise<FormModel> {
    return this.form(actor, typeof childId === 'string' ? childId : undefined);
  }

  /** Refused once because something is odd, or the panel is to be asked, the form says so and asks for a few words. */
  @Post('new')
  @Requires(MAY)
  async register(@By() actor: Actor, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const sent = inputFrom([], body);
    const { childId } = sent;
    const known = typeof childId === 'string' ? childId : undefined;
    const fields = resolutionFields(await this.areasOf(actor), known !== undefined, 'PERHAPS');
    let refused: readonly Blocker[] = [];
    const work = async (input: ResolutionPageInput): Promise<string> => {
      const registered = this.registerResolution.execute(actor, fromForm(input)).catch((refusal: unknown) => {
        if (refusal instanceof Blocked) refused = refusal.blockers;
        throw refusal;
      });
      return `/police-issued-resolutions/${(await registered).disposalId}`;
    };
    const again = () => this.form(actor, known, refused, sent);
    await submit(response, { fields, body, input: ResolutionPageInput, work, again, template: FORM });
  }

  /** What was registered, what is to be heeded, and who may be the same child. */
  @Get(':id')
  @Requires(MAY)
  @Render('children/views/resolution')
  async resolution(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.resolutions.one(actor, id);
    const seen = await this.records.besides(actor, MAY, found.childId);
    const { goesToPanel } = await this.settings.inForce(found.panelAreaId, found.givenOn);
    return resolutionPage({ found, actor, ...seen, goesToPanel, today: this.clock.today() });
  }

  /** A box is shown once its warning was given, and as long as something is written in it. */
  private async form(
    actor: Actor,
    childId?: string,
    refused: readonly Blocker[] = [],
    sent: Values = {},
  ): Promise<FormModel> {
    const areas = await this.areasOf(actor);
    const known = childId ? await this.records.disposals(actor, MAY, childId) : null;
    const decided = await this.withSettings(areas);
    const isKnownSecond =
      decided.some(({ goesToPanel }) => goesToPanel.includes('SECOND_RESOLUTION')) &&
      (known?.disposals.some(({ disposal }) => disposal === 'COMMUNITY_RESOLUTION') ?? false);
    const isAsked = (box: Box) => Boolean(sent[box]) || refused.some(({ code }) => isAnsweredIn(box, code));
    const asked = boxNames.filter((box) => isAsked(box) || (isKnownSecond && box === 'withoutPanelBecause'));
    const form = formPage({
      title: 'Register a police-issued resolution',
      lead: 'A community resolution that police issued without the panel. It counts among the child’s earlier disposals from now on, and if a case of this child is signed off already, it goes back to preparation.',
      fields: resolutionFields(areas, known !== null, asked),
      values: { childId, panelAreaId: areas.length === 1 ? areas[0]?.id : undefined },
      submitText: 'Register',
      back: '/police-issued-resolutions',
    });
    const child = known && childHead(known, this.clock.today(), known);
    const rule = localRule(decided, childId);
    const isRefused = refused.some(({ code }) => isAnsweredIn('withoutPanelBecause', code));
    return Object.assign(
      { form },
      { child, rule, isRefused, isSecond: isKnownSecond && SECOND, referKey: randomUUID() },
    );
  }

  private areasOf(actor: Actor): Promise<Named[]> {
    return this.areas.panelAreas(areasWhere(actor, MAY));
  }

  private withSettings(areas: readonly Named[]) {
    const today = this.clock.today();
    return Promise.all(areas.map(async ({ id, name }) => ({ name, ...(await this.settings.inForce(id, today)) })));
  }
}
