import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { preparationFacts } from '../assessments/preparation-facts.js';
import { claimCase, moveCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Evaluation } from '../policy/evaluation.js';
import { openWith } from '../policy/gate.js';
import { preparationBlockers } from '../policy/preparation-gates.js';
import { type Actor, may } from '../platform/actor.js';
import { fromJson, row } from '../platform/database/read.js';
import { Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { lockMeeting } from './find-meeting.js';
import { AgendaItem } from './meeting.entity.js';
import type { AgendaInput } from './meeting.input.js';

export type CaseListed = { itemId: string; caseId: string; position: number; state: string; version: number };

@Injectable()
export class ListCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Puts a ready case before a meeting of its own area, at the end of the agenda. */
  execute(actor: Actor, meetingId: string, { caseId, overrides = [], version }: AgendaInput): Promise<CaseListed> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const meeting = await lockMeeting(work, 'meeting.arrange', meetingId);
      const found = await claimCase(work, 'meeting.arrange', caseId, version);
      if (found.panelAreaId !== meeting.panelAreaId) {
        throw new Invalid([{ field: 'caseId', message: 'This case belongs to the panel of another area' }]);
      }
      const facts = await preparationFacts(tx, found, actor.personId, work.today);
      const vouched = await liftedAtSignOff(tx, caseId);
      const blockers = preparationBlockers(facts, 'LIST').filter(
        ({ code, severity }) => severity !== 'OVERRIDE' || !vouched.has(code),
      );
      const opened = openWith(blockers, overrides, may(actor, 'gate.override', found.panelAreaId));
      const listed = await moveCase(work, found, 'LIST', { blockers: opened.shut });
      const position = await nextPosition(tx, meetingId);
      const lifted = opened.overridden.map(({ code, reason }) => ({ code, reason }));
      const item = { id: newId(), meetingId, caseId, position, overrides: lifted };
      await tx.insert(AgendaItem, { ...item, listedBy: actor.personId, listedAt: now });
      record(caseSubject(found), { type: 'CASE_LISTED', meetingId });
      for (const { code } of lifted) record(caseSubject(found), { type: 'GATE_OVERRIDDEN', code });
      return { itemId: item.id, caseId, position, state: listed.state, version: found.version };
    });
  }
}

/** What the manager passed over at the sign-off, with a reason, holds as long as the sign-off: nothing has changed since. */
async function liftedAtSignOff(tx: EntityManager, caseId: string): Promise<Set<string>> {
  const signed = await row<{ evaluation: string }>(
    tx,
    sql`select s.evaluation from sign_offs s where s."caseId" = ${caseId} order by s."signedAt" desc limit 1`,
  );
  const { overrides = [] } = fromJson<Partial<Evaluation>>(signed?.evaluation, {});
  return new Set(overrides.map(({ code }) => code));
}

async function nextPosition(tx: EntityManager, meetingId: string): Promise<number> {
  const last = await row<{ position: number }>(
    tx,
    sql`select i.position from agenda_items i where i."meetingId" = ${meetingId} order by i.position desc limit 1`,
  );
  return (last?.position ?? 0) + 1;
}
