import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import { answersForGates } from '../policy/gate-answers.js';
import { type Accepted, acceptAnswers, acceptPage } from '../policy/questions/accepting-answers.js';
import { nameOfSet, type SetNamed } from '../policy/questions/assessment-sets.js';
import { type Unanswered, unanswered } from '../policy/questions/progress.js';
import type { Answers, QuestionSet } from '../policy/questions/question-set.js';
import type { Actor } from '../platform/actor.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { Invalid, StaleVersion } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { Assessment, type StoredStatus } from './assessment.entity.js';
import { keepVersion, mergeWithKept } from './assessment-versions.js';
import { followSave } from './follow-save.js';
import { setAnswered } from './set-answered.js';

/** Answers from a client of the API, which names the set; or from one page's form, where what is left empty is cleared. */
export type Sent = { readonly answers: Readonly<Record<string, unknown>>; readonly version?: number | undefined } & (
  { readonly set: SetNamed } | { readonly page: string }
);

export type Saved = { readonly version: number; readonly status: StoredStatus; readonly unanswered: Unanswered[] };

/** Keeps a draft, and beside it this version of it: what is sent must fit its questions, what is missing is no error yet. */
@Injectable()
export class SaveAnswers {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, sent: Sent): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const part = { name: 'ASSESSMENT', isAuthored: true };
      const found = await changePreparation(work, 'case.assess', caseId, part);
      const kept = await lockOne(tx, Assessment, { caseId });
      if (!('page' in sent)) refuseStale(kept, sent);
      const set = await setAnswered(work, found, kept, 'set' in sent ? sent.set : null);
      const answers = await acceptedOver(work, set, sent, kept);
      const status = kept?.status === 'RETURNED' ? 'RETURNED' : 'DRAFT';
      const asked = { setId: set.id, setVersion: set.version };
      const changes = { ...asked, answers, gateAnswers: answersForGates(answers), status, updatedAt: now } as const;
      const version = await writeOne(tx, Assessment, { caseId }, changes, kept?.version, () => ({ id: newId() }));
      await keepVersion(work, { ...asked, answers, status, caseId, number: version });
      await followSave(work, found, { set, before: kept?.answers, answers, status });
      record(caseSubject(found), { type: 'ASSESSMENT_SAVED', answered: Object.keys(answers).length });
      if (kept && kept.setId !== set.id) {
        record(caseSubject(found), { type: 'ASSESSMENT_SET_CHANGED', to: nameOfSet(set) });
      }
      return { version, status, unanswered: unanswered(set, answers) };
    });
  }
}

function refuseStale(kept: Assessment | null, { version = 0 }: Sent): void {
  if ((kept?.version ?? 0) !== version) throw new StaleVersion(kept?.version ?? 0);
}

/** What is kept after this. A page that somebody else's saving overtook is joined with it where the two do not clash. */
async function acceptedOver(work: Work, set: QuestionSet, sent: Sent, kept: Assessment | null): Promise<Answers> {
  const isOvertaken = (kept?.version ?? 0) !== (sent.version ?? 0);
  const { page } = { page: null, ...sent };
  if (page !== null && isOvertaken) {
    return mergeWithKept(work, set, kept, sent.version ?? 0, (began) =>
      accepted(acceptPage(set, page, sent.answers, began)),
    );
  }
  const before = kept?.answers ?? {};
  return accepted(
    page === null ? acceptAnswers(set, sent.answers, before) : acceptPage(set, page, sent.answers, before),
  );
}

function accepted({ answers, errors }: Accepted): Answers {
  if (errors.length > 0) throw new Invalid(errors.map(({ question, message }) => ({ field: question, message })));
  return answers;
}
