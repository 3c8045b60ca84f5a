import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { settingsOf } from '../access/area-settings.queries.js';
import type { CaseFound } from '../cases/find-case.js';
import { claimCase, moveCase } from '../cases/move-case.js';
import { recordOfState, type RecordKind, undoBlockers } from '../policy/amendments.js';
import type { CaseState } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { row } from '../platform/database/read.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import type { UndoingInput } from './amendment.input.js';
import { builtUpon } from './built-upon.js';
import { type DecisionRecord, decisionRecords, standingRecord } from './decision-records.js';
import { undoRecord } from './undo-record.js';

export type TakenBack = { caseId: string; record: RecordKind; recordId: string; state: CaseState; version: number };

@Injectable()
export class TakeBack {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A slip is taken back by whoever made it, shortly after, while nothing rests on it: the case stands where it stood. */
  execute(actor: Actor, caseId: string, { note, version }: UndoingInput): Promise<TakenBack> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'record.undo', caseId, version);
      const kind = recordOfState[found.state];
      const records = await decisionRecords(work.tx, caseId);
      const slip = kind ? standingRecord(records, kind) : null;
      const blockers = slip ? await blockersFor(work, found, slip) : [];
      const { state } = await moveCase(work, found, 'UNDO', { blockers, wanted: await before(work, found) });
      if (!slip || !kind) throw new Error('A case stands where nothing was recorded');
      await undoRecord(work, found, slip, note || null);
      return { caseId, record: kind, recordId: slip.id, state, version: found.version };
    });
  }
}

async function blockersFor({ tx, actor, now, today }: Work, found: CaseFound, slip: DecisionRecord) {
  const { undoMinutes: minutes } = await settingsOf(tx, found.panelAreaId, today);
  const times = { recordedAt: slip.madeAt, now, minutes };
  const who = { actorId: actor.personId, recordedBy: slip.madeBy.id };
  return undoBlockers({ caseId: found.id, ...who, ...times, builtUpon: await builtUpon(tx, found.id, slip) });
}

const earlierState: Partial<Record<CaseState, CaseState>> = { DECIDED: 'RECOMMENDED', OUTCOME_RECORDED: 'DECIDED' };

/** Where the case was before: a recommendation is made on a listed case, or on one that was escalated. */
async function before({ tx }: Work, { id, state }: CaseFound): Promise<CaseState> {
  const known = earlierState[state];
  if (known) return known;
  const left = await row<{ stage: CaseState }>(
    tx,
    sql`select s.stage from case_stages s
        where s."caseId" = ${id} and s.subject = 'CASE' and s."leftAt" is not null
        order by s."leftAt" desc, s.id desc limit 1`,
  );
  return left?.stage === 'ESCALATED' ? 'ESCALATED' : 'LISTED';
}
