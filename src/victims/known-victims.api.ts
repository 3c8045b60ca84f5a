import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import type { Actor } from '../platform/actor.js';
import { Read } from '../platform/database/read.js';
import { By, Requires } from '../platform/web/requires.js';
import { type KnownPerson, peopleNamed } from './known-people.queries.js';
import { KnownSearchInput, KnownVictimInput } from './known-victim.input.js';
import { AddKnownVictim } from './record-victims.js';

@Controller('api/cases/:id/known-victims')
export class KnownVictimsApi {
  constructor(
    private readonly read: Read,
    private readonly opened: OpenedCases,
    private readonly addKnown: AddKnownVictim,
  ) {}

  /** Sent, not asked for by its address, which is kept in more places than a name may be. */
  @Post('search')
  @HttpCode(200)
  @Requires('victim.record')
  async search(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() { name }: KnownSearchInput,
  ): Promise<{ items: KnownPerson[] }> {
    await this.opened.open(actor, 'victim.record', id, 'KNOWN_VICTIMS');
    return { items: await peopleNamed(this.read.source, actor, id, name) };
  }

  @Post()
  @Requires('victim.record')
  add(@By() actor: Actor, @Param('id') id: string, @Body() input: KnownVictimInput): Promise<object> {
    return this.addKnown.execute(actor, id, input);
  }
}
