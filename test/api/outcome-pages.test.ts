import { browserOf } from '../support/browser.js';
import { done, type PageClient } from '../support/clients.js';
import { decidedCase, deliver, recordOutcome, versionOf } from '../support/outcomes-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { setUpTeam, type Team, teamIn } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { stateOf } from '../support/signed-off-case.js';

let service: Service;
let team: Team;
let police: PageClient;
let member: PageClient;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  police = await browserOf(service, team, await team.as('YJS_POLICE_OFFICER'));
  member = await browserOf(service, team, await team.as('PANEL_MEMBER'));
});
afterAll(() => service.stop());

const today = { 'givenOn-day': '23', 'givenOn-month': '11', 'givenOn-year': '2026' };
const fieldsOf = (html: string): string[] => [
  ...new Set([...html.matchAll(/name="([\w.[\]-]+)"/g)].map(([, name = '']) => name.replace(/[[-].*/, ''))),
];
const common = ['disposal', 'givenOn', 'victimInformedOn', 'version'];
const person = ['givenBy', 'place', 'appropriateAdult'];

test.each([
  ['NO_FURTHER_ACTION', ['nfaReason'], 'Home Office outcome 17'],
  ['COMMUNITY_RESOLUTION', [...person, 'consent'], 'goes back to the panel or to police'],
  ['YOUTH_CAUTION', [...person, 'explained'], 'Crime and Disorder Act 1998 s66ZA'],
  ['YOUTH_CONDITIONAL_CAUTION', [...person, 'explained', 'conditions', 'consent'], 'SI 2013/608'],
  ['OUTCOME_22', [], '/delivery">The activity has not been completed'],
] as [string, string[], string][])(
  'the page of %s asks what that disposal needs and nothing else',
  async (disposal, asked, hint) => {
    const { caseId } = await decidedCase(team, disposal);
    const { status, text } = await police.get(`/cases/${caseId}/outcome`);
    expect(status).toBe(200);
    const possible = [...person, 'consent', 'explained', 'conditions', 'nfaReason', ...common];
    const found = fieldsOf(text).filter((name) => possible.includes(name));
    expect(found.toSorted((one, other) => one.localeCompare(other))).toEqual(
      [...common, ...asked].toSorted((one, other) => one.localeCompare(other)),
    );
    expect(text).toContain('return the case to the panel');
    expect(text).toContain(hint);
  },
);

test('a conditional caution is recorded on its page, conditions and all, and shown to those who read the case', async () => {
  const { caseId } = await decidedCase(team, 'YOUTH_CONDITIONAL_CAUTION');
  const at = `/cases/${caseId}/outcome`;
  const typed = {
    ...today,
    givenBy: 'Sergeant Hollis Ferrant',
    place: 'At the police station',
    'appropriateAdult[name]': 'Jo Marchbank',
    explained: 'YES',
    'consent[status]': 'GIVEN',
    'conditions[0][object]': 'REPARATIVE',
    'conditions[0][description]': 'Repair the shelter with a worker',
    'conditions[0][penaltyPence]': '1500',
    'conditions[0][due-day]': '1',
    'conditions[0][due-month]': '2',
    'conditions[0][due-year]': '2027',
  };
  const refused = await police.fill(at, typed);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('CONSENT_MISSING');
  expect(refused.text).toContain('Repair the shelter with a worker');
  const sent = await police.fill(at, { ...typed, 'consent[status]': 'SIGNED' });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, at]);
  const shown = (await member.get(at)).text;
  for (const words of ['Youth conditional caution', 'Given and signed', '£15.00', '1 February 2027', 'Jo Marchbank']) {
    expect(shown).toContain(words);
  }
  expect(shown).toContain('Tell the victim the outcome');
  expect(shown).not.toContain('Mark as done');
});

test('what is typed wrong comes back with its words beside it', async () => {
  const { caseId } = await decidedCase(team, 'NO_FURTHER_ACTION');
  const wrong = { ...today, 'givenOn-month': '13', nfaReason: 'TIME_LIMIT_EXPIRED' };
  const { status, text } = await police.fill(`/cases/${caseId}/outcome`, wrong);
  expect(status).toBe(422);
  expect(text).toContain('There is a problem');
  expect(text).toMatch(/value="TIME_LIMIT_EXPIRED" checked/);
  const sent = await police.fill(`/cases/${caseId}/outcome`, { ...today, nfaReason: 'TIME_LIMIT_EXPIRED' });
  expect(sent.status).toBe(303);
  expect((await police.get(`/cases/${caseId}/outcome`)).text).toContain('The time limit for prosecution has passed');
});

test('the page of a case without an outcome says what is missing, and whoever may not record gets no form', async () => {
  const { caseId } = await referCase(team);
  expect((await police.get(`/cases/${caseId}/outcome`)).text).toContain('POLICE_DECISION_MISSING');
  const decided = await decidedCase(team);
  const { text } = await member.get(`/cases/${decided.caseId}/outcome`);
  expect(text).toContain('No outcome has been recorded');
  expect(text).not.toContain('name="givenOn-day"');
});

test('delivery is written on its page; a case that is not completed shows its ways back', async () => {
  const { caseId } = await decidedCase(team, 'OUTCOME_22');
  const at = `/cases/${caseId}/delivery`;
  expect((await police.get(at)).text).not.toContain('value="COMPLETED"');
  const action = {
    'actions[0][description]': 'Two sessions about consequences',
    'actions[0][owner]': 'The assessor',
    'actions[0][due-day]': '1',
    'actions[0][due-month]': '12',
    'actions[0][due-year]': '2026',
  };
  expect((await police.fill(at, { status: 'UNDER_WAY', ...action })).status).toBe(303);
  const ended = { completed: 'NO', reasonCode: 'DISENGAGED', 'endedOn-day': '23', 'endedOn-month': '11' };
  const sent = { ...ended, 'endedOn-year': '2026', reason: 'Moved away.' };
  expect((await police.fill(`${at}/completion`, sent)).status).toBe(303);
  const shown = (await police.get(at)).text;
  expect(shown).toContain('Two sessions about consequences');
  expect(shown).toContain(`/cases/${caseId}/return-to-panel`);
  const read = (await member.get(at)).text;
  expect(read).toContain('Moved away.');
  expect(read).not.toContain('name="status"');
  const empty = await police.fill(`/cases/${caseId}/return-to-panel`, { reason: ' ' });
  expect([empty.status, empty.text.includes('Enter the reason')]).toEqual([422, true]);
  expect((await police.fill(`/cases/${caseId}/return-to-panel`, { reason: 'Moved away.' })).status).toBe(303);
  expect(await stateOf(service, caseId)).toMatchObject({ state: 'PREPARING' });
  expect((await member.get(at)).text).toContain('Under an earlier decision');
});

test('two who write the same delivery are told, and what was typed stays', async () => {
  const { caseId } = await decidedCase(team, 'OUTCOME_22');
  await deliver(team, caseId, 'PLANNED');
  const at = `/cases/${caseId}/delivery`;
  const stale = await police.fill(at, { status: 'UNDER_WAY', version: '0' });
  expect(stale.status).toBe(409);
  expect(stale.text).toContain('Somebody else changed this');
});

test('duties are read on their page and marked done on one of their own, and the case is closed', async () => {
  const { caseId } = await decidedCase(team);
  await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');
  const listed = (await police.get(`/cases/${caseId}/duties`)).text;
  expect(listed).toContain(`href="/cases/${caseId}/duties/TELL_VICTIM/done"`);
  const done = await police.fill(`/cases/${caseId}/duties/TELL_VICTIM/done`, { note: 'By telephone' });
  expect([done.status, done.headers.get('location')]).toEqual([303, `/cases/${caseId}/duties`]);
  expect((await member.get(`/cases/${caseId}/duties`)).text).toContain('By telephone');
  const open = await police.fill(`/cases/${caseId}/closure`, {});
  expect([open.status, open.text.includes('DELIVERY_NOT_ENDED')]).toEqual([409, true]);
  await deliver(team, caseId, 'NOT_NEEDED');
  expect((await police.fill(`/cases/${caseId}/closure`, {})).status).toBe(303);
  expect(await stateOf(service, caseId)).toMatchObject({ state: 'CLOSED' });
});

test('whoever speaks with victims marks on its page that they were told, with how, and goes back to them', async () => {
  const { caseId, childId } = await decidedCase(team);
  await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');
  const worker = await browserOf(service, team, await team.as('VICTIM_WORKER'));
  const page = `/cases/${caseId}/duties/TELL_VICTIM/done`;
  const { text } = await worker.get(page);
  expect([text.includes('How was the victim told, or why were they not?'), text.includes(childId)]).toEqual([
    true,
    false,
  ]);
  expect((await worker.fill(page, { note: ' ' })).status).toBe(422);
  const done = await worker.fill(page, { note: 'By letter' });
  expect([done.status, done.headers.get('location')]).toEqual([303, `/cases/${caseId}/victims`]);
});

test('an override can be given on the page by those who may', async () => {
  const { caseId } = await decidedCase(team);
  const manager = await browserOf(service, team, await team.as('PANEL_TEAM_MANAGER'));
  const at = `/cases/${caseId}/outcome`;
  expect((await police.get(at)).text).not.toContain('name="overrides[0][code]"');
  const typed = { ...today, givenBy: 'PC Rowan Ashdown', place: 'At school', 'consent[status]': 'GIVEN' };
  const shown = (await manager.get(at)).text;
  expect(shown).toContain('Appropriate adult in the referral');
  const version = String(await versionOf(team, caseId));
  expect((await manager.fill(at, { ...typed, version })).status).toBe(409);
  const reason = { 'overrides[0][code]': 'APPROPRIATE_ADULT_MISSING', 'overrides[0][reason]': 'None could come.' };
  expect((await manager.fill(at, { ...typed, ...reason })).status).toBe(303);
  expect((await member.get(at)).text).toContain('None could come.');
});

test('a case is first to be closed once what was agreed has ended, and asks for it in the work of whoever closes', async () => {
  const areaId = await team.addArea('Market Bosworth');
  const other = teamIn(team, areaId);
  const assessor = await other.as('YJS_ASSESSOR');
  const pages = await browserOf(service, team, assessor);
  const { caseId } = await decidedCase(other, 'COMMUNITY_RESOLUTION', { panelAreaId: areaId });
  await recordOutcome(other, caseId, 'COMMUNITY_RESOLUTION', { victimInformedOn: dayFromNow(0) });
  const { caseId: nothing } = await decidedCase(other, 'NO_FURTHER_ACTION', { panelAreaId: areaId });
  await recordOutcome(other, nothing, 'NO_FURTHER_ACTION', { victimInformedOn: dayFromNow(0) });
  const button = async () =>
    new RegExp(`href="/cases/${caseId}/closure"[^>]*class="([^"]*)"`).exec(
      (await pages.get(`/cases/${caseId}`)).text,
    )?.[1];
  const toClose = async (): Promise<string[]> => {
    const { items } = (await assessor.api.get('/api/work')).body;
    return items
      .find(({ code }: { code: string }) => code === 'TO_CLOSE')
      .items.map(({ href }: { href: string }) => href);
  };
  expect(await button()).toContain('govuk-button--secondary');
  expect((await toClose()).toSorted()).toEqual([`/cases/${caseId}/delivery`, `/cases/${nothing}/delivery`].toSorted());
  expect((await pages.get('/')).text).toContain('Plan the delivery, or say that nothing has to be delivered');
  await deliver(other, caseId, 'UNDER_WAY');
  expect(await button()).toContain('govuk-button--secondary');
  expect(await toClose()).toEqual([`/cases/${nothing}/delivery`]);
  await deliver(other, caseId, 'COMPLETED');
  await deliver(other, nothing, 'NOT_NEEDED', { startedOn: undefined, actions: [] });
  expect(await button()).not.toContain('govuk-button--secondary');
  expect((await toClose()).toSorted()).toEqual([`/cases/${caseId}/closure`, `/cases/${nothing}/closure`].toSorted());
  for (const id of [caseId, nothing]) done('Closed', await assessor.api.post(`/api/cases/${id}/closure`, {}));
  expect(await toClose()).toEqual([]);
});

test.each([
  [
    'YOUTH_CONDITIONAL_CAUTION',
    { ...today, givenBy: 'Sergeant Hollis Ferrant' },
    {
      ...{ GIVEN_BY_MISSING: 'place', APPROPRIATE_ADULT_MISSING: 'appropriateAdult-name' },
      ...{ EXPLANATION_MISSING: 'explained', CONSENT_MISSING: 'consent-status' },
      YCC_CONDITIONS_REQUIRED: 'conditions',
    },
  ],
  ['NO_FURTHER_ACTION', today, { NFA_REASON_MISSING: 'nfaReason' }],
  ['OUTCOME_21', today, { VICTIM_NOT_INFORMED: 'victimInformedOn-day' }],
] as [string, Record<string, string>, Record<string, string>][])(
  'what keeps the outcome of %s from being recorded leads to the field that answers it',
  async (disposal, typed, fields) => {
    const { caseId } = await decidedCase(team, disposal);
    const { status, text } = await police.fill(`/cases/${caseId}/outcome`, typed);
    expect(status).toBe(409);
    for (const [code, id] of Object.entries<string>(fields)) {
      const link = `href="#${id}">([^<]+)</a>\\s*<p class="jdp-blockers__about">[^<]*${code}`;
      const [, words = ''] = new RegExp(link).exec(text) ?? [];
      expect([code, words]).toEqual([code, expect.stringMatching(/./)]);
      expect(text.slice(text.indexOf('<form'))).toContain(words);
    }
    expect(text).not.toContain('id="givenBy-error"');
  },
);

test('a penalty above the most leads to the conditions', async () => {
  const { caseId } = await decidedCase(team, 'YOUTH_CONDITIONAL_CAUTION');
  const { text } = await police.fill(`/cases/${caseId}/outcome`, {
    ...{ ...today, 'conditions[0][object]': 'PUNITIVE', 'conditions[0][description]': 'Pay a penalty' },
    'conditions[0][penaltyPence]': '900000',
  });
  expect(text).toMatch(/href="#conditions">[^<]+<\/a>\s*<p class="jdp-blockers__about">[^<]*YCC_PENALTY_CAP/);
});
