import { disposalCodes } from '../../src/policy/disposals.js';
import { considerChild, prepareCase, reviewRepeat, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { recordDisposal } from '../support/children-story.js';
import { codesOf, done } from '../support/clients.js';
import { arrangeMeeting, dayFromNow, listCase, placeOf, recommend } from '../support/panels-story.js';
import { chooseSetting, setUpTeam, type Colleague, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
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

const tableOf = async (caseId: string, by = manager) =>
  done('The table', await by.api.get(`/api/cases/${caseId}/eligibility`)).body;

async function listed(referral: Record<string, unknown> = {}, meetingId?: string): Promise<string> {
  const { caseId } = await referCase(team, referral);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId, meetingId);
  return caseId;
}

test('every disposal stands there for this child, in the order of the table, with every reason and its source', async () => {
  const { caseId } = await referCase(team, { responsibilityStance: 'DENIES', evidenceSufficient: 'NOT_KNOWN' });
  const { items, order, stage, ended } = await tableOf(caseId);
  expect([order, stage, ended]).toEqual([
    'THE_TABLE',
    'RECOMMEND',
    ['Outcome 22, deferred prosecution (to January 2026)'],
  ]);
  expect(items.map(({ code }: { code: string }) => code)).toEqual(
    disposalCodes.filter((code) => code !== 'OUTCOME_22_DEFERRED'),
  );
  const standings = Object.fromEntries(items.map(({ code, standing }: Record<string, string>) => [code, standing]));
  expect(standings).toMatchObject({
    COMMUNITY_RESOLUTION: 'CLOSED_WITHOUT_REASON',
    YOUTH_CAUTION: 'CLOSED',
    OUTCOME_21: 'OPEN_WITH_WARNING',
  });
  for (const { reasons } of items) {
    for (const { message, source } of reasons) expect([message !== '', source !== '']).toEqual([true, true]);
  }
});

test('what the table closes the panel cannot recommend, and what it opens it can', async () => {
  const caseId = await listed({ responsibilityStance: 'ACCEPTS_RESPONSIBILITY' });
  const { items } = await tableOf(caseId);
  const standingOf = (wanted: string) => items.find(({ code }: { code: string }) => code === wanted).standing;
  expect([standingOf('YOUTH_CAUTION'), standingOf('COMMUNITY_RESOLUTION')]).toEqual(['CLOSED', 'OPEN']);
  await recommend(team, caseId);
  const { version } = await placeOf(team, caseId);
  const police = await team.as('POLICE_DECISION_MAKER');
  const sent = { disposal: 'YOUTH_CAUTION', decidedOn: '2026-11-23', reason: 'Other.', overrides: [], version };
  expect(codesOf(await police.api.post(`/api/cases/${caseId}/police-decision`, sent))).toEqual(['ADMISSION_REQUIRED']);
  expect((await tableOf(caseId)).stage).toBe('DECIDE');
});

test('what has to be answered with a recommendation stands beside its disposal, and keeps it from being called open', async () => {
  const police = await team.as('YJS_POLICE_OFFICER');
  const { caseId, childId } = await referCase(team);
  for (const givenOn of ['2025-03-01', '2025-06-01', '2025-09-01'])
    await recordDisposal(police.api, childId, { givenOn });
  const { items } = await tableOf(caseId);
  const asked = (wanted: string) => {
    const { standing, reasons } = items.find(({ code }: { code: string }) => code === wanted);
    const codes = reasons
      .filter(({ toAnswer }: { toAnswer: boolean }) => toAnswer)
      .map(({ code }: { code: string }) => code);
    return [standing, codes];
  };
  const exploitation = 'EXPLOITATION_DEFENCE_NOT_RAISED';
  expect(asked('COMMUNITY_RESOLUTION')).toEqual(['OPEN_WITH_WARNING', ['REPEAT_NOT_EXPLAINED', exploitation]]);
  expect(asked('YOUTH_CAUTION')).toEqual([
    'OPEN_WITH_WARNING',
    ['LEAST_CRIMINALISING_NOT_EXPLAINED', 'GRAVITY_DEPARTURE_UNEXPLAINED', exploitation],
  ]);
});

test('what police would have to answer with a disposal stands beside it too', async () => {
  const police = await team.as('YJS_POLICE_OFFICER');
  const { caseId, childId } = await referCase(team);
  await prepareCase(team, caseId);
  for (const givenOn of ['2025-03-01', '2025-06-01', '2025-09-01'])
    await recordDisposal(police.api, childId, { givenOn });
  await considerChild(team, caseId);
  await reviewRepeat(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId);
  await recommend(team, caseId, 'CHARGE');
  const { items, stage } = await tableOf(caseId);
  const { reasons } = items.find(({ code }: { code: string }) => code === 'COMMUNITY_RESOLUTION');
  expect([stage, reasons.map(({ code }: { code: string }) => code)]).toEqual([
    'DECIDE',
    expect.arrayContaining(['REPEAT_NOT_EXPLAINED']),
  ]);
});

test('nobody is called a first-time entrant until somebody has looked', async () => {
  const { caseId } = await referCase(team);
  const caution = async () =>
    (await tableOf(caseId)).items.find(({ code }: { code: string }) => code === 'YOUTH_CAUTION').firstTimeEntrant.words;
  expect(await caution()).toMatch(/^Not known: nobody has recorded/);
  await prepareCase(team, caseId);
  expect(await caution()).toMatch(/^Yes: no earlier caution or conviction is known/);
});

test('the age is that of the day of the meeting, not of today', async () => {
  const child = {
    ...{ givenName: 'Wren', familyName: 'Almost', dateOfBirth: '2008-11-24', sex: 'FEMALE' },
    ethnicity: { code: 'W1', scheme: '18+1', source: 'SELF', officerCode: 'IC1' },
  };
  const caseId = await listed({ child }, await arrangeMeeting(team, { startsAt: '2026-11-24T10:00' }));
  const { day, items } = await tableOf(caseId);
  expect(day).toBe('2026-11-24');
  const caution = items.find(({ code }: { code: string }) => code === 'YOUTH_CAUTION');
  expect(caution.reasons.filter(({ toAnswer }: { toAnswer: boolean }) => !toAnswer)).toMatchObject([
    { message: 'The child was not shown to be under 18 on that day', severity: 'STOP' },
    {},
    {},
    {},
  ]);
});

test('a case that left its meeting is looked at as of today, until it is on an agenda again', async () => {
  const meetingId = await arrangeMeeting(team, { startsAt: `${dayFromNow(3)}T10:30` });
  const caseId = await listed({}, meetingId);
  expect((await tableOf(caseId)).day).toBe(dayFromNow(3));
  const chair = await team.as('PANEL_CHAIR');
  const away = { meetingId, reasonCode: 'NOT_QUORATE' };
  done('The adjournment', await chair.api.post(`/api/cases/${caseId}/adjournment`, away));
  expect((await tableOf(caseId)).day).toBe(dayFromNow(0));
  // It comes back to the next meeting by itself.
  await arrangeMeeting(team, { startsAt: `${dayFromNow(10)}T10:30` });
  expect((await tableOf(caseId)).day).toBe(dayFromNow(10));
});

test('its page shows the same, ranks and chooses nothing, and says what is not known and not checked', async () => {
  const { caseId } = await referCase(team);
  const browser = await browserOf(service, team, manager);
  expect((await browser.get(`/cases/${caseId}`)).text).toContain(`/cases/${caseId}/eligibility`);
  const { status, text } = await browser.get(`/cases/${caseId}/eligibility`);
  expect(status).toBe(200);
  for (const words of [
    'The order is that of the table and says nothing of which is better',
    'What is not known counts as not there',
    'General knowledge of the field, not checked against a text',
    'Not known to this service, which does not say that there is nothing',
    'For every one of them',
    'Not to be chosen any more: Outcome 22, deferred prosecution',
    'Not known: nobody has recorded where earlier disposals were looked for',
    'How each disposal stands for this child',
    'To be answered by whoever chooses it',
    'Crime and Disorder Act 1998 s66ZB(1) to (3)',
  ]) {
    expect([words, text.includes(words)]).toEqual([words, true]);
  }
  const overview = text.slice(0, text.indexOf('What it would mean for the child'));
  const linked = [...overview.matchAll(/href="#of-([A-Z_0-9]+)"/g)].map(([, code]) => code);
  expect(linked).toEqual(disposalCodes.filter((code) => code !== 'OUTCOME_22_DEFERRED'));
  for (const code of linked) expect(text).toContain(`id="of-${code}"`);
  expect(text).not.toMatch(/<input[^>]*type="radio"/);
  const { body } = await manager.api.get(`/api/cases/${caseId}/timeline`);
  expect(JSON.stringify(body)).toContain('viewed the eligibility');
});

test('the same stands on the pages on which the panel recommends and police decide', async () => {
  const caseId = await listed();
  const chair = await browserOf(service, team, await team.as('PANEL_CHAIR'));
  const side = 'Every disposal for this child, side by side';
  const recommending = (await chair.get(`/cases/${caseId}/recommendation`)).text;
  expect([recommending.includes(side), /name="disposal"[^>]*checked/.test(recommending)]).toEqual([true, false]);
  await recommend(team, caseId);
  const police = await browserOf(service, team, await team.as('POLICE_DECISION_MAKER'));
  const deciding = (await police.get(`/cases/${caseId}/police-decision`)).text;
  expect([deciding.includes(side), /name="disposal"[^>]*checked/.test(deciding)]).toEqual([true, false]);
});

test('it is for the readers of the case alone, and not for whoever has a conflict of interest', async () => {
  const caseId = await listed();
  const path = `/api/cases/${caseId}/eligibility`;
  expect((await (await team.as('VICTIM_WORKER')).api.get(path)).status).toBe(403);
  expect((await team.administrator.api.get(path)).status).toBe(403);
  const stranger = await team.hire(['PANEL_CHAIR'], { areaId: await team.addArea('Blaby') });
  expect((await stranger.api.get(path)).status).toBe(404);
  const member = await team.as('PANEL_MEMBER');
  expect((await member.api.get(path)).status).toBe(200);
  const { meetingId } = await placeOf(team, caseId);
  const conflict = { caseId, personId: member.id, reason: 'A neighbour.' };
  done('The conflict', await member.api.post(`/api/meetings/${meetingId}/conflicts`, conflict));
  expect((await member.api.get(path)).status).toBe(404);
});

test('Outcome 23 waits for the day of the panel area, which is named with its setting as the source', async () => {
  const areaId = await team.addArea('Harborough');
  const chosen = { value: '2027-04-01', from: dayFromNow(0), reason: 'The force begins then.' };
  await chooseSetting(team, 'outcome23From', chosen, areaId);
  const officer = await team.hire(['REFERRING_OFFICER'], { areaId });
  const there = await team.hire(['PANEL_TEAM_MANAGER'], { areaId });
  const { caseId } = await referCase(team, { panelAreaId: areaId }, officer);
  const of23 = (items: { code: string }[]) => items.find(({ code }) => code === 'OUTCOME_23');
  expect(of23((await tableOf(caseId, there)).items)).toMatchObject({
    standing: 'CLOSED',
    reasons: expect.arrayContaining([
      expect.objectContaining({
        code: 'DISPOSAL_NOT_IN_FORCE',
        message: 'This disposal was not in force on that day (this panel area uses it from 2027-04-01)',
        source: 'Setting of the panel area: the first day on which Outcome 23 can be used',
      }),
    ]),
  });
  const { text } = await (await browserOf(service, team, there)).get(`/cases/${caseId}/eligibility`);
  expect(text).toContain('this panel area uses it from 1 April 2027');
  expect(text).toContain('Setting of the panel area: the first day on which Outcome 23 can be used');
  expect(text).not.toContain('2027-04-01');
  const { caseId: usual } = await referCase(team);
  expect(of23((await tableOf(usual)).items)).toMatchObject({ standing: expect.stringMatching(/^OPEN/) });
});
