import { Injectable } from '@nestjs/common';
import type { CaseHead } from '../cases/case-head.view.js';
import type { CaseShown } from '../cases/find-case.js';
import { ethnicityHistory, repeatFlagsFor } from '../children/children.queries.js';
import { ethnicityStanding } from '../children/ethnicity-standing.js';
import { unansweredBlockers } from '../policy/prosecutor.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { policeDecisionView, recommendationView } from './decision.view.js';
import { DecisionsQueries } from './decisions.queries.js';
import { escalationsOf } from './escalations.queries.js';
import { settledView } from './escalations.view.js';
import { advisedOn } from './prosecutor-advice.queries.js';
import { adviceView } from './prosecutor.view.js';
import { headOf } from './recommendation-form.js';
import { RecommendationsRead } from './recommendations-read.js';
import { sourced } from './sourced.js';
import { unansweredSince } from './unanswered-since.js';

/** What was recommended and decided, as its own page shows it, and that on which police decide. */
@Injectable()
export class DecisionRecorded {
  constructor(
    private readonly queries: DecisionsQueries,
    private readonly recommendations: RecommendationsRead,
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  /** What was recommended, and what police decided on it. */
  async of(actor: Actor, found: CaseShown): Promise<{ child: CaseHead }> {
    const [recommended, decided, escalated, advised, openSince] = await Promise.all([
      this.recommendations.of(actor, found),
      this.queries.policeDecisions(found.id),
      escalationsOf(this.read.source, found.id),
      advisedOn(this.read.source, found),
      unansweredSince(this.read.source, found.id),
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
      unanswered: unansweredBlockers({ caseId: found.id, openSince }).map(sourced),
      earlier: earlier.map((one) => recommendationView(one).summary),
      history: recommended.length > 0 ? `/cases/${found.id}/decision-history` : null,
    };
    return shown;
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
}
