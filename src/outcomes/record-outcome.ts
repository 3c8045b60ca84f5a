import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { notInFuture } from '../assessments/not-in-future.js';
import type { CaseFound } from '../cases/find-case.js';
import { faultsInOrder } from '../cases/faults-in-order.js';
import { claimCase, moveCase } from '../cases/move-case.js';
import { reopenForGiven } from '../cases/reopen-for-child.js';
import { caseSubject } from '../cases/visible-cases.js';
import { addDisposal, refuseDayOf } from '../children/record-disposal.js';
import type { Disposal } from '../policy/disposal.js';
import { type Evaluation, evaluation } from '../policy/evaluation.js';
import { type Blocker, type Lifted, openWith } from '../policy/gate.js';
import type { CaseState } from '../policy/lifecycle.js';
import { homeOfficeOutcome } from '../policy/outcome-gates.js';
import { type Actor, may } from '../platform/actor.js';
import { rows } from '../platform/database/read.js';
import { Invalid, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { completedBy } from './completed-by.js';
import { followFailure } from './follow-failure.js';
import { carryConditions, refusePenalties } from './given-conditions.js';
import { type DutyOpened, openDuties } from './open-duties.js';
import { inputsOf, outcomeFacts, type OutcomeKnown, recordingBlockers, recordingRules } from './outcome-facts.js';
import type { OutcomeInput } from './outcome.input.js';

export type OutcomeRecorded = {
  outcomeId: string;
  caseId: string;
  disposal: string;
  homeOfficeOutcome: string | null;
  state: CaseState;
  version: number;
  duties: DutyOpened[];
  overridden: Lifted[];
  informed: Blocker[];
};

@Injectable()
export class RecordOutcome {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What was given in the end. From here on it is an earlier disposal of the child, and its duties run. */
  execute(actor: Actor, caseId: string, input: OutcomeInput): Promise<OutcomeRecorded> {
    return this.unitOfWork.run(actor, async (work) => {
      const { disposal, conditions = [], overrides = [] } = input;
      const found = await claimCase(work, 'outcome.record', caseId, input.version);
      const facts = await outcomeFacts(work.tx, found, { ...input, conditions }, work.today);
      if (!facts.row) throw new Invalid([{ field: 'disposal', message: 'Select the disposal' }]);
      refuseDays(work, found, input, { ...facts, row: facts.row });
      refusePenalties(conditions, facts.row);
      const blockers = recordingBlockers(facts);
      const mayOverride = may(actor, 'gate.override', found.panelAreaId);
      const { shut, overridden, informed } = openWith(blockers, overrides, mayOverride);
      const { state } = await moveCase(work, found, 'RECORD_OUTCOME', { blockers: shut });
      const looked = { codes: recordingRules(facts), blockers, overrides, may: mayOverride, inputs: inputsOf(facts) };
      const givenOn = dayGiven(input);
      const under = { by: actor.personId, at: work.now, disposalEdition: facts.edition };
      const stored = evaluation({ ...looked, ...under });
      const outcomeId = await insertOutcome(work, caseId, { ...input, givenOn }, stored);
      work.record(caseSubject(found), { type: 'OUTCOME_RECORDED', disposal });
      for (const { code } of overridden) work.record(caseSubject(found), { type: 'GATE_OVERRIDDEN', code });
      const given = { outcomeId, conditions, givenOn, isDone: facts.row.activity };
      const deliveryStatus = await carryConditions(work, found, given);
      await becomeEarlier(work, found, { deliveryStatus }, { disposal, givenOn });
      const duties = await openDuties(work, found, facts.duties);
      await followFailure(work, found, disposal, deliveryStatus);
      const number = homeOfficeOutcome(disposal, input.nfaReason, facts.row);
      const said = { outcomeId, caseId, disposal, homeOfficeOutcome: number, state, version: found.version };
      return { ...said, duties, overridden, informed };
    });
  }
}

/** Who gave it, when and where is a gate where it is given in person; every other outcome has a day too. */
function refuseDays(
  { today }: Work,
  { dateOfBirth }: CaseFound,
  input: OutcomeInput,
  { row, decidedOn, endedOn }: Pick<OutcomeKnown, 'decidedOn' | 'endedOn'> & { readonly row: Disposal },
): void {
  const { givenOn, victimInformedOn, consent, conditions = [] } = input;
  if (givenOn) refuseDayOf(givenOn, dateOfBirth, today);
  else if (!row.givenInPerson) dayGiven(input);
  if (victimInformedOn) notInFuture('victimInformedOn', victimInformedOn, today);
  if (consent?.on) notInFuture('consent.on', consent.on, today);
  const activityEndedOn = row.activity ? endedOn : null;
  const days = { decidedOn, consentOn: consent?.on, givenOn, victimInformedOn, activityEndedOn };
  const faults = [
    ...faultsInOrder(days, { consentOn: 'consent.on', victimInformedOn: 'victimInformedOn', givenOn: 'givenOn' }),
    ...conditions.flatMap(({ due }, place) =>
      faultsInOrder({ givenOn, conditionDueOn: due }, { conditionDueOn: `conditions[${place}].due` }),
    ),
  ];
  refuse(faults);
}

function dayGiven({ givenOn }: OutcomeInput): string {
  if (!givenOn) throw new Invalid([{ field: 'givenOn', message: 'Enter the day of the outcome' }]);
  return givenOn;
}

type Dated = OutcomeInput & { readonly givenOn: string };

async function insertOutcome({ tx, actor, now }: Work, caseId: string, input: Dated, evaluated: Evaluation) {
  const id = newId();
  const { disposal, givenOn, givenBy, place, appropriateAdult, consent, explained, conditions = [] } = input;
  const adult = appropriateAdult ? JSON.stringify(appropriateAdult) : null;
  const wasExplained = explained === undefined ? null : Number(explained);
  await rows(
    tx,
    sql`insert into outcomes (id, "caseId", disposal, "givenOn", "givenBy", place, "appropriateAdult", consent,
                              "consentOn", explained, "victimInformedOn", "nfaReason", conditions, evaluation,
                              "recordedBy", "recordedAt")
        values (${id}, ${caseId}, ${disposal}, ${givenOn}, ${givenBy || null}, ${place || null}, ${adult},
                ${consent?.status ?? null}, ${consent?.on ?? null}, ${wasExplained}, ${input.victimInformedOn ?? null},
                ${input.nfaReason ?? null}, ${JSON.stringify(conditions)}, ${JSON.stringify(evaluated)},
                ${actor.personId}, ${now})`,
  );
  return id;
}

/** The next referral sees it beside what other sources know; another case of the child is prepared with it. */
async function becomeEarlier(
  work: Work,
  { id: caseId, childId, identityId, panelAreaId, reference }: CaseFound,
  { deliveryStatus }: Pick<OutcomeKnown, 'deliveryStatus'>,
  { disposal, givenOn }: Pick<Dated, 'disposal' | 'givenOn'>,
): Promise<void> {
  const offences = await rows<{ description: string }>(
    work.tx,
    sql`select o.description from offences o where o."caseId" = ${caseId} order by o.position`,
  );
  const offence = offences.map(({ description }) => description).join('; ');
  await addDisposal(work, {
    ...{ childId, disposal, givenOn, offence: offence.slice(0, 500), route: 'PANEL', caseId, panelAreaId },
    ...{ source: `Outcome of case ${reference}`, completed: completedBy(deliveryStatus) },
  });
  await reopenForGiven(work, { identityId });
}
