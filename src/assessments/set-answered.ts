import type { CaseFound } from '../cases/find-case.js';
import { isNamed, nameOfSet, type SetNamed, setNamed } from '../policy/questions/assessment-sets.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { Invalid } from '../platform/errors.js';
import type { Work } from '../platform/unit-of-work.js';
import type { Assessment } from './assessment.entity.js';
import { setsOpenIn } from './question-sets.queries.js';
import { setInForce, setsToNameNow } from './set-in-force.js';

/**
 * The set that answers are for. A first saving begins with the full set in force, or with the short one where that is
 * open and was named; a short assessment may go on as a full one, and one in which nothing is answered as either.
 */
export async function setAnswered(
  { tx, today }: Work,
  found: CaseFound,
  kept: Assessment | null,
  named: SetNamed | null,
): Promise<QuestionSet> {
  const begun = kept && setInForce(kept);
  if (begun && (named === null || isNamed(begun, named))) return begun;
  const { sets } = await setsOpenIn(tx, found, today);
  const [full] = sets;
  if (named === null) return full ?? setInForce(null);
  const set = setNamed(setsToNameNow(kept, sets), named);
  if (set) return set;
  const message = begun
    ? `This assessment answers ${begun.id}, version ${begun.version}. Answers to another set are not kept`
    : `This set is not in force here. Open now: ${sets.map(nameOfSet).join(', ')}`;
  throw new Invalid([{ field: 'set', message }]);
}
