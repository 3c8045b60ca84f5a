import sql from 'sql-template-tag';
import { acceptAnswers } from '../policy/questions/accepting-answers.js';
import { changesBeside } from '../policy/questions/merging-answers.js';
import type { Answers, QuestionSet } from '../policy/questions/question-set.js';
import { fromJson, row } from '../platform/database/read.js';
import { StaleVersion } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import type { Assessment } from './assessment.entity.js';
import { AssessmentVersion } from './assessment-version.entity.js';

type Kept = Omit<AssessmentVersion, 'id' | 'savedBy' | 'savedAt'>;

/** Keeps the answers as they stand after a saving, for good. */
export async function keepVersion({ tx, actor, now }: Work, version: Kept): Promise<void> {
  await tx.insert(AssessmentVersion, { ...version, id: newId(), savedBy: actor.personId, savedAt: now });
}

/**
 * Joins what somebody changed on a page with what others saved since that page was shown. Refused as stale when both
 * changed the same answer, when the other handed the assessment in or changed its set, or when the two do not go together.
 */
export async function mergeWithKept(
  work: Work,
  set: QuestionSet,
  kept: Assessment | null,
  shown: number,
  acceptOver: (began: Answers) => Answers,
): Promise<Answers> {
  const stale = new StaleVersion(kept?.version ?? 0);
  if (!kept || kept.status === 'SUBMITTED' || shown > kept.version) throw stale;
  const began = await answersShown(work, set, kept.caseId, shown);
  if (began === null) throw stale;
  const changes = changesBeside(began, kept.answers, acceptOver(began));
  if (changes === null) throw stale;
  const { answers, errors } = acceptAnswers(set, changes, kept.answers);
  if (errors.length > 0) throw stale;
  return answers;
}

/** What a page showed at a version, or null where it showed another set. Handing in and sending back change no answer. */
async function answersShown({ tx }: Work, set: QuestionSet, caseId: string, shown: number): Promise<Answers | null> {
  if (shown === 0) return {};
  const found = await row<{ setId: string; answers: string }>(
    tx,
    sql`select v."setId", v.answers from assessment_versions v
        where v."caseId" = ${caseId} and v.number <= ${shown} order by v.number desc limit 1`,
  );
  return found?.setId === set.id ? fromJson<Answers>(found.answers, {}) : null;
}
