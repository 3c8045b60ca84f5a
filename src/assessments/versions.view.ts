import { nameOfSet } from '../policy/questions/assessment-sets.js';
import { type Compared, compareAnswers } from '../policy/questions/comparing-answers.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { answerText } from '../platform/web/form-answers.js';
import { codeInWords, instantInWords } from '../platform/web/words.js';
import type { AssessmentFound } from './assessments.queries.js';
import { setTitle } from './question-sets.view.js';
import { setInForce } from './set-in-force.js';
import type { VersionFound, VersionListed } from './versions.queries.js';

const by = ({ savedByName, savedAt }: VersionListed): string =>
  [savedByName, instantInWords(savedAt)].filter(Boolean).join(', ');

/** The versions of one assessment, the newest first; the one that was handed in last is marked. */
export function versionRows(at: string, versions: readonly VersionListed[], kept: AssessmentFound | null) {
  const submittedAt = kept?.submittedAt ?? null;
  const handedIn = submittedAt === null ? null : versions.find(({ savedAt }) => savedAt <= submittedAt)?.number;
  return versions.map((version, place) => ({
    ...{ number: version.number, href: `${at}/assessment/versions/${version.number}`, by: by(version) },
    status: version.number === handedIn ? 'Handed in' : codeInWords(version.status),
    set: setTitle(setInForce(version)),
    ...{ isNewest: place === 0, isBefore: place === 1 },
  }));
}

export const versionHead = (version: VersionFound) => ({
  ...{ number: version.number, by: by(version), set: setTitle(setInForce(version)) },
  status: codeInWords(version.status),
});

type Side = Compared['before'];
const words = ({ question, answer }: Side): string =>
  question === null ? 'Not asked' : answerText(question, answer) || 'No answer';

/** Two versions beside each other: question by question as asked, those that changed apart from those that did not. */
export const comparison = (before: VersionFound, after: VersionFound) => {
  const sides = [before, after].map((version) => ({ set: setInForce(version), answers: version.answers }));
  const [earlier, later] = sides as [(typeof sides)[0], (typeof sides)[0]];
  const pages = compareAnswers(earlier, later).map(({ title, questions }) => {
    const rows = questions.map((each) => ({
      ...each,
      ...asked(each),
      from: words(each.before),
      to: words(each.after),
    }));
    const changed = rows.filter(({ isChanged }) => isChanged);
    return { title, changed, unchanged: rows.filter(({ isChanged }) => !isChanged), isChanged: changed.length > 0 };
  });
  return { pages, changedCount: pages.reduce((sum, { changed }) => sum + changed.length, 0) };
};

/** The words of the later version, and those of the earlier where they were others. */
function asked({ before, after }: Compared) {
  const [was, is] = [before.question?.ask, after.question?.ask];
  return { ask: is ?? was ?? '', askedBefore: was !== undefined && is !== undefined && was !== is ? was : null };
}

const named = (set: QuestionSet) => ({ id: set.id, version: set.version, name: nameOfSet(set) });

/** A version as the API gives it, without its answers. */
export const versionSent = ({ number, status, savedBy, savedByName, savedAt, ...rest }: VersionListed) => ({
  ...{ number, status, savedBy, savedByName, savedAt },
  set: named(setInForce(rest)),
});

/** The comparison as the API gives it: every question with both answers as they were kept. */
export const comparisonSent = (before: VersionFound, after: VersionFound) => ({
  before: versionSent(before),
  after: versionSent(after),
  questions: compareAnswers(
    { set: setInForce(before), answers: before.answers },
    { set: setInForce(after), answers: after.answers },
  ).flatMap(({ slug, questions }) =>
    questions.map((each) => ({
      ...{ id: each.id, page: slug, ...asked(each), isChanged: each.isChanged },
      ...{ before: each.before.answer ?? null, after: each.after.answer ?? null },
    })),
  ),
});
