import { AccessGuard, type Route } from '../../src/access/guard-routes.js';
import { carries, type Role, roleCodes, serviceRoles } from '../../src/policy/permissions.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { type Answer, done } from '../support/clients.js';
import { restrictCase, stepOut } from '../support/confidential-story.js';
import { recordOutcome } from '../support/outcomes-story.js';
import { arrangeMeeting, attend, decide, listCase, recommend } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { decideCases, drawPlan } from '../support/quality-story.js';
import { gravity, type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

/**
 * Two cases hold words of their own in everything that could be known of them: one is before a panel, one was decided and
 * audited. Every route that is read is then read by somebody with every role of the panel area, to whom both are closed.
 * Source: security checklist 38 and 40.
 */
const NOWHERE = '0199f2a0-0000-7000-8000-000000000000';
const WORDS = ['Zebulon', 'Quillfeather', 'Wrennick', 'thistledown', 'Oakapple', '26/99117/26', '26/99118/26'];
const every: readonly Role[] = roleCodes.filter((role) => !serviceRoles.includes(role));

let service: Service;
let team: Team;
let open: ReferredCase;
let heard: ReferredCase;
let past: ReferredCase;
let meetingId: string;
let planId: string;
let routes: Route[];

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  open = await referCase(team);
  await decideCases(team, 1);
  heard = await secretCase('26/99117/26');
  past = await secretCase('26/99118/26', 'Oakapple');
  meetingId = await arrangeMeeting(team);
  await attend(team, meetingId);
  for (const { caseId } of [heard, past]) {
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    await listCase(team, caseId, meetingId);
  }
  const { api } = await team.as('PANEL_ADMINISTRATOR');
  done('The pack', await api.post(`/api/meetings/${meetingId}/packs`, { version: 0 }));
  await recommend(team, past.caseId);
  await decide(team, past.caseId);
  await recordOutcome(team, past.caseId, 'COMMUNITY_RESOLUTION');
  ({ planId } = await drawPlan(team, { size: 50 }));
  routes = service.app.get(AccessGuard).routes();
}, 120_000);
afterAll(() => service.stop());

/** A case in which every word is one that stands nowhere else. */
function secretCase(crimeReference: string, familyName = 'Quillfeather'): Promise<ReferredCase> {
  const [day] = [crimeReference.endsWith('17/26') ? '2011-03-04' : '2012-05-06'];
  return referCase(team, {
    child: {
      ...{ givenName: 'Zebulon', familyName, dateOfBirth: day, sex: 'MALE' },
      ethnicity: { code: 'W1', scheme: '18+1', source: 'SELF' },
    },
    crimeReference,
    offences: [
      { date: '2026-09-12', homeOfficeClass: '58D', description: 'Tore up a thistledown hedge.', gravity: gravity() },
    ],
    victims: [{ kind: 'PERSON', name: 'Wrennick Hale', consentToShare: 'GIVEN', sameSchoolOrHome: 'NO' }],
    policeInformation: 'A thistledown hedge was torn up.',
  });
}

/** The address of a route about one of the two, or about nothing there is. */
function addressOf({ path }: Route, { caseId, childId }: Pick<ReferredCase, 'caseId' | 'childId'>): string {
  const known: Record<string, string> = {
    ...{ 'cases/:id': caseId, 'cases/:caseId': caseId, 'referrals/:id': caseId, 'children/:id': childId },
    ...{ 'meetings/:id': meetingId, 'audit-plans/:id': planId, 'packs/:version': '1', 'versions/:number': '1' },
    ...{ 'agency-checks/:agency': 'POLICE', 'judgements/:judgement': 'RISK_OF_SERIOUS_HARM', 'voices/:who': 'child' },
    ...{ 'assessment/:slug': 'behaviour', 'letters/:kind': 'child-rights' },
  };
  return path
    .replaceAll(/([\w-]+)\/:(\w+)/g, (part, before: string) => `${before}/${known[part] ?? NOWHERE}`)
    .replaceAll(/[:*]\w+/g, 'consent');
}

/** What a page says, whoever it says it to: without its nonces, tokens and keys, and without the address it was asked at. */
const plain = ({ text }: Answer, ids: readonly string[]): string =>
  ids
    .reduce((said, id) => said.replaceAll(id, NOWHERE), text)
    .replaceAll(/nonce="[^"]*"|name="_(csrf|key)" value="[^"]*"|Reference: [\w-]+|[0-9a-f]{8}-[0-9a-f-]{27}/g, '');

const isOfCase = (path: string): boolean => /(cases|referrals)\/:(id|caseId)|children\/:id/.test(path);

async function walk(colleague: Colleague): Promise<{ leaks: string[]; differences: unknown[]; read: number }> {
  const browser = await browserOf(service, team, colleague);
  const get = (address: string): Promise<Answer> =>
    (address.startsWith('/api/') ? colleague.api : browser).get(address);
  const leaks: string[] = [];
  const differences: unknown[] = [];
  let read = 0;
  for (const route of routes.filter(({ verb }) => verb === 'GET')) {
    for (const one of [heard, past]) {
      const ids = [one.caseId, one.childId];
      const answer = await get(addressOf(route, one));
      read += 1;
      expect([route.path, answer.status < 500]).toEqual([route.path, true]);
      const secrets = [...WORDS, heard.reference, past.reference];
      leaks.push(...secrets.filter((word) => answer.text.includes(word)).map((word) => `${route.path}: ${word}`));
      if (!isOfCase(route.path)) {
        leaks.push(
          ...[heard, past].filter(({ caseId }) => answer.text.includes(caseId)).map(() => `${route.path}: id`),
        );
        continue;
      }
      const missing = await get(addressOf(route, { caseId: NOWHERE, childId: NOWHERE }));
      const same = answer.status === missing.status && plain(answer, ids) === plain(missing, []);
      if (!same) differences.push([route.path, answer.status, missing.status]);
      if (missing.status === 200 || answer.status === 200) differences.push([route.path, 'opened']);
    }
  }
  return { leaks, differences, read };
}

/** What is counted and what is searched, where the addresses say nothing of it. */
async function counts({ api }: Colleague): Promise<unknown> {
  const found: number[] = [];
  const criteria = [{ name: 'Zebulon' }, { name: 'Quillfea' }, { dateOfBirth: '2011-03-04' }];
  const references = [heard.reference, past.reference, '26/99117/26'].map((reference) => ({ reference }));
  for (const wanted of [...criteria, ...references]) {
    const { searchId } = done('The search', await api.post('/api/case-searches', wanted)).body;
    found.push((await api.get(`/api/case-searches/${searchId}`)).body.items.length);
  }
  const plan = (await api.get(`/api/audit-plans/${planId}`)).body;
  const [listed] = (await api.get('/api/audit-plans')).body.items;
  const [meeting] = (await api.get('/api/meetings')).body.items.filter(({ id }: { id: string }) => id === meetingId);
  const packs = (await api.get(`/api/meetings/${meetingId}/packs`)).body.items ?? [];
  return {
    caseload: (await api.get('/api/cases')).body.count,
    flagged: (await api.get('/api/cases?flag=REPEAT_DISPOSAL')).body.count,
    found,
    sample: [plan.size, plan.sample.length, listed.size],
    ratings: (await api.get(`/api/audit-plans/${planId}/ratings`)).body.audits.sample,
    population: (await api.get(`/api/audit-plans/population?panelAreaId=${team.areaId}&from=2026-01-01&to=2026-12-31`))
      .body.population,
    meeting: meeting.cases,
    packs: packs.map((pack: { cases?: number }) => pack.cases ?? 0),
    pack: (await api.get(`/api/meetings/${meetingId}/pack`)).body.cases.length,
  };
}

const nothing = {
  ...{ caseload: 2, flagged: 0, found: [0, 0, 0, 0, 0, 0], sample: [1, 1, 1], ratings: 1, population: 1 },
  ...{ meeting: 0, pack: 0 },
};

test('to somebody with every role of the area both cases are there before', async () => {
  const { leaks, differences } = await walk(await team.hire(every));
  expect(new Set(leaks.map((leak) => leak.split(': ')[1]))).toEqual(
    new Set([...WORDS, heard.reference, past.reference, 'id']),
  );
  expect(differences.length).toBeGreaterThan(100);
}, 120_000);

test('to whoever stepped out of both, no route shows anything of either, nor counts them', async () => {
  const colleague = await team.hire(every);
  await stepOut(heard.caseId, colleague);
  await stepOut(past.caseId, colleague);
  const { leaks, differences, read } = await walk(colleague);
  expect(read).toBeGreaterThan(200);
  expect(leaks).toEqual([]);
  expect(differences).toEqual([]);
  expect(await counts(colleague)).toMatchObject(nothing);
  const { agenda } = (await colleague.api.get(`/api/meetings/${meetingId}`)).body;
  expect(agenda).toEqual([1, 2].map((position) => ({ position, recused: true, restricted: false })));
}, 120_000);

describe('once both are restricted', () => {
  let colleague: Colleague;

  beforeAll(async () => {
    colleague = await team.hire(every);
    for (const { caseId } of [heard, past]) await restrictCase(team, caseId);
  });

  test('no route shows anything of either to somebody who is not named, nor counts them', async () => {
    const { leaks, differences } = await walk(colleague);
    expect(leaks).toEqual([]);
    expect(differences).toEqual([]);
    expect(await counts(colleague)).toMatchObject(nothing);
  }, 120_000);

  test('on the agenda their places stand for those who sit, and leave no gap for anybody else', async () => {
    const { agenda } = (await colleague.api.get(`/api/meetings/${meetingId}`)).body;
    expect(agenda).toEqual([1, 2].map((position) => ({ position, recused: false, restricted: true })));
    const text = (await (await browserOf(service, team, colleague)).get(`/meetings/${meetingId}`)).text;
    expect(text).toContain('1. A restricted case');
    const pack = (await (await browserOf(service, team, colleague)).get(`/meetings/${meetingId}/pack`)).text;
    expect(pack).toContain('Version 1: 0 cases');
    const auditor = await team.as('QA_AUDITOR');
    expect((await auditor.api.get(`/api/meetings/${meetingId}`)).body.agenda).toEqual([]);
  });

  test('the like of the child is nobody’s possible match, and their victim is not known', async () => {
    const { api } = await team.hire(every);
    const alike = await referCase(team, {
      child: {
        ...{ givenName: 'Zebulon', familyName: 'Quillfeather', dateOfBirth: '2011-03-04', sex: 'MALE' },
        ethnicity: { code: 'W1', scheme: '18+1', source: 'SELF' },
      },
    });
    expect(alike.possibleMatches).toEqual([]);
    expect((await api.get(`/api/children/${alike.childId}/matches`)).body.items).toEqual([]);
    const manager = await team.as('PANEL_TEAM_MANAGER');
    const known = (await manager.api.get(`/api/children/${alike.childId}/matches`)).body.items;
    expect(known.map(({ childId }: { childId: string }) => childId)).toContain(heard.childId);
    done('The withdrawal', await manager.api.post(`/api/cases/${alike.caseId}/withdrawal`, { reason: 'A test.' }));
  });

  test('a disposal that one of them gave counts for everybody, and its case is there for those alone who are named', async () => {
    const manager = await team.as('PANEL_TEAM_MANAGER');
    const officer = await team.as('YJS_POLICE_OFFICER');
    const again = await referCase(team, { childId: past.childId, child: undefined }, manager);
    const api = `/api/cases/${again.caseId}`;
    const seen = async ({ api: client }: Colleague) => [
      (await client.get(api)).body.flags.length,
      (await client.get(`${api}/earlier-disposals`)).body.items.length,
      (await client.get(`/api/children/${past.childId}/disposals`)).body.items.length,
      (await client.get(`/api/children/${past.childId}`)).body.cases.length,
      (await client.get('/api/cases?flag=REPEAT_DISPOSAL')).body.count,
    ];
    expect(await seen(manager)).toEqual([1, 1, 1, 2, 1]);
    expect(await seen(officer)).toEqual([1, 1, 1, 1, 1]);
    const page = await (await browserOf(service, team, officer)).get(`/cases/${again.caseId}`);
    expect(page.text).toContain('1 earlier disposal');
    for (const at of [api, `${api}/earlier-disposals`, `/api/children/${past.childId}/disposals`]) {
      const { text } = await officer.api.get(at);
      expect([at, [past.caseId, past.reference, 'thistledown'].filter((word) => text.includes(word))]).toEqual([
        at,
        [],
      ]);
    }
  });

  test('a pack that was issued whole shows it to those alone who are named', async () => {
    const [manager, officer] = [await team.as('PANEL_TEAM_MANAGER'), await team.as('YJS_POLICE_OFFICER')];
    const again = await referCase(team, { childId: past.childId, child: undefined }, manager);
    await prepareCase(team, again.caseId);
    await signOff(team, again.caseId, [{ code: 'EARLIER_DISPOSAL_NOT_ANALYSED', reason: 'Only we know of it.' }]);
    const second = await listCase(team, again.caseId);
    done('The pack', await manager.api.post(`/api/meetings/${second}/packs`, { version: 0 }));
    for (const at of [`/meetings/${second}/pack`, `/cases/${again.caseId}/pack`]) {
      const shown = async (one: Colleague) => [
        (await one.api.get(`/api${at}`)).text.includes('thistledown'),
        (await (await browserOf(service, team, one)).get(at)).text.includes('thistledown'),
      ];
      expect([at, await shown(manager), await shown(officer)]).toEqual([at, [true, true], [false, false]]);
    }
  }, 60_000);

  test('what is written of both in the trail is whole for its officer, without their references', async () => {
    const role = { roles: [{ role: 'DATA_PROTECTION_OFFICER' }], agency: 'YOUTH_JUSTICE_SERVICE' };
    const person = { name: 'Dana Protector', email: 'dana@example.org', ...role };
    const { id } = done('The officer', await team.administrator.api.post('/api/people', person)).body;
    const entries = await trailRead(id);
    const ofBoth = entries.filter(({ subjectId }) => [heard.caseId, past.caseId].includes(subjectId));
    expect(ofBoth.length).toBeGreaterThan(40);
    expect(new Set(ofBoth.map(({ reference, closed }) => `${reference} ${closed}`))).toEqual(
      new Set(['null RESTRICTED']),
    );
    const text = JSON.stringify(entries);
    expect([...WORDS, heard.reference, past.reference].filter((word) => text.includes(word))).toEqual([]);
    expect(text).toContain(open.reference);
  });
});

type Entry = { subjectId: string; reference: string | null; closed: string | null };

async function trailRead(personId: string): Promise<Entry[]> {
  const { MakeAccessToken } = await import('../../src/access/access-tokens.js');
  const { apiClient } = await import('../support/clients.js');
  const actor = { personId, name: 'Dana Protector', agency: 'YOUTH_JUSTICE_SERVICE', roles: [] } as const;
  const { token } = await service.app.get(MakeAccessToken).execute(actor, { label: 'tests' });
  const api = apiClient(service.url, token);
  const entries: Entry[] = [];
  let after = '';
  do {
    const { items, next } = (await api.get(`/api/trail?limit=100${after}`)).body;
    entries.push(...items);
    after = next ? `&after=${next}` : '';
  } while (after);
  return entries;
}

test('every role that reads cases of an area is among those who walk', () => {
  expect(roleCodes.filter((role) => carries(role, 'case.read') && !every.includes(role))).toEqual([]);
});
