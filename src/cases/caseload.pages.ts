import { Controller, Get, Query, Render } from '@nestjs/common';
import { AccessQueries } from '../access/access.queries.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires } from '../platform/web/requires.js';
import { CaseloadInput } from './caseload.input.js';
import { type CaseloadPage, caseloadPage } from './caseload.view.js';
import { ListedCases } from './list-cases.js';

@Controller('cases')
export class CaseloadPages {
  constructor(
    private readonly listed: ListedCases,
    private readonly access: AccessQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('case.list')
  @Render('cases/views/caseload')
  async caseload(@By() actor: Actor, @Query() input: CaseloadInput): Promise<CaseloadPage> {
    const ids = areasWhere(actor, 'case.list');
    const areas = ids.length > 1 ? await this.access.panelAreas(ids) : [];
    return caseloadPage(input, await this.listed.list(actor, input), areas, this.clock.today());
  }
}
