import { browserOf } from '../support/browser.js';
import { recordDisposal, registerResolution } from '../support/children-story.js';
import { hiddenFields } from '../support/clients.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { gravity, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
});
afterAll(() => service.stop());

const offence = (features: string[], score = 2) => ({
  ...{ date: '2026-09-12', homeOfficeClass: '46', description: 'What is said to have happened', features },
  gravity: gravity(score, score),
});
const codes = (found: { code: string }[]) => found.map(({ code }) => code);
const routing = async (caseId: string) => (await manager.api.get(`/api/cases/${caseId}/routing`)).body;
async function areaThat(settings: Record<string, unknown>) {
  const areaId = await team.addArea(`Area ${Math.random()}`);
  for (const [name, value] of Object.entries(settings)) {
    const chosen = { value, from: '2026-11-23', reason: 'Agreed by the board' };
    const { status } = await team.administrator.api.post(`/api/panel-areas/${areaId}/settings/${name}`, chosen);
    expect(status).toBe(201);
  }
  return { areaId, there: await team.hire(['PANEL_TEAM_MANAGER'], { areaId }) };
}

describe('what local rules say of a case', () => {
  test.each([
    ['nothing of a theft', ['TRAFFIC'], 2, []],
    ['that cannabis goes to the panel', ['CANNABIS'], 2, ['CANNABIS_TO_PANEL']],
    ['nothing of a knife, unless the area says so', ['KNIFE'], 3, []],
    ['that a score near charge is decided jointly', [], 4, ['BORDERLINE_TO_PANEL']],
    ['what is looked at first for a hate offence', ['HATE'], 2, ['CPS_AUTHORITY_FIRST']],
    ['what is looked at first for a domestic one', ['DOMESTIC'], 2, ['CPS_AUTHORITY_FIRST']],
    ['both for a sexual one', ['SEXUAL'], 2, ['CPS_AUTHORITY_FIRST', 'TRAINED_ASSESSOR_NEEDED']],
  ])('is %s: to whoever refers, accepts and reads it', async (_, features, score, expected) => {
    const { caseId, warnings } = await referCase(team, { offences: [offence(features, score)] });
    expect(codes(warnings)).toEqual(expected);
    const { panelReasons, firstChecks } = await routing(caseId);
    expect(codes([...panelReasons, ...firstChecks])).toEqual(expected);
    expect(codes((await manager.api.get(`/api/cases/${caseId}`)).body.routing)).toEqual(expected);
    const accepted = await manager.api.post(`/api/cases/${caseId}/acceptance`);
    expect([accepted.status, accepted.body.state, codes(accepted.body.informed)]).toEqual([200, 'PREPARING', expected]);
  });

  test('follows the settings of its panel area, from the day they hold', async () => {
    const { areaId, there } = await areaThat({ goesToPanel: ['KNIFE'], borderlineScores: ['3'] });
    const officer = await team.hire(['REFERRING_OFFICER'], { areaId });
    const offences = [offence(['KNIFE', 'CANNABIS'], 3)];
    const { caseId, warnings } = await referCase(team, { panelAreaId: areaId, offences }, officer);
    expect(codes(warnings)).toEqual(['KNIFE_TO_PANEL', 'BORDERLINE_TO_PANEL']);
    const { body } = await there.api.get(`/api/cases/${caseId}/routing`);
    expect(body).toMatchObject({ goesToPanel: ['KNIFE'], borderlineScores: ['3'] });
  });

  test('names a community resolution that the child had before, from whatever source', async () => {
    const { caseId, childId } = await referCase(team);
    expect(codes((await routing(caseId)).panelReasons)).toEqual([]);
    await recordDisposal(manager.api, childId);
    expect(codes((await routing(caseId)).panelReasons)).toEqual(['POLICE_ONLY_RESOLUTION_LIMIT']);
  });

  test('asks for somebody trained once a high risk of serious harm is judged, and no longer once it is said who', async () => {
    const { caseId } = await referCase(team);
    await manager.api.post(`/api/cases/${caseId}/acceptance`);
    const assessor = await team.as('YJS_ASSESSOR');
    const level = { level: 'HIGH', reasoning: 'He carries a knife to school.', version: 0 };
    const judged = await assessor.api.put(`/api/cases/${caseId}/judgements/RISK_OF_SERIOUS_HARM`, level);
    expect(judged.status).toBe(200);
    expect(codes((await routing(caseId)).firstChecks)).toEqual(['TRAINED_ASSESSOR_NEEDED']);
    const check = { code: 'TRAINED_ASSESSOR_NEEDED', words: 'Jo Marchbank, a qualified youth justice worker' };
    expect((await assessor.api.post(`/api/cases/${caseId}/routing`, check)).status).toBe(201);
    const { firstChecks, checked } = await routing(caseId);
    expect([firstChecks, checked]).toMatchObject([[], [{ ...check, recordedBy: assessor.actor.name }]]);
    const { items } = (await manager.api.get(`/api/cases/${caseId}/timeline`)).body;
    expect(JSON.stringify(items)).toContain('recorded what is looked at first: trained assessor needed');
    expect((await manager.api.get(`/api/cases/${caseId}`)).body.routing).toEqual([]);
  });

  test('ends when it is recorded whether the prosecutor has to agree', async () => {
    const { caseId, version } = await referCase(team, { offences: [offence(['HATE'])] });
    const { body: known } = await manager.api.get(`/api/cases/${caseId}/police-information`);
    expect(known.cpsAuthority).toBe('NOT_KNOWN');
    const { policeInformation, policeStatus, responsibilityStance, evidenceSufficient } = known;
    const change = { policeInformation, policeStatus, responsibilityStance, evidenceSufficient, version };
    const sent = { ...change, cpsAuthority: 'NOT_NEEDED' };
    expect((await manager.api.put(`/api/cases/${caseId}/police-information`, sent)).status).toBe(200);
    expect((await routing(caseId)).firstChecks).toEqual([]);
  });
});

describe('a child described anew who may be one that had a community resolution', () => {
  const SECOND = 'POLICE_ONLY_RESOLUTION_LIMIT';
  const first = 'whether they are the same is to be decided first';
  const described = (givenName: string, familyName: string, dateOfBirth: string) => ({
    ...{ givenName, familyName, dateOfBirth, sex: 'FEMALE' },
  });
  const flagged = async (caseId: string, by = manager) =>
    (await by.api.get(`/api/cases/${caseId}/routing`)).body.firstChecks;

  test('is looked at first by whoever refers and whoever decides who is who, and by nobody else', async () => {
    const child = described('Perpetua', 'Ravenscroft', '2011-03-09');
    const { childId: known } = await registerResolution(team, { child });
    const { caseId, childId, warnings } = await referCase(team, { child });
    expect(warnings).toMatchObject([{ code: SECOND, message: expect.stringContaining(first) }]);
    const said = [{ code: SECOND, severity: 'WARN', mend: `/children/${childId}` }];
    expect(await flagged(caseId)).toMatchObject(said);
    expect((await routing(caseId)).panelReasons).toEqual([]);
    const chair = await team.as('PANEL_CHAIR');
    expect(await flagged(caseId, chair)).toEqual([]);
    const browser = await browserOf(service, team, manager);
    const { text } = await browser.get(`/cases/${caseId}/routing`);
    expect(text).toContain(`href="/children/${childId}">A child who may be this one`);
    const officer = await browserOf(service, team, await team.as('REFERRING_OFFICER'));
    expect((await officer.get(`/referrals/${caseId}/sent`)).text).toContain(first);
    const accepted = await manager.api.post(`/api/cases/${caseId}/acceptance`);
    expect([accepted.status, codes(accepted.body.informed)]).toEqual([200, [SECOND]]);

    const same = { sameAs: known, decision: 'SAME', reason: 'Same mother and address' };
    expect((await manager.api.post(`/api/children/${childId}/match`, same)).status).toBe(201);
    expect(await flagged(caseId)).toEqual([]);
    expect(codes((await routing(caseId)).panelReasons)).toEqual([SECOND]);
  });

  test('is said nothing of once somebody decided that they are different, or where the other had something else', async () => {
    const child = described('Thomasina', 'Oglethorpe', '2010-10-30');
    const { childId: known } = await registerResolution(team, { child });
    const { caseId, childId } = await referCase(team, { child });
    const different = { sameAs: known, decision: 'DIFFERENT', reason: 'Another mother and address' };
    expect((await manager.api.post(`/api/children/${childId}/match`, different)).status).toBe(201);
    expect([await flagged(caseId), (await routing(caseId)).panelReasons]).toEqual([[], []]);
    const other = described('Leocadia', 'Umfraville', '2012-05-31');
    await recordDisposal(manager.api, (await referCase(team, { child: other })).childId, { disposal: 'OUTCOME_22' });
    expect((await referCase(team, { child: other })).warnings).toEqual([]);
  });
});

describe('what was looked at first', () => {
  const check = { code: 'TRAINED_ASSESSOR_NEEDED', words: 'Jo Marchbank' };

  test.each([
    ['another rule', { ...check, code: 'CANNABIS_TO_PANEL' }, 'code'],
    ['no words', { ...check, words: '' }, 'words'],
    ['words that are too long', { ...check, words: 'x'.repeat(1001) }, 'words'],
  ])('is refused with %s', async (_, body, field) => {
    const { caseId } = await referCase(team);
    const refused = await manager.api.post(`/api/cases/${caseId}/routing`, body);
    expect([refused.status, refused.body.errors.map((one: { field: string }) => one.field)]).toEqual([400, [field]]);
  });

  test('is recorded only where the case asks for it, and silences nothing that is asked later', async () => {
    const { caseId } = await referCase(team);
    await manager.api.post(`/api/cases/${caseId}/acceptance`);
    const early = await manager.api.post(`/api/cases/${caseId}/routing`, check);
    expect([early.status, early.body.errors]).toEqual([
      400,
      [{ field: 'code', message: expect.stringContaining('This case does not ask for it: no offence is marked as') }],
    ]);
    const browser = await browserOf(service, team, manager);
    expect((await browser.get(`/cases/${caseId}/routing`)).text).not.toContain('Record what was looked at');
    const level = { level: 'HIGH', reasoning: 'He carries a knife to school.', version: 0 };
    const { api } = await team.as('YJS_ASSESSOR');
    await api.put(`/api/cases/${caseId}/judgements/RISK_OF_SERIOUS_HARM`, level);
    expect(codes((await routing(caseId)).firstChecks)).toEqual(['TRAINED_ASSESSOR_NEEDED']);
    const again = { ...check, words: 'Kit Featherly, trained in AIM' };
    for (const one of [check, again]) {
      expect((await manager.api.post(`/api/cases/${caseId}/routing`, one)).status).toBe(201);
    }
    expect((await routing(caseId)).checked).toMatchObject([again, check]);
  });

  test('comes back with what was typed where the case asks for it no more', async () => {
    const { caseId } = await referCase(team, { offences: [offence(['SEXUAL'])] });
    const browser = await browserOf(service, team, manager);
    const at = `/cases/${caseId}/routing`;
    const opened = hiddenFields((await browser.get(at)).text);
    const { items } = (await manager.api.get(`/api/cases/${caseId}/gravity`)).body;
    const [{ offenceId, version, edition, startScore, finalScore }] = items;
    const scored = { edition, startScore, finalScore, factors: [], version, indictableOnly: false, features: [] };
    const { api } = await team.as('YJS_POLICE_OFFICER');
    expect((await api.put(`/api/cases/${caseId}/offences/${offenceId}/gravity`, scored)).status).toBe(200);
    const refused = await browser.post(at, { ...opened, ...check });
    expect([refused.status, refused.text.includes('This case does not ask for it')]).toEqual([422, true]);
    expect(refused.text).toContain('Jo Marchbank</textarea>');
  });

  test('is recorded by those who assess, on a case of their area that has not ended', async () => {
    const { caseId } = await referCase(team);
    const far = await areaThat({});
    expect((await far.there.api.get(`/api/cases/${caseId}/routing`)).status).toBe(404);
    expect((await far.there.api.post(`/api/cases/${caseId}/routing`, check)).status).toBe(404);
    const chair = await team.as('PANEL_CHAIR');
    expect((await chair.api.get(`/api/cases/${caseId}/routing`)).status).toBe(200);
    expect((await chair.api.post(`/api/cases/${caseId}/routing`, check)).status).toBe(403);
    await manager.api.post(`/api/cases/${caseId}/withdrawal`, { reason: 'Entered in error' });
    const ended = await manager.api.post(`/api/cases/${caseId}/routing`, check);
    expect([ended.status, ended.body.blockers[0].code]).toEqual([409, 'WRONG_STATE']);
  });
});

test('is on the pages: the case, its rules with their sources, the acceptance, the return and the referral', async () => {
  const { caseId } = await referCase(team, { offences: [offence(['SEXUAL', 'CANNABIS'])] });
  const browser = await browserOf(service, team, manager);
  for (const page of ['', '/acceptance', '/return-to-police', '/routing']) {
    const { text } = await browser.get(`/cases/${caseId}${page}`);
    expect([page, text.includes('Cannabis offences go to the panel'), text.includes('find out first')]).toEqual([
      ...[page, true, true],
    ]);
  }
  const shown = (await browser.get(`/cases/${caseId}/routing`)).text;
  for (const words of ['Leicestershire panel policy', 'A second community resolution', 'To be looked at first']) {
    expect(shown).toContain(words);
  }
  expect((await browser.fill(`/cases/${caseId}/routing`, { words: '' })).status).toBe(422);
  const said = { code: 'TRAINED_ASSESSOR_NEEDED', words: 'Kit Featherly, trained in AIM' };
  expect((await browser.fill(`/cases/${caseId}/routing`, said)).headers.get('location')).toBe(
    `/cases/${caseId}/routing`,
  );
  expect((await browser.get(`/cases/${caseId}/routing`)).text).toContain('Kit Featherly, trained in AIM');
  const officer = await browserOf(service, team, await team.as('REFERRING_OFFICER'));
  expect((await officer.get(`/referrals/${caseId}/sent`)).text).toContain('Cannabis offences go to the panel');
  const reader = await browserOf(service, team, await team.as('PANEL_CHAIR'));
  expect((await reader.get(`/cases/${caseId}/routing`)).text).not.toContain('Record what was looked at');
});
