import type { CaseFound } from '../cases/find-case.js';
import { checklistAnswers, prosecutorChecklist, prosecutorResults, referralPurposes } from '../policy/prosecutor.js';
import { type AdviceAsk, adviceAsk, adviceAsks } from '../policy/prosecutor-advice.js';
import type { Permission } from '../policy/permissions.js';
import { rules } from '../policy/rules.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { Advised } from './prosecutor-advice.queries.js';
import type { ProsecutorReferralFound } from './prosecutor.queries.js';

export type AdviceShown = {
  readonly result: string;
  readonly cameOn: string;
  readonly asks: string;
  readonly href: string;
};

/** The prosecutor’s advice while something is to be done about it, wherever the case is. In: what is known. Out: words, or null. */
export function adviceView(caseId: string, known: Advised): AdviceShown | null {
  const ask = adviceAsk(known);
  const { advised, advisedOn } = known;
  if (!ask || !advised) return null;
  const cameOn = advisedOn ? dayInWords(advisedOn) : '';
  return {
    result: prosecutorResults[advised].name,
    cameOn,
    asks: adviceAsks[ask],
    href: `/cases/${caseId}/prosecutor`,
  };
}

type MayDo = (permission: Permission) => boolean;

/** Where what is asked is done, for whoever may; others read what was decided. In: what is asked, the case. */
export function adviceLink(
  ask: AdviceAsk | null,
  { id, state }: Pick<CaseFound, 'id' | 'state'>,
  mayDo: MayDo,
): { href: string; text: string } | null {
  const link = (page: string, text: string) => ({ href: `/cases/${id}/${page}`, text });
  if (ask === 'REVIEW') {
    return mayDo('record.review')
      ? link('decision-review', 'Review what was decided')
      : link('decision-history', 'What was decided, and what became of it');
  }
  if (ask === 'DECIDE' && state === 'RECOMMENDED') {
    return mayDo('police-decision.record') ? link('police-decision', 'Record police decision') : null;
  }
  return ask === 'DECIDE' && mayDo('case.return') ? link('return-to-police', 'Return to police') : null;
}

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
