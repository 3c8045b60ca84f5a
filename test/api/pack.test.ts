import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { listCase } from '../support/panels-story.js';
import { setUpTeam, type Colleague, type Team } from '../support/people.js';
import { type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let chair: Colleague;
let meetingId: string;
const cases: ReferredCase[] = [];

const planted = { name: 'Peregrine Canarybird', contactDetails: '0116 496 0999', statement: 'CANARY-STATEMENT' };

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  chair = await team.as('PANEL_CHAIR');
  for (let number = 0; number < 2; number += 1) {
    const victims = [{ kind: 'PERSON', ...planted, consentToShare: 'GIVEN', sameSchoolOrHome: 'YES' }];
    const referred = await referCase(team, { victims });
    if (number === 0) {
      const earlier = {
        disposal: 'COMMUNITY_RESOLUTION',
        givenOn: '2026-02-03',
        offence: 'Shop theft',
        route: 'POLICE_ISSUED',
      };
      const { api } = await team.as('YJS_POLICE_OFFICER');
      const added = await api.post(`/api/children/${referred.childId}/disposals`, {
        ...earlier,
        source: 'Police',
        completed: 'YES',
      });
      if (added.status !== 201) throw new Error(added.text);
    }
    await prepareCase(team, referred.caseId);
    await signOff(team, referred.caseId);
    meetingId = await listCase(team, referred.caseId, number === 0 ? undefined : meetingId);
    cases.push(referred);
  }
});
afterAll(() => service.stop());

test('the pack holds each case with its voices, judgements, identity, earlier disposals, checks and assessment', async () => {
  const { status, body } = await chair.api.get(`/api/meetings/${meetingId}/pack`);
  expect([status, body.cases.length, body.withheld]).toEqual([200, 2, 0]);
  const [first] = body.cases;
  expect(first.voices.map(({ who }: { who: string }) => who)).toEqual(['CHILD', 'CARER']);
  expect(first.judgements).toHaveLength(3);
  expect(first.flags).toMatchObject([{ code: 'REPEAT_DISPOSAL', count: 1 }]);
  expect(first.earlierDisposals).toMatchObject([{ response: { childsResponse: expect.any(String) } }]);
  expect([first.ethnicity, first.consideration]).toEqual([expect.any(String), expect.any(String)]);
});

test('printed, each case has a sheet of its own with reference, version and marking, what was said first', async () => {
  const browser = await browserOf(service, team, chair);
  const { status, text } = await browser.get(`/meetings/${meetingId}/pack`);
  expect(status).toBe(200);
  const sheets = text.split('<section class="jdp-sheet">').slice(2);
  expect(sheets).toHaveLength(2);
  for (const [place, sheet] of sheets.entries()) {
    expect(sheet).toContain(cases[place]?.reference);
    expect(sheet).toMatch(/Case version \d+<\/span><span>Draft, not issued<\/span><span>Official-Sensitive/);
    const parts = [
      ...['What the child said', 'What the parent or carer said', 'What the victim said', 'Safety and wellbeing'],
      ...['Risk of serious harm to others', 'Likelihood of reoffending', 'Ethnicity and identity', 'Earlier disposals'],
      ...['Agency checks', 'Offences and gravity', 'Assessment:'],
    ].map((words) => sheet.indexOf(words));
    expect(parts.every((found) => found > 0)).toBe(true);
    expect(parts).toEqual(parts.toSorted((one, other) => one - other));
    expect(sheet).toContain('I was angry and I am sorry. I want to stay at school.');
  }
  expect(sheets[0]).toContain('Repeat disposal');
  expect(sheets[1]).not.toContain('Repeat disposal');
});

test('no victim’s name, contact or statement stands in pack, meeting or decision page', async () => {
  const browser = await browserOf(service, team, chair);
  const read = [
    (await chair.api.get(`/api/meetings/${meetingId}/pack`)).text,
    (await browser.get(`/meetings/${meetingId}/pack`)).text,
    (await browser.get(`/meetings/${meetingId}`)).text,
    (await browser.get(`/cases/${cases[0]?.caseId}/recommendation`)).text,
  ];
  for (const text of read) for (const secret of Object.values(planted)) expect(text).not.toContain(secret);
});

test('who opened the pack is on record for each case in it', async () => {
  const member = await team.as('PANEL_MEMBER', 4);
  await member.api.get(`/api/meetings/${meetingId}/pack`);
  for (const { caseId } of cases) {
    const { body } = await chair.api.get(`/api/cases/${caseId}/timeline`);
    const opened = body.items.filter(({ event, actor }: { event: string; actor: { id?: string } | string }) => {
      const by = typeof actor === 'string' ? actor : actor.id;
      return event === 'PACK_ISSUED' && (by === member.id || by === member.actor.name);
    });
    expect(opened).toHaveLength(1);
  }
});

test('whoever has a conflict in a case is given nothing of it', async () => {
  const member = await team.as('PANEL_MEMBER', 5);
  const [first, second] = cases;
  const conflict = { caseId: first?.caseId, personId: member.id, reason: 'Teaches the child.' };
  expect((await member.api.post(`/api/meetings/${meetingId}/conflicts`, conflict)).status).toBe(201);
  const { body } = await member.api.get(`/api/meetings/${meetingId}/pack`);
  expect(body.cases.map(({ caseId }: { caseId: string }) => caseId)).toEqual([second?.caseId]);
  expect(body.withheld).toBe(1);
  const { text } = await (await browserOf(service, team, member)).get(`/meetings/${meetingId}/pack`);
  expect(text).not.toContain(first?.reference);
  expect(text).toContain('Left out because of a conflict of interest: 1.');
});
