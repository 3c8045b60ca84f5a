import { Controller, Get, Header, Param, Render, StreamableFile } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { type CasePack, OpenPack } from './open-pack.js';
import { casePackView } from './pack.view.js';
import { casePaper } from './paper.view.js';
import { PrintPack } from './print-pack.js';
import { versionAsked } from './version-asked.js';

/** The papers of one case. */
@Controller('cases/:id')
export class CasePacksPages {
  constructor(
    private readonly openPack: OpenPack,
    private readonly printPack: PrintPack,
  ) {}

  @Get('pack')
  @Requires('case.read')
  @Render('packs/views/pack')
  async newest(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return this.page(await this.openPack.ofCase(actor, id, 'NEWEST'));
  }

  @Get('packs/:version')
  @Requires('case.read')
  @Render('packs/views/pack')
  async one(@By() actor: Actor, @Param('id') id: string, @Param('version') version: string): Promise<object> {
    return this.page(await this.openPack.ofCase(actor, id, versionAsked(version)));
  }

  @Get('packs/:version/pdf')
  @Requires('case.read')
  @Header('Content-Type', 'application/pdf')
  @Header('Content-Disposition', 'attachment; filename="pack.pdf"')
  async pdf(@By() actor: Actor, @Param('id') id: string, @Param('version') version: string): Promise<StreamableFile> {
    const pack = await this.openPack.ofCase(actor, id, versionAsked(version));
    return new StreamableFile(await this.printPack.pdf(casePaper(pack)));
  }

  private async page(pack: CasePack): Promise<object> {
    const paper = casePaper(pack);
    return { title: paper.title, ...casePackView(pack), sheets: await this.printPack.html(paper) };
  }
}
