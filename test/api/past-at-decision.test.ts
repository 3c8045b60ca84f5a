import { considerNews, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { childNamed, recordDisposal, registerResolution } from '../support/children-story.js';
import { codesOf, done } from '../support/clients.js';
import { dayFromNow, listCase, placeOf, recommend } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let police: Colleague;
let officer: Colleague;
let manager: Colleague;
let elsewhere: string;
let farOfficer: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  police = await team.as('POLICE_DECISION_MAKER');
  officer = await team.as('YJS_POLICE_OFFICER');
  manager = await team.as('PANEL_TEAM_MANAGER');
  elsewhere = await team.addArea('Leicestershire and Rutland');
  farOfficer = await team.hire(['YJS_POLICE_OFFICER'], { areaId: elsewhere });
});
afterAll(() => service.stop());

const ethnicity = { code: 'W1', scheme: '18+1', source: 'SELF', officerCode: 'IC1' };
const threeDays = ['2024-03-01', '2025-06-01', '2026-02-01'];

/** A case on which the panel recommended, and the child of it as another area describes the same child. */
async function recommendedCase(disposal = 'COMMUNITY_RESOLUTION') {
  const child = { ...childNamed() };
  const { caseId, childId } = await referCase(team, { child: { ...child, ethnicity } });
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId);
  await recommend(team, caseId, disposal);
  const send = async (more: object = {}) =>
    police.api.post(`/api/cases/${caseId}/police-decision`, {
      ...{ disposal, decidedOn: dayFromNow(0), overrides: [], version: (await placeOf(team, caseId)).version },
      ...more,
    });
  return { caseId, childId, child, send };
}

describe('when the child’s past changed after the panel recommended', () => {
  test('records that turn out to be one child keep police from deciding as if it were the first time', async () => {
    const { caseId, childId, child, send } = await recommendedCase();
    let far = '';
    for (const givenOn of threeDays) {
      const described = far ? { childId: far } : { child };
      far = (await registerResolution(team, { ...described, panelAreaId: elsewhere, givenOn }, farOfficer)).childId;
    }
    const match = { sameAs: far, decision: 'SAME', reason: 'The school says so' };
    done('The match', await officer.api.post(`/api/children/${childId}/match`, match));

    const overrides = ['EARLIER_DISPOSAL_NOT_ANALYSED', 'REPEAT_NOT_REVIEWED'].map((code) => ({ code, reason: 'No.' }));
    const shut = await send({ overrides });
    expect([shut.status, codesOf(shut)]).toEqual([409, Array(3).fill('EARLIER_DISPOSAL_NOT_ANALYSED')]);
    expect(codesOf(await send())).toContain('REPEAT_NOT_REVIEWED');
    expect(shut.body.blockers[0]).toMatchObject({ severity: 'STOP', mend: `/cases/${caseId}/decision-review` });

    const page = await (await browserOf(service, team, police)).get(`/cases/${caseId}/police-decision`);
    expect(page.text).toContain('What the panel did not know');
    for (const givenOn of threeDays) expect(page.text).toContain(`Community resolution, ${givenOn}`);
    expect(page.text).toContain(`href="/cases/${caseId}/decision-review"`);

    const back = await police.api.post(`/api/cases/${caseId}/decision-review`, {
      ...{ anew: 'RECOMMENDATION', reasonCode: 'NEW_INFORMATION', reason: 'Two records are one child.' },
      ...{ tellChild: 'We look again.', tellCarer: 'We look again.', tellVictim: 'It is looked at again.' },
      version: (await placeOf(team, caseId)).version,
    });
    expect([back.status, back.body.state]).toEqual([201, 'PREPARING']);
    const readiness = await manager.api.get(`/api/cases/${caseId}/readiness?for=SIGN_OFF`);
    expect(codesOf(readiness)).toEqual(
      expect.arrayContaining(['EARLIER_DISPOSAL_NOT_ANALYSED', 'REPEAT_NOT_REVIEWED']),
    );
    await prepareCase(team, caseId);
    await considerNews(team, caseId);
    await signOff(team, caseId);
    await listCase(team, caseId);
    await recommend(team, caseId);
    expect((await send()).status).toBe(201);
  });

  test('one that comes to be known may be passed over with a reason, which stays with the decision', async () => {
    const { caseId, childId, send } = await recommendedCase();
    await recordDisposal(officer.api, childId, { givenOn: '2026-05-01' });
    const shut = await send();
    expect([shut.status, codesOf(shut)]).toEqual([409, ['EARLIER_DISPOSAL_NOT_ANALYSED']]);
    const reason = 'The chair and the seconded officer spoke of it today: it changes nothing.';
    const page = await browserOf(service, team, police);
    expect((await page.get(`/cases/${caseId}/police-decision`)).text).toContain(
      'value="EARLIER_DISPOSAL_NOT_ANALYSED"',
    );
    const overrides = [{ code: 'EARLIER_DISPOSAL_NOT_ANALYSED', reason }];
    const { status, body } = await send({ overrides });
    expect([status, body.overridden]).toMatchObject([201, overrides]);
  });

  test('what the panel knew is not asked again', async () => {
    const { caseId, childId } = await referCase(team);
    await recordDisposal(officer.api, childId);
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    await listCase(team, caseId);
    await recommend(team, caseId);
    const page = await (await browserOf(service, team, police)).get(`/cases/${caseId}/police-decision`);
    expect(page.text).not.toContain('What the panel did not know');
    const decision = { disposal: 'COMMUNITY_RESOLUTION', decidedOn: dayFromNow(0), overrides: [] };
    const { version } = await placeOf(team, caseId);
    const { status } = await police.api.post(`/api/cases/${caseId}/police-decision`, { ...decision, version });
    expect(status).toBe(201);
  });
});
