import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type Actor, areasWhere } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { inputFrom } from '../platform/web/form-body.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import type { Named } from '../platform/ids.js';
import { AccessQueries } from '../access/access.queries.js';
import { OpenedChildren } from '../children/find-child.js';
import { CheckedDrafts } from './checked-drafts.js';
import { previousPage } from './draft-order.js';
import { draftPage, type DraftPage } from './draft-pages.js';
import { DraftVersionInput, StartForChildInput, StartInput } from './draft-pages.input.js';
import { draftAddress, offenceSections, type Section, victimSections } from './draft.view.js';
import { knownStartFields, startFields } from './referral-pages.fields.js';
import { type DraftFound, ReferralsQueries } from './referrals.queries.js';
import { SendDraft } from './send-draft.js';
import { DeleteDraft, SaveDraft, StartDraft } from './write-draft.js';

const CHECK = 'referrals/views/draft-check';
const CAPTION = 'Referral';

type PageModel = FormModel & { readonly sections: readonly Section[] };

/** The referral form, page by page; what the pages are stands in `draft-pages.ts`. */
@Controller('referrals')
export class ReferralDraftsPages {
  constructor(
    private readonly queries: ReferralsQueries,
    private readonly areas: AccessQueries,
    private readonly opened: OpenedChildren,
    private readonly startDraft: StartDraft,
    private readonly saveDraft: SaveDraft,
    private readonly deleteDraft: DeleteDraft,
    private readonly sendDraft: SendDraft,
    private readonly checked: CheckedDrafts,
  ) {}

  /** From the page of a child, or of a resolution, the child is known already. */
  @Get('new')
  @Requires('case.refer')
  @Render(FORM_PAGE)
  async start(@By() actor: Actor, @Query('childId') childId?: string): Promise<FormModel> {
    const areas = await this.areasOf(actor);
    const known = childId ? await this.opened.open(actor, 'case.refer', childId, 'THE_NAME') : null;
    const area = areas.length === 1 ? areas[0]?.id : known?.panelAreaId;
    const about = known && {
      lead: `${known.givenName} ${known.familyName} is on record here, and the referral is about this record.`,
      values: { panelAreaId: area, childIs: 'KNOWN', childId: known.id },
      fields: knownStartFields(areas),
    };
    const form = { title: 'Refer a child', caption: CAPTION, values: { panelAreaId: area }, back: '/referrals' };
    return { form: formPage({ ...form, fields: startFields(areas), ...about }) };
  }

  @Post('new')
  @Requires('case.refer')
  async begin(@By() actor: Actor, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const { childId } = inputFrom([], body);
    const known = typeof childId === 'string' ? childId : undefined;
    const areas = await this.areasOf(actor);
    const fields = known ? knownStartFields(areas) : startFields(areas);
    const work = async (input: StartInput): Promise<string> => {
      const { id, next } = await this.startDraft.execute(actor, input);
      return draftAddress(id, next);
    };
    await submit(response, { fields, body, input: StartInput, work, again: () => this.start(actor, known) });
  }

  /** Begins a draft with a child who was described on another page; nothing personal stands in an address. */
  @Post('for-child')
  @Requires('case.refer')
  async beginForChild(@By() actor: Actor, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const work = async ({ panelAreaId, child }: StartForChildInput): Promise<string> => {
      const { id, next } = await this.startDraft.execute(actor, { panelAreaId, childIs: 'NEW' }, { ...child });
      return draftAddress(id, next);
    };
    await submit(response, { fields: [], body, input: StartForChildInput, work, again: () => this.start(actor) });
  }

  @Get('drafts/:id/delete')
  @Requires('case.refer')
  @Render(FORM_PAGE)
  async askToDelete(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const { version } = await this.queries.draft(actor, id);
    const lead = 'Everything you wrote in it is deleted. A referral that was sent is not touched.';
    const form = { title: 'Delete this draft?', lead, fields: [], version, submitText: 'Delete', back: '/referrals' };
    return { form: formPage(form) };
  }

  @Post('drafts/:id/delete')
  @Requires('case.refer')
  async delete(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown, @Res() response: Response) {
    const work = async (input: DraftVersionInput): Promise<string> => {
      await this.deleteDraft.execute(actor, id, input);
      return '/referrals';
    };
    const again = () => this.askToDelete(actor, id);
    await submit(response, { fields: [], body, input: DraftVersionInput, work, again });
  }

  @Get('drafts/:id/check')
  @Requires('case.refer')
  @Render(CHECK)
  async check(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    return this.checked.page(actor, id, await this.areasOf(actor));
  }

  @Post('drafts/:id/check')
  @Requires('case.refer')
  async send(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown, @Res() response: Response) {
    const work = async (input: DraftVersionInput): Promise<string> =>
      `/referrals/${(await this.sendDraft.execute(actor, id, input)).caseId}/sent`;
    const again = () => this.check(actor, id);
    await submit(response, { fields: [], body, input: DraftVersionInput, work, again, template: CHECK });
  }

  @Get('drafts/:id/*page')
  @Requires('case.refer')
  async show(@By() actor: Actor, @Param('id') id: string, @Param('page') path: string[], @Res() response: Response) {
    const { draft, page } = await this.open(actor, id, path.join('/'));
    response.render(page.template ?? FORM_PAGE, model(draft, page, path.join('/')));
  }

  @Post('drafts/:id/*page')
  @Requires('case.refer')
  async save(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('page') path: string[],
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const address = path.join('/');
    const { page } = await this.open(actor, id, address);
    const { fields, input, template = FORM_PAGE } = page;
    const work = async (given: DraftVersionInput): Promise<string> =>
      draftAddress(id, (await this.saveDraft.execute(actor, id, address, given)).next);
    const again = async (): Promise<FormModel> => {
      const now = await this.open(actor, id, address);
      return model(now.draft, now.page, address);
    };
    await submit(response, { fields, body, input, work, again, template });
  }

  private async open(actor: Actor, id: string, path: string): Promise<{ draft: DraftFound; page: DraftPage }> {
    const [draft, areas] = await Promise.all([this.queries.draft(actor, id), this.areasOf(actor)]);
    const page = draftPage(path, draft.answers, areas);
    if (!page) throw new NotFound();
    return { draft, page };
  }

  private areasOf(actor: Actor): Promise<Named[]> {
    return this.areas.panelAreas(areasWhere(actor, 'case.refer'));
  }
}

function model({ id, version, answers }: DraftFound, page: DraftPage, path: string): PageModel {
  const { title, lead, fields, values, submitText, list } = page;
  const sections = list === 'victims' ? victimSections(id, answers) : list ? offenceSections(id, answers) : [];
  const before = previousPage(path, answers);
  const back = before ? draftAddress(id, before) : '/referrals';
  const words = { ...(lead ? { lead } : {}), ...(submitText ? { submitText } : {}) };
  return {
    sections,
    form: formPage({ title, caption: CAPTION, fields, values, version, back, ...words }),
  };
}
