import { MakeAccessToken } from '../../src/access/access-tokens.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { disposal as earlier } from '../support/children-story.js';
import { type ApiClient, apiClient, codesOf, done, hiddenFields } from '../support/clients.js';
import { changeOf } from '../support/disposals-story.js';
import { writeLetter } from '../support/letters-story.js';
import { condition, decidedCase, deliver, delivery, versionOf } from '../support/outcomes-story.js';
import { arrangeMeeting, dayFromNow, decide, listCase, pairOf, recommend } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { drawPlan } from '../support/quality-story.js';
import { referralFile } from '../support/referral-file.js';
import { referCase, type ReferredCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

/** One disposal that an administrator added, from the first table it stands in to the last measure it is counted by. */
const CODE = 'SCHEME_7B';
const NAME = 'Restorative promise (Turnaround)';
const FOLLOWS = 'The worker asks why before anything else; then police are asked, and nobody else.';

const DAY = 86_400_000;
const today = dayFromNow(0);

let service: Service;
let team: Team;
let chair: Colleague;
let inspector: Colleague;
let head: Colleague;
let manager: Colleague;
let assessor: Colleague;
let officer: Colleague;
let worker: Colleague;
let referred: ReferredCase;
let began: number;

const promise = (): Record<string, unknown> => ({
  ...changeOf('OUTCOME_22', { name: NAME, validFrom: dayFromNow(0) }),
  ...{ code: CODE, informal: true, nationalCodes: [] },
  rules: ['DISPOSAL_NOT_IN_FORCE', 'AGE_UNDER_10', 'YCC_CONDITIONS_REQUIRED', 'YCC_PENALTY_CAP'],
  outcomeRules: [
    ...['POLICE_DECISION_MISSING', 'OUTCOME_DIFFERS_FROM_DECISION', 'ACTIVITY_NOT_COMPLETED', 'CONSENT_MISSING'],
  ],
  meanings: [{ part: 'NON_ENGAGEMENT', words: FOLLOWS, source: 'Local protocol 7', grounding: 'NOT_CHECKED' }],
});

/** What somebody reads of a page; what only the browser sends back is none of it. */
const read = (html: string): string =>
  html
    .replaceAll(/<(script|style|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

const called = (text: string): { byName: boolean; byCode: boolean } => ({
  byName: text.toLowerCase().includes(NAME.toLowerCase()),
  byCode: /scheme[ _]7b/i.test(text),
});
const byNameAlone = { byName: true, byCode: false };

async function pageOf(by: Colleague, path: string): Promise<string> {
  const { status, text } = await (await browserOf(service, team, by)).get(path);
  if (status !== 200) throw new Error(`${path}: ${status}`);
  return read(text);
}
const onPage = async (by: Colleague, path: string) => ({ path, ...called(await pageOf(by, path)) });
const named = (path: string) => ({ path, ...byNameAlone });
const of = (rest = ''): string => `/cases/${referred.caseId}${rest}`;

/** What is agreed is done and the child signs: the outcome of a case in which it was decided. */
async function give(caseId: string): Promise<void> {
  await deliver(team, caseId, 'COMPLETED');
  const conditions = [condition({ penaltyPence: 500, object: 'PUNITIVE' })];
  const sent = { disposal: CODE, givenOn: today, conditions, consent: { status: 'SIGNED' }, overrides: [] };
  const version2 = await versionOf(team, caseId);
  done('The outcome', await officer.api.post(`/api/cases/${caseId}/outcome`, { ...sent, version: version2 }));
}

/** Who reads the trail of the whole service. */
async function protector(): Promise<ApiClient> {
  const name = 'Dana Protector';
  const roles = [{ role: 'DATA_PROTECTION_OFFICER' }];
  const person = { name, email: 'dana@example.org', agency: 'YOUTH_JUSTICE_SERVICE', roles };
  const { id } = done('The person', await team.administrator.api.post('/api/people', person)).body;
  const actor = { personId: id, name, agency: 'YOUTH_JUSTICE_SERVICE', roles: [] } as const;
  const { token } = await service.app.get(MakeAccessToken).execute(actor, { label: 'tests' });
  return apiClient(service.url, token);
}

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  began = service.clock.ahead;
  [chair, inspector] = [await team.as('PANEL_CHAIR'), await team.as('POLICE_DECISION_MAKER')];
  [head, manager] = [await team.as('SENIOR_REVIEWER'), await team.as('PANEL_TEAM_MANAGER')];
  [assessor, officer] = [await team.as('YJS_ASSESSOR'), await team.as('YJS_POLICE_OFFICER')];
  worker = await team.as('VICTIM_WORKER');
  done('The disposal', await team.administrator.api.post('/api/disposals', promise()));
  referred = await referCase(team);
  await prepareCase(team, referred.caseId);
  await signOff(team, referred.caseId);
  await listCase(team, referred.caseId);
}, 120_000);
afterEach(() => void (service.clock.ahead = began));
afterAll(() => service.stop());

describe('a disposal that an administrator added', () => {
  test('stands with the others before the panel, and an agency says it would recommend it', async () => {
    const { items } = done('The table', await chair.api.get(`/api${of('/eligibility')}`)).body;
    expect(items.find(({ code }: { code: string }) => code === CODE)).toMatchObject({
      ...{ name: NAME, standing: 'OPEN_WITH_WARNING' },
      reasons: [{ code: 'GRAVITY_DEPARTURE_UNEXPLAINED', toAnswer: true }],
    });
    expect(await onPage(chair, of('/eligibility'))).toEqual(named(of('/eligibility')));
    const view = { view: CODE, reason: 'The child wants to put it right.', version: 0 };
    done('The view', await chair.api.post(`/api${of('/views')}`, view));
    expect(await onPage(chair, of('/views'))).toEqual(named(of('/views')));
  });

  test('is agreed upon by two seniors, who find it among the others, and one that nobody knows is not', async () => {
    const version = await versionOf(team, referred.caseId);
    const sent = { reason: 'Police and youth justice do not agree.', version, ...(await pairOf(team)) };
    done('The escalation', await chair.api.post(`/api${of('/escalation')}`, sent));
    expect(await onPage(inspector, of('/escalations'))).toEqual(named(of('/escalations')));
    expect(await pageOf(inspector, of('/escalations'))).not.toContain('deferred prosecution (to January 2026)');
    const say = async (by: Colleague, disposal: string) => {
      const version = await versionOf(team, referred.caseId);
      const view = { result: 'AGREED_DISPOSAL', disposal, reason: 'It fits this child.', version };
      return by.api.post(`/api${of('/escalation/views')}`, view);
    };
    const unknown = await say(inspector, 'SCHEME_8');
    expect([unknown.status, unknown.body.errors[0].field]).toEqual([400, 'disposal']);
    const browser = await browserOf(service, team, inspector);
    const typed = { result: 'AGREED_DISPOSAL', disposal: CODE, reason: 'It fits this child.' };
    expect((await browser.fill(of('/escalations'), typed)).status).toBe(303);
    expect((await say(head, CODE)).body).toMatchObject({ ended: 'SETTLED', result: 'AGREED_DISPOSAL' });
    const [{ steps, end }] = (await chair.api.get(`/api${of('/escalation')}`)).body.items;
    expect([end, ...steps[0].views]).toMatchObject(Array(3).fill({ disposal: CODE, disposalName: NAME }));
    expect(await onPage(chair, of('/escalations'))).toEqual(named(of('/escalations')));
  });

  test('is recommended and decided, and shown to the panel as what police decided', async () => {
    await recommend(team, referred.caseId, CODE);
    expect(await onPage(chair, of('/recommendation'))).toEqual(named(of('/recommendation')));
    await decide(team, referred.caseId, CODE);
    for (const path of [of(), of('/recommendation'), of('/decision-history')]) {
      expect(await onPage(manager, path)).toEqual(named(path));
    }
    const next = await arrangeMeeting(team, { startsAt: `${dayFromNow(1)}T15:00` });
    const { items: meetings } = (await chair.api.get('/api/meetings?limit=100')).body;
    const shown = [];
    for (const { id } of [...meetings, { id: next }]) {
      const path = `/meetings/${id}/police-decisions`;
      const { items } = done('What police decided', await chair.api.get(`/api${path}`)).body;
      if (items.length === 0) continue;
      shown.push({ ...items[0], path, page: called(await pageOf(chair, path)) });
    }
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ recommendedName: NAME, decidedName: NAME, page: byNameAlone });
  });

  test('is delivered, says what follows without the child, and holds its conditions to its own rules', async () => {
    const conditionOf = (penaltyPence: number) => ({
      ...{ description: 'Pay towards the shelter', owner: 'The worker', due: dayFromNow(14) },
      ...{ object: 'PUNITIVE', penaltyPence },
    });
    const underWay = { ...delivery('UNDER_WAY'), actions: [conditionOf(500)], version: 0 };
    done('The delivery', await assessor.api.put(`/api${of('/delivery')}`, underWay));
    const step = { takenOn: today, step: 'ASKED_CHILD', note: 'Missed the bus.' };
    done('The step', await assessor.api.post(`/api${of('/delivery/steps')}`, step));
    const { notTakingPart, version } = (await manager.api.get(`/api${of('/delivery')}`)).body;
    expect(notTakingPart).toEqual({ message: FOLLOWS, source: 'Local protocol 7', checkedOn: null });
    expect(await pageOf(manager, of('/delivery'))).toContain(FOLLOWS);

    const varied = { variedOn: today, agreedBy: ['CHILD', 'POLICE'], why: 'The child asked.', version };
    const vary = (penaltyPence: number) =>
      assessor.api.post(`/api${of('/delivery/variations')}`, { ...varied, actions: [conditionOf(penaltyPence)] });
    const shut = await vary(900_000);
    expect([shut.status, codesOf(shut)]).toEqual([409, ['YCC_PENALTY_CAP']]);
    done('The variation', await vary(400));
  });

  test('is recorded as the outcome, and every letter to child, carer, police and victim calls it by its name', async () => {
    expect(await onPage(officer, of('/outcome'))).toEqual(named(of('/outcome')));
    await give(referred.caseId);
    expect(await onPage(manager, of('/outcome'))).toEqual(named(of('/outcome')));
    const [victim] = (await worker.api.get(`/api${of('/victims')}`)).body.items;
    const telling = { status: 'WANTS_TO_BE_TOLD', version: victim.telling?.version ?? 0 };
    done('Wants to be told', await worker.api.put(`/api${of(`/victims/${victim.id}/telling`)}`, telling));
    const letters = [
      ...['child-outcome', 'carer-outcome', 'police-outcome'].map((kind) => ['YJS_ASSESSOR', `letters/${kind}`]),
      ['VICTIM_WORKER', `victims/${victim.id}/letters/victim-outcome`],
    ] as const;
    for (const [role = '', path = ''] of letters) {
      const at = `/api${of(`/${path}`)}`;
      const { api } = role === 'VICTIM_WORKER' ? worker : assessor;
      const { text } = done('The letter', await api.get(`${at}/draft`)).body;
      expect({ path, ...called(text) }).toEqual(named(path));
      await writeLetter(team, at, {}, role);
    }
  });

  test('is told in the timeline and in the trail as it was called, and keeps its first name when it is renamed', async () => {
    const sentences = async () =>
      (await manager.api.get(`/api${of('/timeline?changesOnly=true')}`)).body.items
        .filter(({ event }: { event: string }) => /^(RECOMMENDATION|POLICE_DECISION|OUTCOME)_RECORDED$/.test(event))
        .map(({ sentence }: { sentence: string }) => sentence);
    const told = [
      `recorded the outcome: ${NAME}`,
      `recorded the police decision: ${NAME}`,
      `recorded the panel’s recommendation: ${NAME} (unanimous)`,
    ];
    expect(await sentences()).toEqual(told);
    const { code: _, ...changed } = promise();
    const rename = { ...changed, name: 'Promise', fromDay: dayFromNow(1), version: 1 };
    done('The name', await team.administrator.api.post(`/api/disposals/${CODE}/editions`, rename));
    expect(await sentences()).toEqual(told);
    expect(await onPage(manager, of('/timeline'))).toEqual(named(of('/timeline')));
    const trail = (await (await protector()).get(`/api/trail?day=${today}&personId=${officer.id}`)).body.items;
    expect(trail.map(({ sentence }: { sentence: string }) => sentence)).toContain(told[0]);
  });

  test('is corrected like any other, and its auditor reads its name', async () => {
    service.clock.ahead += DAY;
    const correction = {
      ...{ record: 'OUTCOME', field: 'givenOn', after: dayFromNow(1), version: await versionOf(team, referred.caseId) },
      ...{ whatWasWrong: 'It was signed the day after.', why: 'The document says so.' },
    };
    done('The correction', await manager.api.post(`/api${of('/corrections')}`, correction));
    service.clock.ahead = began;
    const { items } = (await manager.api.get(`/api${of('/decision-history')}`)).body;
    expect(items.map(({ disposalName }: { disposalName: string }) => disposalName)).toEqual([NAME, NAME, NAME]);
    expect(await onPage(manager, of('/decision-history'))).toEqual(named(of('/decision-history')));
    const { planId } = await drawPlan(team);
    const lead = await team.as('QA_LEAD');
    expect(await onPage(lead, `/audit-plans/${planId}`)).toEqual(named(`/audit-plans/${planId}`));
    const papers = `/audit-plans/${planId}/cases/${referred.caseId}`;
    expect(await onPage(await team.as('QA_AUDITOR'), papers)).toEqual(named(papers));
  });
});

/** Every page of the case and its child to which links lead; not those that look at disposals themselves. */
async function walked(by: Colleague): Promise<{ pages: number; byCode: string[] }> {
  const browser = await browserOf(service, team, by);
  const [waiting, seen, byCode] = [[of()], new Set([of()]), [] as string[]];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const { status, text, headers } = await browser.get(path);
    if (status !== 200 || !headers.get('content-type')?.includes('text/html')) continue;
    if (called(read(text)).byCode) byCode.push(path);
    for (const [, href = ''] of text.matchAll(/href="([^"#]+)/g)) {
      const next = href.replace(/\?.*/, '');
      if (seen.has(next) || ![of(), `/children/${referred.childId}`].some((place) => next.startsWith(place))) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return { pages: seen.size, byCode };
}

describe('what a child had before', () => {
  test('counts it by its name: on the child’s page, in the next case, and for a file that names the child', async () => {
    const { childId } = await referCase(team);
    const child = `/children/${childId}`;
    done('Had before', await officer.api.post(`/api${child}/disposals`, earlier({ disposal: CODE, givenOn: today })));
    const { flags } = (await officer.api.get(`/api${child}/disposals`)).body;
    expect(flags).toMatchObject([{ informal: 1, names: { [CODE]: NAME } }]);
    expect(called(flags[0].message)).toEqual(byNameAlone);
    expect(await onPage(officer, `${child}/disposals`)).toEqual(named(`${child}/disposals`));
    expect(await onPage(officer, `${child}/disposals/new`)).toEqual(named(`${child}/disposals/new`));
    const again = await referCase(team, { child: undefined, childId });
    for (const page of [`/cases/${again.caseId}`, `/cases/${again.caseId}/earlier-disposals`]) {
      expect(await onPage(assessor, page)).toEqual(named(page));
    }
    const known = (await officer.api.get(`/api${child}`)).body;
    const { givenName, familyName, dateOfBirth } = known;
    const browser = await browserOf(service, team, manager);
    const file = { name: 'referrals.csv', text: referralFile({ givenName, familyName, dateOfBirth }) };
    const hidden = hiddenFields((await browser.get('/referral-imports')).text);
    const sent = await browser.postFile('/referral-imports', { ...hidden, panelAreaId: team.areaId }, file);
    expect(await onPage(manager, sent.headers.get('location') ?? '')).toMatchObject(byNameAlone);
  });

  test('stands by its code on no page to which anybody is led', async () => {
    const { pages, byCode } = await walked(manager);
    expect([pages > 30, byCode]).toEqual([true, []]);
  });

  test('is counted under it when those who were given it are referred anew', async () => {
    const given = [referred];
    while (given.length < 5) given.push(await decidedCase(team, CODE));
    for (const { caseId } of given.slice(1)) await give(caseId);
    service.clock.ahead += 20 * DAY;
    for (const { childId } of given) await referCase(team, { child: undefined, childId });
    service.clock.ahead += 100 * DAY;
    const lead = await team.hire(['QA_LEAD']);
    const period = new URLSearchParams({ panelAreaId: team.areaId, from: today, to: dayFromNow(5) });
    const path = `/measures/new-referrals?${period.toString()}`;
    const { disposals } = done('The measure', await lead.api.get(`/api${path}`)).body;
    expect(disposals[0]).toMatchObject({ disposal: CODE, name: 'Promise' });
    expect(disposals[0].windows[0]).toMatchObject({ months: 3, children: 5, referred: 5, notYetDue: 0 });
    const page = await pageOf(lead, path);
    expect([page.includes('Promise 5 of 5 (100%)'), called(page).byCode]).toEqual([true, false]);
  });
});
