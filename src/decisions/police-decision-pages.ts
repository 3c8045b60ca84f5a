import { Injectable } from '@nestjs/common';
import { type CaseShown, OpenedCases } from '../cases/find-case.js';
import { movedOn } from '../cases/moved-on.view.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { overridable } from '../panels/overridable.js';
import { unseenBlockers } from '../policy/earlier-disposal-gates.js';
import { actionsFrom, beforeRecommendation } from '../policy/lifecycle.js';
import { reviewNeed } from '../policy/repeat-review.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { type FormModel, formPage } from '../platform/web/form.js';
import { decisionFacts } from './decision-facts.js';
import { beforeAnyDecision, decidedWith, differenceFromSeniors } from './decision-gates.js';
import type { DecisionPage } from './decision-pages.js';
import { DecisionRecorded } from './decision-recorded.js';
import { policeDecisionFields } from './decision.fields.js';
import { disposalStandings } from './disposal-standings.js';
import { eligibilityOf } from './eligibility.js';
import { eligibilityTable } from './eligibility.view.js';
import { pastSince } from './past-since.js';
import { type Sourced, sourced } from './sourced.js';

type ToDecide = FormModel &
  Pick<DecisionPage, 'beforeAny' | 'eligibility'> & { readonly title: string; readonly unseen: readonly Sourced[] };

/** What stands on the page on which police decide. */
@Injectable()
export class PoliceDecisionPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly recorded: DecisionRecorded,
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  /** The form where the case waits for police; else what was recorded, and why nothing is now. */
  async shown(actor: Actor, id: string): Promise<{ readonly isToDecide: boolean; readonly page: object }> {
    const found = await this.open(actor, id);
    if (actionsFrom(found.state).includes('DECIDE')) return { isToDecide: true, page: await this.formOf(actor, found) };
    const early = { text: 'Police decide once the panel has recommended.', link: null };
    const notNow = beforeRecommendation.includes(found.state) ? early : movedOn(found, 'DECIDE').meanwhile;
    return {
      isToDecide: false,
      page: { ...(await this.recorded.of(actor, found)), title: 'Police decision', notNow },
    };
  }

  /** The form as it was filled in, whatever became of the case meanwhile. */
  async toDecide(actor: Actor, id: string): Promise<ToDecide> {
    return this.formOf(actor, await this.open(actor, id));
  }

  private open(actor: Actor, id: string): Promise<CaseShown> {
    return this.opened.open(actor, 'police-decision.record', id, 'THE_POLICE_DECISION');
  }

  /** The page on which police decide, the recommendation beside it. */
  private async formOf(actor: Actor, found: CaseShown): Promise<ToDecide> {
    const today = this.clock.today();
    const facts = await decisionFacts(this.read.source, found, null, today);
    const book = await disposalBook(this.read.source, today);
    const beforeAny = beforeAnyDecision(facts);
    const past = await pastSince(this.read.source, found, facts);
    const asked = decidedWith(facts, past, book);
    const standings = disposalStandings(facts, 'DECIDE', book, asked);
    const eligibility = eligibilityTable(eligibilityOf(facts, 'DECIDE', book, asked));
    const unseen = unseenBlockers(past);
    const differing = differenceFromSeniors(facts.escalation, null, book);
    const ofEach = standings.flatMap(({ row, blockers }) => [...blockers, ...asked(row)]);
    const blockers = [...unseen, ...differing, ...ofEach];
    const fields = policeDecisionFields({
      ...{
        standings,
        overridable: overridable(blockers, may(actor, 'gate.override', found.panelAreaId)),
        isRepeated: reviewNeed(past).isNeeded,
      },
    });
    const form = { title: 'Record the police decision', fields, version: found.version, back: `/cases/${found.id}` };
    const values = { decidedOn: today };
    const recorded = await this.recorded.of(actor, found);
    return {
      ...{ ...recorded, title: form.title, beforeAny: beforeAny.map(sourced), eligibility },
      unseen: unseen.map(sourced),
      form: formPage({ ...form, values, submitText: 'Record decision', ...movedOn(found, 'DECIDE') }),
    };
  }
}
