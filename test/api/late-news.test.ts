import { allMet, considerNews, fact, judgementOf, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { recordDisposal } from '../support/children-story.js';
import { codesOf } from '../support/clients.js';
import { listCase, placeOf } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let manager: Colleague;
let partner: Colleague;
let caseId: string;
let childId: string;
let at: string;

const OWN = 'CHILDRENS_SOCIAL_CARE';
const STANDS = 'We knew of the move when we wrote this; nothing in it changes.';
const bySocialCare = [`agency-checks/${OWN}`, 'SAFETY_AND_WELLBEING', 'circumstances', 'exploitation', 'family'];

type Reopened = {
  id: string;
  section: string;
  news: string;
  about: string | null;
  meetingId: string | null;
  settledAt: string | null;
  settledAs: string | null;
  settledBecause: string | null;
  settledBy: string | null;
  signedAt: string | null;
};

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, manager] = [await team.as('YJS_ASSESSOR'), await team.as('PANEL_TEAM_MANAGER')];
  partner = await team.as('PARTNER_CONTRIBUTOR');
});
beforeEach(async () => {
  ({ caseId, childId } = await referCase(team));
  at = `/api/cases/${caseId}`;
});
afterAll(() => service.stop());

const signedOff = async (): Promise<void> => {
  await assessor.api.post(`${at}/agency-checks`, { agencies: [OWN] });
  await prepareCase(team, caseId);
  await signOff(team, caseId);
};
const reopened = async (): Promise<Reopened[]> => (await assessor.api.get(`${at}/reopened-sections`)).body.items;
const open = async (): Promise<string[]> =>
  (await reopened())
    .filter(({ settledAt }) => settledAt === null)
    .map(({ section }) => section)
    .toSorted();
const stateOf = async (): Promise<string> => (await assessor.api.get(at)).body.state;
const answer = async (content = 'The family moved on Friday.'): Promise<void> => {
  const { body } = await assessor.api.get(`${at}/agency-checks`);
  const { version } = body.items.find(({ agency }: { agency: string }) => agency === OWN);
  const sent = { status: 'INFORMATION_RECEIVED', content, version };
  expect((await partner.api.put(`${at}/agency-checks/${OWN}`, sent)).status).toBe(200);
};
/** The assessor writes what the answer means, which looks at the check itself again. */
const weigh = async (): Promise<void> => {
  const { body } = await assessor.api.get(`${at}/agency-checks`);
  const { version, status, content } = body.items.find(({ agency }: { agency: string }) => agency === OWN);
  const analysis = 'The move brings her closer to the cousin she ran away to.';
  const sent = await assessor.api.put(`${at}/agency-checks/${OWN}`, { status, content, analysis, version });
  expect(sent.status).toBe(200);
};
const consider = async (id = caseId): Promise<void> => {
  await weigh();
  await considerNews(team, id);
};
const shutAt = async (): Promise<{ code: string; mend: string; severity: string }[]> =>
  (await manager.api.post(`${at}/assessment/sign-off`, { criteria: allMet() })).body.blockers ?? [];
const settle = async (section: string, because = STANDS) => {
  const found = (await reopened()).find((one) => one.section === section && one.settledAt === null);
  return assessor.api.post(`${at}/reopened-sections/${found?.id}/settlement`, { because });
};
const work = async (colleague: Colleague, code: string) => {
  const { items } = (await colleague.api.get('/api/work')).body;
  return items.find((list: { code: string }) => list.code === code)?.items ?? [];
};

describe('news after the sign-off', () => {
  beforeEach(signedOff);

  test('an agency’s answer reopens what it touches, in the unit in which the sign-off goes', async () => {
    await answer();
    expect(await stateOf()).toBe('PREPARING');
    expect(await open()).toEqual(bySocialCare.toSorted());
    expect((await reopened())[0]).toMatchObject({ news: 'AGENCY_ANSWER', about: OWN, meetingId: null, signedAt: null });
    const trail: { type: string; at: string; details: string }[] = await service.read.source.query(
      `select t.type, t.at, t.details from trail_entries t where t."subjectId" = $1 order by t.sequence desc`,
      [caseId],
    );
    const [gone, came] = ['SIGN_OFF_REMOVED', 'LATE_NEWS_CAME'].map((type) => trail.find((one) => one.type === type));
    expect(came?.at).toBe(gone?.at);
    expect(JSON.parse(came?.details ?? '')).toEqual({ news: 'AGENCY_ANSWER', about: OWN, sections: expect.any(Array) });
  });

  test('the manager cannot sign again as if nothing had happened: each section is named with the page that mends it', async () => {
    await answer();
    const shut = await shutAt();
    const news = shut.filter(({ code }) => code === 'NEWS_NOT_CONSIDERED');
    expect(news.map(({ severity }) => severity)).toEqual(bySocialCare.map(() => 'OVERRIDE'));
    expect(news.map(({ mend }) => mend).toSorted()).toEqual(
      [
        `/cases/${caseId}/agency-checks/${OWN}`,
        `/cases/${caseId}/judgements/SAFETY_AND_WELLBEING`,
        ...['circumstances', 'exploitation', 'family'].map((slug) => `/cases/${caseId}/assessment/${slug}`),
      ].toSorted(),
    );
    await weigh();
    const overrides = [{ code: 'NEWS_NOT_CONSIDERED', reason: 'I read it with the assessor on the telephone.' }];
    const passed = await manager.api.post(`${at}/assessment/sign-off`, { criteria: allMet(), overrides });
    expect(passed.status).toBe(200);
  });

  test('an author settles a section by changing it, or by saying why it stands; then it is signed again', async () => {
    await answer();
    const { body } = await assessor.api.get(`${at}/assessment`);
    const judged = await assessor.api.get(`${at}/judgements/SAFETY_AND_WELLBEING`);
    const judgement = judgementOf('MEDIUM', { version: judged.body.version });
    expect((await assessor.api.put(`${at}/judgements/SAFETY_AND_WELLBEING`, judgement)).status).toBe(200);
    const empty = await settle('family', '  ');
    expect([empty.status, empty.body.errors[0].field]).toEqual([400, 'because']);
    await weigh();
    for (const section of ['family', 'exploitation']) expect((await settle(section)).status).toBe(200);
    expect(await open()).toEqual(['circumstances']);
    expect(body.status).toBe('SUBMITTED');
    const answers = { 'circumstances-known': [fact('They moved to her aunt on Friday.')] };
    const sent = { set: body.set, answers, version: body.version };
    const changed = await assessor.api.put(`${at}/assessment/answers`, sent);
    expect(changed.status).toBe(200);
    expect(await open()).toEqual([]);
    const settled = await reopened();
    expect(settled.find(({ section }) => section === 'family')).toMatchObject({
      ...{ settledAs: 'STANDS', settledBecause: STANDS, settledBy: expect.any(String) },
    });
    expect(settled.find(({ section }) => section === 'circumstances')).toMatchObject({ settledAs: 'CHANGED' });
    expect(settled.find(({ section }) => section === 'SAFETY_AND_WELLBEING')).toMatchObject({ settledAs: 'CHANGED' });
    expect(codesOf(await manager.api.post(`${at}/assessment/sign-off`))).toEqual(['ASSESSMENT_NOT_SUBMITTED']);
  });

  test('what is looked at again and stands needs no new submission, and the new sign-off closes the news', async () => {
    await answer();
    await consider();
    await signOff(team, caseId);
    expect(await stateOf()).toBe('READY');
    expect((await reopened()).every(({ signedAt }) => signedAt !== null)).toBe(true);
  });

  test('whoever settles a section is one of its authors, and so does not sign', async () => {
    await answer();
    await weigh();
    const items = (await reopened()).filter(({ settledAt }) => settledAt === null);
    for (const { id } of items) {
      await manager.api.post(`${at}/reopened-sections/${id}/settlement`, { because: STANDS });
    }
    expect((await shutAt()).map(({ code }) => code)).toEqual(['SAME_PERSON_AUTHOR_AND_SIGNER']);
    const other = await team.as('PANEL_TEAM_MANAGER', 2);
    expect((await other.api.post(`${at}/assessment/sign-off`, { criteria: allMet() })).status).toBe(200);
  });

  test('a section is settled once, in its own case, by who may assess', async () => {
    await answer();
    const [{ id } = { id: '' }] = await reopened();
    const path = `${at}/reopened-sections/${id}/settlement`;
    expect((await partner.api.post(path, { because: STANDS })).status).toBe(403);
    expect((await (await team.as('PANEL_CHAIR')).api.post(path, { because: STANDS })).status).toBe(403);
    const other = await referCase(team);
    expect((await assessor.api.post(path.replace(caseId, other.caseId), { because: STANDS })).status).toBe(404);
    expect((await assessor.api.post(path, { because: STANDS })).status).toBe(200);
    expect((await assessor.api.post(path, { because: STANDS })).status).toBe(409);
  });

  test('what the assessor changes of their own, an analysis without a new answer included, is no news', async () => {
    const { body } = await assessor.api.get(`${at}/agency-checks`);
    const check = body.items.find(({ agency }: { agency: string }) => agency === 'POLICE');
    const { status, content, version } = check;
    const analysed = { status, content, version, analysis: 'On reading it again it says less than we thought.' };
    expect((await assessor.api.put(`${at}/agency-checks/POLICE`, analysed)).status).toBe(200);
    await assessor.api.put(`${at}/identity`, { consideration: 'She is proud of her language.', version: 1 });
    expect([await stateOf(), await reopened()]).toEqual(['PREPARING', []]);
  });

  test('an answer that the assessor types in with its meaning leaves the check itself settled', async () => {
    const { body } = await assessor.api.get(`${at}/agency-checks`);
    const { version } = body.items.find(({ agency }: { agency: string }) => agency === 'HEALTH_NAVIGATOR');
    const late = {
      status: 'INFORMATION_RECEIVED',
      content: 'A new diagnosis.',
      analysis: 'It explains a lot.',
      version,
    };
    await assessor.api.put(`${at}/agency-checks/HEALTH_NAVIGATOR`, late);
    expect(await open()).toEqual(['SAFETY_AND_WELLBEING', 'education-and-health']);
  });

  test.each([
    ['an earlier disposal', 'EARLIER_DISPOSAL', ['LIKELIHOOD_OF_REOFFENDING', 'behaviour', 'earlier-disposals']],
    ['police information', 'POLICE_INFORMATION', ['RISK_OF_SERIOUS_HARM', 'SAFETY_AND_WELLBEING', 'behaviour']],
    ['a victim’s view', 'VICTIM_VIEW', ['RISK_OF_SERIOUS_HARM', 'behaviour', 'professionals-plan']],
    ['a victim', 'VICTIM', ['RISK_OF_SERIOUS_HARM', 'behaviour', 'professionals-plan']],
    ['gravity', 'GRAVITY', ['RISK_OF_SERIOUS_HARM', 'behaviour']],
  ])('%s that comes late reopens what it touches', async (what, news, sections) => {
    await bring(what);
    expect(await stateOf()).toBe('PREPARING');
    expect(await open()).toEqual(sections);
    expect(new Set((await reopened()).map((one) => one.news))).toEqual(new Set([news]));
  });

  test('more news before the next sign-off reopens more, and the same again only what was settled', async () => {
    await answer();
    await bring('police information');
    expect(await open()).toEqual(
      [...bySocialCare, 'RISK_OF_SERIOUS_HARM', 'SAFETY_AND_WELLBEING', 'behaviour'].toSorted(),
    );
    await answer('They moved back.');
    expect((await open()).filter((section) => section === 'family')).toEqual(['family']);
    await settle('family');
    await answer('They moved again.');
    expect((await reopened()).filter(({ section }) => section === 'family')).toHaveLength(2);
  });

  test('the manager may name by hand what news touches that the service did not see', async () => {
    const strange = await manager.api.post(`${at}/reopening`, { reason: 'Her school rang.', sections: ['shoes'] });
    expect([strange.status, strange.body.errors[0].field]).toEqual([400, 'sections']);
    const sections = ['education-and-health', 'voices/child'];
    expect((await manager.api.post(`${at}/reopening`, { reason: 'Her school rang.', sections })).status).toBe(200);
    expect(await open()).toEqual(sections);
  });
});

const bring = async (what: string): Promise<void> => {
  const officer = await team.as('YJS_POLICE_OFFICER');
  const { version, offences, victims } = (await assessor.api.get(at)).body;
  if (what === 'an earlier disposal')
    return void (await recordDisposal(officer.api, childId, { givenOn: '2026-08-30' }));
  if (what === 'a victim') {
    const victim = { kind: 'PERSON', consentToShare: 'NOT_YET_SOUGHT' };
    return void expect((await officer.api.post(`${at}/victims`, victim)).status).toBe(201);
  }
  if (what === 'a victim’s view') {
    const [{ id }] = victims;
    const { body } = await officer.api.get(`${at}/victims`);
    const shown = body.items.find((one: { id: string }) => one.id === id);
    const view = {
      status: 'OBTAINED',
      obtainedOn: '2026-11-20',
      view: 'I want him kept away.',
      version: shown.viewVersion,
    };
    return void expect((await officer.api.put(`${at}/victims/${id}/view`, view)).status).toBe(200);
  }
  if (what === 'gravity') {
    const [{ id, version: shown }] = offences;
    const score = { edition: 'NPCC-CGM-2025-02', startScore: 2, finalScore: 3, factors: [], version: shown };
    return void expect((await officer.api.put(`${at}/offences/${id}/gravity`, score)).status).toBe(200);
  }
  const information = {
    ...{ responsibilityStance: 'ACCEPTS_RESPONSIBILITY', evidenceSufficient: 'YES', cpsAuthority: 'NOT_NEEDED' },
    ...{ policeStatus: 'VOLUNTARY_ATTENDANCE', policeInformation: 'Seen with older men at the station.', version },
  };
  expect((await officer.api.put(`${at}/police-information`, information)).status).toBe(200);
};

test('before the first sign-off nothing is late: news is read before anybody signs', async () => {
  await assessor.api.post(`${at}/agency-checks`, { agencies: [OWN] });
  await answer();
  await bring('an earlier disposal');
  expect(await reopened()).toEqual([]);
});

test('news after the case was listed names the meeting, takes the case off its agenda and says so there', async () => {
  await signedOff();
  await listCase(team, caseId);
  const { meetingId } = await placeOf(team, caseId);
  await answer();
  expect(new Set((await reopened()).map((one) => one.meetingId))).toEqual(new Set([meetingId]));
  const chair = await team.as('PANEL_CHAIR');
  const { text } = await (await browserOf(service, team, chair)).get(`/meetings/${meetingId}`);
  expect(text).toContain('It left the agenda because of late news: Children’s social care answered');
  const { body } = await chair.api.get(`/api/meetings/${meetingId}`);
  const item = body.agenda.find((one: { caseId: string }) => one.caseId === caseId);
  expect(item.leftOn).toMatchObject({ news: 'AGENCY_ANSWER', about: OWN });
  await consider();
  await signOff(team, caseId);
  await listCase(team, caseId, meetingId);
  const again = (await (await browserOf(service, team, chair)).get(`/meetings/${meetingId}`)).text;
  expect(again).not.toContain('It left the agenda because of late news: Children’s social care answered');
});

describe('the manager is told', () => {
  test('under “Your work”, the newest first, until it is signed again; its authors until they looked', async () => {
    await signedOff();
    const earlier = caseId;
    ({ caseId, childId } = await referCase(team));
    at = `/api/cases/${caseId}`;
    await signedOff();
    await bring('police information');
    const later = caseId;
    [caseId, at] = [earlier, `/api/cases/${earlier}`];
    await answer();
    const page = (id: string) => `/cases/${id}/reopened-sections`;
    const hrefs = async (who: Colleague, code: string) =>
      (await work(who, code))
        .map(({ href }: { href: string }) => href)
        .filter((href: string) => [page(earlier), page(later)].includes(href));
    expect(await hrefs(manager, 'LATE_NEWS')).toEqual([page(earlier), page(later)]);
    expect((await work(manager, 'LATE_NEWS'))[0]).toMatchObject({ note: OWN });
    expect(await hrefs(assessor, 'NEWS_TO_CONSIDER')).toEqual([page(earlier), page(later)]);
    const toSign = (await work(manager, 'TO_SIGN_OFF')).map(({ href }: { href: string }) => href);
    expect(toSign).not.toContain(`/cases/${earlier}/assessment/sign-off`);
    await consider(earlier);
    expect(await hrefs(assessor, 'NEWS_TO_CONSIDER')).toEqual([page(later)]);
    expect(await hrefs(manager, 'LATE_NEWS')).toEqual([page(earlier), page(later)]);
    const ready = (await work(manager, 'TO_SIGN_OFF')).map(({ href }: { href: string }) => href);
    expect(ready).toContain(`/cases/${earlier}/assessment/sign-off`);
    await signOff(team, earlier);
    expect(await hrefs(manager, 'LATE_NEWS')).toEqual([page(later)]);
    const browser = await browserOf(service, team, manager);
    expect((await browser.get('/')).text).toContain('Reopened by late news');
  });

  test('on the case page, the overview, the section and the sign-off page: what came and what it reopened', async () => {
    await signedOff();
    await answer();
    const managers = await browserOf(service, team, manager);
    const browser = await browserOf(service, team, assessor);
    const page = (await managers.get(`/cases/${caseId}`)).text;
    expect(page).toContain('Late news');
    expect(page).toContain('Children’s social care answered');
    expect(page).toContain(`href="/cases/${caseId}/assessment/family"`);
    expect((await browser.get(`/cases/${caseId}/assessment`)).text).toContain(
      'Reopened by late news: Children’s social care answered',
    );
    for (const section of ['assessment/family', 'judgements/SAFETY_AND_WELLBEING', `agency-checks/${OWN}`]) {
      expect([
        section,
        (await browser.get(`/cases/${caseId}/${section}`)).text.includes('Reopened by late news'),
      ]).toEqual([section, true]);
    }
    const { text } = await browser.get(`/cases/${caseId}/assessment/family`);
    const [, href = ''] = /href="([^"]+reopened-sections\/[^"]+)"/.exec(text) ?? [];
    const silent = await browser.fill(href, { because: '' });
    expect([silent.status, silent.text.includes('Enter why it stands')]).toEqual([422, true]);
    const sent = await browser.fill(href, { because: STANDS });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/cases/${caseId}/reopened-sections`]);
    expect((await managers.get(`/cases/${caseId}/reopened-sections`)).text).toContain(STANDS);
    expect((await managers.get(`/cases/${caseId}/assessment/sign-off`)).text).toContain(STANDS);
    const { body } = await manager.api.get(at);
    expect(body.lateNews).toHaveLength(bySocialCare.length);
  });
});

describe('a page on which saving removes the sign-off', () => {
  test('says so first, whichever part of the preparation it is', async () => {
    await recordDisposal((await team.as('YJS_POLICE_OFFICER')).api, childId, { givenOn: '2026-03-02' });
    await signedOff();
    const { offences, victims } = (await assessor.api.get(at)).body;
    const { body: earlier } = await assessor.api.get(`${at}/earlier-disposals`);
    const managers = await browserOf(service, team, manager);
    const pages = [
      ...['voices/child', 'voices/carer', 'identity', 'forum-referrals/SEND_PANEL', 'police-information'],
      ...['judgements/SAFETY_AND_WELLBEING', 'judgements/RISK_OF_SERIOUS_HARM', 'judgements/LIKELIHOOD_OF_REOFFENDING'],
      ...['assessment/family', 'assessment/return', 'earlier-disposals/check', 'agency-checks', 'agency-checks/POLICE'],
      ...[`earlier-disposals/${earlier.items[0].id}/response`, `offences/${offences[0].id}/gravity`],
      ...[`victims/${victims[0].id}`, `victims/${victims[0].id}/view`, 'victims/new', 'no-identifiable-victim'],
      ...['voices/carer/approval', 'voices/child/attempts'],
    ];
    for (const page of pages) {
      const { status, text } = await managers.get(`/cases/${caseId}/${page}`);
      expect([page, status, text.includes('Saving here removes the sign-off')]).toEqual([page, 200, true]);
    }
    for (const page of [`/children/${childId}/disposals/new`, '/police-issued-resolutions/new']) {
      const { status, text } = await managers.get(page);
      expect([page, status, text.includes('goes back to preparation')]).toEqual([page, 200, true]);
    }
  });
});
