import { afterAll, beforeAll, expect, test } from '@jest/globals';
import sql from 'sql-template-tag';
import { makeDemonstration } from '../../src/demonstration/make-demonstration.js';
import { administrator, PASSWORD, people } from '../../src/demonstration/people.js';
import { verifyTrail } from '../../src/platform/trail/verify-trail.js';
import { stateCodes } from '../../src/policy/lifecycle.js';
import { roleCodes } from '../../src/policy/permissions.js';
import { PageClient } from '../support/clients.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
const FOUR_MINUTES = 240_000;

beforeAll(async () => {
  service = await startService({ DEMONSTRATION: 'yes' });
  await makeDemonstration(service.app, service.url);
}, FOUR_MINUTES);
afterAll(() => service.stop());

const rows = <Row>(statement: ReturnType<typeof sql>) => service.read.rows<Row>(statement);

test('the demonstration has some sixty cases in every state, in two panel areas, through commands that left a whole trail', async () => {
  const cases = await rows<{ state: string; area: string }>(
    sql`select c.state, a.name as area from cases c join panel_areas a on a.id = c."panelAreaId"`,
  );
  expect(cases).toHaveLength(65);
  expect([...new Set(cases.map(({ state }) => state))].toSorted()).toEqual([...stateCodes].toSorted());
  expect(new Set(cases.map(({ area }) => area)).size).toBe(2);
  expect((await verifyTrail(service.read)).broken).toBeNull();
});

test('it has somebody in every role, and each signs in with the password that is printed', async () => {
  const held = await rows<{ role: string }>(sql`select distinct r.role from role_assignments r`);
  expect(held.map(({ role }) => role).toSorted()).toEqual([...roleCodes].toSorted());
  for (const { email } of [administrator, ...people]) {
    const browser = new PageClient(service.url);
    expect([email, (await browser.signIn(email, PASSWORD)).status]).toEqual([email, 303]);
    const start = await browser.get('/');
    expect([email, start.status]).toEqual([email, 200]);
    expect(start.text).toContain('Everything here is invented');
  }
}, 60_000);

test('it shows an assessment sent back, late news, a criterion that is not met and an agency that was chased', async () => {
  const [found] = await rows<Record<string, number>>(
    sql`select (select count(*) from assessments s where s.status = 'RETURNED') as returned,
               (select count(*) from return_reasons q where q.answer is not null) as answered,
               (select count(*) from reopened_sections r where r."settledAt" is null) as reopened,
               (select count(*) from sign_offs s where s.criteria like '%"met":false%') as "notMet",
               (select count(*) from check_chasers) as chased`,
  );
  expect(Object.entries(found ?? {}).filter(([, count]) => Number(count) === 0)).toEqual([]);
});

test('it shows what a meeting, a decision and what follows may be, each at least once', async () => {
  const [found] = await rows<Record<string, number>>(
    sql`select (select count(*) from meeting_series) as series,
               (select count(*) from meetings m where m."extraordinaryBecause" is not null) as extraordinary,
               (select count(*) from panel_actions) as actions,
               (select count(*) from agenda_returns r where r."settledAt" is not null) as "cameBack",
               (select count(*) from agenda_items i where i.overrides like '%LISTED_LATE%') as late,
               (select count(*) from agenda_items i where i."togetherWith" is not null) as together,
               (select count(*) from contributor_notes) as notes,
               (select count(*) from apologies) as apologies,
               (select count(*) from observer_invitations) as observers,
               (select count(*) from case_restrictions) as restricted,
               (select count(*) from conflicts) as conflicts,
               (select count(*) from agency_views) as views,
               (select count(*) from repeat_reviews) as "repeatReviews",
               (select count(*) from prosecutor_referrals) as prosecutor,
               (select count(*) from escalation_views) as seniors,
               (select count(*) from police_decisions d where d."divergenceCode" is not null) as diverged,
               (select count(*) from record_corrections) as corrected,
               (select count(*) from resolution_reviews v where v."toldOn" is not null) as told,
               (select count(*) from letters) as letters,
               (select count(*) from delivery_contacts c where c.result = 'MISSED') as missed,
               (select count(*) from delivery_steps) as steps`,
  );
  expect(Object.entries(found ?? {}).filter(([, count]) => Number(count) === 0)).toEqual([]);
});

test('it shows a fourth community resolution, one escalated, adjourned and returned, a possible match, and an audit', async () => {
  const fourth = await rows<{ n: number }>(
    sql`select cast(count(*) as integer) as n from earlier_disposals d join cases c on c."childId" = d."childId"
        where d.disposal = 'COMMUNITY_RESOLUTION' and d.route = 'POLICE_ISSUED' and c.state = 'LISTED' group by c.id`,
  );
  expect(fourth).toEqual([{ n: 3 }]);
  const happened = await rows<{ type: string; details: string }>(
    sql`select distinct e.type, e.details from trail_entries e where e.type in
        ('CASE_MOVED', 'CASE_ESCALATED', 'POSSIBLE_MATCHES_SHOWN', 'AUDIT_COMPLETED')`,
  );
  const told = happened.map(({ type, details }) => `${type} ${details}`).join('\n');
  for (const words of [
    'CASE_ESCALATED',
    '"ADJOURN"',
    '"RETURN_TO_PANEL"',
    'POSSIBLE_MATCHES_SHOWN',
    'AUDIT_COMPLETED',
  ]) {
    expect(told).toContain(words);
  }
});
