import type { QuestionSet } from '../policy/questions/question-set.js';
import { sectionPage, sectionTitle } from '../policy/sections.js';
import { instantInWords } from '../platform/web/words.js';
import type { ReasonFound, ReturnFound } from './returns.queries.js';

type For = { readonly set: QuestionSet; readonly mayAnswer: boolean };

const who = (name: string | null, at: string | null): string =>
  [name ?? 'somebody', at && instantInWords(at)].filter(Boolean).join(', ');

function reasonShown(caseId: string, isOpen: boolean, reason: ReasonFound, { set, mayAnswer }: For) {
  const { id, section, answer, answeredBy, answeredAt } = reason;
  const said = answer === null ? 'Not answered yet' : `${answer}\n${who(answeredBy, answeredAt)}`;
  const toSection = section ? [{ href: `/cases/${caseId}/${sectionPage(section)}`, text: 'Go to the section' }] : [];
  const text = answer === null ? 'Say what you changed, or why not' : 'Change your answer';
  const toAnswer = { href: `/cases/${caseId}/assessment/returns/${id}`, text };
  return {
    title: section ? sectionTitle(section, set) : 'The whole assessment',
    rows: [
      { key: 'Reason', value: reason.reason },
      { key: 'What was changed, or why not', value: said },
    ],
    actions: [...(isOpen && mayAnswer ? [toAnswer] : []), ...(mayAnswer ? toSection : [])],
  };
}

/** Each return with its reasons and what was answered, side by side. In: case, returns, set and reader. */
export const returnsShown = (caseId: string, returns: readonly ReturnFound[], reader: For) =>
  returns.map(({ returnedBy, returnedAt, submittedAgainAt, reasons }) => ({
    heading: `Sent back by ${who(returnedBy, returnedAt)}`,
    again: submittedAgainAt ? `Submitted again ${instantInWords(submittedAgainAt)}` : 'Not submitted again yet',
    isOpen: submittedAgainAt === null,
    reasons: reasons.map((reason) => reasonShown(caseId, submittedAgainAt === null, reason, reader)),
  }));
