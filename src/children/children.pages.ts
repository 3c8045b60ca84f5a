import { Controller, Get, Param, Render } from '@nestjs/common';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires } from '../platform/web/requires.js';
import { ChildRecords } from './child-record.js';
import { childPage } from './child.view.js';
import { maySetAside } from './set-asides.queries.js';

@Controller('children/:id')
export class ChildrenPages {
  constructor(
    private readonly records: ChildRecords,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('children/views/child')
  async child(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const record = await this.records.record(actor, id);
    const { panelAreaId } = record;
    const matches = may(actor, 'child.match', panelAreaId) ? await this.records.matches(actor, id) : null;
    const mayAdd = may(actor, 'disposal.record', panelAreaId);
    const mayRegister = may(actor, 'resolution.register', panelAreaId);
    return {
      ...childPage(record, matches, this.clock.today(), (one) => mayAdd && maySetAside(actor, one)),
      mayMatch: matches !== null,
      addDisposal: mayAdd ? `/children/${id}/disposals/new` : null,
      register: mayRegister ? `/police-issued-resolutions/new?childId=${id}` : null,
    };
  }

  /** The list stands on the child's page; who types the address of the API without its beginning comes there. */
  @Get('disposals')
  @Requires('case.read')
  @Render('children/views/disposals')
  async disposals(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const record = await this.records.disposals(actor, 'case.read', id);
    const mayAdd = may(actor, 'disposal.record', record.panelAreaId);
    const alone = { ...record, ethnicity: null, ethnicities: [], cases: [] };
    const page = childPage(alone, null, this.clock.today(), (one) => mayAdd && maySetAside(actor, one));
    return {
      ...{ ...page, title: 'Earlier disposals', back: `/children/${id}` },
      addDisposal: mayAdd ? `/children/${id}/disposals/new` : null,
    };
  }
}
