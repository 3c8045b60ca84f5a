import { Body, Controller, Get, Header, Param, Post, StreamableFile } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { VersionInput } from '../platform/input.js';
import { By, Requires } from '../platform/web/requires.js';
import { IssuePack, type PackIssue } from './issue-pack.js';
import { OpenPack } from './open-pack.js';
import { casePackSent, issueSent, meetingPackSent } from './pack.view.js';
import { casePaper, meetingPaper } from './paper.view.js';
import { PrintPack } from './print-pack.js';
import { versionAsked } from './version-asked.js';

/** Packs of meetings and of cases: the newest issued, a version by its name, or `draft`. */
@Controller('api')
export class PacksApi {
  constructor(
    private readonly openPack: OpenPack,
    private readonly issuePack: IssuePack,
    private readonly printPack: PrintPack,
  ) {}

  @Get('meetings/:id/pack')
  @Requires('meeting.read')
  async newest(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return meetingPackSent(await this.openPack.ofMeeting(actor, id, 'NEWEST'));
  }

  @Post('meetings/:id/packs')
  @Requires('meeting.arrange')
  issue(@By() actor: Actor, @Param('id') id: string, @Body() input: VersionInput): Promise<PackIssue> {
    return this.issuePack.execute(actor, id, input);
  }

  @Get('meetings/:id/packs')
  @Requires('meeting.read')
  async versions(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const items = await this.openPack.versions(actor, id);
    return { items: items.map((one) => ({ ...issueSent(one), cases: one.cases })) };
  }

  @Get('meetings/:id/packs/:version')
  @Requires('meeting.read')
  async one(@By() actor: Actor, @Param('id') id: string, @Param('version') version: string): Promise<object> {
    return meetingPackSent(await this.openPack.ofMeeting(actor, id, versionAsked(version)));
  }

  @Get('meetings/:id/packs/:version/pdf')
  @Requires('meeting.read')
  @Header('Content-Type', 'application/pdf')
  async pdf(@By() actor: Actor, @Param('id') id: string, @Param('version') version: string): Promise<StreamableFile> {
    const pack = await this.openPack.ofMeeting(actor, id, versionAsked(version));
    return new StreamableFile(await this.printPack.pdf(meetingPaper(pack)));
  }

  @Get('cases/:id/pack')
  @Requires('case.read')
  async ofCase(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return casePackSent(await this.openPack.ofCase(actor, id, 'NEWEST'));
  }

  @Get('cases/:id/packs/:version')
  @Requires('case.read')
  async oneOfCase(@By() actor: Actor, @Param('id') id: string, @Param('version') version: string): Promise<object> {
    return casePackSent(await this.openPack.ofCase(actor, id, versionAsked(version)));
  }

  @Get('cases/:id/packs/:version/pdf')
  @Requires('case.read')
  @Header('Content-Type', 'application/pdf')
  async casePdf(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('version') version: string,
  ): Promise<StreamableFile> {
    const pack = await this.openPack.ofCase(actor, id, versionAsked(version));
    return new StreamableFile(await this.printPack.pdf(casePaper(pack)));
  }
}
