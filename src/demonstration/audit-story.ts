import { addDays } from '../policy/days.js';
import { currentQuestionSet } from '../policy/questions/published-sets.js';
import { frameworks } from '../policy/ratings.js';
import { answersTo } from './written.js';
import type { Place } from './case-work.js';

const FRAMEWORK = 'HMIP-2021-D3';

/** A sample of what was decided, three of it audited to the end and one begun. */
export async function auditDecided({ team, panelAreaId }: Place, today: string): Promise<void> {
  const period = { panelAreaId, from: addDays(today, -90), to: today, framework: FRAMEWORK };
  const { planId, sample } = await team.qaLead.post('audit-plans', { ...period, size: 5, seed: 'demonstration' });
  for (const [index, { caseId }] of sample.slice(0, 4).entries()) {
    const isComplete = index < 3;
    await team.auditor.put(`audit-plans/${planId}/cases/${caseId}`, {
      ...{ answers: isComplete ? answers(today) : {}, keyQuestions: isComplete ? judgements(index) : [] },
      ...{ version: 0, complete: isComplete },
    });
  }
}

const keyQuestions = frameworks
  .filter(({ id }) => id === FRAMEWORK)
  .flatMap(({ standards }) => standards.flatMap((standard) => standard.keyQuestions));

function answers(today: string) {
  const set = currentQuestionSet('hmip-2021-out-of-court');
  const all = answersTo(set, today, { safeguarding: 'NO' });
  return Object.fromEntries(
    Object.entries(all).filter(([id]) => !keyQuestions.some((ref) => id === ref || id === `${ref}-evidence`)),
  );
}

const judgements = (index: number) =>
  keyQuestions.map((ref, place) => ({
    ...{ ref, judgement: (place + index) % 4 === 0 ? 'NO' : 'YES' },
    evidence: 'It stands in the assessment, on its second page, and in the reasons of the panel.',
  }));
