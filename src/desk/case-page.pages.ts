import { Controller, Get, Param, Render } from '@nestjs/common';
import { OpenPages } from '../access/open-pages.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { type CasePage, casePage } from './case-page.view.js';
import { CasePictures } from './case-picture.js';

@Controller('cases/:id')
export class CasePagePages {
  constructor(
    private readonly pictures: CasePictures,
    private readonly openPages: OpenPages,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('desk/views/case-page')
  async show(@By() actor: Actor, @Param('id') id: string): Promise<CasePage> {
    const picture = await this.pictures.open(actor, id);
    return casePage(picture, actor, (page) => this.openPages.leadsTo(actor, page, picture.found.panelAreaId));
  }
}
