import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { disposals } from '../../src/policy/disposals.js';
import { done } from '../support/clients.js';
import { changeOf } from '../support/disposals-story.js';
import { condition, decidedCase, deliver, recordOutcome, versionOf } from '../support/outcomes-story.js';
import { dayFromNow, listCase } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team, teamIn } from '../support/people.js';
import { gravity, referCase, referral } from '../support/referrals-story.js';
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

type Clock = { code: string; dueOn: string | null; standing: string; about: string | null; daysLeft: number | null };
const clocksOf = async (caseId: string, by = manager): Promise<Clock[]> =>
  (await by.api.get(`/api/cases/${caseId}`)).body.clocks;
const codes = (clocks: Clock[]): string[] => clocks.map(({ code }) => code);

const summary = [
  { date: '2026-07-10', homeOfficeClass: '105A', description: 'Pushed another child.', gravity: gravity() },
];
const pressed = { policeStatus: 'BAIL', bailDate: dayFromNow(4), offences: summary };

const work = async ({ api }: Colleague, code: string) =>
  (await api.get('/api/work')).body.items.find((list: { code: string }) => list.code === code);

test('a case says what runs out, the nearest first, on its page and by the API', async () => {
  const { caseId } = await referCase(team, pressed);
  expect(await clocksOf(caseId)).toMatchObject([
    { code: 'BAIL', dueOn: '2026-11-27', daysLeft: 4, unit: 'DAYS', standing: 'NEAR' },
    { code: 'ASSESSMENT', dueOn: '2026-12-07', daysLeft: 10, unit: 'WORKING_DAYS', standing: 'FAR' },
    { code: 'DECISION', dueOn: '2026-12-14', daysLeft: 15, standing: 'FAR', checkedOn: null },
    { code: 'LIMITATION', dueOn: '2027-01-10', about: 'Offence 1', standing: 'NEAR' },
    { code: 'TURNS_18', about: 'for the decision', standing: 'FAR' },
  ]);
  const { text } = await (await browserOf(service, team, manager)).get(`/cases/${caseId}`);
  expect(text).toContain('What runs out');
  expect(text).toContain('Bail ends: <strong>27 November 2026</strong>, 4 days left');
});

test('an offence of which nobody said how it is tried has a time limit that is said to be unknown', async () => {
  const offences = [{ date: '2026-09-12', homeOfficeClass: '46', description: 'Took make-up.' }];
  const { caseId } = await referCase(team, { offences });
  const clocks = await clocksOf(caseId);
  expect(codes(clocks)).not.toContain('BAIL');
  expect(clocks.find(({ code }) => code === 'LIMITATION')).toMatchObject({ dueOn: '2027-03-12', standing: 'UNKNOWN' });
  const areaId = await team.addArea('Enderby');
  const there = await team.hire(['REFERRING_OFFICER', 'PANEL_TEAM_MANAGER'], { areaId });
  const sooner = offences.map((one) => ({ ...one, date: '2026-07-10', indictableOnly: undefined }));
  const { caseId: near } = await referCase(team, { panelAreaId: areaId, offences: sooner }, there);
  const { items } = (await there.api.get('/api/cases?clock=LIMITATION')).body;
  expect(items.map(({ id }: { id: string }) => id)).toEqual([near]);
});

test('the decision stops its targets, the outcome what proceedings wait for, and the end of the case all of them', async () => {
  const { caseId } = await decidedCase(team, 'COMMUNITY_RESOLUTION', pressed);
  expect(codes(await clocksOf(caseId))).toEqual(['BAIL', 'LIMITATION', 'TURNS_18']);
  await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION', { victimInformedOn: dayFromNow(0) });
  expect(await clocksOf(caseId)).toEqual([]);
  await deliver(team, caseId, 'UNDER_WAY');
  expect(await clocksOf(caseId)).toMatchObject([{ code: 'DELIVERY', dueOn: dayFromNow(14), standing: 'NEAR' }]);
  const gone = await referCase(team, pressed);
  await manager.api.post(`/api/cases/${gone.caseId}/withdrawal`, { reason: 'Entered twice.' });
  expect(await clocksOf(gone.caseId)).toEqual([]);
});

test('while the activity of a disposal that was added is not completed, proceedings may still begin', async () => {
  const outcomeRules = [...disposals.OUTCOME_22.outcomeRules];
  const added = {
    ...changeOf('OUTCOME_22', { name: 'Mending course', validFrom: dayFromNow(0), outcomeRules }),
    code: 'MENDING_COURSE',
  };
  done('The new one', await team.administrator.api.post('/api/disposals', added));
  const { caseId } = await decidedCase(team, 'MENDING_COURSE', pressed);
  expect(codes(await clocksOf(caseId))).toEqual(['BAIL', 'LIMITATION', 'TURNS_18', 'DELIVERY']);
  await deliver(team, caseId, 'COMPLETED');
  expect(codes(await clocksOf(caseId))).toEqual(['BAIL', 'TURNS_18']);
});

test.each(['CHARGE', 'YOUTH_CAUTION', 'NO_FURTHER_ACTION'])(
  'bail and the time limit stay in the work of police between a decision on %s and its outcome',
  async (disposal) => {
    const areaId = await team.addArea(`Wigston ${disposal}`);
    const other = teamIn(team, areaId);
    const { caseId } = await decidedCase(other, disposal, { panelAreaId: areaId, ...pressed });
    const found = (await clocksOf(caseId, await other.as('PANEL_TEAM_MANAGER'))).filter(
      (one) => one.code !== 'TURNS_18',
    );
    const bail = { code: 'BAIL', dueOn: '2026-11-27', standing: 'NEAR' };
    const limit = { code: 'LIMITATION', dueOn: '2027-01-10', standing: 'NEAR' };
    const expected = disposal === 'NO_FURTHER_ACTION' ? [bail] : [bail, limit];
    expect(found).toMatchObject(expected);
    for (const [role, list] of [
      ['POLICE_DECISION_MAKER', 'CLOCKS_TO_DECIDE'],
      ['YJS_POLICE_OFFICER', 'CLOCKS'],
    ] as const) {
      const reader = await other.as(role);
      expect((await work(reader, list)).items).toMatchObject([{ href: `/cases/${caseId}`, since: '2026-11-27' }]);
      for (const code of ['ANY', ...expected.map((one) => one.code)])
        expect([code, (await reader.api.get(`/api/cases?clock=${code}`)).body.count]).toEqual([code, 1]);
    }
    await recordOutcome(other, caseId, disposal, { victimInformedOn: dayFromNow(0) });
    expect((await work(await other.as('POLICE_DECISION_MAKER'), 'CLOCKS_TO_DECIDE')).count).toBe(0);
  },
);

test.each([
  ['closed', 'Blaby', 'closure', {}],
  ['transferred elsewhere', 'Wigston', 'withdrawal', { reason: 'The family moved.', reasonCode: 'TRANSFERRED' }],
])(
  'the time limit and the duty run on in a case that was %s until police decide what follows conditions that were not kept',
  async (_, area, move, sent) => {
    const areaId = await team.addArea(area);
    const other = teamIn(team, areaId);
    const police = await other.as('POLICE_DECISION_MAKER');
    const { caseId } = await decidedCase(other, 'YOUTH_CONDITIONAL_CAUTION', {
      panelAreaId: areaId,
      offences: summary,
    });
    await recordOutcome(other, caseId, 'YOUTH_CONDITIONAL_CAUTION', { victimInformedOn: dayFromNow(0) });
    await deliver(other, caseId, 'NOT_COMPLETED');
    const there = await other.as('PANEL_TEAM_MANAGER');
    done(
      'The end',
      await there.api.post(`/api/cases/${caseId}/${move}`, { ...sent, version: await versionOf(other, caseId) }),
    );
    expect(codes(await clocksOf(caseId, there))).toEqual(expect.arrayContaining(['LIMITATION', 'DUTY']));
    const listed = async () => (await police.api.get('/api/cases?clock=LIMITATION')).body.count;
    expect([await listed(), (await work(police, 'CLOCKS_TO_DECIDE')).count]).toEqual([1, 1]);
    const settled = { note: 'No proceedings: a reasonable excuse.' };
    done('Settled', await police.api.post(`/api/cases/${caseId}/duties/DECIDE_AFTER_FAILURE/done`, settled));
    expect(codes(await clocksOf(caseId, there))).toEqual([]);
    expect([await listed(), (await work(police, 'CLOCKS_TO_DECIDE')).count]).toEqual([0, 0]);
  },
);

test('bail is changed until the outcome is given, and nothing else of what the panel knew', async () => {
  const areaId = await team.addArea('Market Harborough');
  const other = teamIn(team, areaId);
  const police = await other.as('YJS_POLICE_OFFICER');
  const onBail = { policeStatus: 'BAIL', bailDate: dayFromNow(4) };
  const { caseId } = await decidedCase(other, 'YOUTH_CAUTION', { panelAreaId: areaId, ...onBail });
  const at = `/api/cases/${caseId}/police-information`;
  const { responsibilityStance, evidenceSufficient, cpsAuthority, policeInformation, version } = (
    await police.api.get(at)
  ).body;
  const known = {
    responsibilityStance,
    evidenceSufficient,
    cpsAuthority,
    policeInformation,
    policeStatus: 'BAIL',
    version,
  };
  const put = async (more: object) => police.api.put(at, { ...known, ...more });
  const refused = await put({ policeInformation: 'He was seen there.', bailDate: dayFromNow(30) });
  expect([refused.status, refused.body.blockers[0].code]).toEqual([409, 'WRONG_STATE']);
  expect(refused.body.blockers[0].message).toContain('only where the child stands with police, and bail');
  const { status, body } = await put({ bailDate: dayFromNow(30) });
  expect([status, body.state]).toEqual([200, 'DECIDED']);
  const there = await other.as('PANEL_TEAM_MANAGER');
  expect((await clocksOf(caseId, there)).find(({ code }) => code === 'BAIL')).toMatchObject({ dueOn: dayFromNow(30) });
  await recordOutcome(other, caseId, 'YOUTH_CAUTION');
  const late = await put({ bailDate: dayFromNow(40), version: await versionOf(other, caseId) });
  expect([late.status, late.body.blockers[0].code]).toEqual([409, 'WRONG_STATE']);
});

test('conditions and activities whose delivery nobody planned have a clock, and wait in the work of whoever prepared the case', async () => {
  const areaId = await team.addArea('Lutterworth');
  const other = teamIn(team, areaId);
  const [there, assessor] = [await other.as('PANEL_TEAM_MANAGER'), await other.as('YJS_ASSESSOR')];
  const calm = [{ date: '2026-09-12', homeOfficeClass: '39', description: 'Took a bag.', gravity: gravity() }];
  const referral = { panelAreaId: areaId, offences: calm };
  const { caseId: given } = await decidedCase(other, 'YOUTH_CONDITIONAL_CAUTION', referral);
  await recordOutcome(other, given, 'YOUTH_CONDITIONAL_CAUTION', {
    ...{
      victimInformedOn: dayFromNow(0),
      conditions: [condition({ due: dayFromNow(10) }), condition({ due: undefined })],
    },
  });
  const { caseId: activity } = await decidedCase(other, 'OUTCOME_22', referral);
  const deliveryOf = async (caseId: string) => (await clocksOf(caseId, there)).find(({ code }) => code === 'DELIVERY');
  expect(await deliveryOf(given)).toMatchObject({ dueOn: dayFromNow(10), standing: 'NEAR' });
  expect(await deliveryOf(activity)).toMatchObject({ dueOn: null, standing: 'UNKNOWN' });
  const listed = async () =>
    (await there.api.get('/api/cases?clock=DELIVERY')).body.items.map(({ id }: { id: string }) => id).toSorted();
  expect(await listed()).toEqual([given, activity].toSorted());
  const toPlan = async () => {
    const { items } = await work(assessor, 'DELIVERIES_TO_PLAN');
    return items.map(({ href, note }: { href: string; note: string | null }) => [href, note]);
  };
  expect(await toPlan()).toEqual([
    [`/cases/${given}/delivery`, dayFromNow(10)],
    [`/cases/${activity}/delivery`, null],
  ]);
  expect((await (await browserOf(service, team, assessor)).get('/')).text).toContain('Deliveries to plan (2)');
  const corrected = {
    ...{ record: 'OUTCOME', field: 'conditions.0.due', after: dayFromNow(30) },
    version: await versionOf(other, given),
    ...{ whatWasWrong: 'The day was mistyped.', why: 'The form the child signed says so.' },
  };
  done('Corrected', await there.api.post(`/api/cases/${given}/corrections`, corrected));
  expect(await deliveryOf(given)).toMatchObject({ dueOn: dayFromNow(30), standing: 'FAR' });
  expect(await listed()).toEqual([activity]);
  for (const caseId of [given, activity]) await deliver(other, caseId, 'UNDER_WAY');
  expect(await toPlan()).toEqual([]);
  expect((await deliveryOf(activity))?.dueOn).toBe(dayFromNow(14));
});

test('a case that came back from a decision has no target of its first way; one whose decision was taken back has', async () => {
  const areaId = await team.addArea('Birstall');
  const other = teamIn(team, areaId);
  const [there, police] = [await other.as('PANEL_TEAM_MANAGER'), await other.as('POLICE_DECISION_MAKER')];
  const calm = [{ date: '2026-09-12', homeOfficeClass: '39', description: 'Took a bag.', gravity: gravity() }];
  const made = async () =>
    (await decidedCase(other, 'COMMUNITY_RESOLUTION', { panelAreaId: areaId, offences: calm })).caseId;
  const [back, undone] = [await made(), await made()];
  const asked = async (caseId: string, more: object) => ({ ...more, version: await versionOf(other, caseId) });
  const reason = { reason: 'The child refused.' };
  done('Back', await there.api.post(`/api/cases/${back}/return-to-panel`, await asked(back, reason)));
  done('Undone', await police.api.post(`/api/cases/${undone}/undoing`, await asked(undone, {})));
  expect(codes(await clocksOf(back, there))).toEqual(['TURNS_18']);
  expect(codes(await clocksOf(undone, there))).toContain('DECISION');
  service.clock.ahead += 30 * 86_400_000;
  const later = await team.hire(['PANEL_TEAM_MANAGER'], { areaId });
  for (const [code, expected] of [
    ['DECISION', [undone]],
    ['ASSESSMENT', []],
  ] as const) {
    const { items } = (await later.api.get(`/api/cases?clock=${code}`)).body;
    expect([code, items.map(({ id }: { id: string }) => id)]).toEqual([code, expected]);
  }
  expect((await work(later, 'CLOCKS')).items).toMatchObject([{ href: `/cases/${undone}` }]);
  service.clock.ahead -= 30 * 86_400_000;
});

test('a duty after the outcome is a clock, and many offences and duties are each said once', async () => {
  const two = [
    ...summary,
    { date: '2026-08-01', homeOfficeClass: '105A', description: 'And again.', gravity: gravity() },
  ];
  const { caseId } = await decidedCase(team, 'YOUTH_CAUTION', { offences: two });
  await recordOutcome(team, caseId, 'YOUTH_CAUTION');
  expect(await clocksOf(caseId)).toMatchObject([
    { code: 'DUTY', about: 'Police refer the child to the youth justice service', dueOn: '2026-11-24' },
    { code: 'DUTY', about: 'Tell the victim the outcome', dueOn: '2026-11-30' },
  ]);
  expect((await manager.api.get(`/api/cases/${caseId}`)).body.offences).toHaveLength(2);
});

test('the last day for a caution is the one before the child turns 18, and over on the birthday', async () => {
  const { caseId } = await decidedCase(team, 'YOUTH_CAUTION', {
    offences: [{ date: '2026-09-12', homeOfficeClass: '39', description: 'Took a bag.', gravity: gravity() }],
    child: { ...(referral(team.areaId)['child'] as object), dateOfBirth: '2008-11-25' },
  });
  const browser = await browserOf(service, team, manager);
  const shown = async () => [await clocksOf(caseId), (await browser.get(`/cases/${caseId}`)).text];
  const [before, page] = await shown();
  const last = 'Last day before the child turns 18: for the outcome: <strong>24 November 2026</strong>';
  expect(before).toMatchObject([{ code: 'TURNS_18', dueOn: '2026-11-24', standing: 'NEAR', daysLeft: 1 }]);
  expect(page).toContain(`${last}, 1 day left`);
  service.clock.ahead += 2 * 86_400_000;
  const later = await team.hire(['YJS_POLICE_OFFICER']);
  expect(await clocksOf(caseId, later)).toMatchObject([{ code: 'TURNS_18', dueOn: '2026-11-24', standing: 'OVER' }]);
  const { items } = (await later.api.get('/api/cases?clock=TURNS_18')).body;
  expect(items.map(({ id }: { id: string }) => id)).toEqual([caseId]);
  service.clock.ahead -= 2 * 86_400_000;
});

test('targets and what is near are settings of the panel area', async () => {
  const areaId = await team.addArea('Rutland');
  const there = await team.hire(['REFERRING_OFFICER', 'PANEL_TEAM_MANAGER'], { areaId });
  const { caseId } = await referCase(team, { panelAreaId: areaId }, there);
  const choose = (setting: string, value: number) =>
    team.administrator.api.post(`/api/panel-areas/${areaId}/settings/${setting}`, {
      ...{ value, from: dayFromNow(0), reason: 'Agreed by the board.' },
    });
  expect((await choose('decisionWorkingDays', 5)).status).toBe(201);
  expect((await choose('clockNearWorkingDays', 5)).status).toBe(201);
  expect((await choose('decisionWorkingDays', 0)).status).toBeGreaterThanOrEqual(400);
  const found = (await clocksOf(caseId, there)).find(({ code }) => code === 'DECISION');
  expect(found).toMatchObject({ dueOn: '2026-11-30', standing: 'NEAR', daysLeft: 5 });
});

test('"Your work" shows what runs out in the cases of an assessor and of an area, the nearest first, counted', async () => {
  const areaId = await team.addArea('Melton');
  const lead = await team.hire(['REFERRING_OFFICER', 'PANEL_TEAM_MANAGER'], { areaId });
  const assessor = await team.hire(['YJS_ASSESSOR'], { areaId });
  const refer = async (more: object) => (await referCase(team, { panelAreaId: areaId, ...more }, lead)).caseId;
  const calm = [{ date: '2026-09-12', homeOfficeClass: '39', description: 'Took a bag.' }];
  const later = await refer({ policeStatus: 'BAIL', bailDate: dayFromNow(9), offences: calm });
  const sooner = await refer({ policeStatus: 'BAIL', bailDate: dayFromNow(2), offences: calm });
  await refer({ offences: calm });
  const shown = await work(lead, 'CLOCKS');
  expect([shown.count, shown.items.map(({ href, since }: { href: string; since: string }) => [href, since])]).toEqual([
    2,
    [
      [`/cases/${sooner}`, dayFromNow(2)],
      [`/cases/${later}`, dayFromNow(9)],
    ],
  ]);
  expect(shown.items[0].note).toBe('Bail ends');
  expect((await work(assessor, 'YOUR_CLOCKS')).count).toBe(0);
  await lead.api.post(`/api/cases/${later}/acceptance`);
  await lead.api.post(`/api/cases/${later}/allocation`, { personId: assessor.id });
  expect((await work(assessor, 'YOUR_CLOCKS')).items).toMatchObject([{ href: `/cases/${later}` }]);
  const stranger = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea('Harborough') });
  expect((await work(stranger, 'CLOCKS')).count).toBe(0);
  const page = (await (await browserOf(service, team, lead)).get('/')).text;
  expect(page).toContain('What runs out');
});

test('"Your work" and the caseload show what runs out after the decision too, and as many as each other', async () => {
  const areaId = await team.addArea('Oadby');
  const other = teamIn(team, areaId);
  const there = await other.as('PANEL_TEAM_MANAGER');
  const [assessor, stand] = [await other.as('YJS_ASSESSOR'), await team.hire(['YJS_ASSESSOR'], { areaId })];
  const { caseId: delivering } = await decidedCase(other, 'COMMUNITY_RESOLUTION', { panelAreaId: areaId });
  await recordOutcome(other, delivering, 'COMMUNITY_RESOLUTION', { victimInformedOn: dayFromNow(0) });
  await deliver(other, delivering, 'UNDER_WAY');
  const { caseId: owing } = await decidedCase(other, 'YOUTH_CAUTION', { panelAreaId: areaId });
  await recordOutcome(other, owing, 'YOUTH_CAUTION');
  const { caseId: prosecutable } = await decidedCase(other, 'OUTCOME_22', { panelAreaId: areaId, offences: summary });
  const calm = [{ date: '2026-09-12', homeOfficeClass: '39', description: 'Took a bag.', gravity: gravity() }];
  const far = await decidedCase(other, 'NO_FURTHER_ACTION', { panelAreaId: areaId, offences: calm });
  const listed = async (clock: string): Promise<string[]> => {
    const { items } = (await there.api.get(`/api/cases?clock=${clock}&limit=100`)).body;
    return items.map(({ id }: { id: string }) => id);
  };
  expect((await listed('DELIVERY')).toSorted()).toEqual([delivering, prosecutable].toSorted());
  expect(await listed('DUTY')).toEqual([owing]);
  expect(await listed('LIMITATION')).toEqual([prosecutable]);
  for (const [id, code] of [
    [delivering, 'DELIVERY'],
    [owing, 'DUTY'],
    [prosecutable, 'LIMITATION'],
  ] as const)
    expect(codes(await clocksOf(id, there))).toContain(code);
  expect((await listed('ANY')).toSorted()).toEqual([delivering, owing, prosecutable].toSorted());
  expect(await listed('ANY')).not.toContain(far.caseId);

  const { caseId: undecided } = await referCase(other, { panelAreaId: areaId, ...pressed });
  expect((await listed('TO_DECIDE')).toSorted()).toEqual([prosecutable, undecided].toSorted());
  for (const [role, list, group, count] of [
    ['PANEL_TEAM_MANAGER', 'CLOCKS', 'ANY', 4],
    ['YJS_POLICE_OFFICER', 'CLOCKS', 'ANY', 4],
    ['POLICE_DECISION_MAKER', 'CLOCKS_TO_DECIDE', 'TO_DECIDE', 2],
    ['PANEL_CHAIR', 'CLOCKS_TO_DECIDE', 'TO_DECIDE', 2],
  ] as const) {
    const reader = await team.hire([role], { areaId });
    const shown = await work(reader, list);
    expect([role, shown.count, shown.items.length]).toEqual([role, count, count]);
    expect(shown.all).toBe(`/cases?clock=${group}&sort=referredOn`);
    expect((await reader.api.get(`/api${shown.all}`)).body.count).toBe(shown.count);
  }
  const own = await work(assessor, 'YOUR_CLOCKS');
  expect([own.count, own.all]).toEqual([3, '/cases?clock=ANY&allocatedTo=me&sort=referredOn']);
  expect((await work(stand, 'YOUR_CLOCKS')).count).toBe(0);
  const cover = { panelAreaId: areaId, personId: assessor.id, coveredBy: stand.id, reason: 'On leave.' };
  done('Covered', await there.api.post('/api/covers', { ...cover, fromDay: dayFromNow(0), toDay: dayFromNow(3) }));
  expect((await work(stand, 'YOUR_CLOCKS')).count).toBe(3);
  expect((await stand.api.get(`/api${own.all}`)).body.count).toBe(3);
});

test('whoever referred a case sees what runs out in it, on the page of the referral, and not once it is closed to them', async () => {
  const areaId = await team.addArea('Syston');
  const officer = await team.hire(['REFERRING_OFFICER'], { areaId });
  const { caseId } = await referCase(team, { panelAreaId: areaId, ...pressed }, officer);
  const shown = await work(officer, 'REFERRED_CLOCKS');
  expect([shown.count, shown.items]).toMatchObject([
    1,
    [{ href: `/referrals/${caseId}`, note: 'Bail ends; and 1 more' }],
  ]);
  const page = (await (await browserOf(service, team, officer)).get('/')).text;
  expect(page).toContain('What runs out in cases that you referred');
  const colleague = await team.hire(['REFERRING_OFFICER'], { areaId });
  expect((await work(colleague, 'REFERRED_CLOCKS')).count).toBe(0);
  const lead = await team.hire(['PANEL_TEAM_MANAGER'], { areaId });
  const limited = { reason: 'A colleague’s child.', reviewOn: dayFromNow(30), people: [lead.id] };
  done('Restricted', await lead.api.post(`/api/cases/${caseId}/restriction`, limited));
  expect((await work(officer, 'REFERRED_CLOCKS')).count).toBe(0);
});

test('the meeting screen says of each case what runs out, and to whom the case is not theirs nothing', async () => {
  const { caseId } = await referCase(team, pressed);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  const meetingId = await listCase(team, caseId);
  const chair = await team.as('PANEL_CHAIR');
  const itemOf = async () => (await chair.api.get(`/api/meetings/${meetingId}`)).body.agenda[0];
  expect(codes((await itemOf()).clocks)).toEqual(['BAIL', 'LIMITATION']);
  const browser = await browserOf(service, team, chair);
  expect((await browser.get(`/meetings/${meetingId}`)).text).toContain('Bail ends: 27 November 2026, 4 days left');
  const conflict = { caseId, personId: chair.id, reason: 'Knows the family.' };
  await chair.api.post(`/api/meetings/${meetingId}/conflicts`, conflict);
  expect(await itemOf()).not.toHaveProperty('clocks');
  expect((await browser.get(`/meetings/${meetingId}`)).text).not.toContain('Bail ends');
});
