import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
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
  async newest(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.send(await this.openPack.ofCase(actor, id, 'NEWEST'), response);
  }

  @Get('packs/:version')
  @Requires('case.read')
  async one(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('version') version: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.send(await this.openPack.ofCase(actor, id, versionAsked(version)), response);
  }

  @Get('packs/:version/pdf')
  @Requires('case.read')
  @Header('Content-Type', 'application/pdf')
  @Header('Content-Disposition', 'attachment; filename="pack.pdf"')
  async pdf(@By() actor: Actor, @Param('id') id: string, @Param('version') version: string): Promise<StreamableFile> {
    const pack = await this.openPack.ofCase(actor, id, versionAsked(version));
    return new StreamableFile(await this.printPack.pdf(casePaper(pack)));
  }

  private async send(pack: CasePack, response: Response): Promise<void> {
    const paper = casePaper(pack);
    const page = { title: paper.title, ...casePackView(pack) };
    await this.printPack.send(response, page, paper);
  }
}
