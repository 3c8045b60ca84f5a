import { prepareCase, signOff } from '../support/assessments-story.js';
import { recordDisposal } from '../support/children-story.js';
import { codesOf, done } from '../support/clients.js';
import { arrangeMeeting, attend, dayFromNow, listCase, placeOf, recommendation } from '../support/panels-story.js';
import { chooseSetting, type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;
let chair: Colleague;

const DAY = 24 * 60 * 60_000;

beforeEach(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
  chair = await team.as('PANEL_CHAIR');
});
afterEach(() => service.stop());

const choose = (setting: string, value: unknown, from: string) =>
  chooseSetting(team, setting, { value, from, reason: 'Agreed by the partnership board' });

test('a threshold that is raised from tomorrow lifts no stop today, and says who raised it and why', async () => {
  const { caseId, childId } = await referCase(team);
  await prepareCase(team, caseId);
  for (const givenOn of ['2025-06-01', '2026-02-01']) await recordDisposal(manager.api, childId, { givenOn });
  const severities = async (): Promise<string[]> => {
    const { body } = await manager.api.get(`/api/cases/${caseId}/readiness?for=SIGN_OFF`);
    const found = body.blockers.filter(({ code }: { code: string }) => code === 'EARLIER_DISPOSAL_NOT_ANALYSED');
    return found.map(({ severity }: { severity: string }) => severity);
  };
  const mustExplain = async (): Promise<boolean> =>
    (await manager.api.get(`/api/children/${childId}/disposals`)).body.flags[0].mustExplain;
  await choose('repeatThreshold', 3, dayFromNow(1));
  expect([await severities(), await mustExplain()]).toEqual([['STOP', 'STOP'], true]);
  service.clock.ahead += DAY;
  expect([await severities(), await mustExplain()]).toEqual([['OVERRIDE', 'OVERRIDE'], false]);
  const { items } = (await team.administrator.api.get(`/api/panel-areas/${team.areaId}/settings`)).body;
  const { history } = items.find(({ setting }: { setting: string }) => setting === 'repeatThreshold');
  expect(history).toMatchObject([{ value: 3, fromDay: dayFromNow(1), chosenBy: 'Ada Administrator' }]);
});

test('who must attend is what holds on the day of the meeting, whenever it is asked', async () => {
  const [today, later] = [await arrangeMeeting(team), await meetingIn(3)];
  await choose('quorumAgencies', ['POLICE', 'YOUTH_JUSTICE_SERVICE', 'SCHOOL'], dayFromNow(2));
  const isQuorate = async (id: string): Promise<boolean> => (await chair.api.get(`/api/meetings/${id}`)).body.quorate;
  for (const [meeting, days, codes] of [
    [today, 0, []],
    [later, 3, ['NOT_QUORATE']],
  ] as const) {
    const { caseId } = await referCase(team);
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    await listCase(team, caseId, meeting);
    service.clock.ahead += days * DAY;
    await attend(team, meeting);
    const { meetingId, version } = await placeOf(team, caseId);
    const sent = await chair.api.post(`/api/cases/${caseId}/recommendation`, recommendation(meetingId, version));
    expect(codesOf(sent)).toEqual(codes);
  }
  service.clock.ahead += DAY;
  expect([await isQuorate(today), await isQuorate(later)]).toEqual([true, false]);
});

test('which agencies must have answered is what holds today', async () => {
  const { caseId } = await referCase(team);
  await choose('requiredChecks', ['HOUSING'], dayFromNow(1));
  const required = async (): Promise<string[]> =>
    (await manager.api.get(`/api/cases/${caseId}`)).body.agencyChecks.map(({ agency }: { agency: string }) => agency);
  const listed = async (): Promise<string[]> => {
    const { items } = done('The checks', await manager.api.get(`/api/cases/${caseId}/agency-checks`)).body;
    return items.map(({ agency }: { agency: string }) => agency);
  };
  expect([await required(), await listed()]).toEqual([expect.arrayContaining(['POLICE']), await required()]);
  service.clock.ahead += DAY;
  expect([await required(), await listed()]).toEqual([['HOUSING'], ['HOUSING']]);
});

const meetingIn = (days: number): Promise<string> => arrangeMeeting(team, { startsAt: `${dayFromNow(days)}T10:00` });
