import { Injectable } from '@nestjs/common';
import { OpenPages } from '../access/open-pages.js';
import { type CaseHead } from '../cases/case-head.view.js';
import { type CaseShown, OpenedCases } from '../cases/find-case.js';
import { carriedOf } from '../panels/adjournments.queries.js';
import { type AdjournedShown, adjournedView } from '../panels/adjournments.view.js';
import { overridable } from '../panels/overridable.js';
import { sectionsAtDecision } from '../assessments/reading/case-sections.view.js';
import { forPanel, readCase } from '../assessments/reading/read-case.js';
import type { Section } from '../platform/web/sections.js';
import { exploitationBlockers } from '../policy/exploitation.js';
import type { Blocker } from '../policy/gate.js';
import type { Option } from '../policy/questions/question-set.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import type { FormPage } from '../platform/web/form.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { eligibilityOf } from './eligibility.js';
import { type EligibilityTable, eligibilityTable } from './eligibility.view.js';
import { recommendationFacts } from './decision-facts.js';
import { answeredWith, blockersBefore, differenceFromSeniors } from './decision-gates.js';
import { escalationsOf } from './escalations.queries.js';
import { settledView } from './escalations.view.js';
import { headOf, recommendationForm } from './recommendation-form.js';
import { type PackGiven, packGiven } from './reasons.view.js';
import { disposalStandings, type Standing } from './disposal-standings.js';
import { type Sourced, sourced } from './sourced.js';

type Settled = ReturnType<typeof settledView>;

export type DecisionPage = {
  readonly child: CaseHead;
  readonly form: FormPage;
  readonly mayRecord: boolean;
  readonly sections: readonly Section[];
  readonly missing: readonly Sourced[];
  readonly standings: readonly Standing[];
  readonly eligibility: EligibilityTable;
  /** What stands above the choice whichever disposal is chosen. */
  readonly beforeAny: readonly Sourced[];
  /** How seniors settled a disagreement about the case; null where none was. */
  readonly settled: Settled;
  readonly views: string;
  /** Empty where the case is on no agenda. */
  readonly meetingHref: string;
  /** What the panel was given to read, in which the reasons will be kept; null where no pack was issued. */
  readonly given: PackGiven | null;
  /** Why it was adjourned from earlier meetings, the latest first. */
  readonly adjourned: readonly AdjournedShown[];
};

const waiting = ['LISTED', 'ESCALATED'];

/** What stands on the pages on which the panel recommends. */
@Injectable()
export class DecisionPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly openPages: OpenPages,
  ) {}

  async open(actor: Actor, id: string): Promise<{ found: CaseShown; waits: boolean }> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_RECOMMENDATION');
    return { found, waits: waiting.includes(found.state) };
  }

  /** The page on which the panel decides. Whoever has a conflict of interest is shown nothing of it. */
  async toRecommend(actor: Actor, found: CaseShown): Promise<DecisionPage> {
    const { source } = this.read;
    const facts = await recommendationFacts(source, found, actor, this.clock.today());
    const picture = await readCase(source, found, this.clock.today());
    const before = blockersBefore(facts);
    const beforeAny = exploitationBlockers(facts.preparation);
    const missing = before.filter(({ code }) => beforeAny.every((one) => one.code !== code));
    const book = await disposalBook(source, facts.disposal.day ?? this.clock.today());
    const asked = answeredWith(facts, book);
    const standings = disposalStandings(facts.disposal, 'RECOMMEND', book, asked);
    const sections = sectionsAtDecision(forPanel(picture));
    const overridable = this.liftable(actor, found, [
      ...before,
      ...differenceFromSeniors(facts.escalation, null, book),
      ...standings.flatMap(({ blockers }) => blockers),
      ...standings.flatMap(({ row }) => asked(row)),
    ]);
    const form = recommendationForm(found, { facts, picture, book, standings, sections, overridable });
    return {
      child: headOf(found, this.clock.today(), picture.flags, picture.ethnicity),
      form,
      mayRecord: may(actor, 'recommendation.record', found.panelAreaId),
      sections,
      adjourned: adjournedView(await carriedOf(source, found.id), found.state),
      missing: this.led(actor, found, missing),
      settled: settledView(await escalationsOf(source, found.id)),
      beforeAny: this.led(actor, found, beforeAny),
      standings,
      ...{ meetingHref: facts.meeting.meetingId ? `/meetings/${facts.meeting.meetingId}` : '' },
      ...{ views: `/cases/${found.id}/views`, given: packGiven(found.id, facts.pack) },
      eligibility: eligibilityTable(eligibilityOf(facts.disposal, 'RECOMMEND', book, asked)),
    };
  }

  /** Each with the page that mends it where the reader may open that. */
  private led(actor: Actor, { panelAreaId }: CaseShown, blockers: readonly Blocker[]): Sourced[] {
    return blockers.map((found) => ({
      ...sourced(found),
      mend: this.openPages.leadsTo(actor, found.mend, panelAreaId),
    }));
  }

  private liftable(actor: Actor, found: CaseShown, blockers: readonly Blocker[]): Option[] {
    return overridable(blockers, may(actor, 'gate.override', found.panelAreaId));
  }
}
