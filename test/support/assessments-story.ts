import { currentCriteria } from '../../src/policy/criteria/sign-off-criteria.js';
import { childAssessment202612 } from '../../src/policy/questions/child-assessment.2026-12.js';
import {
  type Answer,
  type Answers,
  isAsked,
  type Question,
  questionsOf,
  type Row,
} from '../../src/policy/questions/question-set.js';
import { considerBehaviour } from './behaviour-story.js';
import { answerAllChecks } from './checks-story.js';
import { type ApiClient, done } from './clients.js';
import type { Team } from './people.js';
import { hearVictims } from './victims-story.js';

/** The set that an assessment answers when its panel area has not chosen another. */
export const set = { id: childAssessment202612.id, version: childAssessment202612.version };

/** A row of facts, as an assessor might write it. */
export const fact = (what: string, over: Row = {}): Row => ({
  ...{ what, from: 'The mother, at home', on: '2026-10-01', kind: 'FACT' },
  ...over,
});

/** An answer to every question that is asked, as an assessor might write it: the first option of each choice. */
export function completeAnswers(over: Answers = {}, asked = childAssessment202612): Answers {
  return answersIn(
    questionsOf(asked).map(({ question }) => question),
    over,
  );
}

function answersIn(questions: readonly Question[], over: Answers = {}): Answers {
  const answers: Answers = {};
  for (const question of questions) {
    if (isAsked(question, answers)) answers[question.id] = over[question.id] ?? answerTo(question);
  }
  return answers;
}

function answerTo(question: Question): Answer {
  if (question.kind === 'GROUP') return [answersIn(question.questions) as Row];
  if ('options' in question) {
    const [first] = question.options;
    return question.kind === 'CHOICES' ? [first?.value ?? ''] : (first?.value ?? '');
  }
  if (question.kind === 'NUMBER') return String(question.least);
  if (question.kind === 'DAY') return '2026-10-01';
  return 'Seen at home with a parent on 1 October. School and social care agree, and nothing else is known.';
}

export const judgementOf = (level = 'LOW', more: object = {}): Record<string, unknown> => ({
  level,
  reasoning: 'One incident, no pattern, and the adults around the child respond quickly.',
  who: 'Other pupils on the way home.',
  what: 'Being pushed or threatened in an argument.',
  when: 'After school, when nobody else is about.',
  controls: 'A parent collects the child, and school knows whom to call.',
  contingency: 'If it happens again school calls us the same day and we meet within a week.',
  ...more,
});

export const heard = (more: object = {}): Record<string, unknown> => ({
  status: 'OBTAINED',
  heardOn: '2026-11-12',
  heardBy: 'The assessor',
  how: 'At home, with time alone',
  words: 'I was angry and I am sorry. I want to stay at school.',
  influence: 'The plan begins with school.',
  attempts: [],
  ...more,
});

/** A referral to another forum that was made and answered. */
export const referredOn = (more: object = {}): Record<string, unknown> => ({
  because: ['COMMUNICATION_NEED'],
  referredOn: '2026-10-05',
  referredTo: 'The panel of 8 October',
  result: 'A therapist sees the child at school, and everything is read aloud until then.',
  resultOn: '2026-10-08',
  ...more,
});

/** Writes what stands at an address anew, from the version that is there. */
async function write(api: ApiClient, path: string, body: object): Promise<void> {
  const { version } = (await api.get(path)).body;
  done(path, await api.put(path, { ...body, version }));
}

/** Writes the whole assessment of a case, judgements included, and submits it. */
export async function assess(team: Team, caseId: string, over: Answers = {}): Promise<void> {
  const { api } = await team.as('YJS_ASSESSOR');
  const at = `/api/cases/${caseId}`;
  const { body: shown } = await api.get(`${at}/assessment`);
  const answers = { set: shown.set, answers: completeAnswers(over), version: shown.version };
  done('The assessment', await api.put(`${at}/assessment/answers`, answers));
  for (const judgement of ['SAFETY_AND_WELLBEING', 'RISK_OF_SERIOUS_HARM', 'LIKELIHOOD_OF_REOFFENDING']) {
    await write(api, `${at}/judgements/${judgement}`, judgementOf());
  }
  await write(api, `${at}/forum-referrals/SEND_PANEL`, referredOn());
  done('The submission', await api.post(`${at}/assessment/submission`, { changeNote: 'Put right what was asked.' }));
}

/** Hears the child, and apart from the child the parent or carer. */
export async function hearVoices(team: Team, caseId: string): Promise<void> {
  const { api } = await team.as('YJS_ASSESSOR');
  await write(api, `/api/cases/${caseId}/voices/child`, heard());
  const carer = heard({ words: 'They are trying hard at home. We want help with the mornings.' });
  await write(api, `/api/cases/${caseId}/voices/carer`, carer);
}

/** Considers who the child is and what the child had before, each earlier disposal that the assessor may read with the response to it. */
export async function considerChild(team: Team, caseId: string): Promise<void> {
  const { api } = await team.as('YJS_ASSESSOR');
  const at = `/api/cases/${caseId}`;
  const consideration =
    'We asked whether the child had been treated as older than they are. They speak of being watched in shops.';
  await write(api, `${at}/identity`, { consideration });
  const check = { places: 'Police systems, our own records, the neighbouring area.', checkedOn: '2026-10-01' };
  done('The check', await api.post(`${at}/earlier-disposals/check`, check));
  const { body: earlier } = await api.get(`${at}/earlier-disposals`);
  for (const { id, response: before, isClosed } of earlier.items) {
    if (isClosed) continue;
    const response = {
      whatWasDone: 'Two sessions with a worker about consequences.',
      childsResponse: 'Came to both and wrote an apology.',
      differentNow: 'A new school and other friends.',
    };
    const written = { ...response, version: before?.version };
    done('The response', await api.put(`${at}/earlier-disposals/${id}/response`, written));
  }
  await considerBehaviour(team, caseId);
}

/** Everything a manager needs to sign: the case accepted and allocated, everybody heard, everything written. */
export async function prepareCase(team: Team, caseId: string): Promise<void> {
  const [assessor, manager] = [await team.as('YJS_ASSESSOR'), await team.as('PANEL_TEAM_MANAGER')];
  const accepted = await manager.api.post(`/api/cases/${caseId}/acceptance`);
  if (accepted.status !== 409) done('The acceptance', accepted);
  const allocation = { personId: assessor.id };
  done('The allocation', await manager.api.post(`/api/cases/${caseId}/allocation`, allocation));
  await answerAllChecks(team, caseId);
  await hearVictims(team, caseId);
  await hearVoices(team, caseId);
  await considerChild(team, caseId);
  await assess(team, caseId);
  await reviewRepeat(team, caseId);
}

/** The senior reviewer signs for a repeat, where the area asks for it. */
export async function reviewRepeat(team: Team, caseId: string): Promise<void> {
  const { api } = await team.as('SENIOR_REVIEWER');
  const page = `/api/cases/${caseId}/repeat-review`;
  if (!(await api.get(page)).body.isNeeded) return;
  const { version } = (await api.get(`/api/cases/${caseId}`)).body;
  const reason = 'The responses tell what was learned, and the plan follows from them.';
  done('The senior review', await api.post(page, { finding: 'SIGNED', reason, version }));
}

/** Every criterion of the edition in force, met. */
export const allMet = (): { code: string; met: boolean; comment?: string }[] =>
  currentCriteria().criteria.map(({ code }) => ({ code, met: true }));

/** The same as the page sends it; `notMet` with why, by code. */
export const criteriaOnPage = (notMet: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(
    currentCriteria().criteria.flatMap(({ code }) => {
      const why = notMet[code];
      const name = `criteria[${code}]`;
      return why === undefined
        ? [[`${name}[met]`, 'YES']]
        : [
            [`${name}[met]`, 'NO'],
            [`${name}[comment]`, why],
          ];
    }),
  );

/** The manager, who wrote no part of it, signs the preparation and finds every criterion met. */
export async function signOff(team: Team, caseId: string, overrides: object[] = []): Promise<void> {
  const { api } = await team.as('PANEL_TEAM_MANAGER');
  const sent = { criteria: allMet(), overrides };
  done('The sign-off', await api.post(`/api/cases/${caseId}/assessment/sign-off`, sent));
}

/** An author says of every section that late news reopened that it stands. */
export async function considerNews(team: Team, caseId: string): Promise<void> {
  const { api } = await team.as('YJS_ASSESSOR');
  const { body } = await api.get(`/api/cases/${caseId}/reopened-sections`);
  const open = (body.items as { id: string; section: string; settledAt: string | null }[]).filter(
    ({ settledAt }) => settledAt === null,
  );
  const each = new Map(open.map(({ id, section }) => [section, id]));
  for (const id of each.values()) {
    const because = { because: 'Read again beside the news: nothing in it changes.' };
    done('The settlement', await api.post(`/api/cases/${caseId}/reopened-sections/${id}/settlement`, because));
  }
}
