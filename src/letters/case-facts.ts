import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import { DecisionsQueries, type RecommendationFound } from '../decisions/decisions.queries.js';
import { DeliveriesQueries, type DeliveryFound } from '../outcomes/deliveries.queries.js';
import { type DutyFound, type OutcomeFound, OutcomesQueries } from '../outcomes/outcomes.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { commonFacts, type CommonFacts } from './letter-facts.queries.js';

/** What stands in letters to child, carer and police. No table about victims is read for it. */
export type CaseFacts = CommonFacts & {
  readonly child: Pick<CaseFound, 'givenName' | 'familyName' | 'dateOfBirth'>;
  readonly offences: readonly { readonly description: string; readonly homeOfficeClass: string }[];
  readonly outcome: OutcomeFound | null;
  readonly delivery: DeliveryFound;
  readonly duties: readonly DutyFound[];
  readonly recommendation: RecommendationFound | null;
  /** Who of them said something that the panel could read. */
  readonly heard: readonly ('CHILD' | 'CARER')[];
};

@Injectable()
export class CaseFactsForLetters {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly outcomes: OutcomesQueries,
    private readonly deliveries: DeliveriesQueries,
    private readonly decisions: DecisionsQueries,
  ) {}

  async of(actor: Actor, { id: caseId, panelAreaId, ...child }: CaseFound): Promise<CaseFacts> {
    const asked = { caseId, panelAreaId, writerName: actor.name, today: this.clock.today() };
    const [common, offences, outcome, delivery, duties, recommendations, heard] = await Promise.all([
      commonFacts(this.read.source, asked),
      this.read.rows<CaseFacts['offences'][number]>(
        sql`select x.description, x."homeOfficeClass" from offences x where x."caseId" = ${caseId} order by x.position`,
      ),
      this.outcomes.outcome(caseId),
      this.deliveries.delivery(caseId),
      this.outcomes.duties(caseId),
      this.decisions.recommendations(caseId),
      this.read.rows<{ who: CaseFacts['heard'][number] }>(
        sql`select v.who from voices v where v."caseId" = ${caseId} and v.status = 'OBTAINED'`,
      ),
    ]);
    const recommendation = recommendations.find(({ standing }) => standing === 'STANDING') ?? null;
    const known = { child, offences, outcome, delivery, duties, recommendation };
    return { ...common, ...known, heard: heard.map(({ who }) => who) };
  }
}
