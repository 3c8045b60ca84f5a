import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { calendarOf } from '../access/bank-holidays.queries.js';
import { settingsOf } from '../access/area-settings.queries.js';
import { notInFuture } from '../assessments/not-in-future.js';
import { faultsInOrder } from '../cases/faults-in-order.js';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { evaluation } from '../policy/evaluation.js';
import { blocker, type Blocker, casePage, type Lifted, openWith } from '../policy/gate.js';
import { undecidedDuty } from '../policy/duties.js';
import { type CaseState, endStates, states } from '../policy/lifecycle.js';
import { answerDue, checklistEdition, prosecutorBlockers } from '../policy/prosecutor.js';
import { type Actor, may } from '../platform/actor.js';
import { row, rows } from '../platform/database/read.js';
import { refuse, refuseShut } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { checklistIn } from './checklist-in.js';
import type { ProsecutorReferralInput } from './prosecutor.input.js';
import { unansweredSince } from './unanswered-since.js';

export type ReferredToProsecutor = {
  referralId: string;
  caseId: string;
  dueOn: string | null;
  version: number;
  overridden: Lifted[];
};

@Injectable()
export class ReferToProsecutor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Writes down that police sent a case to the Crown Prosecution Service, with what, and by when an answer is due. */
  execute(actor: Actor, caseId: string, input: ProsecutorReferralInput): Promise<ReferredToProsecutor> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today, now } = work;
      const { purpose, sentOn, overrides = [] } = input;
      const checklist = checklistIn(input.checklist);
      notInFuture('sentOn', sentOn, today);
      const found = await claimCase(work, 'prosecutor.refer', caseId, input.version);
      const early = faultsInOrder({ referredOn: found.referredOn, sentOn }, { sentOn: 'sentOn' });
      refuse(early);
      const isOpen = (await unansweredSince(tx, caseId)) !== null;
      const blockers = [
        ...notNow(found.state, caseId, await isAskedAfterFailure(work, caseId)),
        ...prosecutorBlockers({ caseId, checklist, isOpen }),
      ];
      const mayOverride = may(actor, 'gate.override', found.panelAreaId);
      const { shut, overridden } = openWith(blockers, overrides, mayOverride);
      refuseShut(shut);
      const codes = ['CIF_REQUIRED_FOR_CPS', 'PROSECUTOR_NOT_ANSWERED'] as const;
      const looked = { codes, blockers, overrides, may: mayOverride, by: actor.personId, at: now };
      const { prosecutorDays } = await settingsOf(tx, found.panelAreaId, sentOn);
      const [referralId, dueOn] = [newId(), answerDue(sentOn, prosecutorDays, await calendarOf(tx))];
      const evaluated = evaluation({ ...looked, inputs: { purpose, sentOn } });
      await rows(
        tx,
        sql`insert into prosecutor_referrals (id, "caseId", purpose, "sentOn", "dueOn", checklist, "checklistEdition",
                                              note, evaluation, "referredBy", "referredAt")
            values (${referralId}, ${caseId}, ${purpose}, ${sentOn}, ${dueOn}, ${JSON.stringify(checklist)},
                    ${checklistEdition}, ${input.note || null}, ${JSON.stringify(evaluated)}, ${actor.personId}, ${now})`,
      );
      work.record(caseSubject(found), { type: 'PROSECUTOR_REFERRED', sentOn, dueOn });
      for (const { code } of overridden) work.record(caseSubject(found), { type: 'GATE_OVERRIDDEN', code });
      return { referralId, caseId, dueOn, version: found.version, overridden };
    });
  }
}

/** Conditions were not kept, and police have still to decide what follows. */
async function isAskedAfterFailure({ tx }: Work, caseId: string): Promise<boolean> {
  const found = await row(
    tx,
    sql`select d.id from duties d
        where d."caseId" = ${caseId} and d.code = ${undecidedDuty} and d."doneOn" is null`,
  );
  return found !== null;
}

/**
 * Until the outcome is recorded there is something to ask a prosecutor, also of a case that police took back to charge; and
 * again where conditions were not kept.
 */
const isOver = (state: CaseState): boolean =>
  state === 'OUTCOME_RECORDED' || (endStates.includes(state) && state !== 'RETURNED_TO_POLICE');

const notNow = (state: CaseState, caseId: string, isAsked: boolean): Blocker[] =>
  isOver(state) && (state === 'WITHDRAWN' || !isAsked)
    ? [
        {
          ...blocker('WRONG_STATE', casePage({ caseId }, 'prosecutor')),
          message: `A case that is “${states[state].toLowerCase()}” is not sent to the Crown Prosecution Service`,
        },
      ]
    : [];
