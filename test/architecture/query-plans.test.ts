import sql from 'sql-template-tag';
import { calendarOf } from '../../src/access/bank-holidays.queries.js';
import { clocksOfCases } from '../../src/cases/case-clocks.queries.js';
import { CalendarFeeds } from '../../src/access/calendar-feeds.js';
import { CaseloadQueries } from '../../src/cases/caseload.queries.js';
import { ListedCases } from '../../src/cases/list-cases.js';
import { signOffsOf } from '../../src/assessments/sign-offs.queries.js';
import { ReturnsQueries } from '../../src/assessments/returns.queries.js';
import { closedAmong } from '../../src/cases/access/closed-cases.js';
import { ConflictsQueries } from '../../src/cases/access/conflicts.queries.js';
import { RestrictionQueries } from '../../src/cases/access/restriction.queries.js';
import { linksOf } from '../../src/cases/links/links.queries.js';
import { LateNewsQueries } from '../../src/cases/late-news.queries.js';
import { sectionNotes } from '../../src/cases/section-notes.queries.js';
import { setOfCase } from '../../src/cases/set-of-case.js';
import { StagesQueries } from '../../src/cases/stages.queries.js';
import { ChecksQueries } from '../../src/checks/checks.queries.js';
import { recommendationFacts } from '../../src/decisions/decision-facts.js';
import { answeredAt, hearingOf } from '../../src/discussions/hearing.js';
import { keptSheet, PacksQueries, sheetIssuedFor } from '../../src/packs/packs.queries.js';
import { AroundMeetings } from '../../src/panels/around-meeting.queries.js';
import { CalendarQueries } from '../../src/panels/calendar.queries.js';
import { PanelActionsQueries } from '../../src/panels/panel-actions.queries.js';
import { MeetingsQueries } from '../../src/panels/meetings.queries.js';
import { RecommendationsRead } from '../../src/decisions/recommendations-read.js';
import { readCase } from '../../src/assessments/reading/read-case.js';
import { findCase } from '../../src/cases/find-case.js';
import { PoliceInformationQueries } from '../../src/cases/police-information.queries.js';
import { setAsidesOf } from '../../src/children/set-asides.queries.js';
import { possibleMatches } from '../../src/children/matches.queries.js';
import { routingFacts, RoutingQueries } from '../../src/cases/routing.queries.js';
import { ResolutionImportsQueries } from '../../src/exchange/resolution-imports.queries.js';
import { involvementIn } from '../../src/quality/independence.js';
import { ResolutionSamplesQueries } from '../../src/quality/resolution-samples.queries.js';
import { TimelineQueries } from '../../src/cases/timeline.queries.js';
import { ethnicityHistory, repeatFlagsFor } from '../../src/children/children.queries.js';
import { caseDetails } from '../../src/desk/case-details.queries.js';
import { ObservedMeetings } from '../../src/desk/observed-meetings.queries.js';
import { matching } from '../../src/desk/case-searches.queries.js';
import { trailOf } from '../../src/desk/trail.queries.js';
import { clockBasis } from '../../src/cases/counted-by.queries.js';
import { workLists } from '../../src/desk/work-lists.js';
import { referralsFound } from '../../src/assessments/forum-referrals.queries.js';
import { behaviourBefore, pastOf } from '../../src/assessments/earlier-behaviour.queries.js';
import { judgementsFound } from '../../src/assessments/judgements.queries.js';
import { preparationFacts } from '../../src/assessments/preparation-facts.js';
import { QuestionSetsQueries } from '../../src/assessments/question-sets.queries.js';
import { VersionsQueries } from '../../src/assessments/versions.queries.js';
import { childLookOf } from '../../src/voices/childs-form.queries.js';
import { isSomebodyHarmed } from '../../src/voices/person-harmed.queries.js';
import { voicesFound } from '../../src/voices/voices.queries.js';
import { DeliveriesQueries } from '../../src/outcomes/deliveries.queries.js';
import { DeliveryLogQueries } from '../../src/outcomes/delivery-log.queries.js';
import { InterventionsQueries } from '../../src/outcomes/interventions.queries.js';
import { NewReferralsQueries } from '../../src/outcomes/new-referrals.queries.js';
import { VictimsQueries } from '../../src/victims/victims.queries.js';
import { WaitingVictims } from '../../src/victims/waiting-victims.queries.js';
import { CaseLetters } from '../../src/letters/case-letters.js';
import { templateOf } from '../../src/letters/letter-templates.queries.js';
import { VictimLetters } from '../../src/letters/victim-letters.js';
import { browserOf } from '../support/browser.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { isOnPostgres, type Service, startService } from '../support/service.js';

type Statement = { readonly text: string; readonly values: readonly unknown[] };

let service: Service;
let team: Team;
let manager: Colleague;
let caseId: string;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
  ({ caseId } = await referCase(team));
});
afterAll(() => service.stop());

/** Every statement that reaches the data source of reads while `work` is done. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const { source } = service.read;
  const query = source.query.bind(source);
  const seen: Statement[] = [];
  source.query = ((text: string, values: unknown[] = []) => {
    seen.push({ text, values });
    return query(text, values);
  }) as typeof source.query;
  try {
    await work();
  } finally {
    source.query = query;
  }
  return seen;
}

/** Where a statement reads a whole table: a scan that is of neither a subquery, nor constants, nor covered. */
async function scansIn({ text, values }: Statement): Promise<string[]> {
  if (!isOnPostgres()) {
    const plan: { detail: string }[] = await service.read.source.query(`explain query plan ${text}`, [...values]);
    const inner = /^SCAN (page|one|counted|CONSTANT ROW|\(subquery)/;
    return plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN') && !inner.test(detail));
  }
  const session = service.read.source.createQueryRunner();
  try {
    await session.query('set enable_seqscan = off');
    const plan: Record<string, string>[] = await session.query(`explain ${text}`, [...values]);
    return plan.flatMap((line) => Object.values(line)).filter((line) => line.includes('Seq Scan'));
  } finally {
    await session.query('reset enable_seqscan');
    await session.release();
  }
}

/** The scans of all of them, each with its statement; there must be statements to look at. */
async function scansOf(statements: readonly Statement[]): Promise<{ text: string; scans: string[] }[]> {
  if (statements.length === 0) throw new Error('No statement was made');
  const found: { text: string; scans: string[] }[] = [];
  for (const statement of statements) found.push({ text: statement.text, scans: await scansIn(statement) });
  return found.filter(({ scans }) => scans.length > 0);
}

test('a scan would be seen', async () => {
  expect(await scansIn(sql`select c.id from cases c where c."policeInformation" = 'nothing'`)).toHaveLength(1);
});

test('the page of a case reads by index alone', async () => {
  const { source } = service.read;
  expect(
    await scansOf(
      await statementsOf(async () => {
        const found = await findCase(source, manager.actor, 'case.read', caseId);
        await preparationFacts(source, found, manager.id, '2026-11-23');
        await caseDetails(source, manager.actor, caseId, '2026-11-22');
      }),
    ),
  ).toEqual([]);
});

test('an assessment, the sets open to it and its versions read by index alone', async () => {
  const found = await findCase(service.read.source, manager.actor, 'case.read', caseId);
  const [sets, versions] = [service.app.get(QuestionSetsQueries), service.app.get(VersionsQueries)];
  const work = async () => {
    await sets.open(found);
    await sets.askedIn(caseId);
    await versions.all(caseId);
    await versions.one(caseId, 1).catch(() => null);
  };
  expect(await scansOf(await statementsOf(work))).toEqual([]);
});

test('what was judged, what was referred and what was said of ethnicity are read by index alone', async () => {
  const { source } = service.read;
  const found = await findCase(source, manager.actor, 'case.read', caseId);
  const read = async (): Promise<void> => {
    await judgementsFound(source, caseId);
    await referralsFound(source, caseId);
    await voicesFound(source, caseId);
    await childLookOf(source, caseId);
    await isSomebodyHarmed(source, caseId);
    await pastOf(source, found);
    await behaviourBefore(source, 'nothing');
    await ethnicityHistory(source, manager.actor, found.identityId);
    await setAsidesOf(source, manager.actor, found.identityId);
    await service.app.get(PoliceInformationQueries).scorings(caseId);
  };
  expect(await scansOf(await statementsOf(read))).toEqual([]);
});

test('who may be the same child is looked up by index alone', async () => {
  const { source } = service.read;
  const found = await findCase(source, manager.actor, 'case.read', caseId);
  const read = () => possibleMatches(source, manager.actor, found, found.childId);
  expect(await scansOf(await statementsOf(read))).toEqual([]);
});

test('the flag of repeated disposals is looked up by index alone', async () => {
  const found = await findCase(service.read.source, manager.actor, 'case.read', caseId);
  expect(
    await scansOf(
      await statementsOf(() =>
        repeatFlagsFor(service.read.source, manager.actor, found.identityId, '2026-11-22', 2, caseId),
      ),
    ),
  ).toEqual([]);
});

test.each([
  {},
  { state: 'PREPARING' as const },
  { allocatedTo: 'me' },
  { sort: 'referredOn' as const },
  { sort: '-reference' as const, state: 'READY' as const },
  { flag: 'REPEAT_DISPOSAL' as const },
  { clock: 'ANY' as const },
  { clock: 'LIMITATION' as const, sort: 'referredOn' as const },
])('the caseload narrowed to %j reads by index alone', async (input) => {
  const queries = service.app.get(CaseloadQueries);
  expect(await scansOf(await statementsOf(() => queries.caseload(manager.actor, input)))).toEqual([]);
});

test('a list of cases says what runs out in each by index, in as many statements for many as for one', async () => {
  for (let made = 0; made < 3; made += 1) await referCase(team);
  const listed = service.app.get(ListedCases);
  const one = await statementsOf(() => listed.list(manager.actor, { limit: 1 }));
  const many = await statementsOf(() => listed.list(manager.actor, { limit: 25 }));
  expect([one.length, many.length]).toEqual([2, 2]);
  expect(await scansOf(many)).toEqual([]);
});

test.each([
  { name: 'tam' },
  { dateOfBirth: '2011-01-01' },
  { reference: 'JDP-26-000000' },
  { name: 'ta', dateOfBirth: '2011-01-01' },
])('a search by %j reads by index alone', async (criteria) => {
  expect(await scansOf([matching(manager.actor, criteria, null, 26)])).toEqual([]);
});

test('the timeline and the trail read by index alone', async () => {
  const timeline = service.app.get(TimelineQueries);
  expect(
    await scansOf(await statementsOf(() => timeline.timeline(manager.actor, caseId, { changesOnly: true }))),
  ).toEqual([]);
  expect(
    await scansOf([
      trailOf(manager.actor, { personId: manager.id }, null, 51),
      trailOf(manager.actor, { day: '2026-11-22' }, null, 51),
      trailOf(
        manager.actor,
        { personId: manager.id, day: '2026-11-22' },
        ['2026-11-22T10:00:00.000Z', team.areaId, '7'],
        51,
      ),
    ]),
  ).toEqual([]);
});

test('a meeting, what surrounds it, calendars and observers read by index alone', async () => {
  const { app } = service;
  const id = '01a21747-e864-706d-a487-1fba2d24f633';
  const observer = await team.as('OBSERVER');
  const statements = await statementsOf(async () => {
    await app.get(MeetingsQueries).agenda(manager.actor, id);
    await app.get(AroundMeetings).around(id, [caseId]);
    await app.get(AroundMeetings).apologies(id);
    await app.get(AroundMeetings).invitations(id);
    await app.get(PanelActionsQueries).ofCase(caseId);
    await app.get(CalendarQueries).ofAreas([team.areaId]);
    await app
      .get(CalendarFeeds)
      .areasOf('nobody')
      .catch(() => null);
    await app.get(CalendarFeeds).ofPerson(manager.id);
    await app.get(ObservedMeetings, { strict: false }).open(observer.actor);
    await app
      .get(ObservedMeetings, { strict: false })
      .observe(observer.actor, id)
      .catch(() => null);
  });
  const all = await scansOf(statements);
  // The settings of all areas are a short list that is read whole.
  expect(all.filter(({ text }) => !text.includes('from area_settings'))).toEqual([]);
});

test('what the pages of late news, stages, returns, sign-offs and packs read, they read by index alone', async () => {
  const { app, read } = service;
  const found = await findCase(read.source, manager.actor, 'case.read', caseId);
  const statements = await statementsOf(async () => {
    await app.get(LateNewsQueries).ofCase(caseId);
    await app.get(StagesQueries).ofCase(caseId, '2026-11-22');
    await app.get(ReturnsQueries).ofCase(caseId);
    await app.get(ChecksQueries).ofCase(caseId, '2026-11-22');
    await app.get(ChecksQueries).waiting(manager.actor, {}, '2026-11-22');
    await signOffsOf(read.source, caseId);
    await app.get(PacksQueries).ofMeeting(manager.actor, '01a21747-e864-706d-a487-1fba2d24f633');
    await app.get(PacksQueries).ofCase(caseId);
    await app.get(PacksQueries).sheets(manager.actor, '01a21747-e864-706d-a487-1fba2d24f633', false);
    await readCase(read.source, found, '2026-11-22');
    await sectionNotes(read.source, manager.actor, found, 'agency-checks/POLICE');
    await setOfCase(read.source, caseId);
  });
  expect(await scansOf(statements)).toEqual([]);
});

test('what a delivery, its log, new referrals and the clocks of many cases read, they read by index alone', async () => {
  const { app, read } = service;
  const found = await findCase(read.source, manager.actor, 'case.read', caseId);
  const statements = await statementsOf(async () => {
    await app.get(DeliveriesQueries).delivery(caseId);
    await app.get(DeliveryLogQueries).contacts(caseId);
    await app.get(DeliveryLogQueries).steps(caseId);
    await app.get(DeliveryLogQueries).variations(caseId);
    await app.get(InterventionsQueries).ofArea(team.areaId);
    await app.get(NewReferralsQueries).ofCase(manager.actor, found, '2026-08-01');
    await clocksOfCases(read.source, [found], '2026-11-22');
    await calendarOf(read.source);
  });
  expect(await scansOf(statements)).toEqual([]);
});

test('where local rules send a case, and what is drawn of the register, are read by index alone', async () => {
  const { read, app } = service;
  const samples = app.get(ResolutionSamplesQueries);
  const statements = await statementsOf(async () => {
    await routingFacts(read.source, manager.actor, caseId, '2026-11-22');
    await app.get(RoutingQueries).checked(caseId);
    await samples.samples(manager.actor, { limit: 5 });
    await samples.resolutions(manager.actor, caseId);
    await samples.reviews(caseId);
    await app.get(ResolutionImportsQueries).resolutionsOf(caseId);
  });
  expect(await scansOf(statements)).toEqual([]);
});

test('the victims of a case, and those who wait, are read by index alone', async () => {
  const { app } = service;
  const statements = await statementsOf(async () => {
    await app.get(VictimsQueries).victims(caseId);
    await app.get(VictimsQueries).summaries(caseId);
    await app.get(WaitingVictims).of(manager.actor, { panelAreaId: team.areaId });
  });
  expect(await scansOf(statements)).toEqual([]);
});

test('the letters of a case and to a victim, due, drafted and sent, are read by index alone', async () => {
  const { app, read } = service;
  const [victim] = await app.get(VictimsQueries).victims(caseId);
  const to = { caseId, victimId: victim?.id ?? '' };
  const statements = await statementsOf(async () => {
    await app.get(CaseLetters).list(manager.actor, caseId);
    await app.get(CaseLetters).toWrite(manager.actor, caseId, 'CHILD_RIGHTS');
    await app.get(VictimLetters).list(manager.actor, to);
    await app.get(VictimLetters).toWrite(manager.actor, { ...to, kind: 'VICTIM_VIEW' });
    await templateOf(read.source, 'CHILD_RIGHTS', team.areaId, '2026-11-22');
  });
  expect(await scansOf(statements)).toEqual([]);
});

test('conflicts, restrictions and links of a case are read by index alone', async () => {
  const { app, read } = service;
  await team.as('PANEL_MEMBER').then(({ id: personId }) =>
    manager.api.post(`/api/cases/${caseId}/restriction`, {
      reason: 'So',
      reviewOn: '2027-01-01',
      people: [manager.id, personId],
    }),
  );
  const statements = await statementsOf(async () => {
    await app.get(ConflictsQueries).ofCase(caseId);
    await app.get(RestrictionQueries).ofCase(caseId);
    await linksOf(read.source, manager.actor, caseId);
    await closedAmong(read.source, manager.actor, [caseId]);
  });
  expect(await scansOf(statements)).toEqual([]);
});

test('what somebody had to do with the cases of an audit plan is read by index alone', async () => {
  const read = () => involvementIn(service.read.source, manager.id, caseId, caseId);
  const scans = (await scansOf(await statementsOf(read))).flatMap((one) => one.scans);
  // Each part begins from the few cases of the plan.
  expect(scans.filter((scan) => scan !== 'SCAN a')).toEqual([]);
});

test('everything under "Your work" about cases reads by index alone', async () => {
  const when = { today: '2026-11-22', now: '2026-11-22T10:00:00.000Z' };
  const basis = await clockBasis(service.read.source, [team.areaId], when.today);
  const asked = { actor: manager.actor, areas: [team.areaId], ...when, basis };
  const lists = workLists.filter(({ code }) => code !== 'WITHOUT_PASSWORD');
  expect(await scansOf(lists.map(({ waiting }) => waiting(asked)))).toEqual([]);
});

test('a case takes at most ten statements and the caseload at most four, session and person included', async () => {
  const browser = await browserOf(service, team, manager);
  const counted = async (path: string): Promise<number> => {
    const paged = await statementsOf(async () => expect((await browser.get(path)).status).toBe(200));
    const asked = await statementsOf(async () => expect((await manager.api.get(`/api${path}`)).status).toBe(200));
    return Math.max(paged.length, asked.length);
  };
  expect(await counted(`/cases/${caseId}`)).toBeLessThanOrEqual(10);
  expect(await counted('/cases?state=REFERRED&sort=referredOn')).toBeLessThanOrEqual(4);
});

test('views, discussion and what reasons rest on are read by index alone', async () => {
  const { source } = service.read;
  const found = await findCase(source, manager.actor, 'case.read', caseId);
  const work = async () => {
    await hearingOf(source, found, manager.actor, '2026-11-23');
    await answeredAt(source, caseId);
    await recommendationFacts(source, found, manager.actor, '2026-11-23');
    await sheetIssuedFor(source, caseId, caseId);
    await keptSheet(source, manager.actor, caseId, caseId, false);
    await service.app.get(RecommendationsRead).of(manager.actor, found);
  };
  expect(await scansOf(await statementsOf(work))).toEqual([]);
});
