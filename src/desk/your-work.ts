import { Injectable } from '@nestjs/common';
import { clockBasis } from '../cases/counted-by.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { Views } from '../platform/trail/views.js';
import type { Asked, Waiting, WorkList } from './work-list.js';
import { workLists } from './work-lists.js';

export type WorkItem = {
  readonly label: string;
  /** Null where whoever does the work does not see whom it is about. */
  readonly child: string | null;
  readonly note: string | null;
  readonly since: string | null;
  readonly href: string;
};

export type Work = {
  readonly code: string;
  readonly title: string;
  readonly count: number;
  readonly items: readonly WorkItem[];
  readonly all: string | null;
};

/** What waits for somebody in each of their roles. That children were named to them is on record. */
@Injectable()
export class YourWork {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly views: Views,
  ) {}

  async of(actor: Actor): Promise<Work[]> {
    const lists = workLists.filter(({ roles }) => actor.roles.some(({ role }) => roles.includes(role)));
    const { source } = this.read;
    const areas = [...new Set(actor.roles.flatMap(({ panelAreaId }) => panelAreaId ?? []))];
    const basis = await clockBasis(source, areas, this.clock.today());
    const work = await Promise.all(lists.map((list) => this.waiting({ actor, basis }, list)));
    const named = work.flatMap(({ items }) => items).filter(({ child }) => child !== null);
    if (named.length > 0) {
      await this.views.looked(actor, areaOf(actor), { type: 'CASES_LISTED', found: named.length });
    }
    return work;
  }

  private async waiting(known: Pick<Asked, 'actor' | 'basis'>, list: WorkList): Promise<Work> {
    const held = known.actor.roles.filter(({ role }) => list.roles.includes(role));
    const areas = [...new Set(held.flatMap(({ panelAreaId }) => panelAreaId ?? []))];
    const asked = { ...known, areas, today: this.clock.today(), now: this.clock.now() };
    const first = areas.length > 0 || isForService(list) ? await this.read.rows<Waiting>(list.waiting(asked)) : [];
    const found = (await list.refine?.(this.read.source, first, asked)) ?? first;
    const { code, title, all } = list;
    return { ...{ code, title, all }, count: found[0]?.total ?? 0, items: found.map((one) => itemOf(list, one)) };
  }
}

const isForService = ({ roles }: WorkList): boolean => roles.includes('ADMINISTRATOR');

const itemOf = (list: WorkList, waiting: Waiting): WorkItem => {
  const { label, givenName, familyName, note, since } = waiting;
  const child = givenName === null ? null : `${givenName} ${familyName ?? ''}`;
  return { label, child, note, since, href: list.page(waiting) };
};

function areaOf({ roles }: Actor) {
  const areas = [...new Set(roles.flatMap(({ panelAreaId }) => panelAreaId ?? []))];
  const [only] = areas.length === 1 ? areas : [];
  return only
    ? ({ type: 'PANEL_AREA', id: only, panelAreaId: only } as const)
    : ({ type: 'SERVICE', id: 'SERVICE', panelAreaId: null } as const);
}
