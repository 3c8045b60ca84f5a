import { allMet } from '../support/assessments-story.js';
import { setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

/** A client that knows nothing but the description of the API goes from referral to recorded outcome. */
let service: Service;
let team: Team;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
afterAll(() => service.stop());

const text = 'Written by the worker who saw the family at home on 12 November.';

type Asked = {
  id: string;
  kind: string;
  options?: { value: string }[];
  questions?: Asked[];
  when?: { question: string; is: string | string[] };
};

/** What the description says an answer looks like; a row answers what is asked of it, given its earlier answers. */
function answerTo({ kind, options, questions = [] }: Asked): unknown {
  if (kind === 'GROUP') return [rowOf(questions)];
  const value = options?.[0]?.value ?? (kind === 'DAY' ? '2026-11-10' : text);
  return kind === 'CHOICES' ? [value] : value;
}

function rowOf(questions: Asked[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const question of questions) {
    const { when } = question;
    if (!when || [when.is].flat().includes(String(row[when.question]))) row[question.id] = answerTo(question);
  }
  return row;
}

async function api(role: Parameters<Team['as']>[0]) {
  return (await team.as(role)).api;
}

test('a case lives from the police referral to its closing by the API alone', async () => {
  const officer = await api('REFERRING_OFFICER');
  const referred = await officer.post('/api/referrals', {
    panelAreaId: team.areaId,
    child: {
      givenName: 'Mabli',
      familyName: 'Underhay',
      dateOfBirth: '2011-05-06',
      sex: 'FEMALE',
      ethnicity: { code: 'B1', scheme: '18+1', source: 'SELF', officerCode: 'IC3' },
    },
    offences: [
      {
        date: '2026-11-01',
        homeOfficeClass: '105/01',
        description: 'Pushed another child in the park',
        features: [],
        indictableOnly: false,
        gravity: {
          edition: 'NPCC-CGM-2025-02',
          startScore: 2,
          factors: [{ code: 'REMORSE', kind: 'MITIGATING', evidence: 'Wrote to say sorry' }],
          finalScore: 2,
        },
      },
    ],
    crimeReference: '26/000123/26',
    officer: { name: 'PC Alder', collarNumber: '1234' },
    policeStatus: 'VOLUNTARY_ATTENDANCE',
    responsibilityStance: 'ACCEPTS_RESPONSIBILITY',
    evidenceSufficient: true,
    victims: [{ kind: 'CHILD', name: 'Somebody Else', consentToShare: true, sameSchoolOrHome: true }],
    appropriateAdult: { name: 'Mother', relationship: 'Mother' },
    policeInformation: 'Nothing else is known.',
  });
  expect([referred.status, referred.text]).toEqual([201, expect.stringContaining('reference')]);
  const { caseId, childId, version: first, possibleMatches } = referred.body;
  expect([typeof childId, first, possibleMatches]).toEqual(['string', 1, []]);
  const at = `/api/cases/${caseId}`;

  const manager = await api('PANEL_TEAM_MANAGER');
  const assessor = await team.as('YJS_ASSESSOR');
  const ok = async (name: string, sent: Promise<{ status: number; text: string; body: any }>): Promise<any> => {
    const answer = await sent;
    expect([name, answer.status, answer.status < 300 ? '' : answer.text]).toEqual([name, answer.status, '']);
    return answer.body;
  };
  await ok('acceptance', manager.post(`${at}/acceptance`, {}));
  await ok('allocation', manager.post(`${at}/allocation`, { personId: assessor.id }));

  const shut = await ok('readiness', manager.get(`${at}/readiness?for=SIGN_OFF`));
  const codes = new Set(shut.blockers.map(({ code }: { code: string }) => code));
  for (const code of [
    ...['SAFETY_NOT_RATED', 'HARM_NOT_RATED', 'CHILD_NOT_HEARD', 'CARER_NOT_HEARD', 'VICTIM_NOT_HEARD'],
    ...['IDENTITY_NOT_CONSIDERED', 'ASSESSMENT_NOT_SUBMITTED', 'EARLIER_DISPOSALS_NOT_CHECKED'],
    ...['AGENCY_CHECK_OUTSTANDING', 'EXPLOITATION_NOT_CONSIDERED'],
  ]) {
    expect([...codes]).toContain(code);
  }
  for (const blocker of shut.blockers) {
    expect(Object.keys(blocker).toSorted()).toEqual(['code', 'mend', 'message', 'severity']);
  }

  const checks = await ok('checks', manager.get(`${at}/agency-checks`));
  for (const { agency, isRequired } of checks.items.filter((check: { isRequired: boolean }) => check.isRequired)) {
    expect(isRequired).toBe(true);
    const answer = { status: 'INFORMATION_RECEIVED', content: text, analysis: text };
    await ok(agency, assessor.api.put(`${at}/agency-checks/${agency}`, answer));
  }
  let shown = await ok('assessment', assessor.api.get(`${at}/assessment`));
  while (shown.unanswered.length > 0) {
    const asked = new Set(shown.unanswered.map(({ question }: { question: string }) => question));
    const open = shown.questions.filter(({ id }: { id: string }) => asked.has(id));
    const answers = Object.fromEntries(open.map((question: Asked) => [question.id, answerTo(question)]));
    const { set, version } = shown;
    await ok('answers', assessor.api.put(`${at}/assessment/answers`, { set, answers, version }));
    shown = await ok('assessment', assessor.api.get(`${at}/assessment`));
  }

  const judged = {
    level: 'LOW',
    reasoning: text,
    who: text,
    what: text,
    when: text,
    controls: text,
    contingency: text,
  };
  for (const judgement of ['SAFETY_AND_WELLBEING', 'RISK_OF_SERIOUS_HARM', 'LIKELIHOOD_OF_REOFFENDING']) {
    await ok(judgement, assessor.api.put(`${at}/judgements/${judgement}`, judged));
  }
  const heard = { status: 'OBTAINED', heardOn: '2026-11-12', heardBy: 'The assessor', how: 'At home', words: text };
  await ok('child', assessor.api.put(`${at}/voices/child`, { ...heard, influence: text, attempts: [] }));
  await ok('carer', assessor.api.put(`${at}/voices/carer`, { ...heard, attempts: [] }));
  const victims = await ok('victims', manager.get(`${at}/victims`));
  for (const { id } of victims.items) {
    const view = {
      status: 'OBTAINED',
      obtainedOn: '2026-11-14',
      view: text,
      impact: text,
      safetyNeeds: text,
      attempts: [],
    };
    await ok('view', (await api('VICTIM_WORKER')).put(`${at}/victims/${id}/view`, view));
  }
  const ethnicity = { code: 'B1', scheme: '18+1', source: 'SELF' };
  await ok('identity', assessor.api.put(`${at}/identity`, { ethnicity, consideration: text }));
  await ok(
    'check',
    assessor.api.post(`${at}/earlier-disposals/check`, { places: 'Police records', checkedOn: '2026-11-10' }),
  );
  await ok('submission', assessor.api.post(`${at}/assessment/submission`, {}));
  const ready = await ok('readiness', manager.get(`${at}/readiness?for=SIGN_OFF`));
  expect(ready.blockers.filter(({ severity }: { severity: string }) => severity === 'STOP')).toEqual([]);
  await ok('sign-off', manager.post(`${at}/assessment/sign-off`, { criteria: allMet() }));

  const clerk = await api('PANEL_ADMINISTRATOR');
  const meeting = { panelAreaId: team.areaId, startsAt: '2026-11-23T14:00:00Z', place: 'Room 1' };
  const { id: meetingId } = await ok('meeting', clerk.post('/api/meetings', meeting));
  await ok('agenda', clerk.post(`/api/meetings/${meetingId}/agenda`, { caseId }));
  const chair = await team.as('PANEL_CHAIR');
  const police = await team.as('POLICE_DECISION_MAKER');
  await ok(
    'attendance',
    chair.api.put(`/api/meetings/${meetingId}/attendance`, [
      { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' },
      { personId: police.id, agency: 'POLICE' },
    ]),
  );
  await ok('pack', chair.api.get(`/api/meetings/${meetingId}/pack`));
  const version = async (): Promise<number> => (await ok('case', chair.api.get(at))).version;
  await ok(
    'recommendation',
    chair.api.post(`${at}/recommendation`, {
      meetingId,
      disposal: 'COMMUNITY_RESOLUTION',
      optionsConsidered: [
        { disposal: 'COMMUNITY_RESOLUTION', reason: text },
        { disposal: 'OUTCOME_22', reason: text },
      ],
      basis: 'MAJORITY',
      reasons: {
        child: text,
        carer: text,
        victim: text,
        safety: text,
        harm: text,
        identity: text,
        earlierDisposals: text,
      },
      dissents: [{ agency: 'POLICE', disposal: 'YOUTH_CAUTION', reason: text }],
      overrides: [],
      version: await version(),
    }),
  );
  const decision = {
    disposal: 'COMMUNITY_RESOLUTION',
    decidedOn: '2026-11-23',
    overrides: [],
    version: await version(),
  };
  await ok('police-decision', police.api.post(`${at}/police-decision`, decision));

  const giver = await api('YJS_POLICE_OFFICER');
  const delivery = {
    status: 'UNDER_WAY',
    startedOn: '2026-11-23',
    actions: [{ description: 'Letter', owner: 'YJS', due: '2026-12-10' }],
  };
  await ok('delivery', giver.put(`${at}/delivery`, delivery));
  await ok(
    'outcome',
    giver.post(`${at}/outcome`, {
      disposal: 'COMMUNITY_RESOLUTION',
      givenOn: '2026-11-23',
      givenBy: 'PC Alder',
      place: 'At home',
      appropriateAdult: 'Mother',
      consent: 'GIVEN',
      explained: true,
      victimInformedOn: '2026-11-23',
      overrides: [],
      version: await version(),
    }),
  );
  const kept = await ok('delivery', giver.get(`${at}/delivery`));
  const completed = { completed: 'YES', reasonCode: 'COMPLETED', endedOn: '2026-11-23', version: kept.version };
  await ok('delivery', giver.put(`${at}/delivery/completion`, completed));
  await ok('closure', giver.post(`${at}/closure`, {}));
  const ended = await ok('case', chair.api.get(at));
  expect(ended.state).toBe('CLOSED');
  const timeline = await ok('timeline', chair.api.get(`${at}/timeline?limit=100`));
  expect(timeline.items.map(({ event }: { event: string }) => event)).toContain('OUTCOME_RECORDED');
});
