import sql from 'sql-template-tag';
import { drawSample, marginOfError, sampleSize } from '../../src/policy/sampling.js';
import type { Role } from '../../src/policy/permissions.js';
import { recordDisposal } from '../support/children-story.js';
import { done } from '../support/clients.js';
import { browserOf } from '../support/browser.js';
import type { PageClient } from '../support/clients.js';
import { stepOut } from '../support/confidential-story.js';
import { versionOf } from '../support/outcomes-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import {
  auditCase,
  decideCases,
  drawPlan,
  judgementsOf,
  keyQuestions,
  type Plan,
  promptAnswers,
} from '../support/quality-story.js';
import { type Service, startService } from '../support/service.js';

const CASES = 6;
const FIRST_DAY = { from: '2026-11-23', to: '2026-11-23' };

let service: Service;
let team: Team;
let caseIds: string[];

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  caseIds = await decideCases(team, CASES);
}, 300_000);
afterAll(() => service.stop());

const period = () => ({ panelAreaId: team.areaId, ...FIRST_DAY, framework: 'HMIP-2021-D3' });
const auditOf = ({ planId }: Plan, caseId: string | undefined) => `/api/audit-plans/${planId}/cases/${caseId}`;
const drawnFirst = ({ sample }: Plan): string => sample[0]?.caseId ?? '';

describe('a sample', () => {
  test('can be drawn again by anybody from the cases and the seed', async () => {
    const { api } = await team.as('QA_LEAD');
    const { status, body } = await api.post('/api/audit-plans', { ...period(), size: 4, seed: 'autumn audit' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ population: CASES, size: 4, seed: 'autumn audit' });
    const expected = drawSample(caseIds, 4, 'autumn audit');
    expect(body.sample).toEqual(expected.map((caseId) => ({ caseId, reason: 'RANDOM' })));
    const again = await drawPlan(team, { ...period(), size: 4, seed: 'autumn audit' });
    expect(again.sample).toEqual(body.sample);
  });

  test('takes a seed of its own when none is given, shows it, and keeps it', async () => {
    const [one, other] = [
      await drawPlan(team, { ...period(), size: 3 }),
      await drawPlan(team, { ...period(), size: 3 }),
    ];
    expect(one.seed).toMatch(/^[0-9a-f]{16}$/);
    expect(one.seed).not.toBe(other.seed);
    const { body } = await (await team.as('QA_AUDITOR')).api.get(`/api/audit-plans/${one.planId}`);
    expect([body.seed, body.sample.map(({ caseId }: { caseId: string }) => caseId)]).toEqual([
      one.seed,
      drawSample(caseIds, 3, one.seed),
    ]);
  });

  test('is as large as the inspectorate’s rule says unless a size is given, and is counted beforehand', async () => {
    const { api } = await team.as('QA_LEAD');
    const { from, to, panelAreaId } = period();
    const query = new URLSearchParams({ panelAreaId, from, to }).toString();
    const sizeByRule = sampleSize(CASES, { confidence: 80, margin: 5 });
    expect((await api.get(`/api/audit-plans/population?${query}`)).body).toEqual({
      ...{ population: CASES, sizeByRule },
      rule: { confidence: 80, margin: 5 },
    });
    expect((await drawPlan(team, period())).sample).toHaveLength(sizeByRule);
    const loose = { ...period(), confidence: 80, margin: 40 };
    expect((await drawPlan(team, loose)).sample).toHaveLength(sampleSize(CASES, loose));
    expect(sampleSize(CASES, loose)).toBeLessThan(sizeByRule);
  });

  test('stays as it was drawn, whatever is decided later', async () => {
    service.clock.ahead += 24 * 60 * 60 * 1000;
    const first = await decideCases(team, 1, '2026-11-24');
    const later = { from: '2026-11-24', to: '2026-11-30' };
    const plan = await drawPlan(team, later);
    expect(plan.sample.map(({ caseId }) => caseId)).toEqual(first);
    const second = await decideCases(team, 1, '2026-11-24');
    const { body } = await (await team.as('QA_LEAD')).api.get(`/api/audit-plans/${plan.planId}`);
    expect([body.population, body.sample.map(({ caseId }: { caseId: string }) => caseId)]).toEqual([1, first]);
    const again = await drawPlan(team, later);
    expect(again.sample.map(({ caseId }) => caseId).toSorted()).toEqual([...first, ...second].toSorted());
  });

  test('tells whoever stepped out of one of its cases of the others alone, and lets nobody work out that it was there', async () => {
    const plan = await drawPlan(team, { ...period(), size: 4, seed: 'winter audit' });
    const [closed = ''] = plan.sample.map(({ caseId }) => caseId);
    const lead = await team.hire(['QA_LEAD']);
    await stepOut(closed, lead);
    const others = caseIds.filter((id) => id !== closed);
    const { body } = await lead.api.get(`/api/audit-plans/${plan.planId}`);
    expect(body).toMatchObject({ population: CASES - 1, size: 3, sizeRule: 'NUMBER' });
    expect(body.sample.map(({ position }: { position: number }) => position)).toEqual([1, 2, 3]);
    expect(body.sample.map(({ caseId }: { caseId: string }) => caseId)).toEqual(drawSample(others, 3, 'winter audit'));
    const [listed] = (await lead.api.get('/api/audit-plans?limit=1')).body.items;
    expect(listed).toMatchObject({ id: plan.planId, population: CASES - 1, size: 3, sizeRule: 'NUMBER' });
    const { text } = await (await browserOf(service, team, lead)).get(`/audit-plans/${plan.planId}`);
    expect(text).toContain('A number chosen by whoever drew the sample');
    expect(text).toContain(`${marginOfError(CASES - 1, 3, 80)} points, at 80% confidence`);
    const whole = (await (await team.as('QA_LEAD')).api.get(`/api/audit-plans/${plan.planId}`)).body;
    expect(whole).toMatchObject({ population: CASES, size: 4 });
  });

  test('larger than the population is all of it', async () => {
    const { sample } = await drawPlan(team, { ...period(), size: 500 });
    expect(sample.map(({ caseId }) => caseId).toSorted()).toEqual(caseIds.toSorted());
  });

  test.each([
    ['a period that ends before it begins', { from: '2026-11-01', to: '2026-10-01' }, 'to'],
    ['a day that does not exist', { from: '2026-02-30' }, 'from'],
    ['a size of nought', { size: 0 }, 'size'],
    ['a size in halves', { size: 2.5 }, 'size'],
    ['certainty', { confidence: 100 }, 'confidence'],
    ['no margin at all', { margin: 0 }, 'margin'],
    ['a size and a margin at once', { size: 3, margin: 5 }, 'size'],
    ['a framework nobody knows', { framework: 'HMIP-1999' }, 'framework'],
    ['a period in which nothing was decided', { from: '2020-01-01', to: '2020-12-31' }, 'from'],
    ['a field nobody asked for', { strata: 'sex' }, 'strata'],
  ])('is not drawn from %s', async (_, change, field) => {
    const { api } = await team.as('QA_LEAD');
    const { status, body } = await api.post('/api/audit-plans', { ...period(), ...change });
    expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
  });

  test('is drawn by the QA lead alone, and only in an area of their own', async () => {
    const auditor = await team.as('QA_AUDITOR');
    expect((await auditor.api.post('/api/audit-plans', period())).status).toBe(403);
    const elsewhere = await team.hire(['QA_LEAD'], { areaId: await team.addArea('Rutland') });
    expect((await elsewhere.api.post('/api/audit-plans', period())).status).toBe(404);
    const { planId } = await drawPlan(team);
    for (const path of ['', '/ratings', `/cases/${caseIds[0]}`]) {
      expect((await elsewhere.api.get(`/api/audit-plans/${planId}${path}`)).status).toBe(404);
    }
    expect((await elsewhere.api.get('/api/audit-plans')).body).toEqual({ items: [], next: null });
    const chair = await team.as('PANEL_CHAIR');
    expect((await chair.api.get(`/api/audit-plans/${planId}`)).status).toBe(403);
  });

  test('is drawn once however often the same form is sent', async () => {
    const { api } = await team.as('QA_LEAD');
    const send = () => api.post('/api/audit-plans', period(), { 'idempotency-key': 'draw-once' });
    expect((await send()).body).toEqual((await send()).body);
  });

  test('is listed newest first, a page at a time', async () => {
    const { api } = await team.as('QA_AUDITOR');
    const first = (await api.get('/api/audit-plans?limit=2')).body;
    expect(first.items).toHaveLength(2);
    const second = (await api.get(`/api/audit-plans?limit=2&after=${first.next}`)).body;
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect((await api.get('/api/audit-plans?limit=1000')).status).toBe(400);
  });
});

/** The administrator gives them the role beside those they have. */
async function makeAuditorToo({ id }: Colleague): Promise<void> {
  const { api } = team.administrator;
  const { items } = (await api.get('/api/people')).body;
  const { name, email, agency, state, version, roles } = items.find((person: { id: string }) => person.id === id);
  if (roles.some(({ role }: { role: string }) => role === 'QA_AUDITOR')) return;
  const both = [...roles, { role: 'QA_AUDITOR', panelAreaId: team.areaId }];
  const { status } = await api.put(`/api/people/${id}`, { name, email, agency, state, version, roles: both });
  expect(status).toBe(200);
}

async function writesLetter({ api }: Colleague, caseId: string): Promise<void> {
  const at = `/api/cases/${caseId}/letters/CHILD_RIGHTS/draft`;
  const { heading, text, wording, largePrint, version } = done('To write', await api.get(at)).body;
  done('The letter', await api.put(at, { heading, text, wording, largePrint, version }));
}

async function linksIt({ api }: Colleague, caseId: string): Promise<void> {
  const { reference } = (await api.get(`/api/cases/${caseIds.find((id) => id !== caseId)}`)).body;
  done('The link', await api.post(`/api/cases/${caseId}/links`, { reference, reason: 'Both were at the bus stop.' }));
}

async function correctsIt({ api }: Colleague, caseId: string): Promise<void> {
  const sent = {
    ...{ record: 'RECOMMENDATION', field: 'reasons.child', after: 'Wants to say sorry to her neighbour.' },
    ...{ whatWasWrong: 'A slip of the pen.', why: 'The chair’s note.', version: await versionOf(team, caseId) },
  };
  done('The correction', await api.post(`/api/cases/${caseId}/corrections`, sent));
}

async function recordsBefore({ api }: Colleague, caseId: string): Promise<void> {
  await recordDisposal(api, (await api.get(`/api/cases/${caseId}`)).body.child.id);
}

describe('the independence of an audit', () => {
  let plan: Plan;
  beforeAll(async () => {
    plan = await drawPlan(team, { ...period(), size: CASES });
  });

  test.each<[Role, string]>([
    ['REFERRING_OFFICER', 'you referred it'],
    ['YJS_ASSESSOR', 'you wrote part of its preparation'],
    ['PANEL_TEAM_MANAGER', 'you signed it off'],
    ['PANEL_ADMINISTRATOR', 'you worked on its record'],
    ['PANEL_CHAIR', 'you attended a meeting that had it on its agenda, you recorded the panel’s recommendation'],
    ['POLICE_DECISION_MAKER', 'you recorded the police decision'],
  ])('keeps out the %s, who worked on the case', async (role, did) => {
    const colleague = await team.as(role);
    await makeAuditorToo(colleague);
    const blocker = {
      ...{ code: 'CONFLICT_OF_INTEREST', severity: 'STOP', mend: `/audit-plans/${plan.planId}` },
      message: expect.stringContaining(did),
    };
    const listed = (await colleague.api.get(`/api/audit-plans/${plan.planId}`)).body.sample;
    expect(listed[0].blockers).toEqual([blocker]);
    expect(await auditsOf(colleague)).not.toContain(`/audit-plans/${plan.planId}/cases/${drawnFirst(plan)}`);
    const refused = [
      await colleague.api.get(auditOf(plan, drawnFirst(plan))),
      await colleague.api.put(auditOf(plan, drawnFirst(plan)), { keyQuestions: judgementsOf('YES') }),
    ];
    for (const { status, body } of refused) expect([status, body.blockers]).toEqual([409, [blocker]]);
    expect(await viewsBy(colleague, drawnFirst(plan))).not.toContain('AUDIT');
  });

  test.each<[Role, string, string, (by: Colleague, caseId: string) => Promise<unknown>]>([
    ['YJS_ASSESSOR', 'wrote a letter of it', 'you worked on its record', writesLetter],
    ['YJS_ASSESSOR', 'linked it with another', 'you worked on its record', linksIt],
    ['POLICE_DECISION_MAKER', 'corrected a slip in it', 'you worked on its record', correctsIt],
    ['YJS_POLICE_OFFICER', 'recorded what its child had before', 'you worked on the child’s record', recordsBefore],
  ])('keeps out the %s who %s', async (role, _, did, work) => {
    const colleague = await team.hire([role, 'QA_AUDITOR']);
    const caseId = drawnFirst(plan);
    expect((await colleague.api.get(auditOf(plan, caseId))).status).toBe(200);
    await work(colleague, caseId);
    const { status, body } = await colleague.api.get(auditOf(plan, caseId));
    expect([status, body.blockers?.[0]?.message]).toEqual([409, `Somebody else must audit this case: ${did}`]);
  });

  test('leaves the case to somebody who had nothing to do with it', async () => {
    const { api } = await team.as('QA_AUDITOR');
    const { sample } = (await api.get(`/api/audit-plans/${plan.planId}`)).body;
    expect(sample.flatMap(({ blockers }: { blockers: object[] }) => blockers)).toEqual([]);
    expect((await auditsOf(await team.as('QA_AUDITOR'))).length).toBeGreaterThan(0);
    expect((await api.get(auditOf(plan, drawnFirst(plan)))).status).toBe(200);
  });
});

/** The audits that wait for somebody. */
const auditsOf = async ({ api }: Colleague): Promise<string[]> => {
  const { items } = (await api.get('/api/work')).body;
  const list = items.find(({ code }: { code: string }) => code === 'AUDITS');
  return list.items.map(({ href }: { href: string }) => href);
};

const viewsBy = async ({ id }: Colleague, caseId: string): Promise<string[]> => {
  const found = await service.read.rows<{ details: string }>(
    sql`select e.details from trail_entries e where e."subjectId" = ${caseId} and e."actorId" = ${id}
        and e.type = 'CASE_VIEWED' order by e.sequence`,
  );
  return found.map(({ details }) => JSON.parse(details).part);
};

const eventsBy = async ({ id }: Colleague, caseId: string): Promise<string[]> => {
  const found = await service.read.rows<{ type: string }>(
    sql`select e.type from trail_entries e where e."subjectId" = ${caseId} and e."actorId" = ${id}
        and e.type <> 'CASE_VIEWED' order by e.sequence`,
  );
  return found.map(({ type }) => type);
};

describe('the audit of a case', () => {
  let auditor: Colleague;
  let plan: Plan;
  let at: string;
  beforeEach(async () => {
    auditor = await team.hire(['QA_AUDITOR']);
    plan = await drawPlan(team, { ...period(), size: CASES });
    at = auditOf(plan, drawnFirst(plan));
  });

  test('gives its questions, and who looked at the case’s papers is on record', async () => {
    const { body } = await auditor.api.get(at);
    expect(body).toMatchObject({ status: 'NOT_STARTED', version: 0, answers: {}, keyQuestions: [], auditedBy: null });
    expect(body.set).toEqual({ id: 'hmip-2021-out-of-court', version: '2021-1' });
    expect(body.questions.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['3.1.1a', ...keyQuestions]),
    );
    expect(body.unanswered.length).toBeGreaterThan(50);
    expect(await viewsBy(auditor, drawnFirst(plan))).toEqual(['AUDIT']);
  });

  test('is saved as a draft, one answer upon another, and is on record', async () => {
    const first = await auditor.api.put(at, { answers: { '3.1.1a': 'YES', strengths: 'The child was heard.' } });
    expect([first.status, first.body]).toMatchObject([200, { status: 'DRAFT', version: 1 }]);
    const second = await auditor.api.put(at, { keyQuestions: judgementsOf('NO').slice(0, 1), version: 1 });
    expect(second.body).toMatchObject({ status: 'DRAFT', version: 2, unanswered: first.body.unanswered - 2 });
    const { body } = await auditor.api.get(at);
    expect(body.answers).toMatchObject({ '3.1.1a': 'YES', strengths: 'The child was heard.', '3.1.1': 'NO' });
    expect(body.keyQuestions).toEqual(judgementsOf('NO').slice(0, 1));
    expect(body.auditedBy).toMatchObject({ id: auditor.id });
    expect(await eventsBy(auditor, drawnFirst(plan))).toEqual(['AUDIT_SAVED', 'AUDIT_SAVED']);
  });

  test('is not overwritten by somebody who was shown an older version', async () => {
    await auditor.api.put(at, { answers: { strengths: 'First.' } });
    const other = await team.hire(['QA_AUDITOR']);
    for (const version of [undefined, 0, 7]) {
      const { status, body } = await other.api.put(at, { answers: { strengths: 'Second.' }, version });
      expect([status, body.code, body.currentVersion]).toEqual([409, 'STALE_VERSION', 1]);
    }
    expect((await auditor.api.get(at)).body.answers).toEqual({ strengths: 'First.' });
  });

  test('has one winner when two auditors begin it at once', async () => {
    const others = [auditor, await team.hire(['QA_AUDITOR']), await team.hire(['QA_AUDITOR'])];
    const answers = await Promise.all(others.map(({ api }) => api.put(at, { answers: { strengths: 'Mine.' } })));
    const won = answers.filter(({ status }) => status === 200);
    expect([won.length, answers.filter(({ status }) => status === 409).length]).toEqual([1, 2]);
  });

  test('is complete only when everything is answered, and whatever is missing is named', async () => {
    const draft = { answers: promptAnswers(), keyQuestions: judgementsOf('YES').slice(1), version: 0 };
    const refused = await auditor.api.put(at, { ...draft, complete: true });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([
      { field: '3.1.1', message: 'Select your judgement on 3.1.1' },
      { field: '3.1.1-evidence', message: 'Enter the evidence for your judgement on 3.1.1' },
    ]);
    const all = { ...draft, keyQuestions: judgementsOf('YES') };
    const done = await auditor.api.put(at, { ...all, complete: true });
    expect([done.status, done.body]).toEqual([200, { status: 'COMPLETE', version: 1, unanswered: 0 }]);
    expect(await eventsBy(auditor, drawnFirst(plan))).toEqual(['AUDIT_COMPLETED']);
    const changed = await auditor.api.put(at, { answers: { strengths: 'On reflection, less.' }, version: 1 });
    expect(changed.body).toMatchObject({ status: 'DRAFT', version: 2 });
  });

  test.each([
    ['an unknown question', { answers: { '3.9.9': 'YES' } }, '3.9.9'],
    ['an answer that is not offered', { answers: { '3.1.1a': 'PERHAPS' } }, '3.1.1a'],
    ['evidence of 4,001 characters', { answers: { '3.1.1-evidence': 'x'.repeat(4001) } }, '3.1.1-evidence'],
    ['a question that is not asked', { answers: { 'safeguarding-action': 'Told the manager' } }, 'safeguarding-action'],
    ['an unknown key question', { keyQuestions: [{ ref: '3.4.1', judgement: 'YES' }] }, 'keyQuestions[0].ref'],
    ['a judgement of unclear', { keyQuestions: [{ ref: '3.1.1', judgement: 'UNCLEAR' }] }, 'keyQuestions[0].judgement'],
    [
      'two judgements on one key question',
      { keyQuestions: [{ ref: '3.1.1', judgement: 'YES' }], answers: { '3.1.1': 'NO' } },
      'keyQuestions[0].ref',
    ],
    ['answers that are a list', { answers: ['YES'] }, 'answers'],
  ])('refuses %s', async (_, sent, field) => {
    const { status, body } = await auditor.api.put(at, sent);
    expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
  });

  test('is not there for a case outside the sample, and not for somebody without a part in audits', async () => {
    const small = await drawPlan(team, { ...period(), size: 1 });
    const outside = caseIds.find((id) => id !== drawnFirst(small));
    expect((await auditor.api.get(auditOf(small, outside))).status).toBe(404);
    expect((await auditor.api.put(auditOf(small, outside), {})).status).toBe(404);
    const member = await team.as('PANEL_MEMBER');
    expect((await member.api.put(at, {})).status).toBe(403);
    expect((await member.api.get(at)).status).toBe(403);
  });
});

describe('the ratings of a sample', () => {
  test('follow from the answers alone, under both denominators, and are provisional until all are complete', async () => {
    const plan = await drawPlan(team, { ...period(), size: 5 });
    const { api } = await team.as('QA_LEAD');
    const ratings = async () => (await api.get(`/api/audit-plans/${plan.planId}/ratings`)).body;
    const empty = await ratings();
    expect(empty).toMatchObject({ audits: { sample: 5, begun: 0, complete: 0 }, provisional: true });
    expect(empty.standards.map(({ rating }: { rating: unknown }) => rating)).toEqual([null, null, null]);

    const [one = '', two = '', three = '', four = '', five = ''] = plan.sample.map(({ caseId }) => caseId);
    await auditCase(team, plan.planId, one, 'YES');
    await auditCase(team, plan.planId, two, 'YES');
    await auditCase(team, plan.planId, three, 'YES', { '3.2.3': 'NOT_APPLICABLE' });
    await auditCase(team, plan.planId, four, 'YES', { '3.2.3': 'NO' });
    expect((await ratings()).provisional).toBe(true);
    await auditCase(team, plan.planId, five, 'NO');

    const rated = await ratings();
    expect(rated).toMatchObject({ audits: { sample: 5, begun: 5, complete: 5 }, provisional: false });
    expect(rated.standards.map(({ ref, rating }: { ref: string; rating: string }) => [ref, rating])).toEqual([
      ['3.1', 'OUTSTANDING'],
      ['3.2', 'INADEQUATE'],
      ['3.3', 'OUTSTANDING'],
    ]);
    expect(rated.standards[1].keyQuestions[2]).toEqual({
      ...{ ref: '3.2.3', yes: 2, applicable: 4, all: 5 },
      ...{ percentOfApplicable: 50, percentOfAll: 40, band: 'INADEQUATE' },
    });
    expect(rated.prompts[0]).toMatchObject({ ref: '3.1.1a', yes: 5, applicable: 5, all: 5, percentOfAll: 100 });

    const { api: auditor } = await team.as('QA_AUDITOR');
    await auditor.put(auditOf(plan, four), { keyQuestions: judgementsOf('YES'), version: 1, complete: true });
    expect((await ratings()).standards[1]).toMatchObject({ rating: 'REQUIRES_IMPROVEMENT' });
  });
});

const inMain = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';

describe('on the pages', () => {
  let browser: PageClient;
  let lead: Colleague;
  beforeAll(async () => {
    lead = await team.as('QA_LEAD');
    browser = await browserOf(service, team, lead);
  });

  test('the QA lead counts the cases, draws a sample, audits a case and reads the ratings', async () => {
    const days = {
      'from-day': '23',
      'from-month': '11',
      'from-year': '2026',
      'to-day': '23',
      'to-month': '11',
      'to-year': '2026',
    };
    const counted = await browser.fill('/audit-plans/new', {
      panelAreaId: team.areaId,
      framework: 'HMIP-2021-D3',
      ...days,
    });
    expect(counted.status).toBe(303);
    const draw = counted.headers.get('location') ?? '';
    expect((await browser.get(draw)).text).toContain(
      `${CASES} cases were decided in Leicester City from 23 November 2026 to 23 November 2026.`,
    );
    const tooFew = await browser.fill(draw, { how: 'NUMBER', size: '0' });
    expect([tooFew.status, tooFew.text.includes('from 1 to 5000')]).toEqual([422, true]);
    const drawn = await browser.fill(draw, { how: 'NUMBER', size: '2', seed: 'by hand' });
    expect(drawn.status).toBe(303);
    const planPage = drawn.headers.get('location') ?? '';
    expect((await browser.get('/audit-plans')).text).toContain(`href="${planPage}"`);

    const plan = inMain((await browser.get(planPage)).text);
    for (const words of ['by hand', 'Not started', '0 of 2 audits complete']) expect(plan).toContain(words);
    const casePage = /href="(\/audit-plans\/[^"]+\/cases\/[^"]+)"/.exec(plan)?.[1] ?? '';
    const opened = inMain((await browser.get(casePage)).text);
    expect(opened).toContain('Open the case and everything recorded in it');
    expect(opened).toContain(`href="${casePage}/assessing-desistance"`);

    const early = await browser.fill(casePage, {});
    expect(early.status).toBe(422);
    expect(early.text).toMatch(/\d+ answers are missing\. They are listed below\./);

    await answerEveryPage(casePage);
    const done = await browser.fill(casePage, {});
    expect([done.status, done.headers.get('location')]).toEqual([303, planPage]);
    expect(inMain((await browser.get(planPage)).text)).toContain('1 of 2 audits complete');

    const ratings = inMain((await browser.get(`${planPage}/ratings`)).text);
    for (const words of [
      'These ratings are provisional',
      '3.1 Assessment: Outstanding',
      '1 of 1',
      '100%',
      'Annexe 2',
    ]) {
      expect(ratings).toContain(words);
    }
  });

  test('a draft is kept with answers missing, and one that another saved first comes back with both', async () => {
    const plan = await drawPlan(team, { ...period(), size: 1 });
    const page = `/audit-plans/${plan.planId}/cases/${drawnFirst(plan)}/summary`;
    const before = (await browser.get(page)).text;
    expect((await browser.fill(page, { 'answers[strengths]': 'Heard early.' })).headers.get('location')).toBe(
      page.replace('/summary', ''),
    );
    expect((await browser.get(page)).text).toContain('Heard early.');
    const [, token = ''] = /name="_csrf" value="([^"]*)"/.exec(before) ?? [];
    const stale = await browser.post(page, { _csrf: token, version: '0', 'answers[strengths]': 'Heard late.' });
    expect(stale.status).toBe(409);
    for (const words of ['Nothing was overwritten', 'Heard early.', 'Heard late.']) expect(stale.text).toContain(words);
  });

  test('whoever worked on a case is told so before opening it', async () => {
    const officer = await team.hire(['QA_AUDITOR', 'POLICE_DECISION_MAKER']);
    const plan = await drawPlan(team, { ...period(), size: CASES });
    const worked = await team.as('REFERRING_OFFICER');
    await makeAuditorToo(worked);
    const theirs = await browserOf(service, team, worked);
    const page = inMain((await theirs.get(`/audit-plans/${plan.planId}`)).text);
    expect(page).toContain('Somebody else must audit this case: you referred it');
    expect(page).not.toContain(`/cases/${drawnFirst(plan)}"`);
    expect((await theirs.get(`/audit-plans/${plan.planId}/cases/${drawnFirst(plan)}`)).status).toBe(409);
    const free = await browserOf(service, team, officer);
    expect((await free.get(`/audit-plans/${plan.planId}`)).text).toContain(`/cases/${drawnFirst(plan)}"`);
  });

  test('somebody without a part in audits is refused', async () => {
    const theirs = await browserOf(service, team, await team.as('PANEL_MEMBER'));
    for (const page of ['/audit-plans', '/audit-plans/new', '/audit-ratings']) {
      expect((await theirs.get(page)).status).toBe(403);
    }
  });

  /** Goes from page to page as the answers are sent, until it is back at the audit. */
  async function answerEveryPage(casePage: string): Promise<void> {
    const answers = { ...promptAnswers() } as Record<string, string>;
    for (const { ref, judgement, evidence } of judgementsOf('YES')) {
      answers[ref] = judgement;
      answers[`${ref}-evidence`] = evidence;
    }
    let page = `${casePage}/assessing-desistance`;
    while (page !== casePage) {
      const shown = (await browser.get(page)).text;
      const asked = Object.entries(answers).filter(([id]) =>
        shown.includes(`name="answers[${id.replaceAll('.', '-')}]"`),
      );
      const typed = asked.map(([id, answer]) => [`answers[${id.replaceAll('.', '-')}]`, answer] as const);
      const sent = await browser.fill(page, Object.fromEntries(typed));
      expect(sent.status).toBe(303);
      page = sent.headers.get('location') ?? casePage;
    }
  }
});
