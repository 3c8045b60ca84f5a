import { Controller, Get, Param, Query } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import { apiSchema } from '../policy/questions/describing-set.js';
import type { Actor } from '../platform/actor.js';
import { Invalid } from '../platform/errors.js';
import { By, Requires } from '../platform/web/requires.js';
import { setInForce } from './set-in-force.js';
import { SinceInput } from './versions.input.js';
import { VersionsQueries } from './versions.queries.js';
import { comparisonSent, versionSent } from './versions.view.js';

@Controller('api/cases/:id/assessment/versions')
export class VersionsApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly versions: VersionsQueries,
  ) {}

  @Get()
  @Requires('case.read')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_ASSESSMENT');
    return { items: (await this.versions.all(found.id)).map(versionSent), next: null };
  }

  @Get(':number')
  @Requires('case.read')
  async show(@By() actor: Actor, @Param('id') id: string, @Param('number') number: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_ASSESSMENT');
    const version = await this.versions.one(found.id, number);
    return { ...versionSent(version), questions: apiSchema(setInForce(version)), answers: version.answers };
  }

  /** What changed between an earlier version and this one. */
  @Get(':number/changes')
  @Requires('case.read')
  async changes(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('number') number: string,
    @Query() { since }: SinceInput,
  ): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_ASSESSMENT');
    if (since === undefined) throw new Invalid([{ field: 'since', message: 'Name a version by its number' }]);
    return comparisonSent(await this.versions.one(found.id, since), await this.versions.one(found.id, number));
  }
}
