import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AccessGuard, type Route } from '../../src/access/guard-routes.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { done } from '../support/clients.js';
import { letChange } from '../support/let-change.js';
import { sendLetter, writeLetter } from '../support/letters-story.js';
import { dayFromNow, listCase } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { victimView } from '../support/victims-story.js';

/**
 * Every column of words about a victim holds a mark of its own, and then every page and every answer is read. Source:
 * domain 8.3. A new column is marked by itself; one that is no words (a code, a day, a name of a row) is listed here.
 */
const NO_WORDS =
  /(^|\.)(id|\w+Id|\w+On|kind|sameSchoolOrHome|shared\w+|feltAt\w+|consent|consentRefusal|status|because|way|answer|agrees|ethnicityCode|withdrawnAt|wayChangedAt|writtenBy|writtenAt)$/;

/** Letters are marked as they are written: what was sent cannot be changed, and a sheet is no words but holds some. */
const LETTERS = /^victim_letter/;
const OF_LETTERS = ['victim_letters.sheet', 'victim_letter_drafts.sheet'];

/** Views that were put away are marked apart where their victim withdrew after they had stood: those nobody reads. */
const PUT_AWAY = 'victim_views_withdrawn';
const NOBODY = 'before_withdrawal';

/** What the panel reads of a victim: the view, the safety needs and what is done about them. Nothing else. */
const FOR_PANEL = [
  ...['victim_views.view', 'victim_views.safetyNeeds', 'victim_views.restorativeWish'],
  ...['victim_safety_actions.what', 'victim_safety_actions.who'],
];
/** Beside what is marked as for the child: where children and carers are heard, and what is named as a letter or paper. */
const FOR_CHILDREN = /voices\/(child|carer)|childs-plan|\/(letters?|leaflets?|paper|form)(\/|$)/;
/** What a victim is written is for the victim. */
const FOR_VICTIMS = /\/victims\/[^/]+\/letters/;

let service: Service;
let team: Team;
let referred: ReferredCase;
let victimId: string;
let withdrawnId: string;
let meetingId: string;
let letterId: string;
let victimLetterId: string;
let marked: string[];
let routes: Route[];

const markOf = (column: string): string => `CANARY-${column}-CANARY`;
const marksIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/CANARY-([\w.]+)-CANARY/g)].map(([, column = '']) => column)),
];

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  await aVictimOfWhomAllIsKnown();
  marked = await poison();
  const administrator = await team.as('PANEL_ADMINISTRATOR');
  done('The pack', await administrator.api.post(`/api/meetings/${meetingId}/packs`, { version: 0 }));
  routes = service.app.get(AccessGuard).routes();
}, 60_000);
afterAll(() => service.stop());

/** One row at least in every table about victims, in a case that stands before a panel. */
async function aVictimOfWhomAllIsKnown(): Promise<void> {
  const victim = { kind: 'CHILD', name: 'Wren', contactDetails: 'By post', statement: 'Said', consentToShare: 'GIVEN' };
  referred = await referCase(team, { victims: [victim, victim] });
  const { api } = await team.as('VICTIM_WORKER');
  const at = `/api/cases/${referred.caseId}/victims`;
  const [one, other] = (await api.get(at)).body.items;
  [victimId, withdrawnId] = [one.id, other.id];
  await prepareCase(team, referred.caseId);
  for (const { id, viewVersion } of (await api.get(at)).body.items) {
    const changed = victimView({ view: 'Said later', version: viewVersion });
    done('The view changed', await api.put(`${at}/${id}/view`, changed));
  }
  const { version } = (await api.get(at)).body.items[1];
  done(
    'The withdrawal',
    await api.post(`${at}/${other.id}/withdrawal`, { on: dayFromNow(0), reason: 'Enough', version }),
  );
  const action = { what: 'Seat apart', who: 'School', dueOn: dayFromNow(3) };
  const safety = { sharedSchool: 'YES', sharedHome: 'NO', sharedStreet: 'NO', actions: [action] };
  const parts = {
    consent: { consent: 'GIVEN', askedOn: dayFromNow(0), informed: 'All', version: one.version },
    needs: { agrees: 'YES', disability: 'Some', communication: 'Some', language: 'Some', otherNeeds: 'Some' },
    'restorative-offer': { offered: 'YES', offeredOn: dayFromNow(0), way: 'LETTER' },
    telling: { status: 'WANTS_TO_BE_TOLD' },
    safety,
  };
  for (const [part, body] of Object.entries(parts)) done(part, await api.put(`${at}/${victimId}/${part}`, body));
  await letters();
  await signOff(team, referred.caseId);
  meetingId = await listCase(team, referred.caseId);
}

/** A letter to the victim that was sent and one that is being written, both marked; beside them those of the case. */
async function letters(): Promise<void> {
  const at = `/api/cases/${referred.caseId}`;
  const words = (column: string) => ({ text: markOf(column) });
  const offer = `${at}/victims/${victimId}/letters/victim-offer`;
  victimLetterId = await sendLetter(team, offer, words('victim_letters.sheet'), 'VICTIM_WORKER');
  await writeLetter(team, offer, words('victim_letter_drafts.sheet'), 'VICTIM_WORKER');
  letterId = await sendLetter(team, `${at}/letters/carer-rights`);
  await writeLetter(team, `${at}/letters/child-rights`);
}

/** Marks every column of words of every table about victims; gives the names of the columns that hold a mark. */
async function poison(): Promise<string[]> {
  const source = service.app.get<DataSource>(getDataSourceToken('write'));
  const names: string[] = [...OF_LETTERS];
  await letChange(source, [PUT_AWAY]);
  const tables = source.entityMetadatas.filter(({ tableName }) => /^victim|^people_harmed/.test(tableName));
  expect(tables.length).toBeGreaterThanOrEqual(11);
  for (const { tableName, columns } of tables.filter((table) => !LETTERS.test(table.tableName))) {
    for (const { databaseName, type } of columns) {
      if (type === 'integer' || NO_WORDS.test(databaseName)) continue;
      const column = `${tableName}.${databaseName}`;
      const attempts = [{ on: dayFromNow(0), how: markOf(column), result: markOf(column) }];
      const value = databaseName === 'attempts' ? JSON.stringify(attempts) : markOf(column);
      await source.query(`update ${tableName} set "${databaseName}" = $1`, [value]);
      const [first] = await source.query(`select count(*) as held from ${tableName} where "${databaseName}" = $1`, [
        value,
      ]);
      expect([column, Number(first.held) > 0]).toEqual([column, true]);
      if (tableName === PUT_AWAY) await markWithdrawn(source, databaseName);
      names.push(column);
    }
  }
  return names;
}

async function markWithdrawn(source: DataSource, column: string): Promise<void> {
  const mark = markOf(`${NOBODY}.${column}`);
  await source.query(`update ${PUT_AWAY} set "${column}" = $1 where "victimId" = $2`, [mark, withdrawnId]);
  const held = await source.query(`select because from ${PUT_AWAY} where "${column}" = $1 order by because`, [mark]);
  expect(held).toEqual([{ because: 'CHANGED' }, { because: 'WITHDRAWN' }]);
}

/** The address of a route about this case, or about nothing there is. */
function addressOf({ path }: Route, who = 'child'): string {
  const known: Record<string, string> = {
    ...{ 'cases/:id': referred.caseId, 'cases/:caseId': referred.caseId, 'meetings/:id': meetingId },
    ...{ 'children/:id': referred.childId, 'victims/:victimId': victimId, 'voices/:who': who },
    ...{ 'agency-checks/:agency': 'POLICE', 'judgements/:judgement': 'RISK_OF_SERIOUS_HARM' },
    ...{
      'packs/:version': '1',
      'versions/:number': '1',
      'assessment/:slug': 'behaviour',
      'referrals/:id': referred.caseId,
    },
  };
  const kind = path.includes('/victims/') ? 'victim-offer' : 'child-rights';
  const letter = path.includes('/victims/') ? victimLetterId : letterId;
  return path
    .replace('letters/:kind', `letters/${kind}`)
    .replace('letters/:letterId', `letters/${letter}`)
    .replaceAll(/([\w-]+)\/:(\w+)/g, (part, before: string) => {
      const value = known[part];
      return value === undefined ? `${before}/0199f2a0-0000-7000-8000-000000000000` : `${before}/${value}`;
    })
    .replaceAll(/[:*]\w+/g, 'consent');
}

/** What every page and every answer that may be read shows of the marks, by its address; none of them fails. */
async function seenBy(
  colleague: Colleague,
  wanted: (address: string, route: Route) => boolean,
): Promise<Map<string, string[]>> {
  const browser = await browserOf(service, team, colleague);
  const seen = new Map<string, string[]>();
  const addresses = routes
    .filter(({ verb }) => verb === 'GET')
    .flatMap((route) => {
      const whose = route.path.includes(':who') ? ['child', 'carer'] : ['child'];
      return whose.map((who) => addressOf(route, who)).filter((address) => wanted(address, route));
    })
    .filter((address) => !address.endsWith('/pdf'));
  for (const address of addresses) {
    const { status, text } = await (address.startsWith('/api/') ? colleague.api : browser).get(address);
    expect([address, status < 500]).toEqual([address, true]);
    if (status === 200) seen.set(address, marksIn(text));
  }
  return seen;
}

const allOf = (seen: Map<string, string[]>): string[] => [...new Set([...seen.values()].flat())].toSorted();

test('whoever speaks with victims finds every mark on the pages of victims, but what was withdrawn', async () => {
  const seen = await seenBy(await team.as('VICTIM_WORKER'), (address) => address.includes('victims'));
  const kept = marked.filter((column) => column !== 'people_harmed.nameKey');
  const unseen = ['victim_offers.notOfferedReason'];
  expect(allOf(seen)).toEqual(expect.arrayContaining(kept.filter((column) => !unseen.includes(column))));
  expect(kept.filter((column) => column.startsWith(PUT_AWAY))).toHaveLength(5);
  expect(allOf(seen).filter((column) => column.startsWith(NOBODY))).toEqual([]);
}, 60_000);

test.each(['PANEL_CHAIR', 'PANEL_MEMBER', 'YJS_ASSESSOR', 'PANEL_ADMINISTRATOR', 'QA_LEAD'] as const)(
  'on no page and in no answer is a %s shown more of a victim than view and safety',
  async (role) => {
    const seen = await seenBy(await team.as(role), () => true);
    expect(allOf(seen).filter((column) => !FOR_PANEL.includes(column))).toEqual([]);
    expect(seen.get(`/cases/${referred.caseId}/victims`)).toEqual(expect.arrayContaining(FOR_PANEL));
    if (role === 'PANEL_CHAIR')
      expect(seen.get(`/meetings/${meetingId}/packs/1`)).toEqual(expect.arrayContaining(FOR_PANEL));
  },
  60_000,
);

test.each(['PANEL_TEAM_MANAGER', 'YJS_POLICE_OFFICER'] as const)(
  'a %s, who may know who a victim is, reads it on the pages of victims alone',
  async (role) => {
    const seen = await seenBy(await team.as(role), (address) => !address.includes('victims'));
    expect(allOf(seen).filter((column) => !FOR_PANEL.includes(column))).toEqual([]);
  },
  60_000,
);

test.each(['PARTNER_CONTRIBUTOR', 'REFERRING_OFFICER', 'OBSERVER'] as const)(
  'on no page and in no answer is a %s shown anything of a victim',
  async (role) => {
    expect(allOf(await seenBy(await team.as(role), () => true))).toEqual([]);
  },
  60_000,
);

test.each(['YJS_ASSESSOR', 'PANEL_TEAM_MANAGER', 'VICTIM_WORKER'] as const)(
  'nothing that is for a child or carer holds anything of a victim, whoever opens it: a %s',
  async (role) => {
    const seen = await seenBy(
      await team.as(role),
      (address, { isForTheChild }) =>
        Boolean(isForTheChild) || (FOR_CHILDREN.test(address) && !FOR_VICTIMS.test(address)),
    );
    expect([...seen].filter(([, marks]) => marks.length > 0)).toEqual([]);
    if (role !== 'VICTIM_WORKER') expect(seen.size).toBeGreaterThan(1);
  },
  60_000,
);
