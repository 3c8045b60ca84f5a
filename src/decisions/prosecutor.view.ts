import { checklistAnswers, prosecutorChecklist, prosecutorResults, referralPurposes } from '../policy/prosecutor.js';
import { rules } from '../policy/rules.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { ProsecutorReferralFound } from './prosecutor.queries.js';

/** A referral to the prosecutor as its page prints it. In: the referral, today. */
export function prosecutorView(found: ProsecutorReferralFound, today: string) {
  const { purpose, sentOn, dueOn, note, referredBy, isAnswered } = found;
  return {
    title: `Sent on ${dayInWords(sentOn)}`,
    isOverdue: !isAnswered && dueOn !== null && dueOn < today,
    rows: [
      { key: 'What was asked', value: referralPurposes[purpose] },
      { key: 'Answer looked for by', value: dueOn ? dayInWords(dueOn) : 'The bank holidays until then are not known' },
      { key: 'Recorded', value: `${referredBy.name}, ${instantInWords(found.referredAt)}` },
      ...(note ? [{ key: 'Note', value: note }] : []),
      ...found.overrides.map(({ code, reason }) => ({
        key: `Went on although: ${rules[code].message}`,
        value: reason,
      })),
    ],
    answers: found.answers.map(({ result, receivedOn, advice, recordedBy }) => ({
      key: `${dayInWords(receivedOn)}: ${prosecutorResults[result].name}`,
      value: `${advice}\nRecorded by ${recordedBy.name}`,
    })),
    checklist: found.checklist.map(({ code, answer, comment }) => ({
      key: prosecutorChecklist[code].ask,
      value: comment ? `${checklistAnswers[answer]}\n${comment}` : checklistAnswers[answer],
    })),
    edition: found.checklistEdition,
  };
}
