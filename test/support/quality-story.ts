import { hmip2021OutOfCourt20211 as set } from '../../src/policy/questions/hmip-2021-out-of-court.2021-1.js';
import { type Answers, isAsked, questionsOf } from '../../src/policy/questions/question-set.js';
import { frameworks } from '../../src/policy/ratings.js';
import { done } from './clients.js';
import { prepareCase, signOff } from './assessments-story.js';
import { arrangeMeeting, attend, decide, listCase, recommend } from './panels-story.js';
import type { Team } from './people.js';
import { referCase } from './referrals-story.js';
import { STORY_DAY } from './service.js';

export type Judgement = 'YES' | 'NO' | 'NOT_APPLICABLE';

export type Plan = {
  readonly planId: string;
  readonly population: number;
  readonly seed: string;
  readonly sample: { readonly caseId: string; readonly reason: string }[];
};

export const keyQuestions = frameworks.flatMap(({ standards }) =>
  standards.flatMap((standard) => standard.keyQuestions),
);

/** So many cases from referral to police decision, heard at one meeting and decided on the day named, which is today. */
export async function decideCases(team: Team, many: number, decidedOn = STORY_DAY): Promise<string[]> {
  const meetingId = await arrangeMeeting(team, { startsAt: `${decidedOn}T16:00` });
  await attend(team, meetingId);
  const caseIds: string[] = [];
  for (let made = 0; made < many; made += 1) {
    const { caseId } = await referCase(team);
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    await listCase(team, caseId, meetingId);
    await recommend(team, caseId);
    await decide(team, caseId, 'COMMUNITY_RESOLUTION', { decidedOn });
    caseIds.push(caseId);
  }
  return caseIds;
}

/** The QA lead draws a sample of what was decided in 2026, or in the period named. */
export async function drawPlan(team: Team, more: Record<string, unknown> = {}): Promise<Plan> {
  const { api } = await team.as('QA_LEAD');
  const period = { panelAreaId: team.areaId, from: '2026-01-01', to: '2026-12-31', framework: 'HMIP-2021-D3' };
  return done('The sample', await api.post('/api/audit-plans', { ...period, ...more })).body as Plan;
}

/** Every prompt answered yes and every text written; the key questions are left to `judgementsOf`. */
export function promptAnswers(): Answers {
  const answers: Answers = {};
  for (const { question } of questionsOf(set)) {
    if (keyQuestions.some((ref) => question.id === ref || question.id === `${ref}-evidence`)) continue;
    if (!isAsked(question, answers)) continue;
    const isSafeguarding = question.id === 'safeguarding';
    const [first] = 'options' in question ? question.options : [];
    answers[question.id] = isSafeguarding ? 'NO' : (first?.value ?? 'It stands in the assessment, on its second page.');
  }
  return answers;
}

export const judgementsOf = (judgement: Judgement, but: Record<string, Judgement> = {}) =>
  keyQuestions.map((ref) => ({
    ref,
    judgement: but[ref] ?? judgement,
    evidence: `See the assessment, section ${ref}.`,
  }));

/** A QA auditor audits a case of a plan from beginning to end. */
export async function auditCase(
  team: Team,
  planId: string,
  caseId: string,
  judgement: Judgement = 'YES',
  but: Record<string, Judgement> = {},
): Promise<void> {
  const { api } = await team.as('QA_AUDITOR');
  const audit = { answers: promptAnswers(), keyQuestions: judgementsOf(judgement, but), version: 0, complete: true };
  done('The audit', await api.put(`/api/audit-plans/${planId}/cases/${caseId}`, audit));
}
