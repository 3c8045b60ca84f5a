import { browserOf } from '../support/browser.js';
import { done } from '../support/clients.js';
import { decidedCase, deliver, recordOutcome, versionOf } from '../support/outcomes-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import type { ReferredCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let worker: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  worker = await team.as('VICTIM_WORKER');
});
afterAll(() => service.stop());
beforeEach(() => {
  service.clock.fixed = null;
});

const today = dayFromNow(0);
const person = (kind = 'PERSON') => ({ kind, name: 'Wren Ash', consentToShare: 'GIVEN' });
const told = { status: 'TOLD', toldOn: today, how: 'By telephone' };
const wants = { status: 'WANTS_TO_BE_TOLD' };
const declined = { status: 'DECLINED' };
const at = ({ caseId }: ReferredCase, rest = '') => `/api/cases/${caseId}/victims${rest}`;
const victimsOf = async (of: ReferredCase) => (await worker.api.get(at(of))).body.items;
const say = async (of: ReferredCase, telling: object, which = 0) => {
  const victim = (await victimsOf(of))[which];
  const sent = { ...telling, version: victim.telling?.version ?? 0 };
  return done('The telling', await worker.api.put(at(of, `/${victim.id}/telling`), sent)).body;
};
const outcomeFor = async (victims: object[], before: object | null = null): Promise<ReferredCase> => {
  const referred = await decidedCase(team, 'COMMUNITY_RESOLUTION', { victims });
  if (before) await say(referred, before);
  await recordOutcome(team, referred.caseId, 'COMMUNITY_RESOLUTION');
  return referred;
};
const dutyOf = async ({ caseId }: ReferredCase) => {
  const { api } = await team.as('PANEL_TEAM_MANAGER');
  const { items } = (await api.get(`/api/cases/${caseId}/duties`)).body;
  return items.find(({ code }: { code: string }) => code === 'TELL_VICTIM');
};
const waiting = async ({ caseId }: ReferredCase) =>
  (await worker.api.get('/api/victims?limit=100')).body.items
    .filter((one: { caseId: string }) => one.caseId === caseId)
    .map(({ step, dueOn }: Record<string, string>) => [step, dueOn]);
const daysLater = (day: string): void => {
  service.clock.fixed = new Date(`${day}T10:00:00Z`);
};

describe('somebody who wants to be told after all', () => {
  test('waits to be told wherever that is read, by days that run from when they asked', async () => {
    const referred = await outcomeFor([person()]);
    expect(await say(referred, declined)).toMatchObject({ dutyDone: true });
    expect(await waiting(referred)).toEqual([['OFFER', null]]);
    daysLater('2026-11-25');
    expect(await say(referred, wants)).toMatchObject({ dutyDone: false });
    expect(await dutyOf(referred)).toMatchObject({ dueOn: '2026-12-02', doneOn: null });
    expect(await waiting(referred)).toEqual([['TELL', '2026-12-02']]);
    const { api } = await team.as('YJS_POLICE_OFFICER');
    const { clocks } = (await api.get(`/api/cases/${referred.caseId}`)).body;
    const clock = { code: 'DUTY', about: 'Tell the victim the outcome', dueOn: '2026-12-02' };
    expect(clocks).toContainEqual(expect.objectContaining(clock));
    const work = async (by: Colleague, list: string) =>
      JSON.stringify((await by.api.get('/api/work')).body.items.find(({ code }: { code: string }) => code === list));
    expect(await work(await team.as('YJS_POLICE_OFFICER'), 'DUTIES')).toContain(referred.reference);
    expect(await work(worker, 'VICTIMS')).toContain(`"note":"TELL"`);
    const [{ id }] = await victimsOf(referred);
    expect((await worker.api.get(at(referred, `/${id}/letters`))).text).toContain('VICTIM_OUTCOME');
    const timeline = (await (await team.as('PANEL_TEAM_MANAGER')).api.get(`/api/cases/${referred.caseId}/timeline`))
      .text;
    expect(timeline).toContain('opened a duty: tell victim');
    expect(await say(referred, told)).toMatchObject({ dutyDone: true });
    expect(await waiting(referred)).toEqual([['OFFER', null]]);
  });

  test('waits also where nobody had wanted to be, so that no duty was opened', async () => {
    const referred = await outcomeFor([person()], declined);
    expect(await dutyOf(referred)).toBeUndefined();
    await say(referred, wants);
    expect(await dutyOf(referred)).toMatchObject({ dueOn: '2026-11-30', doneOn: null });
    expect(await waiting(referred)).toEqual([['TELL', '2026-11-30']]);
  });

  test('waits in a case that is closed, and no longer once they were told', async () => {
    const referred = await outcomeFor([person()], declined);
    await deliver(team, referred.caseId, 'COMPLETED');
    const { api } = await team.as('PANEL_TEAM_MANAGER');
    const version = await versionOf(team, referred.caseId);
    done('The closing', await api.post(`/api/cases/${referred.caseId}/closure`, { version }));
    expect(await waiting(referred)).toEqual([]);
    await say(referred, wants);
    expect(await waiting(referred)).toEqual([['TELL', '2026-11-30']]);
    await say(referred, told);
    expect(await waiting(referred)).toEqual([]);
  });

  test('and has enhanced rights makes a duty that was open due sooner, and nobody makes one due later', async () => {
    const referred = await outcomeFor([person('CHILD'), person()], declined);
    expect(await dutyOf(referred)).toMatchObject({ dueOn: '2026-11-30' });
    await say(referred, wants);
    expect(await dutyOf(referred)).toMatchObject({ dueOn: '2026-11-24', doneOn: null });
    daysLater('2026-11-25');
    await say(referred, declined, 1);
    await say(referred, wants, 1);
    expect(await dutyOf(referred)).toMatchObject({ dueOn: '2026-11-24', doneOn: null });
  });
});

test('a correction of the day of the outcome leaves the day by which somebody is told who asked later', async () => {
  const late = await outcomeFor([person()]);
  await say(late, declined);
  const [usual, enhanced] = [await outcomeFor([person()]), await outcomeFor([person('CHILD')])];
  daysLater('2026-11-25');
  await say(late, wants);
  const moved = async (of: ReferredCase) => {
    const { api } = await team.as('PANEL_TEAM_MANAGER');
    const before = (await dutyOf(of)).dueOn;
    const words = { whatWasWrong: 'The day.', why: 'The note says so.' };
    const sent = { record: 'OUTCOME', field: 'givenOn', after: '2026-11-24', ...words };
    const version = await versionOf(team, of.caseId);
    done('The correction', await api.post(`/api/cases/${of.caseId}/corrections`, { ...sent, version }));
    return [before, (await dutyOf(of)).dueOn];
  };
  expect(await moved(late)).toEqual(['2026-12-02', '2026-12-02']);
  expect(await moved(usual)).toEqual(['2026-11-30', '2026-12-01']);
  expect(await moved(enhanced)).toEqual(['2026-11-24', '2026-11-25']);
});

test('somebody of whom it was recorded wrongly that they were told is still to be told by the day of the outcome', async () => {
  const referred = await outcomeFor([person()]);
  await say(referred, told);
  daysLater('2026-12-09');
  await say(referred, wants);
  expect(await dutyOf(referred)).toMatchObject({ dueOn: '2026-11-30', doneOn: null });
  const kept = await service.read.source.query(`select p.code, p."doneOn" from past_duties p where p."caseId" = $1`, [
    referred.caseId,
  ]);
  expect(kept).toEqual([{ code: 'TELL_VICTIM', doneOn: today }]);
});

test('somebody who wants to be told stays on the list until it is said of them that they were', async () => {
  const referred = await outcomeFor([person(), person()]);
  await say(referred, told);
  await say(referred, wants, 1);
  const { api } = await team.as('YJS_POLICE_OFFICER');
  const done1 = await api.post(`/api/cases/${referred.caseId}/duties/TELL_VICTIM/done`, { note: 'Told one of them.' });
  expect(done1.status).toBe(200);
  const steps = async () => (await waiting(referred)).map(([step]: [string]) => step);
  expect(await steps()).toContain('TELL');
  await deliver(team, referred.caseId, 'COMPLETED');
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const version = await versionOf(team, referred.caseId);
  done('The closing', await manager.api.post(`/api/cases/${referred.caseId}/closure`, { version }));
  expect(await steps()).toEqual(['TELL']);
  await say(referred, told, 1);
  expect(await steps()).toEqual([]);
});

test('before there is an outcome nobody is to be told of one yet', async () => {
  const referred = await decidedCase(team, 'COMMUNITY_RESOLUTION', { victims: [person()] });
  await say(referred, declined);
  await say(referred, wants);
  expect(await dutyOf(referred)).toBeUndefined();
});

describe('when an outcome falls of which somebody was told', () => {
  const withdrawAgreement = async (of: ReferredCase) => {
    const [{ id, version }] = await victimsOf(of);
    const sent = { on: today, reason: 'They want no more letters.', version };
    done('The withdrawal', await worker.api.post(at(of, `/${id}/withdrawal`), sent));
  };
  const review = async ({ caseId }: ReferredCase, more: object = {}) => {
    const { api } = await team.as('SENIOR_REVIEWER');
    const wrong = { anew: 'OUTCOME', reasonCode: 'INFORMATION_WRONG', reason: 'The day was another case’s.' };
    const said = { tellChild: 'What changed.', tellCarer: 'What changed.', ...more };
    const sent = { ...wrong, ...said, version: await versionOf(team, caseId) };
    return done('The review', await api.post(`/api/cases/${caseId}/decision-review`, sent)).body;
  };
  const codes = (duties: { code: string }[]) => duties.map(({ code }) => code);

  test('who took their agreement back since is left alone: of the review, the next outcome and its correction', async () => {
    const referred = await outcomeFor([person()]);
    await say(referred, told);
    await withdrawAgreement(referred);
    const { duties } = await review(referred);
    expect(codes(duties)).not.toContain('TELL_VICTIM_OF_REVIEW');
    const [victim] = await victimsOf(referred);
    expect(victim.telling).toMatchObject({ status: 'CONSENT_WITHDRAWN', toldOn: null });
    expect(victim.toldBefore).toEqual([{ toldOn: today, how: 'By telephone' }]);
    await recordOutcome(team, referred.caseId, 'COMMUNITY_RESOLUTION');
    expect([await dutyOf(referred), await waiting(referred)]).toEqual([undefined, []]);
  });

  test('and they were told of the next one too, who takes their agreement back is told of no review any more', async () => {
    const referred = await outcomeFor([person()]);
    await say(referred, told);
    await review(referred, { tellVictim: 'What changed.' });
    await recordOutcome(team, referred.caseId, 'COMMUNITY_RESOLUTION');
    await say(referred, told);
    expect(await waiting(referred)).toMatchObject([['TELL_OF_REVIEW', expect.any(String)]]);
    await withdrawAgreement(referred);
    expect(await waiting(referred)).toEqual([]);
    const { api } = await team.as('PANEL_TEAM_MANAGER');
    const { items } = (await api.get(`/api/cases/${referred.caseId}/duties`)).body;
    const open = items.filter(({ doneOn }: { doneOn: string | null }) => doneOn === null);
    expect(codes(open).toSorted()).toEqual(['TELL_CARER_OF_REVIEW', 'TELL_CHILD_OF_REVIEW']);
  });

  test('who took their agreement back and agrees again is to be told the outcome that stands', async () => {
    const referred = await outcomeFor([person()]);
    await withdrawAgreement(referred);
    expect([await dutyOf(referred), await waiting(referred)]).toMatchObject([{ doneOn: today }, []]);
    daysLater('2026-11-25');
    const [{ id, version }] = await victimsOf(referred);
    const again = async (more: object) =>
      worker.api.put(at(referred, `/${id}/consent`), {
        askedOn: '2026-11-25',
        informed: 'All of it.',
        version,
        ...more,
      });
    const unasked = await again({ consent: 'NOT_YET_SOUGHT' });
    expect([unasked.status, unasked.body.errors[0].field]).toEqual([400, 'consent']);
    done('The refusal', await again({ consent: 'REFUSED', refusal: 'FEAR' }));
    expect([await dutyOf(referred), await waiting(referred)]).toMatchObject([{ doneOn: today }, []]);
    done('The agreement', await again({ consent: 'GIVEN', version: version + 1 }));
    expect(await dutyOf(referred)).toMatchObject({ dueOn: '2026-12-02', doneOn: null });
    expect(await waiting(referred)).toEqual([['TELL', '2026-12-02']]);
    const [victim] = await victimsOf(referred);
    expect(victim).toMatchObject({ telling: null, withdrawnOn: today, withdrawalReason: 'They want no more letters.' });
    const { text } = await (await browserOf(service, team, worker)).get(`/cases/${referred.caseId}/victims`);
    expect(text).toContain('Withdrew before, on');
  });

  test('nobody is told anew who took their agreement back and then said why they do not agree', async () => {
    const referred = await outcomeFor([person()]);
    await say(referred, told);
    await withdrawAgreement(referred);
    const [{ id, version }] = await victimsOf(referred);
    const refusal = { consent: 'REFUSED', refusal: 'FEAR', askedOn: today, version };
    done('The refusal', await worker.api.put(at(referred, `/${id}/consent`), refusal));
    await review(referred);
    expect((await victimsOf(referred))[0].telling.status).toBe('CONSENT_WITHDRAWN');
    await recordOutcome(team, referred.caseId, 'COMMUNITY_RESOLUTION');
    expect([await dutyOf(referred), (await waiting(referred)).filter(([step]: [string]) => step === 'TELL')]).toEqual([
      ...[undefined, []],
    ]);
  });

  test('with a case that was entered in error, nobody waits to be told, and that they were told stays', async () => {
    const referred = await outcomeFor([person()]);
    await say(referred, told);
    const { api } = await team.as('PANEL_TEAM_MANAGER');
    const why = { reasonCode: 'ENTERED_IN_ERROR', reason: 'It was another child’s.' };
    const sent = { ...why, version: await versionOf(team, referred.caseId) };
    done('The withdrawal', await api.post(`/api/cases/${referred.caseId}/withdrawal`, sent));
    const [victim] = await victimsOf(referred);
    expect([victim.telling, victim.toldBefore]).toEqual([null, [{ toldOn: today, how: 'By telephone' }]]);
  });
});
