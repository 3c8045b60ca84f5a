import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import { type ForumCode, isForum } from '../policy/forums.js';
import type { Actor } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { faultIf, NotFound, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { ForumReferral } from './forum-referral.entity.js';
import type { ForumReferralInput } from './forum-referral.input.js';
import { latestReferral, type ReferralFound } from './forum-referrals.queries.js';

/** The forum an address names; any other is not there. */
export function forumNamed(code: string): ForumCode {
  if (!isForum(code)) throw new NotFound();
  return code;
}

/** When and to whom a child was referred, and what came of it. */
@Injectable()
export class RecordForumReferral {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, code: string, input: ForumReferralInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now } = work;
      const forum = forumNamed(code);
      // A forum may answer long after the panel did: its result is still recorded.
      const part = { name: 'FORUM_REFERRAL', isAuthored: false, mayFollow: true };
      const found = await changePreparation(work, 'case.assess', caseId, part);
      const before = await latestReferral(tx, caseId, forum);
      check(input, before, work);
      const because = [...new Set([...(before?.because ?? []), ...(input.because ?? [])])];
      const changes = { ...made(input, before, work), because, recordedBy: actor.personId, recordedAt: now };
      const opened = () => ({ caseId, forum, openedBy: actor.personId, openedAt: now });
      const id = before?.id ?? newId();
      const version = await writeOne(tx, ForumReferral, { id }, changes, input.version, opened);
      const said = { forum, referredOn: input.referredOn, isAnswered: changes.result !== null };
      work.record(caseSubject(found), { type: 'FORUM_REFERRAL_RECORDED', ...said });
      return { version };
    });
  }
}

function check(input: ForumReferralInput, before: ReferralFound | null, { today }: Work): void {
  const { because = [], referredOn, result, resultOn } = input;
  const past = 'The day must be today or in the past';
  const errors = [
    ...faultIf(!before && because.length === 0, 'because', 'Select why the child is referred'),
    ...faultIf(referredOn > today, 'referredOn', past),
    ...faultIf(Boolean(resultOn) && !result, 'result', 'Enter what came of the referral'),
    ...faultIf((resultOn ?? '') > today, 'resultOn', past),
    ...faultIf(Boolean(resultOn) && (resultOn ?? '') < referredOn, 'resultOn', 'The result came after the referral'),
  ];
  refuse(errors);
}

function made(input: ForumReferralInput, before: ReferralFound | null, { today }: Work) {
  const { referredOn, referredTo, result, resultOn } = input;
  const on = resultOn || before?.resultOn || today;
  return { referredOn, referredTo: referredTo || null, result: result || null, resultOn: result ? on : null };
}
