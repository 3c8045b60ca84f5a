import { Injectable } from '@nestjs/common';
import { type CaseHead } from '../cases/case-head.view.js';
import { type CaseShown, OpenedCases } from '../cases/find-case.js';
import { movedOn } from '../cases/moved-on.view.js';
import { ethnicityHistory, repeatFlagsFor } from '../children/children.queries.js';
import { ethnicityStanding } from '../children/ethnicity-standing.js';
import { carriedOf } from '../panels/adjournments.queries.js';
import { type AdjournedShown, adjournedView } from '../panels/adjournments.view.js';
import { overridable } from '../panels/overridable.js';
import { sectionsAtDecision } from '../assessments/reading/case-sections.view.js';
import { forPanel, readCase } from '../assessments/reading/read-case.js';
import type { Section } from '../platform/web/sections.js';
import { unseenBlockers } from '../policy/earlier-disposal-gates.js';
import { exploitationBlockers } from '../policy/exploitation.js';
import type { Blocker } from '../policy/gate.js';
import type { Option } from '../policy/questions/question-set.js';
import { reviewNeed } from '../policy/repeat-review.js';
import { rules } from '../policy/rules.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { type FormModel, type FormPage, formPage } from '../platform/web/form.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { eligibilityOf } from './eligibility.js';
import { type EligibilityTable, eligibilityTable } from './eligibility.view.js';
import { decisionFacts, recommendationFacts } from './decision-facts.js';
import { answeredWith, blockersBefore, differenceFromSeniors } from './decision-gates.js';
import { policeDecisionFields } from './decision.fields.js';
import { policeDecisionView, recommendationView } from './decision.view.js';
import { DecisionsQueries } from './decisions.queries.js';
import { pastSince } from './past-since.js';
import { escalationsOf } from './escalations.queries.js';
import { settledView } from './escalations.view.js';
import { headOf, recommendationForm } from './recommendation-form.js';
import { advisedOn } from './prosecutor-advice.queries.js';
import { adviceView } from './prosecutor.view.js';
import { RecommendationsRead } from './recommendations-read.js';
import { type PackGiven, packGiven } from './reasons.view.js';
import { disposalStandings, type Standing } from './disposal-standings.js';

type Settled = ReturnType<typeof settledView>;
type Sourced = Blocker & { readonly source: string };

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

/** What stands on the pages on which the panel recommends and police decide. */
@Injectable()
export class DecisionPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: DecisionsQueries,
    private readonly recommendations: RecommendationsRead,
    private readonly read: Read,
    private readonly clock: Clock,
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
    ]);
    const form = recommendationForm(found, { facts, picture, book, standings, sections, overridable });
    return {
      child: headOf(found, this.clock.today(), picture.flags, picture.ethnicity),
      form,
      mayRecord: may(actor, 'recommendation.record', found.panelAreaId),
      sections,
      adjourned: adjournedView(await carriedOf(source, found.id), found.state),
      missing: missing.map(sourced),
      settled: settledView(await escalationsOf(source, found.id)),
      beforeAny: beforeAny.map(sourced),
      standings,
      ...{ meetingHref: facts.meeting.meetingId ? `/meetings/${facts.meeting.meetingId}` : '' },
      ...{ views: `/cases/${found.id}/views`, given: packGiven(found.id, facts.pack) },
      eligibility: eligibilityTable(eligibilityOf(facts.disposal, 'RECOMMEND', book, asked)),
    };
  }

  /** What was recommended, and what police decided on it. */
  async recorded(actor: Actor, found: CaseShown): Promise<{ child: CaseHead }> {
    const [recommended, decided, escalated, advised] = await Promise.all([
      this.recommendations.of(actor, found),
      this.queries.policeDecisions(found.id),
      escalationsOf(this.read.source, found.id),
      advisedOn(this.read.source, found),
    ]);
    const latest = recommended.find(({ standing }) => standing === 'STANDING');
    const earlier = recommended.filter(({ standing }) => standing === 'EARLIER');
    const decision = decided.find((one) => one.recommendationId === latest?.id && one.standing === 'STANDING');
    const shown = {
      title: 'Recommendation',
      back: `/cases/${found.id}`,
      child: await this.head(found),
      recommendation: latest ? recommendationView(latest) : null,
      decision: decision ? policeDecisionView(decision) : null,
      settled: settledView(escalated),
      advice: adviceView(found.id, advised),
      earlier: earlier.map((one) => recommendationView(one).summary),
      history: recommended.length > 0 ? `/cases/${found.id}/decision-history` : null,
    };
    return shown;
  }

  /** The page on which police decide, the recommendation beside it. */
  async toDecide(
    actor: Actor,
    id: string,
  ): Promise<FormModel & Pick<DecisionPage, 'beforeAny' | 'eligibility'> & { title: string; unseen: Sourced[] }> {
    const found = await this.opened.open(actor, 'police-decision.record', id, 'THE_POLICE_DECISION');
    const today = this.clock.today();
    const facts = await decisionFacts(this.read.source, found, null, today);
    const book = await disposalBook(this.read.source, today);
    const beforeAny = exploitationBlockers(facts);
    const asked = () => beforeAny;
    const standings = disposalStandings(facts, 'DECIDE', book, asked);
    const eligibility = eligibilityTable(eligibilityOf(facts, 'DECIDE', book, asked));
    const past = await pastSince(this.read.source, found, facts);
    const unseen = unseenBlockers(past);
    const differing = differenceFromSeniors(facts.escalation, null, book);
    const blockers = [...unseen, ...beforeAny, ...differing, ...standings.flatMap((one) => one.blockers)];
    const fields = policeDecisionFields({
      ...{ standings, overridable: this.liftable(actor, found, blockers), isRepeated: reviewNeed(past).isNeeded },
    });
    const form = { title: 'Record the police decision', fields, version: found.version, back: `/cases/${id}` };
    const values = { decidedOn: today };
    const recorded = await this.recorded(actor, found);
    return {
      ...{ ...recorded, title: form.title, beforeAny: beforeAny.map(sourced), eligibility },
      unseen: unseen.map(sourced),
      form: formPage({ ...form, values, submitText: 'Record decision', ...movedOn(found, 'DECIDE') }),
    };
  }

  /** A repeat is shown wherever the child is. */
  private async head(found: CaseShown): Promise<CaseHead> {
    const today = this.clock.today();
    const { source } = this.read;
    const [flags, said] = await Promise.all([
      repeatFlagsFor(source, found.reader, found.identityId, today, undefined, found.id),
      ethnicityHistory(source, found.reader, found.identityId),
    ]);
    return headOf(found, today, flags, ethnicityStanding(said));
  }

  private liftable(actor: Actor, found: CaseShown, blockers: readonly Blocker[]): Option[] {
    return overridable(blockers, may(actor, 'gate.override', found.panelAreaId));
  }
}

const sourced = (found: Blocker): Sourced => ({ ...found, source: rules[found.code].source });
