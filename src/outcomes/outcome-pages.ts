import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type CaseHead, caseHead } from '../cases/case-head.view.js';
import type { AppropriateAdult } from '../cases/case.entity.js';
import { type CaseShown, OpenedCases } from '../cases/find-case.js';
import { movedOn } from '../cases/moved-on.view.js';
import { decisionOf } from '../decisions/decision-of.js';
import { sourced } from '../decisions/sourced.js';
import { overridable } from '../panels/overridable.js';
import { disposalName } from '../policy/disposals.js';
import { type DutyCode, dutyPermissions } from '../policy/duties.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { fromJson, Read } from '../platform/database/read.js';
import { type FormModel, formPage } from '../platform/web/form.js';
import { dayInWords } from '../platform/web/words.js';
import { deliveryView } from './delivery.view.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { blockersBefore, outcomeFacts, outcomeReadiness, recordingBlockers } from './outcome-facts.js';
import { outcomeFields } from './outcome.fields.js';
import { dutyView, outcomeView } from './outcome.view.js';
import { OutcomesQueries } from './outcomes.queries.js';
import { NewReferralsQueries } from './new-referrals.queries.js';
import { newReferralsView } from './new-referrals.view.js';
import { waysBack } from './ways-back.js';

type Page = { readonly child: CaseHead; readonly title: string; readonly at: string; readonly back: string };
type FormView = FormModel & Page & Readonly<Record<string, unknown>>;

/** What stands on the pages on which an outcome, its delivery and its duties are recorded and read. */
@Injectable()
export class OutcomePages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: OutcomesQueries,
    private readonly deliveries: DeliveriesQueries,
    private readonly newReferrals: NewReferralsQueries,
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  open(actor: Actor, id: string, part: string): Promise<CaseShown> {
    return this.opened.open(actor, 'case.read', id, part);
  }

  mayRecord(actor: Actor, { state, panelAreaId }: CaseShown): boolean {
    return state === 'DECIDED' && may(actor, 'outcome.record', panelAreaId);
  }

  /** The page on which the outcome is recorded: it asks what the decided disposal needs. */
  async toRecord(actor: Actor, found: CaseShown): Promise<FormView> {
    const today = this.clock.today();
    const facts = await outcomeFacts(this.read.source, found, {}, today);
    const { disposal: code } = facts.outcome;
    const decided = (await decisionOf(this.read.source, found.id))?.decision;
    const liftable = overridable(recordingBlockers(facts), may(actor, 'gate.override', found.panelAreaId));
    const values = { disposal: code ?? undefined };
    const form = formPage({
      ...{
        title: `Record the outcome: ${disposalName(code ?? '', facts.row?.name)}`,
        fields: outcomeFields(facts.row, liftable),
      },
      ...{ values, version: found.version, back: `/cases/${found.id}`, submitText: 'Record outcome' },
      ...movedOn(found, 'RECORD_OUTCOME'),
      lead: 'It becomes an earlier disposal of the child, which every panel after this one will see.',
    });
    return {
      ...this.page(found, 'Outcome'),
      form,
      known: [
        ...(decided ? [{ key: 'Police decided', value: dayInWords(decided.decidedOn) }] : []),
        ...(await this.adultOf(found.id)),
      ],
      missing: blockersBefore(facts).map(sourced),
      ...waysBack(actor, found),
    };
  }

  /** What was recorded, or what still keeps it from being recorded. */
  async recorded(actor: Actor, found: CaseShown): Promise<object> {
    const [outcome, delivery, duties] = await Promise.all([
      this.queries.outcome(found.id),
      this.deliveries.delivery(found.id),
      this.dutiesOf(actor, found),
    ]);
    const missing = outcome ? [] : await outcomeReadiness(this.read.source, found, this.clock.today());
    const since = outcome ? await this.newReferrals.ofCase(actor, found, outcome.givenOn) : null;
    return {
      ...this.page(found, 'Outcome'),
      ...{ outcome: outcome ? outcomeView(outcome) : null, delivery: deliveryView(delivery), duties },
      newReferrals: since && newReferralsView(since),
      missing: missing.map(sourced),
      mayClose: found.state === 'OUTCOME_RECORDED' && may(actor, 'delivery.record', found.panelAreaId),
    };
  }

  async duties(actor: Actor, id: string): Promise<object> {
    const found = await this.open(actor, id, 'DUTIES');
    const past = await this.queries.pastDuties(id);
    return {
      ...this.page(found, 'Duties after the outcome'),
      ...{
        duties: await this.dutiesOf(actor, found),
        past: past.map((duty) => dutyView(duty, this.clock.today(), null)),
      },
    };
  }

  private async dutiesOf(actor: Actor, found: CaseShown): Promise<object[]> {
    const isTheirs = (code: DutyCode) => dutyPermissions(code).some((one) => may(actor, one, found.panelAreaId));
    const at = (code: DutyCode) => (isTheirs(code) ? `/cases/${found.id}` : null);
    const owed = await this.queries.duties(found.id);
    return owed.map((duty) => dutyView(duty, this.clock.today(), at(duty.code)));
  }

  private page(found: CaseShown, title: string): Page {
    const at = `/cases/${found.id}`;
    return { title, at, back: at, child: caseHead(found, this.clock.today()) };
  }

  /** As the referral named them. Whoever records says who was present: it is never filled in for them. */
  private async adultOf(caseId: string): Promise<{ key: string; value: string }[]> {
    const found = await this.read.row<{ appropriateAdult: string | null }>(
      sql`select c."appropriateAdult" from cases c where c.id = ${caseId}`,
    );
    const adult = fromJson<AppropriateAdult | null>(found?.appropriateAdult, null);
    return adult ? [{ key: 'Appropriate adult in the referral', value: `${adult.name}, ${adult.relationship}` }] : [];
  }
}
