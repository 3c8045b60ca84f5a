import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AccessGuard, type Route } from '../../src/access/guard-routes.js';
import { prepareCase } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import type { PageClient } from '../support/clients.js';
import { sendLetter, writeLetter } from '../support/letters-story.js';
import { setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

const POISON = 'VICTIM-POISON';
const victims = [
  { kind: 'PERSON', name: 'Morgan Tollgate', consentToShare: 'GIVEN', sameSchoolOrHome: 'YES' },
  { kind: 'CHILD', name: 'Robin Tollgate', consentToShare: 'GIVEN', sameSchoolOrHome: 'NO' },
  { kind: 'BUSINESS', name: 'Corner shop', consentToShare: 'GIVEN', sameSchoolOrHome: 'NO' },
];

let service: Service;
let team: Team;
let browser: PageClient;
let caseId: string;
let letterId: string;
let routes: Route[];
let poisoned: string[];

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  ({ caseId } = await referCase(team, { victims }));
  await prepareCase(team, caseId);
  letterId = await sendLetter(team, `/api/cases/${caseId}/letters/carer-rights`);
  await writeLetter(team, `/api/cases/${caseId}/letters/child-rights`);
  poisoned = await poison(service.app.get<DataSource>(getDataSourceToken('write')));
  routes = service.app.get(AccessGuard).routes();
  browser = await browserOf(service, team, await team.as('PANEL_TEAM_MANAGER'));
});
afterAll(() => service.stop());

/** Only added to: views that were changed since get a row of their own, `letters-poison.test.ts` writes letters with a marker. */
const added = ['victim_letters', 'victim_views_withdrawn'];

/** Fills every text column of every table about victims with a marker, but for the ids by which rows are found. */
async function poison(source: DataSource): Promise<string[]> {
  const columns = source.entityMetadatas
    .filter(({ tableName }) => /^victim|^people_harmed/.test(tableName) && !added.includes(tableName))
    .flatMap((table) => table.columns.map(({ databaseName: name, type }) => ({ table: table.tableName, name, type })))
    .filter(({ name, type }) => type !== 'integer' && name !== 'id' && !/(Id|By)$/.test(name));
  for (const { table, name, type } of columns) {
    const marker = `${POISON}-${table}-${name}`;
    await source.query(`update ${table} set "${name}" = '${type === 'simple-json' ? `["${marker}"]` : marker}'`);
  }
  const words = ['view', 'impact', '"safetyNeeds"', '"restorativeWish"', 'reason'];
  const markers = words.map((name) => `'${POISON}-victim_views_withdrawn-${name.replaceAll('"', '')}'`);
  await source.query(`insert into victim_views_withdrawn (id, "victimId", "caseId", status, because, "withdrawnAt", ${words.join()})
    select 'before-' || w."victimId", w."victimId", w."caseId", 'OBTAINED', 'CHANGED', '2026-11-23T10:00:00.000Z', ${markers.join()}
    from victim_views w`);
  return columns.map(({ table, name }) => `${table}.${name}`);
}

const marked = (): Route[] => routes.filter(({ isForTheChild }) => isForTheChild);
const isPage = ({ verb, path }: Route): boolean => verb === 'GET' && !path.startsWith('/api/');
const addressOf = ({ path }: Route): string =>
  path.replace(':id', caseId).replace(':kind', 'child-rights').replace(':letterId', letterId);

/** The page of a marked route: shown, or for a form that was sent, as it comes back with its faults. */
function rendered(route: Route): ReturnType<PageClient['get']> {
  return route.verb === 'GET' ? browser.get(addressOf(route)) : browser.fill(addressOf(route), {});
}

test('the poison is there: whoever may read of victims reads it', async () => {
  expect(poisoned).toEqual(
    expect.arrayContaining(['people_harmed.name', 'victim_views.impact', 'victim_views.safetyNeeds']),
  );
  const { api } = await team.as('VICTIM_WORKER');
  expect((await api.get(`/api/cases/${caseId}/victims`)).text).toContain(`${POISON}-people_harmed-name`);
  expect((await api.get(`/api/cases/${caseId}/victims`)).text).toContain(`${POISON}-victim_views_withdrawn-impact`);
});

test('every route for the child is rendered, and none holds anything of a victim', async () => {
  const paths = marked().map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      ...['/cases/:id/voices/child/form', '/cases/:id/voices/child/paper', '/cases/:id/childs-plan/paper'],
      ...['/cases/:id/letters/:kind/draft/paper', '/cases/:id/letters/:letterId/paper'],
    ]),
  );
  for (const route of marked()) {
    const { status, text } = await rendered(route);
    const expected = route.verb === 'GET' ? 200 : 422;
    expect([route.verb, route.path, status]).toEqual([route.verb, route.path, expected]);
    expect([route.path, text.includes('jdp-child'), text.includes(POISON)]).toEqual([route.path, true, false]);
  }
});

test('no page that looks like one for the child is left without its mark', async () => {
  const ofCase = routes.filter((route) => isPage(route) && /^\/cases\/:id(\/[a-z-]+)*$/.test(route.path));
  expect(ofCase.length).toBeGreaterThan(20);
  for (const route of ofCase.filter(({ isForTheChild }) => !isForTheChild)) {
    const { text } = await browser.get(addressOf(route));
    expect([route.path, /<body[^>]*\bjdp-child\b/.test(text)]).toEqual([route.path, false]);
  }
  // What is written to a victim, and a file, is no page for a child; a list of letters is a worker's.
  const isRead = ({ path }: Route): boolean => /\/(paper|letter|leaflet)$/.test(path) && !path.includes('/victims/');
  const unmarked = routes.filter((route) => isPage(route) && isRead(route));
  expect(unmarked.filter(({ isForTheChild }) => !isForTheChild).map(({ path }) => path)).toEqual([]);
});
