import type { CaseFound } from '../cases/find-case.js';
import { enterStage } from '../cases/enter-stage.js';
import { settleChanged } from '../cases/settle-changed.js';
import type { Answers, QuestionSet } from '../policy/questions/question-set.js';
import type { Work } from '../platform/unit-of-work.js';
import type { StoredStatus } from './assessment.entity.js';

type Saved = {
  readonly set: QuestionSet;
  readonly before: Answers | undefined;
  readonly answers: Answers;
  readonly status: StoredStatus;
};

/** What follows when answers are kept: the stage it is in now, and late news about the pages that were changed. */
export async function followSave(
  work: Work,
  found: CaseFound,
  { set, before = {}, answers, status }: Saved,
): Promise<void> {
  await enterStage(work, found.id, 'ASSESSMENT', status);
  const isChanged = ({ id }: { id: string }): boolean => JSON.stringify(before[id]) !== JSON.stringify(answers[id]);
  const changed = set.pages.filter(({ questions }) => questions.some(isChanged)).map(({ slug }) => slug);
  await settleChanged(work, found, changed);
}
