import { Body, Controller, Get, Header, Param, Post, Render, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { VersionInput } from '../platform/input.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { IssuePack } from './issue-pack.js';
import { type MeetingPack, OpenPack } from './open-pack.js';
import { meetingPackView } from './pack.view.js';
import { meetingPaper } from './paper.view.js';
import { PrintPack } from './print-pack.js';
import { versionAsked } from './version-asked.js';

/** The papers of a meeting: reading them, printing them, and issuing the next version. */
@Controller('meetings/:id')
export class MeetingPacksPages {
  constructor(
    private readonly openPack: OpenPack,
    private readonly printPack: PrintPack,
    private readonly issuePack: IssuePack,
  ) {}

  @Get('pack')
  @Requires('meeting.read')
  async newest(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.send(actor, await this.openPack.ofMeeting(actor, id, 'NEWEST'), response);
  }

  @Get('packs/new')
  @Requires('meeting.arrange')
  @Render(FORM_PAGE)
  async toIssue(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const { version, references } = await this.openPack.toIssue(actor, id);
    const held = references.length > 0 ? `It holds ${references.join(', ')}. ` : 'No case is for hearing yet. ';
    const form = {
      title: `Issue version ${version + 1} of the pack`,
      lead:
        held +
        'What stands now of every case for hearing is kept as the panel will read it, and can be shown years later. ' +
        'Whatever changes afterwards goes into a next version; the earlier ones stay readable.',
      ...{ fields: [], version, submitText: 'Issue', back: `/meetings/${id}/pack` },
    };
    return { form: formPage(form) };
  }

  @Post('packs/new')
  @Requires('meeting.arrange')
  async issue(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: VersionInput): Promise<string> => {
      const { number } = await this.issuePack.execute(actor, id, input);
      return `/meetings/${id}/packs/${number}`;
    };
    await submit(response, { fields: [], body, input: VersionInput, work, again: () => this.toIssue(actor, id) });
  }

  @Get('packs/:version')
  @Requires('meeting.read')
  async one(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('version') version: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.send(actor, await this.openPack.ofMeeting(actor, id, versionAsked(version)), response);
  }

  @Get('packs/:version/pdf')
  @Requires('meeting.read')
  @Header('Content-Type', 'application/pdf')
  @Header('Content-Disposition', 'attachment; filename="pack.pdf"')
  async pdf(@By() actor: Actor, @Param('id') id: string, @Param('version') version: string): Promise<StreamableFile> {
    const pack = await this.openPack.ofMeeting(actor, id, versionAsked(version));
    return new StreamableFile(await this.printPack.pdf(meetingPaper(pack)));
  }

  private async send(actor: Actor, pack: MeetingPack, response: Response): Promise<void> {
    const paper = meetingPaper(pack);
    const page = { title: paper.title, ...meetingPackView(pack, actor) };
    await this.printPack.send(response, page, paper);
  }
}
