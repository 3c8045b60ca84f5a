import { usualSettings } from '../../src/policy/area-settings.js';
import { allMet, considerChild, prepareCase, reviewRepeat, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { recordDisposal } from '../support/children-story.js';
import { codesOf, done } from '../support/clients.js';
import { chooseSetting, type Colleague, setUpTeam, type Team } from '../support/people.js';
import {
  arrangeMeeting,
  dayFromNow,
  decide,
  listCase,
  placeOf,
  recommend,
  recommendation,
} from '../support/panels-story.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let reviewer: Colleague;
let assessor: Colleague;
let manager: Colleague;
let police: Colleague;
let caseId: string;
let childId: string;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  reviewer = await team.as('SENIOR_REVIEWER');
  assessor = await team.as('YJS_ASSESSOR');
  manager = await team.as('PANEL_TEAM_MANAGER');
  police = await team.as('YJS_POLICE_OFFICER');
});
afterAll(() => service.stop());

const signed = { finding: 'SIGNED', reason: 'What was learned is written and the plan follows from it.' };
const at = (rest = ''): string => `/api/cases/${caseId}${rest}`;
const version = async (): Promise<number> => (await reviewer.api.get(at())).body.version;
const review = async (more: object = {}, by: Colleague = reviewer) =>
  by.api.post(at('/repeat-review'), { ...signed, version: await version(), ...more });
const readiness = async (stage = 'SIGN_OFF'): Promise<string[]> =>
  codesOf(await manager.api.get(at(`/readiness?for=${stage}`)));
const waiting = async ({ api }: Colleague, code: string): Promise<string[]> => {
  const { items } = (await api.get('/api/work')).body;
  const list = items.find((one: { code: string }) => one.code === code);
  return list.items.map(({ href }: { href: string }) => href);
};

/** A child whom three community resolutions did not help, and everything about this case but the senior review. */
async function fourthTime(): Promise<void> {
  ({ caseId, childId } = await referCase(team));
  await prepareCase(team, caseId);
  for (const givenOn of ['2024-03-01', '2025-06-01', '2026-02-01']) {
    await recordDisposal(police.api, childId, { givenOn });
  }
}

describe('from two earlier cautions on', () => {
  beforeEach(async () => {
    ({ caseId, childId } = await referCase(team));
    await prepareCase(team, caseId);
    await recordDisposal(police.api, childId, { disposal: 'YOUTH_CAUTION', givenOn: '2025-06-01' });
    await recordDisposal(police.api, childId, { disposal: 'YOUTH_CONDITIONAL_CAUTION', givenOn: '2026-02-01' });
    await considerChild(team, caseId);
  });

  test('a senior reviewer signs, and is shown that it waits and what was counted', async () => {
    expect(await readiness()).toContain('REPEAT_NOT_REVIEWED');
    expect(await waiting(reviewer, 'REPEATS_TO_REVIEW')).toContain(`/cases/${caseId}/repeat-review`);
    const page = await (await browserOf(service, team, reviewer)).get(`/cases/${caseId}/repeat-review`);
    expect(page.text).toContain('and 2 cautions.');
    expect((await review()).status).toBe(201);
    expect(await readiness()).not.toContain('REPEAT_NOT_REVIEWED');
    expect(await waiting(reviewer, 'REPEATS_TO_REVIEW')).not.toContain(`/cases/${caseId}/repeat-review`);
  });

  test('an area may ask for it later, from another number on', async () => {
    const choice = { value: 3, from: '2026-11-23', reason: 'Agreed by the board' };
    await chooseSetting(team, 'repeatReviewCautions', choice);
    expect(await readiness()).not.toContain('REPEAT_NOT_REVIEWED');
    expect(await waiting(reviewer, 'REPEATS_TO_REVIEW')).not.toContain(`/cases/${caseId}/repeat-review`);
    await chooseSetting(team, 'repeatReviewCautions', { ...choice, value: usualSettings.repeatReviewCautions });
  });
});

describe('from three earlier informal disposals on', () => {
  beforeEach(fourthTime);

  test('a senior reviewer signs before the manager can, and only for responses that are written', async () => {
    expect(await readiness()).toEqual(expect.arrayContaining(['REPEAT_NOT_REVIEWED']));
    const unread = await review();
    expect([unread.status, codesOf(unread)]).toEqual([409, Array(3).fill('EARLIER_DISPOSAL_NOT_ANALYSED')]);
    await considerChild(team, caseId);
    expect(await waiting(reviewer, 'REPEATS_TO_REVIEW')).toContain(`/cases/${caseId}/repeat-review`);
    expect((await review()).status).toBe(201);
    expect(await readiness()).not.toContain('REPEAT_NOT_REVIEWED');
    expect(await waiting(reviewer, 'REPEATS_TO_REVIEW')).not.toContain(`/cases/${caseId}/repeat-review`);
    const { body } = await reviewer.api.get(at('/repeat-review'));
    expect(body).toMatchObject({
      isNeeded: true,
      informal: 3,
      resolutions: 3,
      items: [{ ...signed, reviewedBy: reviewer.actor.name }],
    });
    const { body: told } = await manager.api.get(at('/timeline'));
    expect(told.items).toEqual(expect.arrayContaining([expect.objectContaining({ event: 'REPEAT_REVIEWED' })]));
  });

  test('one that comes to be known after the review is signed for too', async () => {
    await considerChild(team, caseId);
    await review();
    await recordDisposal(police.api, childId, { givenOn: '2026-05-01' });
    expect(await readiness()).toContain('REPEAT_NOT_REVIEWED');
    await considerChild(team, caseId);
    expect((await review()).status).toBe(201);
    expect(await readiness()).not.toContain('REPEAT_NOT_REVIEWED');
  });

  test('a signature does not count for whoever then vouches for the preparation', async () => {
    const both = await team.hire(['PANEL_TEAM_MANAGER', 'SENIOR_REVIEWER']);
    await considerChild(team, caseId);
    expect((await review({}, both)).status).toBe(201);
    expect(await readiness()).not.toContain('REPEAT_NOT_REVIEWED');
    const { version: shown } = (await both.api.get(at())).body;
    const refused = await both.api.post(at('/assessment/sign-off'), { criteria: allMet(), version: shown });
    expect([refused.status, codesOf(refused)]).toEqual([409, ['REPEAT_NOT_REVIEWED']]);
    expect(refused.text).toContain('somebody else signs');
    await signOff(team, caseId);
  });

  test('what the manager passed over is not listed once the reviewer sent it back', async () => {
    await considerChild(team, caseId);
    await signOff(team, caseId, [{ code: 'REPEAT_NOT_REVIEWED', reason: 'The reviewer is away this week.' }]);
    service.clock.ahead += 1000;
    done('Sent back', await review({ finding: 'SENT_BACK', reason: 'The second response says nothing.' }));
    await expect(listCase(team, caseId)).rejects.toThrow('REPEAT_NOT_REVIEWED');
  });

  test('what waited for the signature to come back to an agenda comes back with it', async () => {
    await considerChild(team, caseId);
    await review();
    await signOff(team, caseId);
    const meetingId = await listCase(team, caseId);
    const next = await arrangeMeeting(team, { startsAt: `${dayFromNow(9)}T10:00` });
    done('Sent back', await review({ finding: 'SENT_BACK', reason: 'The second response says nothing.' }));
    const chair = await team.as('PANEL_CHAIR');
    const away = { meetingId, reasonCode: 'NOT_QUORATE', returnTo: next };
    expect((await chair.api.post(at('/adjournment'), away)).body.state).toBe('READY');
    done('The review', await review());
    expect((await chair.api.get(at())).body.state).toBe('LISTED');
    const { agenda } = (await chair.api.get(`/api/meetings/${next}`)).body;
    expect(agenda).toMatchObject([{ caseId, standing: true }]);
  });

  test('what is sent back waits for its author with the reason, and keeps the gate shut', async () => {
    const reason = 'The second response says nothing of how the child took it.';
    expect((await review({ finding: 'SENT_BACK', reason })).status).toBe(201);
    expect(await readiness()).toContain('REPEAT_NOT_REVIEWED');
    expect(await waiting(assessor, 'REPEATS_SENT_BACK')).toContain(`/cases/${caseId}/repeat-review`);
    const page = await (await browserOf(service, team, assessor)).get(`/cases/${caseId}/repeat-review`);
    expect(page.text).toContain(reason);
    expect(page.text).not.toContain('Your review');
  });

  test('what is sent back after a signature shuts the gate again, until it is signed for', async () => {
    await considerChild(team, caseId);
    await review();
    await signOff(team, caseId);
    await listCase(team, caseId);
    expect(await readiness('RECOMMEND')).not.toContain('REPEAT_NOT_REVIEWED');
    const reason = 'The second response leaves out that the child stopped coming.';
    expect((await review({ finding: 'SENT_BACK', reason })).status).toBe(201);
    expect(await readiness('RECOMMEND')).toContain('REPEAT_NOT_REVIEWED');
    expect(await waiting(reviewer, 'REPEATS_TO_REVIEW')).toContain(`/cases/${caseId}/repeat-review`);
    expect((await (await browserOf(service, team, reviewer)).get('/')).text).toContain('Sent back before');
    expect((await review()).status).toBe(201);
    expect(await readiness('RECOMMEND')).not.toContain('REPEAT_NOT_REVIEWED');
    expect(await waiting(reviewer, 'REPEATS_TO_REVIEW')).not.toContain(`/cases/${caseId}/repeat-review`);
  });

  test('what is signed when the meeting was due to have begun does not count for it', async () => {
    await considerChild(team, caseId);
    await review();
    await signOff(team, caseId);
    await listCase(team, caseId);
    const { ahead } = service.clock;
    try {
      service.clock.ahead += 26 * 60 * 60 * 1000;
      expect(await readiness('RECOMMEND')).not.toContain('REPEAT_NOT_REVIEWED');
      done('The review', await review({ finding: 'SENT_BACK', reason: 'The last response is hard to follow.' }));
      done('The review', await review());
      expect(await readiness('RECOMMEND')).toContain('REPEAT_NOT_REVIEWED');
      const chair = await team.as('PANEL_CHAIR');
      const { meetingId, version: shown } = await placeOf(team, caseId);
      const late = await chair.api.post(at('/recommendation'), recommendation(meetingId, shown));
      expect([late.status, codesOf(late)]).toEqual([409, ['REPEAT_NOT_REVIEWED']]);
      const reason = 'The reviewer read it once more while the panel waited.';
      const overrides = [{ code: 'REPEAT_NOT_REVIEWED', reason }];
      done('It', await chair.api.post(at('/recommendation'), recommendation(meetingId, shown, { overrides })));
    } finally {
      service.clock.ahead = ahead;
    }
  });

  test('a response that is written anew needs a new signature, which the case and the reviewer’s work say', async () => {
    await considerChild(team, caseId);
    await review();
    await signOff(team, caseId);
    await listCase(team, caseId);
    const { items } = (await assessor.api.get(at('/earlier-disposals'))).body;
    const [{ id, response }] = items;
    const anew = { ...response, childsResponse: 'Came once and then stopped, and nobody asked why.' };
    done('The response', await assessor.api.put(at(`/earlier-disposals/${id}/response`), anew));
    expect(await readiness()).toContain('REPEAT_NOT_REVIEWED');
    expect(await waiting(reviewer, 'REPEATS_TO_REVIEW')).toContain(`/cases/${caseId}/repeat-review`);
    const { text } = await (await browserOf(service, team, reviewer)).get(`/cases/${caseId}`);
    expect(text).toMatch(/Senior review of repeat disposals[\s\S]{0,400}as it is now[\s\S]{0,300}In progress/);
    expect((await review()).status).toBe(201);
    expect(await readiness()).not.toContain('REPEAT_NOT_REVIEWED');
    expect(await waiting(reviewer, 'REPEATS_TO_REVIEW')).not.toContain(`/cases/${caseId}/repeat-review`);
  });

  test('is not for somebody else, for whoever wrote a part, or at a version that is past', async () => {
    await considerChild(team, caseId);
    expect((await review({}, manager)).status).toBe(403);
    const both = await team.hire(['SENIOR_REVIEWER', 'YJS_ASSESSOR']);
    const { body } = await both.api.get(at('/identity'));
    const consideration = 'A second look at who the child is.';
    done('The identity', await both.api.put(at('/identity'), { consideration, version: body.version }));
    const own = await review({}, both);
    expect([own.status, codesOf(own)]).toEqual([409, ['REVIEWER_NOT_APART']]);
    expect((await review({ version: (await version()) - 1 })).status).toBe(409);
    const fields = (await review({ finding: 'MAYBE', reason: ' ' })).body.errors.map(
      ({ field }: { field: string }) => field,
    );
    expect(fields.toSorted()).toEqual(['finding', 'reason']);
    const elsewhere = await team.hire(['SENIOR_REVIEWER'], { areaId: await team.addArea('Elsewhere') });
    expect((await elsewhere.api.get(at('/repeat-review'))).status).toBe(404);
  });

  test('the panel says why one more will work now, or it cannot recommend one', async () => {
    await considerChild(team, caseId);
    await reviewRepeat(team, caseId);
    await signOff(team, caseId);
    await listCase(team, caseId);
    const chair = await team.as('PANEL_CHAIR');
    const place = await placeOf(team, caseId);
    const send = (more: object) =>
      chair.api.post(at('/recommendation'), recommendation(place.meetingId, place.version, more));
    const unsaid = await send({ whyNow: ' ' });
    expect([unsaid.status, codesOf(unsaid)]).toEqual([409, ['REPEAT_NOT_EXPLAINED']]);
    const page = await browserOf(service, team, chair);
    const read = (await page.get(`/cases/${caseId}/recommendation`)).text;
    expect(read).toContain('Senior review');
    expect(read).toContain('Why will one more informal disposal or caution work now?');
    const whyNow = 'The mentor whom the child chose was not there before.';
    done('The recommendation', await send({ whyNow }));
    expect((await chair.api.get(at('/recommendation'))).body.whyNow).toBe(whyNow);
    expect((await page.get(`/cases/${caseId}/recommendation`)).text).toContain(whyNow);
  });

  test('police who choose an informal disposal where the panel did not say why it will work now', async () => {
    await considerChild(team, caseId);
    await reviewRepeat(team, caseId);
    await signOff(team, caseId);
    await listCase(team, caseId);
    await recommend(team, caseId, 'YOUTH_CAUTION');
    const decider = await team.as('POLICE_DECISION_MAKER');
    const { version: shown } = await placeOf(team, caseId);
    const differs = { reasonCode: 'EVIDENCE_CHANGED', reason: 'The evidence has weakened since.' };
    const send = (more: object) =>
      decider.api.post(at('/police-decision'), {
        ...{ disposal: 'COMMUNITY_RESOLUTION', decidedOn: dayFromNow(0), overrides: [], version: shown },
        ...{ ...differs, ...more },
      });
    const unsaid = await send({ whyNow: ' ' });
    expect([unsaid.status, codesOf(unsaid)]).toEqual([409, ['REPEAT_NOT_EXPLAINED']]);
    expect(unsaid.body.blockers[0].mend).toBe(`/cases/${caseId}/police-decision`);

    const browser = await browserOf(service, team, decider);
    const page = `/cases/${caseId}/police-decision`;
    expect((await browser.get(page)).text).toContain('Why will one more informal disposal or caution work now?');
    const whyNow = 'The mentor begins on Monday, and the child asked for it.';
    const day = { 'decidedOn-day': '23', 'decidedOn-month': '11', 'decidedOn-year': '2026' };
    const sent = await browser.fill(page, { ...differs, ...day, disposal: 'COMMUNITY_RESOLUTION', whyNow });
    expect(sent.status).toBe(303);
    expect((await decider.api.get(at('/police-decision'))).body.whyNow).toBe(whyNow);
    expect((await browser.get(`/cases/${caseId}/recommendation`)).text).toContain(whyNow);
  });

  test('police who follow the panel need not say again why it will work now', async () => {
    await considerChild(team, caseId);
    await reviewRepeat(team, caseId);
    await signOff(team, caseId);
    await listCase(team, caseId);
    await recommend(team, caseId);
    await decide(team, caseId);
    const { body } = await reviewer.api.get(at('/police-decision'));
    expect([body.disposal, body.whyNow]).toEqual(['COMMUNITY_RESOLUTION', null]);
  });

  test('the manager may go on without, with a reason that stands', async () => {
    await considerChild(team, caseId);
    const overrides = [{ code: 'REPEAT_NOT_REVIEWED', reason: 'The reviewer is ill and bail ends on Friday.' }];
    const sent = await manager.api.post(at('/assessment/sign-off'), { criteria: allMet(), overrides });
    expect([sent.status, sent.body.state]).toEqual([200, 'READY']);
  });

  test('an area may ask for it later, from another number on', async () => {
    const choice = { value: 4, from: '2026-11-23', reason: 'Agreed by the board' };
    for (const setting of ['repeatReviewInformal', 'repeatReviewResolutions']) {
      await team.administrator.api.post(`/api/panel-areas/${team.areaId}/settings/${setting}`, choice);
    }
    expect(await readiness()).not.toContain('REPEAT_NOT_REVIEWED');
    expect(await waiting(reviewer, 'REPEATS_TO_REVIEW')).not.toContain(`/cases/${caseId}/repeat-review`);
    const { body } = await reviewer.api.get(at('/repeat-review'));
    expect(body).toMatchObject({ isNeeded: false, thresholds: { repeatReviewInformal: 4 } });
    for (const setting of ['repeatReviewInformal', 'repeatReviewResolutions'] as const) {
      const back = { ...choice, value: usualSettings[setting] };
      await team.administrator.api.post(`/api/panel-areas/${team.areaId}/settings/${setting}`, back);
    }
  });
});
