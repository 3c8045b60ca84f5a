import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { By, Requires } from '../../platform/web/requires.js';
import { LinkCases } from './link-cases.js';
import { LinkInput, UnlinkInput } from './link.input.js';
import { LinkedCases } from './linked-cases.js';
import type { CaseLinked } from './links.queries.js';

@Controller('api/cases/:id/links')
export class LinksApi {
  constructor(
    private readonly linked: LinkedCases,
    private readonly linkCases: LinkCases,
  ) {}

  @Get()
  @Requires('case.read')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<{ items: readonly CaseLinked[]; next: null }> {
    return { items: (await this.linked.open(actor, id)).links, next: null };
  }

  @Post()
  @Requires('case.link')
  link(@By() actor: Actor, @Param('id') id: string, @Body() input: LinkInput): Promise<object> {
    return this.linkCases.link(actor, id, input);
  }

  @Post(':linkId/unlinking')
  @HttpCode(200)
  @Requires('case.link')
  unlink(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('linkId') linkId: string,
    @Body() input: UnlinkInput,
  ): Promise<object> {
    return this.linkCases.unlink(actor, id, linkId, input);
  }
}
