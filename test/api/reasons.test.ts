import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import sql from 'sql-template-tag';
import { sectionsInPack } from '../../src/assessments/reading/case-sections.view.js';
import { readCase } from '../../src/assessments/reading/read-case.js';
import { findCase } from '../../src/cases/find-case.js';
import { restsOn } from '../../src/policy/reasons.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { letChange } from '../support/let-change.js';
import { browserOf } from '../support/browser.js';
import { type Answer, codesOf, done } from '../support/clients.js';
import {
  aboutVictims,
  attend,
  dayFromNow,
  arrangeMeeting,
  decide,
  listCase,
  placeOf,
  recommendation,
} from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let chair: Colleague;
let clerk: Colleague;

const two = {
  victims: [
    { kind: 'PERSON', name: 'Morgan Tollgate', consentToShare: 'GIVEN', sameSchoolOrHome: 'NO' },
    { kind: 'CHILD', name: 'Ellis Quarry', consentToShare: 'GIVEN', sameSchoolOrHome: 'YES' },
  ],
};

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [chair, clerk] = [await team.as('PANEL_CHAIR'), await team.as('PANEL_ADMINISTRATOR')];
});
afterAll(() => service.stop());

type Listed = {
  readonly caseId: string;
  readonly meetingId: string;
  issue(): Promise<void>;
  send(more?: object): Promise<Answer>;
  read(by?: Colleague): Promise<any>;
};

async function listedCase(overrides: Record<string, unknown> = {}): Promise<Listed> {
  const { caseId } = await referCase(team, overrides);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  const meetingId = await listCase(team, caseId);
  const path = `/api/cases/${caseId}/recommendation`;
  return {
    ...{ caseId, meetingId },
    issue: async () => void done('The pack', await clerk.api.post(`/api/meetings/${meetingId}/packs`)),
    send: async (more = {}) => {
      const place = await placeOf(team, caseId);
      return chair.api.post(path, recommendation(place.meetingId, place.version, more));
    },
    read: async (by = chair) => done('The recommendation', await by.api.get(path)).body,
  };
}

const linksOf = (body: any, part: string): { section: string; href: string; standing: string }[] =>
  body.evidence.parts.find((one: { part: string }) => one.part === part).links;

const reasonsFor = (victims: object[]) => {
  const { reasons } = recommendation('', 0) as { reasons: Record<string, unknown> };
  return { ...reasons, victim: undefined, victims };
};

describe('each victim', () => {
  let listed: Listed;

  beforeAll(async () => {
    listed = await listedCase(two);
  });

  test('is written about by itself, and whoever is left out is named by place and by nothing else', async () => {
    const [first] = await aboutVictims(team, listed.caseId);
    const shut = await listed.send({ reasons: reasonsFor([first ?? {}]) });
    expect([shut.status, codesOf(shut)]).toEqual([409, ['REASONS_MISSING']]);
    expect(shut.body.blockers[0].message).toContain('(Victim 2)');
    expect(shut.text).not.toMatch(/Tollgate|Quarry/);
    expect((await listed.send()).body.blockers[0].message).toContain('(Victim 1, Victim 2)');
  });

  test('belongs to this case and is written about once', async () => {
    const [one, other] = await aboutVictims(team, listed.caseId);
    const strange = { victimId: '0199f2a0-0000-7000-8000-000000000000', reason: 'Somebody else.' };
    const wrong = await listed.send({ reasons: reasonsFor([one ?? {}, strange, one ?? {}]) });
    expect([wrong.status, wrong.body.errors]).toEqual([
      400,
      [
        { field: 'reasons.victims[1].victimId', message: 'Select a victim of this case' },
        { field: 'reasons.victims[2].victimId', message: 'This victim is written about already' },
      ],
    ]);
    const blank = await listed.send({ reasons: reasonsFor([{ ...other, reason: ' ' }]) });
    expect([blank.status, blank.body.errors[0].field]).toEqual([400, 'reasons.victims[0].reason']);
  });

  test('is asked about on the page, each with a box of its own and its own error', async () => {
    const browser = await browserOf(service, team, chair);
    const path = `/cases/${listed.caseId}/recommendation`;
    const { text } = await browser.get(path);
    expect(text).toContain('Victim 1: an adult: how did what they said bear on the recommendation?');
    expect(text).not.toContain('name="reasons[victim]"');
    const ids = [...text.matchAll(/name="reasons\[victims\]\[\d\]\[victimId\]" value="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(2);
    const missing = await browser.fill(path, { 'reasons[victims][0][reason]': 'Wants to be told.' });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('href="#reasons-victims-1-reason"');
    expect(missing.text).toContain('Answer “Victim 2: how did what they said bear on the recommendation?”');
    expect(missing.text).not.toContain('href="#reasons-victims-0-reason"');
    expect(missing.text).toContain('Select the least criminalising option that was considered');
    expect(missing.text).toContain('Select whether information was missing');
    const parts = ['child', 'carer', 'safety', 'harm', 'identity', 'earlierDisposals'];
    const whole = {
      ...{ disposal: 'OUTCOME_22', basis: 'UNANIMOUS', gravityDeparture: 'Explained.' },
      ...Object.fromEntries(parts.map((part) => [`reasons[${part}]`, `It bore on it: ${part}.`])),
      'optionsConsidered[0][disposal]': 'OUTCOME_22',
      'optionsConsidered[0][reason]': 'An activity that she chose.',
      'reasons[victims][0][reason]': 'Wants to be told.',
      'reasons[victims][1][reason]': 'Wants the corridor to be safe.',
      'leastCriminalising[disposal]': 'NO_FURTHER_ACTION',
      'missingInformation[status]': 'WENT_ON',
    };
    const faults = await browser.fill(path, whole);
    expect([faults.status, faults.text.includes('Enter what was missing, and why the panel went on')]).toEqual([
      422,
      true,
    ]);
    const open = { ...whole, 'missingInformation[reason]': 'Health did not answer; it would change nothing.' };
    const unsaid = await browser.fill(path, open);
    expect([unsaid.status, unsaid.text.includes('least criminalising option was not enough')]).toEqual([422, true]);
    const more = { 'leastCriminalising[reason]': 'Nothing would change.', 'restsOn[0][part]': 'harm' };
    const sent = await browser.fill(path, { ...open, ...more, 'restsOn[0][section]': 'agency-checks' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, path]);
    const shown = await browser.get(path);
    expect(shown.text).toContain('What victim 2 said');
    expect(shown.text).toContain('Wants the corridor to be safe.');
    expect(shown.text).toContain('Health did not answer; it would change nothing.');
    expect(shown.text).toMatch(/No pack had been issued when this was recorded: the case stood at version \d+\./);
    expect(shown.text).toContain(`href="/cases/${listed.caseId}/packs/draft#case-1-voices-child"`);
    expect(linksOf(await listed.read(), 'harm').map(({ section }) => section)).toEqual([
      'RISK_OF_SERIOUS_HARM',
      'agency-checks',
    ]);
  });
});

describe('what a reason rests on', () => {
  test('names sections that a pack has', async () => {
    const { caseId } = await listedCase();
    const { source } = service.read;
    const found = await findCase(source, chair.actor, 'case.read', caseId);
    const known = sectionsInPack(await readCase(source, found, dayFromNow(0))).map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining([...new Set(Object.values(restsOn).flat())]));
  });

  test('is the pack that the panel was given, and its link opens that section as it was', async () => {
    const listed = await listedCase();
    await listed.issue();
    done('The recommendation', await listed.send({ restsOn: [{ part: 'child', section: 'identity' }] }));
    const body = await listed.read();
    expect(body.evidence.pack).toMatchObject({ number: 1, meetingId: listed.meetingId });
    const [child, identity] = linksOf(body, 'child');
    expect([child, identity]).toMatchObject([
      { section: 'voices-child', standing: 'AS_GIVEN', href: expect.stringContaining('#case-1-voices-child') },
      { section: 'identity', standing: 'AS_GIVEN' },
    ]);
    const browser = await browserOf(service, team, chair);
    const [page = '', place] = (child?.href ?? '').split('#');
    const pack = await browser.get(page);
    expect([pack.status, pack.text.includes(`id="${place}"`)]).toEqual([200, true]);
    const { text } = await browser.get(`/cases/${listed.caseId}/recommendation`);
    expect(text).toContain('The reasons rest on version 1 of the pack');
    expect(text).toContain(`href="${child?.href}">What the child said, in version 1 of the pack</a>`);
    expect(text).not.toContain('Changed since');
    const police = await browserOf(service, team, await team.as('POLICE_DECISION_MAKER'));
    expect((await police.get(`/cases/${listed.caseId}/police-decision`)).text).toContain(child?.href);
    const [kept] = await service.read.rows<{ evidence: string }>(
      sql`select r.evidence from recommendations r where r."caseId" = ${listed.caseId}`,
    );
    expect(JSON.parse(kept?.evidence ?? '').pack.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is the newest version of this meeting’s pack, and of an earlier meeting’s where there is no other', async () => {
    const listed = await listedCase();
    await listed.issue();
    await listed.issue();
    const reason = { meetingId: listed.meetingId, reasonCode: 'LEGAL_ADVICE' };
    done('The adjournment', await chair.api.post(`/api/cases/${listed.caseId}/adjournment`, reason));
    const next = await arrangeMeeting(team);
    await listCase(team, listed.caseId, next);
    await attend(team, next);
    done('The recommendation', await listed.send());
    expect((await listed.read()).evidence.pack).toMatchObject({ number: 2, meetingId: listed.meetingId });
  });

  test('cannot be a section that the panel was not given', async () => {
    const listed = await listedCase();
    await listed.issue();
    const wrong = await listed.send({ restsOn: [{ part: 'child', section: 'weather' }] });
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([400, 'restsOn[0].section']);
    const part = await listed.send({ restsOn: [{ part: 'weather', section: 'identity' }] });
    expect([part.status, part.body.errors[0].field]).toEqual([400, 'restsOn[0].part']);
    expect((await chair.api.get(`/api/cases/${listed.caseId}/recommendation`)).status).toBe(404);
  });

  test('is marked where it changed after the pack was issued', async () => {
    const listed = await listedCase();
    await listed.issue();
    done('The recommendation', await listed.send({ disposal: 'OUTCOME_22' }));
    await decide(team, listed.caseId, 'OUTCOME_22');
    const giver = await team.as('YJS_POLICE_OFFICER');
    const reason = { reason: 'She could not come to the activity.' };
    done('The return', await giver.api.post(`/api/cases/${listed.caseId}/return-to-panel`, reason));
    const { api } = await team.as('YJS_ASSESSOR');
    const path = `/api/cases/${listed.caseId}/voices/child`;
    const { body: voice } = await api.get(path);
    const heard = { status: 'OBTAINED', heardOn: '2026-10-02', heardBy: 'The assessor', how: 'At home', attempts: [] };
    const words = { words: 'I want to try it again, near home.', influence: 'Another place.' };
    done('The voice', await api.put(path, { ...heard, ...words, version: voice.version }));
    const body = await listed.read();
    const standing = (part: string) => linksOf(body, part).map((link) => link.standing);
    expect([standing('child'), standing('carer'), standing('missingInformation')]).toEqual([
      ['CHANGED_SINCE'],
      ['AS_GIVEN'],
      ['AS_GIVEN', 'CHANGED_SINCE'],
    ]);
    const { text } = await (await browserOf(service, team, chair)).get(`/cases/${listed.caseId}/recommendation`);
    // The child spoke again, and with the return to the panel the sign-off fell.
    expect(text.match(/Changed since/g)).toHaveLength(2);
    const pack = await chair.api.get(`/api${linksOf(body, 'child')[0]?.href.split('#')[0]}`);
    expect(pack.text).not.toContain('near home');
  });

  test('is said to be unknown for a recommendation recorded before it was kept', async () => {
    const listed = await listedCase();
    done('The recommendation', await listed.send());
    const source = service.app.get<DataSource>(getDataSourceToken('write'));
    await letChange(source, ['recommendations']);
    await source.query(
      `update recommendations set evidence = null, "leastCriminalising" = null, "missingInformation" = null`,
    );
    expect(await listed.read()).toMatchObject({ evidence: null, leastCriminalising: null, missingInformation: null });
    const { text } = await (await browserOf(service, team, chair)).get(`/cases/${listed.caseId}/recommendation`);
    expect(text).toContain('Recorded before the service kept what each reason rests on.');
  });
});

test('what was written about a victim who takes their agreement back is withheld, but from those who audit', async () => {
  const listed = await listedCase(two);
  await listed.issue();
  const written = await aboutVictims(team, listed.caseId);
  const victims = written.map((one, place) => ({ ...one, reason: `About victim ${place + 1}.` }));
  done('The recommendation', await listed.send({ reasons: reasonsFor(victims) }));
  const worker = await team.as('VICTIM_WORKER');
  const at = `/api/cases/${listed.caseId}/victims`;
  const [first] = (await worker.api.get(at)).body.items;
  const withdrawal = { on: dayFromNow(0), reason: 'Wants nothing more to do with it.', version: first.version };
  done('The withdrawal', await worker.api.post(`${at}/${first.id}/withdrawal`, withdrawal));
  const body = await listed.read();
  expect(body.reasons.victims.map(({ reason }: { reason: string }) => reason)).toEqual([
    expect.stringContaining('Withheld'),
    'About victim 2.',
  ]);
  expect(linksOf(body, 'victim')).toMatchObject([{ standing: 'WITHHELD' }]);
  const { text } = await (await browserOf(service, team, chair)).get(`/cases/${listed.caseId}/recommendation`);
  expect([text.includes('About victim 1.'), text.includes('About victim 2.')]).toEqual([false, true]);
  const audited = await listed.read(await team.as('QA_LEAD'));
  expect(audited.reasons.victims).toMatchObject(victims);
});

describe('the least criminalising option', () => {
  test('is explained before a caution is recommended', async () => {
    const listed = await listedCase();
    const optionsConsidered = [
      { disposal: 'YOUTH_CAUTION', reason: 'It answers the harm.' },
      { disposal: 'CHARGE', reason: 'Far too heavy.' },
    ];
    const caution = { disposal: 'YOUTH_CAUTION', optionsConsidered };
    const shut = await listed.send({ ...caution, leastCriminalising: undefined });
    expect([shut.status, codesOf(shut)]).toEqual([409, ['LEAST_CRIMINALISING_NOT_EXPLAINED']]);
    const least = { disposal: 'OUTCOME_22' };
    const unsaid = await listed.send({ ...caution, leastCriminalising: least });
    expect([unsaid.status, unsaid.body.errors[0].field]).toEqual([400, 'leastCriminalising.reason']);
    const itself = await listed.send({
      ...caution,
      leastCriminalising: { disposal: 'YOUTH_CAUTION', reason: 'It is.' },
    });
    expect([itself.status, codesOf(itself)]).toEqual([409, ['LEAST_CRIMINALISING_NOT_EXPLAINED']]);
    for (const sent of [caution, { disposal: 'COMMUNITY_RESOLUTION' }]) {
      const heavier = await listed.send({ ...sent, leastCriminalising: { disposal: 'CHARGE', reason: 'Too heavy.' } });
      expect([heavier.status, heavier.body.errors[0].field]).toEqual([400, 'leastCriminalising.disposal']);
    }
    const said = { ...least, reason: 'She left the last activity after a day.' };
    expect((await listed.send({ ...caution, leastCriminalising: said })).status).toBe(201);
    expect((await listed.read()).leastCriminalising).toEqual(said);
  });

  test('need not be repeated by a client that named it among the options', async () => {
    const listed = await listedCase();
    const optionsConsidered = [
      { disposal: 'YOUTH_CAUTION', reason: 'It answers the harm.' },
      { disposal: 'OUTCOME_22', reason: 'She left the last activity after a day.' },
    ];
    const silent = { leastCriminalising: undefined, missingInformation: undefined };
    expect((await listed.send({ disposal: 'YOUTH_CAUTION', optionsConsidered, ...silent })).status).toBe(201);
  });
});

describe('what was missing', () => {
  test('is explained where the panel goes on without it', async () => {
    const { caseId } = await referCase(team);
    await prepareCase(team, caseId);
    const overrides = [{ code: 'AGENCY_CHECK_OUTSTANDING', reason: 'Health answers on Friday.' }];
    const manager = await team.as('PANEL_TEAM_MANAGER');
    const checks = `/api/cases/${caseId}/agency-checks/HEALTH_NAVIGATOR`;
    const asked = (await manager.api.get(`/api/cases/${caseId}/agency-checks`)).body.items.find(
      ({ agency }: { agency: string }) => agency === 'HEALTH_NAVIGATOR',
    );
    const open = { status: 'REQUESTED', version: asked.version };
    done('The check', await manager.api.put(checks, open));
    await signOff(team, caseId, overrides);
    const meetingId = await listCase(team, caseId);
    const { version } = await placeOf(team, caseId);
    const send = (more: object) =>
      chair.api.post(`/api/cases/${caseId}/recommendation`, recommendation(meetingId, version, { overrides, ...more }));
    for (const missingInformation of [undefined, { status: 'NOTHING' }]) {
      const shut = await send({ missingInformation });
      expect([shut.status, codesOf(shut)]).toEqual([409, ['MISSING_INFORMATION_NOT_EXPLAINED']]);
      expect(shut.body.blockers[0].message).toContain('agency check');
    }
    const browser = await browserOf(service, team, chair);
    const { text } = await browser.get(`/cases/${caseId}/recommendation`);
    expect(text).toContain('Known to be missing: A required agency check');
    const parts = ['child', 'carer', 'victim', 'safety', 'harm', 'identity', 'earlierDisposals'];
    const typed = await browser.fill(`/cases/${caseId}/recommendation`, {
      ...{ disposal: 'OUTCOME_22', basis: 'UNANIMOUS', 'missingInformation[status]': 'NOTHING' },
      ...Object.fromEntries(parts.map((part) => [`reasons[${part}]`, `It bore on it: ${part}.`])),
      ...{ 'optionsConsidered[0][disposal]': 'OUTCOME_22', 'optionsConsidered[0][reason]': 'She chose it.' },
      ...{ 'leastCriminalising[disposal]': 'NO_FURTHER_ACTION', 'leastCriminalising[reason]': 'Too little.' },
    });
    expect([typed.status, typed.text.includes('href="#missingInformation-status"')]).toEqual([409, true]);
    expect(typed.text).toContain('id="missingInformation-status-error"');
    const wentOn = { status: 'WENT_ON', reason: 'The nurse was rung and expects nothing new.' };
    expect((await send({ missingInformation: wentOn })).status).toBe(201);
    const { body } = await chair.api.get(`/api/cases/${caseId}/recommendation`);
    expect(body.missingInformation).toEqual(wentOn);
    expect(JSON.stringify(body.evaluation)).not.toContain('expects nothing new');
  });

  test.each([
    ['a standing that does not exist', { status: 'MAYBE' }, 'missingInformation.status'],
    ['going on without a reason', { status: 'WENT_ON' }, 'missingInformation.reason'],
    ['a reason that is no text', { status: 'NOTHING', reason: { a: 1 } }, 'missingInformation.reason'],
    ['words alone', 'Nothing was missing', 'missingInformation'],
  ])('%s is refused with its field', async (_, missingInformation, field) => {
    listed ??= await listedCase();
    const { status, body } = await listed.send({ missingInformation });
    expect([status, body.errors.map((error: { field: string }) => error.field)]).toEqual([400, [field]]);
  });
  let listed: Listed | undefined;
});
