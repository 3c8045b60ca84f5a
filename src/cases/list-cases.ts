import { Injectable } from '@nestjs/common';
import type { CaseClock } from '../policy/clock-kinds.js';
import type { Permission } from '../policy/permissions.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import type { Subject } from '../platform/trail/append-to-trail.js';
import { Views } from '../platform/trail/views.js';
import type { CaseloadInput } from './caseload.input.js';
import { clocksOfCases } from './case-clocks.queries.js';
import { type Caseload, type CaseListed, CaseloadQueries } from './caseload.queries.js';

/** A case on a list with what runs out first in it; null where nothing does. */
export type CaseWithClock = CaseListed & { readonly nearestClock: CaseClock | null };
export type CaseloadWithClocks = Omit<Caseload, 'items'> & { readonly items: readonly CaseWithClock[] };

/** The only way to a list of cases: that it was looked at is on record before it is sent. */
@Injectable()
export class ListedCases {
  constructor(
    private readonly queries: CaseloadQueries,
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly views: Views,
  ) {}

  async list(actor: Actor, input: CaseloadInput): Promise<CaseloadWithClocks> {
    const found = await this.queries.caseload(actor, input);
    const clocks = await clocksOfCases(this.read.source, found.items, this.clock.today());
    await this.views.looked(actor, listSubject(actor, input.panelAreaId), {
      type: 'CASES_LISTED',
      found: found.items.length,
    });
    return {
      ...found,
      items: found.items.map((item) => ({ ...item, nearestClock: clocks.get(item.id)?.[0] ?? null })),
    };
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
