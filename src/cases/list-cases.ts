import { Injectable } from '@nestjs/common';
import type { Permission } from '../policy/permissions.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import type { Subject } from '../platform/trail/append-to-trail.js';
import { Views } from '../platform/trail/views.js';
import type { CaseloadInput } from './caseload.input.js';
import { type Caseload, CaseloadQueries } from './caseload.queries.js';

/** The only way to a list of cases: that it was looked at is on record before it is sent. */
@Injectable()
export class ListedCases {
  constructor(
    private readonly queries: CaseloadQueries,
    private readonly views: Views,
  ) {}

  async list(actor: Actor, input: CaseloadInput): Promise<Caseload> {
    const found = await this.queries.caseload(actor, input);
    await this.views.looked(actor, listSubject(actor, input.panelAreaId), {
      type: 'CASES_LISTED',
      found: found.items.length,
    });
    return found;
  }
}

/** The panel area whose cases were listed, or the service where they were of several. */
export function listSubject(actor: Actor, panelAreaId?: string, permission: Permission = 'case.list'): Subject {
  const areas = areasWhere(actor, permission).filter((id) => panelAreaId === undefined || id === panelAreaId);
  const [only] = areas.length === 1 ? areas : [];
  return only
    ? { type: 'PANEL_AREA', id: only, panelAreaId: only }
    : { type: 'SERVICE', id: 'SERVICE', panelAreaId: null };
}
