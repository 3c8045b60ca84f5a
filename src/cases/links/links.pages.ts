import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type Actor, may } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { submit } from '../../platform/web/form.js';
import { By, Requires } from '../../platform/web/requires.js';
import { CASE_FORM, type CaseForm, CaseForms } from '../case-form.js';
import { caseHead } from '../case-head.view.js';
import { LinkCases } from './link-cases.js';
import { linkFields, unlinkFields } from './link.fields.js';
import { LinkInput, UnlinkInput } from './link.input.js';
import { LinkedCases } from './linked-cases.js';

/** Cases of other children in the same incident. */
@Controller('cases/:id/links')
export class LinksPages {
  constructor(
    private readonly linked: LinkedCases,
    private readonly forms: CaseForms,
    private readonly clock: Clock,
    private readonly linkCases: LinkCases,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('cases/views/links')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const { found, links } = await this.linked.open(actor, id);
    const mayLink = may(actor, 'case.link', found.panelAreaId);
    const child = caseHead(found, this.clock.today());
    return { title: 'Also dealt with', child, back: `/cases/${id}`, links, mayLink };
  }

  @Get('new')
  @Requires('case.link')
  @Render(CASE_FORM)
  linking(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.link', id, 'LINKED_CASES', () => ({
      title: 'Link another child’s case',
      lead: 'Each child is decided on alone. Whoever may read both cases sees the other’s reference; no paper of one child shows anything of the other.',
      fields: linkFields,
      submitText: 'Link',
      back: `/cases/${id}/links`,
    }));
  }

  @Post('new')
  @Requires('case.link')
  async link(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: LinkInput): Promise<string> => {
      await this.linkCases.link(actor, id, input);
      return `/cases/${id}/links`;
    };
    const again = () => this.linking(actor, id);
    await submit(response, { fields: linkFields, body, input: LinkInput, work, again, template: CASE_FORM });
  }

  @Get(':linkId/unlinking')
  @Requires('case.link')
  @Render(CASE_FORM)
  unlinking(@By() actor: Actor, @Param('id') id: string, @Param('linkId') linkId: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.link', id, 'LINKED_CASES', async () => {
      const link = (await this.linked.of(actor, id)).find((one) => one.id === linkId);
      if (!link) throw new NotFound();
      return {
        title: `Undo the link with ${link.reference}`,
        lead: 'That they were linked, and why it was undone, stays on record.',
        fields: unlinkFields,
        submitText: 'Undo the link',
        back: `/cases/${id}/links`,
      };
    });
  }

  @Post(':linkId/unlinking')
  @Requires('case.link')
  async unlink(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('linkId') linkId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: UnlinkInput): Promise<string> => {
      await this.linkCases.unlink(actor, id, linkId, input);
      return `/cases/${id}/links`;
    };
    const again = () => this.unlinking(actor, id, linkId);
    await submit(response, { fields: unlinkFields, body, input: UnlinkInput, work, again, template: CASE_FORM });
  }
}
