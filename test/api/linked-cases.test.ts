import { spawnSync } from 'node:child_process';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { caseLetterKinds, letterKindCodes, victimLetterKinds } from '../../src/policy/letters.js';
import { AccessGuard } from '../../src/access/guard-routes.js';
import { type Role, roleCodes, serviceRoles } from '../../src/policy/permissions.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { type Answer, codesOf, done } from '../support/clients.js';
import { linkCases, restrictCase, stepOut } from '../support/confidential-story.js';
import { writeLetter } from '../support/letters-story.js';
import { recordOutcome } from '../support/outcomes-story.js';
import { arrangeMeeting, attend, decide, listCase, recommend } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let manager: Colleague;
let administrator: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, manager] = [await team.as('YJS_ASSESSOR'), await team.as('PANEL_TEAM_MANAGER')];
  administrator = await team.as('PANEL_ADMINISTRATOR');
});
afterAll(() => service.stop());

const every: readonly Role[] = roleCodes.filter((role) => !serviceRoles.includes(role));
const linksOf = async ({ caseId }: ReferredCase, { api }: Colleague = manager): Promise<string[]> =>
  (await api.get(`/api/cases/${caseId}/links`)).body.items.map(({ reference }: ReferredCase) => reference);
const faults = ({ status, body }: Answer) => [
  status,
  (body.errors ?? []).map(({ field, message }: { field: string; message: string }) => `${field}: ${message}`),
];

test('two cases of one incident are linked, seen from both, and unlinked with a reason', async () => {
  const [one, other] = [await referCase(team), await referCase(team)];
  const linkId = await linkCases(team, one.caseId, other.reference.toLowerCase());
  expect([await linksOf(one), await linksOf(other)]).toEqual([[other.reference], [one.reference]]);
  const { alsoDealtWith, offences } = (await manager.api.get(`/api/cases/${one.caseId}`)).body;
  expect([alsoDealtWith, offences.length]).toEqual([[{ caseId: other.caseId, reference: other.reference }], 1]);
  const path = `/api/cases/${other.caseId}/links/${linkId}/unlinking`;
  expect((await assessor.api.post(path, { reason: '' })).status).toBe(400);
  expect((await (await team.as('PANEL_MEMBER')).api.post(path, { reason: 'No.' })).status).toBe(403);
  expect((await assessor.api.post(path, { reason: 'It was another evening.' })).status).toBe(200);
  expect((await assessor.api.post(path, { reason: 'Again.' })).status).toBe(404);
  expect([await linksOf(one), await linksOf(other)]).toEqual([[], []]);
  await linkCases(team, other.caseId, one.reference);
  expect(await linksOf(one)).toEqual([other.reference]);
  const linkings = async ({ api }: Colleague) => {
    const { items } = (await api.get(`/api/cases/${one.caseId}/timeline`)).body;
    return items.map(({ event }: { event: string }) => event).filter((event: string) => /^CASES_/.test(event));
  };
  expect(await linkings(manager)).toEqual(['CASES_LINKED', 'CASES_UNLINKED', 'CASES_LINKED']);
  await restrictCase(team, other.caseId);
  expect(await linkings(manager)).toEqual(['CASES_LINKED', 'CASES_UNLINKED', 'CASES_LINKED']);
  expect(await linkings(assessor)).toEqual([]);
});

test('what cannot be linked is refused with its reason, and a case that is closed like one that is not there', async () => {
  const one = await referCase(team);
  const path = `/api/cases/${one.caseId}/links`;
  const link = (reference: string, reason = 'The same evening.') => assessor.api.post(path, { reference, reason });
  const elsewhere = await team.addArea('Hither Vale');
  const officer = await team.hire(['REFERRING_OFFICER'], { agency: 'POLICE', areaId: elsewhere });
  const far = await referCase(team, { panelAreaId: elsewhere }, officer);
  const hidden = await referCase(team);
  await restrictCase(team, hidden.caseId);
  const none = faults(await link('JDP-26-WWWWWW'));
  expect(none).toEqual([400, ['reference: No case that you can open has this reference']]);
  expect(faults(await link(hidden.reference))).toEqual(none);
  expect(faults(await link(far.reference))).toEqual(none);
  expect(faults(await link(one.reference))).toEqual([400, ['reference: This is the case itself']]);
  const same = await referCase(team, { childId: one.childId, child: undefined }, manager);
  expect(faults(await link(same.reference))).toEqual([400, ['reference: This is a case of the same child']]);
  const both = await team.hire(['YJS_ASSESSOR']);
  expect((await both.api.post(path, { reference: '', reason: '' })).body.errors).toHaveLength(2);
  const other = await referCase(team);
  expect((await link(other.reference)).status).toBe(201);
  expect([codesOf(await link(other.reference)), await linksOf(one)]).toEqual([['WRONG_STATE'], [other.reference]]);
});

test('whoever may not see the other case is told of no link', async () => {
  const [one, other] = [await referCase(team), await referCase(team)];
  const linkId = await linkCases(team, one.caseId, other.reference);
  const out = await team.hire(['YJS_ASSESSOR']);
  await stepOut(other.caseId, out);
  expect(await linksOf(one, out)).toEqual([]);
  expect((await out.api.get(`/api/cases/${one.caseId}`)).body.alsoDealtWith).toEqual([]);
  const page = await (await browserOf(service, team, out)).get(`/cases/${one.caseId}`);
  expect(page.text).not.toContain(other.reference);
  const undo = await out.api.post(`/api/cases/${one.caseId}/links/${linkId}/unlinking`, { reason: 'No.' });
  expect(undo.status).toBe(404);
  await restrictCase(team, other.caseId);
  expect([await linksOf(one, assessor), await linksOf(one)]).toEqual([[], [other.reference]]);
});

async function listed(meetingId: string): Promise<ReferredCase> {
  const referred = await referCase(team);
  await prepareCase(team, referred.caseId);
  await signOff(team, referred.caseId);
  await listCase(team, referred.caseId, meetingId);
  return referred;
}

const agendaOf = async (meetingId: string): Promise<{ reference: string; heardTogetherWith: string[] }[]> =>
  (await administrator.api.get(`/api/meetings/${meetingId}`)).body.agenda;

test('linked cases on one agenda are put next to each other and heard together, each decided alone', async () => {
  const meetingId = await arrangeMeeting(team);
  await attend(team, meetingId);
  const [first, second, third] = [await listed(meetingId), await listed(meetingId), await listed(meetingId)];
  const path = `/api/meetings/${meetingId}/hearing-together`;
  const { caseId } = first;
  expect(faults(await administrator.api.post(path, { caseId }))).toEqual([
    ...[400, ['caseId: No case that is linked with this one is for hearing at this meeting']],
  ]);
  await linkCases(team, first.caseId, third.reference);
  expect((await (await team.as('PANEL_MEMBER')).api.post(path, { caseId })).status).toBe(403);
  expect((await administrator.api.post(path, { caseId, version: 0 })).status).toBe(409);
  const answer = await administrator.api.post(path, { caseId });
  expect([answer.status, answer.body.caseIds]).toEqual([200, [first.caseId, third.caseId]]);
  const agenda = await agendaOf(meetingId);
  expect(agenda.map(({ reference, heardTogetherWith }) => [reference, heardTogetherWith])).toEqual([
    [first.reference, [third.caseId]],
    [third.reference, [first.caseId]],
    [second.reference, []],
  ]);
  const chair = await browserOf(service, team, await team.as('PANEL_CHAIR'));
  expect((await chair.get(`/meetings/${meetingId}`)).text).toContain(`Heard together with ${third.reference}`);
  await recommend(team, first.caseId);
  const states = await Promise.all(
    [first, third].map(async (one) => (await manager.api.get(`/api/cases/${one.caseId}`)).body.state),
  );
  expect(states).toEqual(['RECOMMENDED', 'LISTED']);
  await recommend(team, third.caseId, 'OUTCOME_22');
  await decide(team, third.caseId, 'OUTCOME_22');
});

test('cases of which one is closed to somebody are not heard together for them, and are not parted by them', async () => {
  const meetingId = await arrangeMeeting(team);
  const [one, other] = [await listed(meetingId), await listed(meetingId)];
  await linkCases(team, one.caseId, other.reference);
  const at = `/api/meetings/${meetingId}`;
  done('Together', await administrator.api.post(`${at}/hearing-together`, { caseId: one.caseId }));
  await restrictCase(team, other.caseId);
  expect((await administrator.api.post(`${at}/hearing-apart`, { caseId: one.caseId })).status).toBe(404);
  const agenda = (await manager.api.get(at)).body.agenda;
  const { heardTogetherWith } = agenda.find(({ caseId }: ReferredCase) => caseId === one.caseId);
  expect(heardTogetherWith).toEqual([other.caseId]);
});

test('on the pages cases are linked, put together, heard one by one again and unlinked', async () => {
  const meetingId = await arrangeMeeting(team);
  const [one, between, other] = [await listed(meetingId), await listed(meetingId), await listed(meetingId)];
  const browser = await browserOf(service, team, assessor);
  const at = `/cases/${one.caseId}/links`;
  expect((await browser.fill(`${at}/new`, { reference: 'JDP-26-VVVVVV', reason: 'So.' })).text).toContain(
    'No case that you can open has this reference',
  );
  const linked = await browser.fill(`${at}/new`, { reference: other.reference, reason: 'The <same> evening.' });
  expect([linked.status, linked.headers.get('location')]).toEqual([303, at]);
  const { text } = await browser.get(at);
  expect(text).toContain('The &lt;same&gt; evening.');
  expect((await browser.get(`/cases/${one.caseId}`)).text).toContain('Also dealt with:');
  const desk = await browserOf(service, team, administrator);
  const [, way = ''] = /href="([^"]+hearing-together\?caseId=[^"]+)"/.exec(
    (await desk.get(`/meetings/${meetingId}`)).text,
  ) ?? ['', ''];
  expect((await desk.fill(way, {})).status).toBe(303);
  expect((await agendaOf(meetingId)).map(({ reference }) => reference)).toEqual([
    ...[one.reference, other.reference, between.reference],
  ]);
  expect((await desk.fill(`/meetings/${meetingId}/hearing-apart?caseId=${one.caseId}`, {})).status).toBe(303);
  expect((await agendaOf(meetingId)).flatMap(({ heardTogetherWith }) => heardTogetherWith)).toEqual([]);
  const [, undo = ''] = /href="([^"]+\/unlinking)"/.exec(text) ?? [];
  expect((await browser.fill(undo, { reason: 'Another evening.' })).status).toBe(303);
  expect((await browser.get(at)).text).toContain('No other case that you can open is linked');
});

describe('the papers of linked children', () => {
  const MARK = 'OTHERCHILDSMATTER';
  let own: ReferredCase;
  let other: ReferredCase;
  let meetingId: string;
  let reader: Colleague;
  let marked: Set<string>;
  const victims = new Map<string, string>();

  beforeAll(async () => {
    meetingId = await arrangeMeeting(team);
    await attend(team, meetingId);
    [own, other] = [await listed(meetingId), await listed(meetingId)];
    await linkCases(team, own.caseId, other.reference);
    await administrator.api.post(`/api/meetings/${meetingId}/hearing-together`, { caseId: own.caseId });
    marked = await poison(other);
    done('The pack', await administrator.api.post(`/api/meetings/${meetingId}/packs`, { version: 0 }));
    await recommend(team, own.caseId);
    await decide(team, own.caseId);
    await recordOutcome(team, own.caseId, 'COMMUNITY_RESOLUTION');
    for (const { caseId } of [own, other]) {
      victims.set(
        caseId,
        (await (await team.as('VICTIM_WORKER')).api.get(`/api/cases/${caseId}/victims`)).body.items[0].id,
      );
    }
    reader = await team.hire(every);
  }, 60_000);

  /** Marks whatever words stand in the rows of a case, of its child and of its victims; gives the tables that hold a mark. */
  async function poison({ caseId, childId }: ReferredCase): Promise<Set<string>> {
    const source = service.app.get<DataSource>(getDataSourceToken('write'));
    const held = new Set<string>();
    for (const { tableName, columns, primaryColumns } of source.entityMetadatas) {
      if (/^(trail|pack|case_links|child_search_names|people$)/.test(tableName)) continue;
      const names = columns.map(({ databaseName }) => databaseName);
      const where = rowsOf(tableName, names, caseId, childId);
      if (!where) continue;
      const rows: Record<string, unknown>[] = await source.query(`select * from ${tableName} where ${where}`);
      for (const row of rows) {
        for (const name of names) {
          const value = poisoned(tableName, name, row[name]);
          if (value === row[name]) continue;
          const key = primaryColumns.map(({ databaseName: one }) => `"${one}" = '${String(row[one])}'`).join(' and ');
          await source.query(`update ${tableName} set "${name}" = $1 where ${key}`, [value]);
          held.add(tableName);
        }
      }
    }
    return held;
  }

  function rowsOf(table: string, names: readonly string[], caseId: string, childId: string): string | null {
    if (table === 'cases') return `id = '${caseId}'`;
    if (table === 'children') return `id = '${childId}'`;
    if (table === 'people_harmed') return `id in (select "harmedId" from victims where "caseId" = '${caseId}')`;
    if (names.includes('caseId')) return `"caseId" = '${caseId}'`;
    return names.includes('childId') ? `"childId" = '${childId}'` : null;
  }

  /** Somebody's words have a blank in them, whether they stand alone or in a list; names of children are marked too. */
  function poisoned(table: string, column: string, value: unknown): unknown {
    if (typeof value !== 'string' || column === 'reference') return value;
    if (table === 'children' && /Name$/.test(column)) return MARK;
    if (/^[[{]/.test(value)) return JSON.stringify(JSON.parse(value), (_, one: unknown) => wordsMarked(one));
    return wordsMarked(value);
  }

  const wordsMarked = (value: unknown): unknown =>
    typeof value === 'string' && value.includes(' ') && value.length > 12 ? `${MARK} ${value}` : value;

  const client = async (address: string): Promise<Answer> =>
    address.startsWith('/api/') ? reader.api.get(address) : (await browserOf(service, team, reader)).get(address);

  function addressesOf({ caseId, childId }: ReferredCase): string[] {
    const known: Record<string, string> = {
      ...{ 'cases/:id': caseId, 'children/:id': childId, 'referrals/:id': caseId, 'voices/:who': 'child' },
      ...{ 'agency-checks/:agency': 'POLICE', 'judgements/:judgement': 'RISK_OF_SERIOUS_HARM' },
      ...{
        'versions/:number': '1',
        'assessment/:slug': 'behaviour',
        'packs/:version': 'draft',
        'victims/:victimId': victims.get(caseId) ?? '',
      },
    };
    const fill = (path: string, kind: string): string =>
      path.replaceAll(/([\w-]+)\/:(\w+)/g, (part, before: string) =>
        part === 'letters/:kind' ? `${before}/${kind}` : `${before}/${known[part]}`,
      );
    return service.app
      .get(AccessGuard)
      .routes()
      .filter(({ verb, path }) => verb === 'GET' && /(cases|children|referrals)\/:id/.test(path))
      .flatMap(({ path }) => (path.includes(':kind') ? letterKindCodes : ['']).map((kind) => fill(path, slugOf(kind))))
      .filter((address) => !/\/undefined|[:*]/.test(address));
  }

  const isFile = (address: string): boolean => address.endsWith('/pdf');
  const slugOf = (kind: string): string => kind.toLowerCase().replaceAll('_', '-');

  const textOf = ({ bytes }: Answer): string =>
    spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' }).stdout;

  test('hold marks of the other child in everything of theirs', async () => {
    expect(marked.size).toBeGreaterThanOrEqual(12);
    const seen: string[] = [];
    for (const address of addressesOf(other).filter((one) => !isFile(one)))
      if ((await client(address)).text.includes(MARK)) seen.push(address);
    expect(seen.length).toBeGreaterThan(30);
    expect(textOf(await client(`/cases/${other.caseId}/packs/draft/pdf`))).toContain(MARK);
  }, 60_000);

  test('show nothing of the other on any page, in any answer of the API, nor in the child’s and victims’ pages', async () => {
    const addresses = addressesOf(own).filter((one) => !isFile(one));
    expect(addresses.length).toBeGreaterThan(60);
    for (const address of addresses) {
      const { status, text } = await client(address);
      expect([address, status < 500, text.includes(MARK)]).toEqual([address, true, false]);
    }
  }, 60_000);

  test('show nothing of the other in the pack, on the page, in the answer or in the PDF', async () => {
    const { cases } = (await client(`/api/meetings/${meetingId}/packs/1`)).body;
    const sheets = cases.map((sheet: { reference: string }) => [sheet.reference, JSON.stringify(sheet).includes(MARK)]);
    expect(sheets).toEqual([
      [own.reference, false],
      [other.reference, true],
    ]);
    for (const version of ['draft', (await client(`/api/cases/${own.caseId}/pack`)).body.issued.id]) {
      const at = `/cases/${own.caseId}/packs/${version}`;
      expect((await client(at)).text).not.toContain(MARK);
      const paper = textOf(await client(`${at}/pdf`));
      expect([paper.includes(own.reference), paper.includes(MARK)]).toEqual([true, false]);
      expect(paper).not.toContain(other.reference);
    }
  });

  test('show nothing of the other in any letter on paper, to the child, the carer, the victim or police', async () => {
    const [at, victimId = ''] = [`/api/cases/${own.caseId}`, victims.get(own.caseId)];
    const due = caseLetterKinds.filter(
      (kind) => !['CHILD_AGREED', 'CARER_AGREED', 'POLICE_RECOMMENDATION', 'POLICE_NOT_KEPT'].includes(kind),
    );
    for (const kind of due) await writeLetter(team, `${at}/letters/${slugOf(kind)}`);
    const worker = await team.as('VICTIM_WORKER');
    for (const kind of victimLetterKinds) {
      const to = `${at}/victims/${victimId}/letters/${slugOf(kind)}`;
      const isDue = (await worker.api.get(`${to}/draft`)).status === 200;
      if (isDue) await writeLetter(team, to, {}, 'VICTIM_WORKER');
    }
    const papers: string[] = [];
    for (const address of addressesOf(own).filter((one) => isFile(one) && one.includes('/letters/'))) {
      const answer = await client(address);
      if (answer.status !== 200) continue;
      const paper = textOf(answer);
      expect([address, paper.includes(MARK), paper.includes(other.reference)]).toEqual([address, false, false]);
      papers.push(address);
    }
    expect(papers.length).toBeGreaterThan(5);
  }, 120_000);

  test('name the other by the reference alone, and on the pages of the case alone', async () => {
    const named: string[] = [];
    for (const address of addressesOf(own).filter((one) => !isFile(one))) {
      if ((await client(address)).text.includes(other.reference)) named.push(address);
    }
    const at = `/cases/${own.caseId}`;
    expect(named.toSorted()).toEqual([`/api${at}`, `/api${at}/links`, at, `${at}/links`].toSorted());
  }, 60_000);
});
