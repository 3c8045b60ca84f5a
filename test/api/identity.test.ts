import { ethnicities, schemes } from '../../src/policy/ethnicity.js';
import { carries, roleCodes, serviceRoles } from '../../src/policy/permissions.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { listCase, recommend } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let manager: Colleague;
let caseId: string;
let childId: string;
let at: string;

const consideration = 'He says he was the only one of the four who was searched.';

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service, 'Leicester City', { YJS_ASSESSOR: 'Priya Larkfield' });
  [assessor, manager] = [await team.as('YJS_ASSESSOR'), await team.as('PANEL_TEAM_MANAGER')];
});
beforeEach(async () => {
  ({ caseId, childId } = await referCase(team));
  at = `/api/cases/${caseId}`;
});
afterAll(() => service.stop());

const version = async (): Promise<number> => (await assessor.api.get(`${at}/identity`)).body.version;
const say = async (ethnicity: object, by = assessor) =>
  by.api.put(`${at}/identity`, { consideration, ethnicity, version: await version() });

test('what identity means here is written, and ethnicity is recorded beside what was said before', async () => {
  const ethnicity = { code: 'B1', scheme: 'CENSUS_2021', source: 'SELF' };
  expect((await say(ethnicity)).status).toBe(200);
  const { body } = await assessor.api.get(`${at}/identity`);
  expect(body).toMatchObject({ consideration, ethnicity: { code: 'B1', source: 'SELF' }, version: 1 });
  const kept = await service.read.source.query(`select id from child_ethnicities where "childId" = '${childId}'`);
  expect(kept).toHaveLength(2);
  expect((await assessor.api.put(`${at}/identity`, { consideration: ' ', version: 1 })).status).toBe(400);
  const wrong = await say({ ...ethnicity, code: 'Z9' });
  expect(wrong.body.errors[0].field).toBe('ethnicity.code');
});

test.each(Object.keys(schemes))('every code of the list %s is kept with the list it is from', async (scheme) => {
  const codes = Object.keys((ethnicities as Record<string, object>)[scheme] ?? {});
  for (const code of codes) {
    const reason = code === 'NOT_STATED' ? { notStatedReason: 'DECLINED' } : {};
    expect([code, (await say({ code, scheme, source: 'SELF', ...reason })).status]).toEqual([code, 200]);
  }
  const { history } = (await assessor.api.get(`${at}/identity`)).body;
  const kept = history.filter((one: { scheme: string }) => one.scheme === scheme);
  expect(kept.map(({ code }: { code: string }) => code).toReversed()).toEqual(expect.arrayContaining(codes));
});

test('a code is refused in a list that has not got it, and so is silence without a reason', async () => {
  for (const [scheme, code] of [
    ...[['16+1', 'W3'] as const, ['16+1', 'O2'] as const, ['18+1', 'O1'] as const, ['18+1', 'W4'] as const],
    ...[['CENSUS_2021', 'O1'] as const, ['CENSUS_2021', 'IC3'] as const],
  ]) {
    const { status, body } = await say({ scheme, code, source: 'SELF' });
    expect([scheme, code, status, body.errors[0].field]).toEqual([scheme, code, 400, 'ethnicity.code']);
  }
  const silent = await say({ scheme: '18+1', code: 'NOT_STATED', source: 'SELF' });
  expect(silent.body.errors[0].field).toBe('ethnicity.notStatedReason');
  const unsaid = await say({ scheme: '18+1', code: 'B1' });
  expect(unsaid.body.errors[0].field).toBe('ethnicity.source');
});

test('nothing is overwritten: everything recorded is read, with who and when, on its page, with the child and by the API', async () => {
  await say({ code: 'M1', scheme: '18+1', source: 'PARENT', officerCode: 'IC3' }, manager);
  await say({ code: 'B1', scheme: 'CENSUS_2021', source: 'SELF' });
  const { history, ethnicity } = (await assessor.api.get(`${at}/identity`)).body;
  expect(history).toMatchObject([
    { code: 'B1', scheme: 'CENSUS_2021', source: 'SELF', officerCode: null, recordedByName: 'Priya Larkfield' },
    { code: 'M1', scheme: '18+1', source: 'PARENT', officerCode: 'IC3', recordedAt: expect.stringMatching(/Z$/) },
    { officerCode: 'IC1', source: 'SELF' },
  ]);
  expect(ethnicity).toMatchObject({ code: 'B1', name: 'Black: Caribbean', officerCode: 'IC3' });
  expect(ethnicity.earlier.length).toBeGreaterThanOrEqual(1);
  const record = (await assessor.api.get(`/api/children/${childId}`)).body;
  expect(record.ethnicities.map(({ code }: { code: string }) => code).slice(0, 2)).toEqual(['B1', 'M1']);
  const browser = await browserOf(service, team, assessor);
  for (const page of [`/cases/${caseId}/identity`, `/children/${childId}`]) {
    const { text } = await browser.get(page);
    for (const words of [
      'Black: Caribbean',
      'Mixed: White and Black Caribbean',
      'Parent or carer',
      'Priya Larkfield',
    ]) {
      expect([page, text.includes(words)]).toEqual([page, true]);
    }
  }
});

test('an officer’s view is kept beside what the child says, also where a later record brings none', async () => {
  await say({ code: 'B2', scheme: '18+1', source: 'SELF', officerCode: 'IC0' });
  await say({ code: 'B2', scheme: '18+1', source: 'PARENT' });
  const { ethnicity } = (await assessor.api.get(at)).body.child;
  expect(ethnicity).toMatchObject({ code: 'B2', source: 'PARENT', officerCode: 'IC0' });
});

describe('whoever reads the case', () => {
  const readers = roleCodes.filter((role) => carries(role, 'case.read') && !serviceRoles.includes(role));
  let meetingId: string;

  beforeAll(async () => {
    ({ caseId } = await referCase(team));
    at = `/api/cases/${caseId}`;
    await say({ code: 'M1', scheme: '18+1', source: 'OFFICER', officerCode: 'IC5' });
    await say({ code: 'B9', scheme: 'CENSUS_2021', source: 'SELF', officerCode: 'IC3' });
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    meetingId = await listCase(team, caseId);
    shown = caseId;
    const chair = await browserOf(service, team, await team.as('PANEL_CHAIR'));
    deciding = (await chair.get(`/cases/${caseId}/recommendation`)).text;
    await recommend(team, caseId);
  });
  let shown: string;
  let deciding: string;

  const isWhole = (text: string): boolean[] =>
    ['Black: any other background', 'Black (IC3)', 'Mixed: White and Black Caribbean'].map((words) =>
      text.replaceAll('&#39;', '’').includes(words),
    );

  test.each(readers)(
    '%s gets no page and no answer of it without the ethnicity as said, as seen and as before',
    async (role) => {
      const reader = await team.as(role);
      const browser = await browserOf(service, team, reader);
      for (const page of [
        `/cases/${shown}`,
        `/cases/${shown}/recommendation`,
        `/meetings/${meetingId}/pack`,
        ...(carries(role, 'police-decision.record') ? [`/cases/${shown}/police-decision`] : []),
        ...(carries(role, 'case.sign-off') ? [`/cases/${shown}/assessment/sign-off`] : []),
      ]) {
        const { status, text } = await browser.get(page);
        expect([page, status, ...isWhole(text)]).toEqual([page, 200, true, true, true]);
      }
      const whole = { code: 'B9', scheme: 'CENSUS_2021', source: 'SELF', officerCode: 'IC3' };
      const before = expect.arrayContaining([expect.objectContaining({ code: 'M1', officerCode: 'IC5' })]);
      const { child } = (await reader.api.get(`/api/cases/${shown}`)).body;
      expect(child.ethnicity).toMatchObject({ ...whole, earlier: before });
      const identity = (await reader.api.get(`/api/cases/${shown}/identity`)).body;
      expect(identity).toMatchObject({ ethnicity: { ...whole, earlier: before }, consideration: expect.any(String) });
      const { cases } = (await reader.api.get(`/api/meetings/${meetingId}/pack`)).body;
      expect(cases[0]).toMatchObject({
        ...{ ethnicity: 'B9', ethnicitySource: 'SELF', officerEthnicityCode: 'IC3', earlierEthnicities: before },
      });
    },
  );

  test('decides on a page that holds it in its bar and among what was said', () => {
    const [bar = '', main = ''] = deciding.split('<main');
    expect([...isWhole(bar), ...isWhole(main)]).toEqual([true, true, true, true, true, true]);
    expect(main).toContain('Earlier records that differ');
    expect(main).toContain('We asked whether the child had been treated as older than they are.');
  });

  test('finds in the stored evaluation that it was recorded, and not what it is', async () => {
    const kept = await service.read.source.query(
      `select evaluation from sign_offs where "caseId" = '${shown}' union all
       select evaluation from recommendations where "caseId" = '${shown}'`,
    );
    expect(kept).toHaveLength(2);
    for (const { evaluation } of kept as { evaluation: string }[]) {
      expect(JSON.parse(evaluation).inputs.ethnicityRecorded).toBe(true);
      expect(evaluation).not.toMatch(/"(B9|M1|IC3|IC5)"/);
    }
  });
});
