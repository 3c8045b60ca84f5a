import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import { type Accepted, acceptAnswers, acceptPage } from '../policy/questions/accepting-answers.js';
import { type Unanswered, unanswered } from '../policy/questions/progress.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import type { Actor } from '../platform/actor.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { Invalid, StaleVersion } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { Assessment, type StoredStatus } from './assessment.entity.js';
import type { SetNamed } from './assessment.input.js';
import { setInForce } from './set-in-force.js';

/** Answers from a client of the API, which names the set; or from one page's form, where what is left empty is cleared. */
export type Sent = { readonly answers: Readonly<Record<string, unknown>>; readonly version?: number | undefined } & (
  { readonly set: SetNamed } | { readonly page: string }
);

export type Saved = { readonly version: number; readonly status: StoredStatus; readonly unanswered: Unanswered[] };

/** Keeps a draft: what is sent must fit its questions, what is missing is no error yet. */
@Injectable()
export class SaveAnswers {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, sent: Sent): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const part = { name: 'ASSESSMENT', isAuthored: true };
      const found = await changePreparation(work, 'case.assess', caseId, part);
      const kept = await lockOne(tx, Assessment, { caseId });
      if ((kept?.version ?? 0) !== (sent.version ?? 0)) throw new StaleVersion(kept?.version ?? 0);
      const set = setInForce(kept);
      const answers = accepted(set, sent, kept);
      const status = kept?.status === 'RETURNED' ? 'RETURNED' : 'DRAFT';
      const changes = { answers, status, updatedAt: now } as const;
      const begun = () => ({ id: newId(), setId: set.id, setVersion: set.version });
      const version = await writeOne(tx, Assessment, { caseId }, changes, sent.version, begun);
      record(caseSubject(found), { type: 'ASSESSMENT_SAVED', answered: Object.keys(answers).length });
      return { version, status, unanswered: unanswered(set, answers) };
    });
  }
}

function accepted(set: QuestionSet, sent: Sent, kept: Assessment | null): Accepted['answers'] {
  if ('set' in sent) refuseOtherSet(set, sent.set);
  const before = kept?.answers ?? {};
  const { answers, errors } =
    'page' in sent ? acceptPage(set, sent.page, sent.answers, before) : acceptAnswers(set, sent.answers, before);
  if (errors.length > 0) throw new Invalid(errors.map(({ question, message }) => ({ field: question, message })));
  return answers;
}

function refuseOtherSet({ id, version }: QuestionSet, named: SetNamed): void {
  const isThis =
    typeof named === 'string'
      ? named === id || named === `${id}@${version}`
      : named.id === id && named.version === version;
  if (isThis) return;
  const message = `This assessment answers ${id}, version ${version}. Answers to another set are not kept`;
  throw new Invalid([{ field: 'set', message }]);
}
