import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf, done } from '../support/clients.js';
import { closedAgreement, sendLetter, writeLetter } from '../support/letters-story.js';
import { decidedCase, deliver, recordOutcome, versionOf } from '../support/outcomes-story.js';
import { dayFromNow, decide, listCase, pairOf, recommend } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let manager: Colleague;
let worker: Colleague;

const CAUTION = 'YOUTH_CONDITIONAL_CAUTION';
const today = dayFromNow(0);
const tomorrow = dayFromNow(1);
const dayLater = (): void => void (service.clock.ahead += 86_400_000);

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, manager, worker] = [
    await team.as('YJS_ASSESSOR'),
    await team.as('PANEL_TEAM_MANAGER'),
    await team.as('VICTIM_WORKER'),
  ];
});
let began: number;
beforeEach(() => void (began = service.clock.ahead));
afterEach(() => void (service.clock.ahead = began));
afterAll(() => service.stop());

const at = (caseId: string, kind = ''): string => `/api/cases/${caseId}/letters${kind}`;
const lettersOf = async (address: string, by = assessor) => done('The letters', await by.api.get(address)).body;
const dueIn = async (address: string, by = assessor): Promise<string[]> =>
  (await lettersOf(address, by)).due.map(({ kind }: { kind: string }) => kind);
const outdatedIn = async (address: string, by = assessor): Promise<boolean[]> =>
  (await lettersOf(address, by)).items.map(({ isOutdated }: { isOutdated: boolean }) => isOutdated);

/** Corrects a field of a record of a case, a day later. */
async function correct(caseId: string, record: string, field: string, after: string): Promise<void> {
  const said = { whatWasWrong: 'A slip of the pen', why: 'The note of that day says so' };
  const sent = { record, field, after, ...said, version: await versionOf(team, caseId) };
  done('The correction', await manager.api.post(`/api/cases/${caseId}/corrections`, sent));
}

/** Sends a draft as it was written, and says how it was answered. */
async function sendDraft(address: string, version: number, { by = assessor, more = {} } = {}): Promise<unknown> {
  const answer = await by.api.post(`${address}/sending`, { way: 'HANDED_OVER', sentOn: today, version, ...more });
  return [answer.status, answer.status === 409 ? codesOf(answer) : answer.body];
}

const CHANGED = [409, ['LETTER_MATTER_CHANGED']];

test('what was drafted of an outcome is not sent once its day is corrected, and is begun anew with the right day', async () => {
  const { caseId } = await closedAgreement(team);
  const kinds = ['/child-outcome', '/carer-outcome', '/police-outcome'];
  const versions = await Promise.all(kinds.map((kind) => writeLetter(team, at(caseId, kind))));
  dayLater();
  await correct(caseId, 'OUTCOME', 'givenOn', tomorrow);
  for (const [place, kind] of kinds.entries()) {
    expect([kind, await sendDraft(at(caseId, kind), versions[place] ?? 0)]).toEqual([kind, CHANGED]);
    const { isAnew, text } = (await assessor.api.get(at(caseId, `${kind}/draft`))).body;
    expect([isAnew, text.includes('24 November 2026'), text.includes('23 November 2026')]).toEqual([true, true, false]);
    await writeLetter(team, at(caseId, kind));
  }
  expect((await lettersOf(at(caseId))).drafts.flatMap((one: { blockers: object[] }) => one.blockers)).toEqual([]);
});

test('a letter of an outcome that was sent is outdated once the outcome is corrected, and due again', async () => {
  const { caseId } = await closedAgreement(team);
  for (const kind of ['/child-outcome', '/police-outcome', '/child-agreed']) await sendLetter(team, at(caseId, kind));
  expect(await dueIn(at(caseId))).toEqual(['CARER_AGREED', 'CARER_OUTCOME']);
  dayLater();
  await correct(caseId, 'OUTCOME', 'givenOn', tomorrow);
  expect(await outdatedIn(at(caseId))).toEqual([false, true, true]);
  expect((await dueIn(at(caseId))).toSorted()).toEqual([
    ...['CARER_AGREED', 'CARER_OUTCOME', 'CHILD_OUTCOME', 'POLICE_OUTCOME'],
  ]);
  const listed = (await assessor.api.get('/api/work')).body.items.find(
    ({ code }: { code: string }) => code === 'LETTERS',
  );
  const mine = listed.items.find(({ href }: { href: string }) => href.includes(caseId));
  expect(mine.note).toBe('4');
});

test('a victim is not written a day that was corrected, nor recorded as told of it; one who was is owed the right one', async () => {
  const victims = [{ kind: 'PERSON', name: 'Wren Ash', consentToShare: 'GIVEN' }];
  const { caseId } = await closedAgreement(team, ['NONE'], { victims });
  const [{ id }] = (await worker.api.get(`/api/cases/${caseId}/victims`)).body.items;
  const record = `/api/cases/${caseId}/victims/${id}`;
  const letters = `${record}/letters`;
  done('Wants', await worker.api.put(`${record}/telling`, { status: 'WANTS_TO_BE_TOLD' }));
  const version = await writeLetter(team, `${letters}/victim-outcome`, {}, 'VICTIM_WORKER');
  dayLater();
  await correct(caseId, 'OUTCOME', 'givenOn', tomorrow);
  const told = { by: worker, more: { sentOn: tomorrow, told: 'YES' } };
  expect(await sendDraft(`${letters}/victim-outcome`, version, told)).toEqual(CHANGED);
  expect((await worker.api.get(`/api/cases/${caseId}/victims`)).body.items[0].telling.status).toBe('WANTS_TO_BE_TOLD');
  const anew = await writeLetter(team, `${letters}/victim-outcome`, {}, 'VICTIM_WORKER');
  expect(await sendDraft(`${letters}/victim-outcome`, anew, told)).toMatchObject([201, { dutyDone: true }]);
  expect([await outdatedIn(letters, worker), await dueIn(letters, worker)]).toEqual([[false], []]);
  await correct(caseId, 'OUTCOME', 'place', 'At the youth centre');
  expect(await dueIn(letters, worker)).toEqual([]);
  await correct(caseId, 'OUTCOME', 'givenOn', today);
  expect([await outdatedIn(letters, worker), await dueIn(letters, worker)]).toEqual([[true], ['VICTIM_OUTCOME']]);
  const right = await writeLetter(team, `${letters}/victim-outcome`, {}, 'VICTIM_WORKER');
  expect(await sendDraft(`${letters}/victim-outcome`, right, told)).toMatchObject([201, { dutyDone: false }]);
  expect([await outdatedIn(letters, worker), await dueIn(letters, worker)]).toEqual([[false, true], []]);
});

test('nobody is owed the right day who took their agreement back since they were told', async () => {
  const victims = [{ kind: 'PERSON', name: 'Wren Ash', consentToShare: 'GIVEN' }];
  const { caseId } = await closedAgreement(team, ['NONE'], { victims });
  const [{ id, version: held }] = (await worker.api.get(`/api/cases/${caseId}/victims`)).body.items;
  const record = `/api/cases/${caseId}/victims/${id}`;
  done('Wants', await worker.api.put(`${record}/telling`, { status: 'WANTS_TO_BE_TOLD' }));
  dayLater();
  await correct(caseId, 'OUTCOME', 'givenOn', tomorrow);
  const version = await writeLetter(team, `${record}/letters/victim-outcome`, {}, 'VICTIM_WORKER');
  const told = { by: worker, more: { sentOn: tomorrow, told: 'YES' } };
  expect(await sendDraft(`${record}/letters/victim-outcome`, version, told)).toMatchObject([201, { dutyDone: true }]);
  await correct(caseId, 'OUTCOME', 'givenOn', today);
  expect(await dueIn(`${record}/letters`, worker)).toEqual(['VICTIM_OUTCOME']);
  const takenBack = { on: tomorrow, reason: 'They want no more letters.', version: held };
  done('The withdrawal', await worker.api.post(`${record}/withdrawal`, takenBack));
  expect(await dueIn(`${record}/letters`, worker)).toEqual([]);
});

test('so is the parent or carer of a child who was harmed, whose letter told a day that was corrected', async () => {
  const victims = [{ kind: 'CHILD', name: 'Wren Ash', consentToShare: 'GIVEN' }];
  const { caseId } = await closedAgreement(team, ['NONE'], { victims });
  const [{ id }] = (await worker.api.get(`/api/cases/${caseId}/victims`)).body.items;
  const letters = `/api/cases/${caseId}/victims/${id}/letters`;
  const wants = { status: 'WANTS_TO_BE_TOLD' };
  done('Wants', await worker.api.put(`/api/cases/${caseId}/victims/${id}/telling`, wants));
  dayLater();
  await correct(caseId, 'OUTCOME', 'givenOn', tomorrow);
  const version = await writeLetter(team, `${letters}/victim-carer-outcome`, {}, 'VICTIM_WORKER');
  const told = { by: worker, more: { sentOn: tomorrow, told: 'YES' } };
  expect(await sendDraft(`${letters}/victim-carer-outcome`, version, told)).toMatchObject([201, { dutyDone: true }]);
  expect(await dueIn(letters, worker)).toEqual([]);
  await correct(caseId, 'OUTCOME', 'givenOn', today);
  expect(await dueIn(letters, worker)).toEqual(['VICTIM_CARER_OUTCOME']);
});

test('a reason of the panel that was corrected is not sent to police as it was', async () => {
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId);
  await recommend(team, caseId, 'COMMUNITY_RESOLUTION');
  await sendLetter(team, at(caseId, '/police-recommendation'));
  const version = await writeLetter(team, at(caseId, '/police-recommendation'));
  expect(await dueIn(at(caseId))).toEqual([]);
  await correct(caseId, 'RECOMMENDATION', 'reasons.safety', 'Is safe at her aunt’s.');
  expect(await sendDraft(at(caseId, '/police-recommendation'), version)).toEqual(CHANGED);
  expect([await outdatedIn(at(caseId)), await dueIn(at(caseId))]).toEqual([[true], ['POLICE_RECOMMENDATION']]);
  const { text } = (await assessor.api.get(at(caseId, '/police-recommendation/draft'))).body;
  expect(text).toContain('Is safe at her aunt’s.');
});

test('what was agreed is not sent as it was before it was planned otherwise', async () => {
  const { caseId } = await decidedCase(team, CAUTION);
  const plan = (description: string, version: number) => ({
    ...{ status: 'PLANNED', version },
    actions: [{ description, object: 'REPARATIVE', owner: 'The worker', due: dayFromNow(30) }],
  });
  const put = (sent: object) => assessor.api.put(`/api/cases/${caseId}/delivery`, sent);
  done('The plan', await put(plan('Mend the shelter', 0)));
  await sendLetter(team, at(caseId, '/child-agreed'));
  service.clock.ahead += 1000;
  const version = await writeLetter(team, at(caseId, '/child-agreed'));
  service.clock.ahead += 1000;
  done('The same', await put({ ...plan('Mend the shelter', 1), ownerId: assessor.id }));
  expect(await outdatedIn(at(caseId))).toEqual([false]);
  done('Another plan', await put(plan('Paint the shelter', 2)));
  expect(await sendDraft(at(caseId, '/child-agreed'), version)).toEqual(CHANGED);
  expect(await outdatedIn(at(caseId))).toEqual([true]);
  expect(await dueIn(at(caseId))).toContain('CHILD_AGREED');
});

test('police are not sent why conditions were not kept as it was before that was put right', async () => {
  const { caseId } = await decidedCase(team, CAUTION);
  await recordOutcome(team, caseId, CAUTION);
  await deliver(team, caseId, 'NOT_COMPLETED');
  await sendLetter(team, at(caseId, '/police-not-kept'));
  const version = await writeLetter(team, at(caseId, '/police-not-kept'));
  const delivery = (await assessor.api.get(`/api/cases/${caseId}/delivery`)).body;
  const ended = {
    ...{ completed: 'NO', reasonCode: 'NOT_PROVIDED', reason: 'We never offered a session.' },
    changedBecause: 'The worker had named another child.',
    ...{ endedOn: today, version: delivery.version },
  };
  done('The end', await assessor.api.put(`/api/cases/${caseId}/delivery/completion`, ended));
  expect(await sendDraft(at(caseId, '/police-not-kept'), version)).toEqual(CHANGED);
  expect(await outdatedIn(at(caseId))).toEqual([true]);
  expect(await dueIn(at(caseId))).toContain('POLICE_NOT_KEPT');
  const { text } = (await assessor.api.get(at(caseId, '/police-not-kept/draft'))).body;
  expect([text.includes('We never offered a session.'), text.includes('stopped taking part')]).toEqual([true, false]);
});

test('police are told once why conditions were not kept, whatever is corrected that the letter does not tell', async () => {
  const { caseId } = await decidedCase(team, CAUTION);
  await recordOutcome(team, caseId, CAUTION);
  await deliver(team, caseId, 'NOT_COMPLETED');
  await sendLetter(team, at(caseId, '/police-not-kept'));
  dayLater();
  await correct(caseId, 'OUTCOME', 'appropriateAdult.relationship', 'Aunt');
  expect(await dueIn(at(caseId))).not.toContain('POLICE_NOT_KEPT');
  await correct(caseId, 'OUTCOME', 'conditions.0.description', 'Mend the shelter');
  expect(await dueIn(at(caseId))).toContain('POLICE_NOT_KEPT');
});

test('what was opened before a correction is not saved after it', async () => {
  const { caseId } = await closedAgreement(team);
  const browser = await browserOf(service, team, assessor);
  const page = `/cases/${caseId}/letters/child-outcome/draft`;
  const { heading, text, wording, largePrint, version, takenAt } = (await assessor.api.get(`/api${page}`)).body;
  await correct(caseId, 'OUTCOME', 'givenBy', 'Sergeant Ash Holloway');
  const late = { heading, text, wording, largePrint, version, takenAt };
  const refused = await assessor.api.put(`/api${page}`, late);
  expect([refused.status, codesOf(refused)]).toEqual(CHANGED);
  expect((await assessor.api.put(`/api${page}`, { ...late, takenAt: 'lately' })).status).toBe(400);
  const typed = { heading, text, wording, largePrint, takenAt };
  expect((await browser.fill(page, typed)).status).toBe(409);
  expect((await browser.fill(page, { heading, text, largePrint })).status).toBe(303);
});

test('what the child is still to do is not sent once it is done; what was sent before is not wrong', async () => {
  const { caseId } = await closedAgreement(team);
  await sendLetter(team, at(caseId, '/carer-outcome'));
  const version = await writeLetter(team, at(caseId, '/child-outcome'));
  await deliver(team, caseId, 'COMPLETED');
  expect(await sendDraft(at(caseId, '/child-outcome'), version)).toEqual(CHANGED);
  expect(await outdatedIn(at(caseId))).toEqual([false]);
});

test('a recommendation that was taken back is not what police are written; the one that stands is', async () => {
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId);
  await recommend(team, caseId, 'COMMUNITY_RESOLUTION');
  const chair = await team.as('PANEL_CHAIR');
  const version = async () => ({ version: await versionOf(team, caseId) });
  const escalation = { reason: 'Police cannot follow it.', ...(await pairOf(team)), ...(await version()) };
  done('The escalation', await chair.api.post(`/api/cases/${caseId}/escalation`, escalation));
  await recommend(team, caseId, 'OUTCOME_22', [{ code: 'ESCALATION_UNDER_WAY', reason: 'They agreed by telephone.' }]);
  const versionOfDraft = await writeLetter(team, at(caseId, '/police-recommendation'));
  done('The undoing', await chair.api.post(`/api/cases/${caseId}/undoing`, await version()));
  expect(await sendDraft(at(caseId, '/police-recommendation'), versionOfDraft)).toEqual(CHANGED);
  const { text } = (await assessor.api.get(at(caseId, '/police-recommendation/draft'))).body;
  expect([text.includes('Community resolution'), text.includes('Outcome 22')]).toEqual([true, false]);
});

test('an offer to a victim is not sent in the way that was offered before another one, and is no other letter’s matter', async () => {
  const { caseId } = await referCase(team, {
    victims: [{ kind: 'PERSON', name: 'Wren Ash', consentToShare: 'GIVEN' }],
  });
  const [{ id }] = (await worker.api.get(`/api/cases/${caseId}/victims`)).body.items;
  const record = `/api/cases/${caseId}/victims/${id}`;
  const letters = `${record}/letters`;
  const write = (kind: string) => writeLetter(team, `${letters}/${kind}`, {}, 'VICTIM_WORKER');
  const offer = async (more: object, version: number): Promise<void> => {
    service.clock.ahead += 1000;
    const sent = { offered: 'YES', offeredOn: today, ...more, version };
    done('The offer', await worker.api.put(`${record}/restorative-offer`, sent));
    service.clock.ahead += 1000;
  };
  await write('victim-offer');
  await offer({ way: 'LETTER' }, 0);
  await sendLetter(team, `${letters}/victim-offer`, {}, 'VICTIM_WORKER');
  await offer({ way: 'LETTER', answer: 'THINKING', answeredOn: today }, 1);
  expect(await outdatedIn(letters, worker)).toEqual([false]);
  const [version] = [await write('victim-offer'), await write('victim-view')];
  await offer({ way: 'MEETING' }, 2);
  expect(await sendDraft(`${letters}/victim-offer`, version, { by: worker })).toEqual(CHANGED);
  expect(await outdatedIn(letters, worker)).toEqual([true]);
  const { drafts } = await lettersOf(letters, worker);
  const shut = drafts.map((one: { kind: string; blockers: object[] }) => [one.kind, one.blockers.length]);
  expect(shut.toSorted()).toEqual([
    ['VICTIM_OFFER', 1],
    ['VICTIM_VIEW', 0],
  ]);
  const { isAnew, text } = (await worker.api.get(`${letters}/victim-offer/draft`)).body;
  expect([isAnew, text.includes('about this: a meeting with the child.')]).toEqual([true, true]);
});

describe('an invitation to a victim names the meeting that is to come', () => {
  const victims = [{ kind: 'PERSON', name: 'Wren Ash', consentToShare: 'GIVEN' }];

  async function invited(): Promise<{ caseId: string; letters: string; meetingId: string }> {
    const { caseId } = await referCase(team, { victims });
    await prepareCase(team, caseId);
    const [{ id, viewVersion: version }] = (await worker.api.get(`/api/cases/${caseId}/victims`)).body.items;
    const call = { how: 'Telephone', result: 'No answer' };
    const missed = { attempts: ['2026-09-20', '2026-09-22'].map((on) => ({ ...call, on })), version };
    const view = { status: 'NOT_CONTACTABLE', ...missed };
    done('The view', await worker.api.put(`/api/cases/${caseId}/victims/${id}/view`, view));
    await signOff(team, caseId);
    const meetingId = await listCase(team, caseId);
    return { caseId, letters: `/api/cases/${caseId}/victims/${id}/letters`, meetingId };
  }

  test('and is not sent as it was once the case was adjourned from it', async () => {
    const { caseId, letters, meetingId } = await invited();
    const { text } = (await worker.api.get(`${letters}/victim-view/draft`)).body;
    expect(text).toContain('The panel is to meet on 23 November 2026.');
    await sendLetter(team, `${letters}/victim-view`, {}, 'VICTIM_WORKER');
    const version = await writeLetter(team, `${letters}/victim-view`, {}, 'VICTIM_WORKER');
    const chair = await team.as('PANEL_CHAIR');
    const adjourned = { meetingId, reasonCode: 'LEGAL_ADVICE', version: await versionOf(team, caseId) };
    done('The adjournment', await chair.api.post(`/api/cases/${caseId}/adjournment`, adjourned));
    expect(await sendDraft(`${letters}/victim-view`, version, { by: worker })).toEqual(CHANGED);
    expect(await outdatedIn(letters, worker)).toEqual([true]);
    const anew = (await worker.api.get(`${letters}/victim-view/draft`)).body;
    expect([anew.isAnew, anew.text.includes('is to meet on')]).toEqual([true, false]);
  });

  test('and no longer the one at which it was heard, once it went back to the panel', async () => {
    const { caseId, letters } = await invited();
    await recommend(team, caseId, 'COMMUNITY_RESOLUTION');
    await decide(team, caseId, 'COMMUNITY_RESOLUTION');
    const back = { reason: 'The child no longer agrees', version: await versionOf(team, caseId) };
    const { api } = await team.as('YJS_POLICE_OFFICER');
    done('The return', await api.post(`/api/cases/${caseId}/return-to-panel`, back));
    const { text } = (await worker.api.get(`${letters}/victim-view/draft`)).body;
    expect(text).not.toContain('is to meet on');
  });
});
