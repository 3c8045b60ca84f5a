import { Controller, Get, Param } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { type ChildRecord, ChildRecords } from './child-record.js';

@Controller('api/children/:id')
export class ChildrenApi {
  constructor(private readonly records: ChildRecords) {}

  @Get()
  @Requires('case.read')
  child(@By() actor: Actor, @Param('id') id: string): Promise<ChildRecord> {
    return this.records.record(actor, id);
  }

  @Get('disposals')
  @Requires('case.read')
  async disposals(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const { disposals: items, setAside, flags } = await this.records.disposals(actor, 'case.read', id);
    return { items, next: null, setAside, flags };
  }

  @Get('matches')
  @Requires('child.match')
  async matches(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const { items, decisions } = await this.records.matches(actor, id);
    return { items, next: null, decisions };
  }
}
