import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import type { VictimConsent } from '../policy/victim-consent.js';
import { stepDueOn, type VictimStep, victimSteps } from '../policy/victim-steps.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Clock, dayOf } from '../platform/clock.js';
import { cursorFrom, listed, type Listed } from '../platform/database/keyset.js';
import { Read } from '../platform/database/read.js';
import type { AreaListInput } from '../platform/web/list.input.js';
import type { VictimKind, ViewStatus } from './victim.entity.js';
import { waitingVictims } from './waiting-victims.js';

/** Who waits, for what, since when, and by when it is due. Nobody is named. */
export type VictimWaiting = {
  readonly caseId: string;
  readonly victimId: string;
  readonly reference: string;
  readonly panelArea: string;
  readonly position: number;
  readonly kind: VictimKind;
  readonly consentToShare: VictimConsent;
  readonly status: ViewStatus;
  readonly referredOn: string;
  readonly step: VictimStep;
  readonly next: string;
  readonly since: string;
  readonly dueOn: string | null;
};

type Row = Omit<VictimWaiting, 'next' | 'dueOn'> & Parameters<typeof stepDueOn>[0];

@Injectable()
export class WaitingVictims {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  /** Victims about whom something is next, those who wait longest first. */
  async of(actor: Actor, { limit = 25, after, panelAreaId }: AreaListInput): Promise<Listed<VictimWaiting>> {
    const areas = areasWhere(actor, 'victim.record').filter((area) => !panelAreaId || area === panelAreaId);
    if (areas.length === 0) return { items: [], next: null };
    const [day, id] = cursorFrom(after, 2) ?? [];
    const further =
      day && id ? sql`where page.since > ${day} or (page.since = ${day} and page."victimId" > ${id})` : empty;
    const found = await this.read.rows<Row>(
      sql`select page."caseId", page."victimId", page.reference, a.name as "panelArea", page.position, page.kind,
                 page."consentToShare", page.status, page."referredOn", page.step, page.since,
                 page."outcomeDueOn", page."reviewDueOn", page."meetingDay", page."nextContactOn", page."safetyDueOn"
          from ${waitingVictims(actor, areas, this.clock.today())} join panel_areas a on a.id = page."panelAreaId"
          ${further} order by page.since, page."victimId" limit ${limit + 1}`,
    );
    const { items, next } = listed(found, limit, ({ since, victimId }) => [since, victimId]);
    return { items: items.map(waitingOf), next };
  }
}

function waitingOf(row: Row): VictimWaiting {
  const { outcomeDueOn, reviewDueOn, meetingDay, nextContactOn, safetyDueOn, ...victim } = row;
  const since = victim.step === 'TELL_OF_REVIEW' ? dayOf(victim.since) : victim.since;
  return { ...victim, since, next: victimSteps[victim.step], dueOn: stepDueOn(row) };
}
