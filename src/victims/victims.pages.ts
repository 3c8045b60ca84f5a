import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import { AccessQueries } from '../access/access.queries.js';
import { headIfRead } from '../cases/case-head.view.js';
import { OpenedCases } from '../cases/find-case.js';
import { listSubject } from '../cases/list-cases.js';
import { openByAny } from '../cases/open-by-any.js';
import { stepPage } from '../policy/victim-steps.js';
import { type Actor, areasWhere, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { Views } from '../platform/trail/views.js';
import { AreaListInput } from '../platform/web/list.input.js';
import { By, Requires, SignedIn } from '../platform/web/requires.js';
import { kindWords } from './victim.fields.js';
import { fullCards, summaryCard } from './victim.view.js';
import { VictimsQueries } from './victims.queries.js';
import { WaitingVictims } from './waiting-victims.queries.js';
import { waysToVictims } from './ways-to-victims.js';

const address = (more: Record<string, string>): string => {
  const query = new URLSearchParams(more).toString();
  return query ? `/victims?${query}` : '/victims';
};

@Controller()
export class VictimsPages {
  constructor(
    private readonly read: Read,
    private readonly opened: OpenedCases,
    private readonly views: Views,
    private readonly clock: Clock,
    private readonly areas: AccessQueries,
    private readonly queries: VictimsQueries,
    private readonly waitingVictims: WaitingVictims,
  ) {}

  @Get('cases/:id/victims')
  @SignedIn()
  @Render('victims/views/case-victims')
  async ofCase(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const { found, by } = await openByAny({ read: this.read, opened: this.opened }, actor, id, waysToVictims);
    const about = await this.queries.about(id);
    const child = headIfRead(actor, found, this.clock.today());
    const cards =
      by === 'victim.read-identity'
        ? (await this.queries.victims(id)).flatMap((victim) => fullCards(id, victim))
        : (await this.queries.summaries(id)).map(summaryCard);
    return {
      ...{ title: 'Victims', child, about, cards, reference: found.reference },
      back: child ? `/cases/${id}` : '/victims',
      stepOut: `/cases/${id}/conflicts/new`,
      pages: may(actor, 'victim.record', found.panelAreaId) ? `/cases/${id}` : null,
    };
  }

  /** Who waits to be asked, offered or told, in all of the worker's areas or in one. */
  @Get('victims')
  @Requires('victim.record')
  @Render('victims/views/waiting')
  async waiting(@By() actor: Actor, @Query() input: AreaListInput): Promise<object> {
    const { items, next } = await this.waitingVictims.of(actor, input);
    const subject = listSubject(actor, input.panelAreaId, 'victim.record');
    await this.views.looked(actor, subject, { type: 'CASES_LISTED', found: items.length });
    const areas = await this.areas.panelAreas(areasWhere(actor, 'victim.record'));
    const chosen: Record<string, string> = input.panelAreaId ? { panelAreaId: input.panelAreaId } : {};
    return {
      title: 'Victims who wait',
      victims: items.map((victim) => ({
        ...victim,
        kind: kindWords[victim.kind],
        href: `/cases/${victim.caseId}/victims`,
        page: stepPage(victim.step, victim.caseId, victim.victimId),
        isLate: victim.dueOn !== null && victim.dueOn < this.clock.today(),
      })),
      areas: [
        { text: 'All areas', href: address({}), current: !input.panelAreaId },
        ...areas.map(({ id, name }) => ({
          text: name,
          href: address({ panelAreaId: id }),
          current: id === input.panelAreaId,
        })),
      ],
      more: next ? address({ ...chosen, after: next }) : null,
      first: input.after ? address(chosen) : null,
    };
  }
}
