import { Injectable } from '@nestjs/common';
import { AccessQueries } from '../access/access.queries.js';
import { type CaseForm, CaseForms } from '../cases/case-form.js';
import { caseHead } from '../cases/case-head.view.js';
import { type CaseFound, OpenedCases } from '../cases/find-case.js';
import { decisionOf } from '../decisions/decision-of.js';
import { overridable } from '../panels/overridable.js';
import { endedStatuses } from '../policy/delivery.js';
import { undecidedDuty } from '../policy/duties.js';
import { afterDecision } from '../policy/lifecycle.js';
import { rules } from '../policy/rules.js';
import { capBlockers, variationBlockers } from '../policy/variation-gates.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { type FormModel, formPage } from '../platform/web/form.js';
import { actionsFromConditions, isCondition, lastDayOf } from './actions-of.js';
import { DeliveriesQueries, type DeliveryFound } from './deliveries.queries.js';
import { contactFields, stepFields } from './delivery-log.fields.js';
import { DeliveryLogQueries } from './delivery-log.queries.js';
import { type Choices, completionFields, deliveryFields, variationFields } from './delivery.fields.js';
import { deliveryView, logView } from './delivery.view.js';
import { dutyView } from './outcome.view.js';
import { InterventionsQueries } from './interventions.queries.js';
import { OutcomesQueries } from './outcomes.queries.js';
import { conditionFacts } from './vary-delivery.js';
import { waysBack } from './ways-back.js';

/** What stands on the pages of a delivery. */
@Injectable()
export class DeliveryPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly forms: CaseForms,
    private readonly queries: DeliveriesQueries,
    private readonly logs: DeliveryLogQueries,
    private readonly outcomes: OutcomesQueries,
    private readonly interventions: InterventionsQueries,
    private readonly access: AccessQueries,
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  /** For those who may, while there is something to deliver, a form; for everybody what is known of it. */
  async delivery(actor: Actor, id: string): Promise<FormModel & Readonly<Record<string, unknown>>> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_DELIVERY');
    const [kept, able, log] = await Promise.all([this.queries.delivery(id), this.choices(found), this.log(id)]);
    const isAble = able.owners.some((one) => one.id === kept.ownerId);
    const choices = { ...able, ownerBefore: isAble ? null : kept.ownerName };
    const mayRecord = afterDecision.includes(found.state) && may(actor, 'delivery.record', found.panelAreaId);
    const form = formPage({
      ...{ title: 'Delivery', fields: deliveryFields(choices, kept.status), values: await this.valuesOf(kept) },
      ...{ version: kept.version, back: `/cases/${id}`, submitText: 'Save' },
      lead: 'What the child and those around the child agreed to, who sees to it, and how it went.',
    });
    const notDone = ['NOT_COMPLETED', 'NOT_RECORDED'].includes(kept.status ?? '') && found.state === 'DECIDED';
    const isOpen = kept.status !== null && !endedStatuses.includes(kept.status);
    return {
      ...{
        title: 'Delivery',
        at: `/cases/${id}/delivery`,
        child: caseHead(found, this.clock.today()),
        form,
        mayRecord,
      },
      ...{ mayVary: mayRecord && isOpen, follows: kept.notTakingPart },
      ...{ isPast: isOpen && kept.dueOn !== null && kept.dueOn < this.clock.today() },
      delivery: deliveryView(kept, namesIn(choices)),
      log: logView(log, kept),
      isDecided: kept.decisionId !== null,
      warnings: await this.warningsOn(found, kept),
      failure: await this.failureOf(id),
      ...(notDone ? waysBack(actor, found) : {}),
    };
  }

  completion(actor: Actor, id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'delivery.record', id, 'THE_DELIVERY', async () => {
      const { version, completion, endedOn } = await this.queries.delivery(id);
      const { completed, reasonCode, reason } = completion ?? {};
      return {
        ...{
          title: 'How did the delivery end?',
          fields: completionFields(completion !== null),
          version,
          submitText: 'Save',
        },
        lead: 'A delivery ends when you say so here, and not by a day that passes.',
        values: {
          completed,
          reasonCode: reasonCode ?? undefined,
          reason: reason ?? undefined,
          endedOn: endedOn ?? undefined,
        },
        ...{ back: `/cases/${id}/delivery`, section: null },
      };
    });
  }

  contact(actor: Actor, id: string): Promise<CaseForm> {
    return this.added(actor, id, 'Add a contact', contactFields, { heldOn: this.clock.today() });
  }

  step(actor: Actor, id: string): Promise<CaseForm> {
    return this.added(actor, id, 'The child does not take part', stepFields, { takenOn: this.clock.today() });
  }

  /** What is agreed now, to be changed. Warnings on it as it stands can be answered at once. */
  variation(actor: Actor, id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'delivery.record', id, 'THE_DELIVERY', async (found) => {
      const [{ version, actions, dueOn }, choices, decided] = await Promise.all([
        this.queries.delivery(id),
        this.choices(found),
        decisionOf(this.read.source, id),
      ]);
      const today = this.clock.today();
      const now = decided?.decision ?? { disposal: '', edition: 0 };
      const { facts, row } = await conditionFacts(this.read.source, found, { decided: now, today, actions });
      const blockers = variationBlockers({ caseId: id, disposal: now.disposal, agreedBy: [] }, facts, row);
      return {
        ...{ title: 'Vary what was agreed', submitText: 'Save the variation', version, section: null },
        fields: variationFields(choices, overridable(blockers, may(actor, 'gate.override', found.panelAreaId))),
        values: { variedOn: today, actions, dueOn: chosenLastDay(actions, dueOn, today) },
        lead: 'What it was stays on record, with who agreed and why. The same limits hold as when it was given.',
        back: `/cases/${id}/delivery`,
      };
    });
  }

  private async added(actor: Actor, id: string, title: string, fields: typeof contactFields, values: object) {
    const shown = await this.forms.show(actor, 'delivery.record', id, 'THE_DELIVERY', () => ({
      ...{ title, fields, values, submitText: 'Add', back: `/cases/${id}/delivery`, section: null },
      lead: 'What was added cannot be changed. If something was wrong, add what was right.',
    }));
    // What is added changes nothing that was shown, so that nothing can be stale.
    const { version: _, ...form } = shown.form;
    return { ...shown, form } as CaseForm;
  }

  /** What police are asked, or what was decided, since conditions were not kept. */
  private async failureOf(id: string): Promise<object | undefined> {
    const duty = (await this.outcomes.duties(id)).find(({ code }) => code === undecidedDuty);
    return duty && dutyView(duty, this.clock.today(), null);
  }

  /** What is agreed now and is above what the law or the guidance allows. */
  private async warningsOn(found: CaseFound, { decisionId, actions }: DeliveryFound): Promise<object[]> {
    const decided = (await decisionOf(this.read.source, found.id))?.decision;
    if (!decided || decisionId === null || !actions.some(isCondition)) return [];
    const { facts, row } = await conditionFacts(this.read.source, found, {
      decided,
      today: this.clock.today(),
      actions,
    });
    return capBlockers(facts, row).map((one) => ({ ...one, source: rules[one.code].source }));
  }

  /** What is stored; where nothing is, the conditions that were given with the outcome. */
  private async valuesOf({ caseId, version, status, actions, ...kept }: DeliveryFound): Promise<object> {
    const dueOn = chosenLastDay(actions, kept.dueOn);
    const values = { ...kept, dueOn, status: status ?? undefined, ownerId: kept.ownerId ?? undefined };
    if (version > 0) return { ...values, actions };
    const given = await this.outcomes.outcome(caseId);
    return { ...values, actions: given ? actionsFromConditions(given.conditions) : [] };
  }

  private async choices(found: CaseFound): Promise<Choices> {
    const [owners, interventions] = await Promise.all([
      this.access.holdersOn(found, 'delivery.record'),
      this.interventions.toChoose(found.panelAreaId),
    ]);
    return { owners, interventions };
  }

  private async log(id: string) {
    const [contacts, steps, variations] = await Promise.all([
      this.logs.contacts(id),
      this.logs.steps(id),
      this.logs.variations(id),
    ]);
    return { contacts, steps, variations };
  }
}

/** The last day that somebody chose; not one that followed from the actions, nor one that has passed. */
const chosenLastDay = (actions: DeliveryFound['actions'], dueOn: string | null, today = ''): string | undefined =>
  dueOn !== null && dueOn !== lastDayOf(actions) && dueOn >= today ? dueOn : undefined;

const namesIn = ({ interventions }: Choices) => new Map(interventions.map(({ id, name }) => [id, name]));
