import { browserOf } from '../support/browser.js';
import { codesOf, done } from '../support/clients.js';
import { sendLetter } from '../support/letters-story.js';
import { decidedCase, deliver, recordOutcome, versionOf } from '../support/outcomes-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let police: Colleague;
let decider: Colleague;

const CAUTION = 'YOUTH_CONDITIONAL_CAUTION';
const CODE = 'DECIDE_AFTER_FAILURE';

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, police] = [await team.as('YJS_ASSESSOR'), await team.as('YJS_POLICE_OFFICER')];
  decider = await team.as('POLICE_DECISION_MAKER');
});
afterAll(() => service.stop());

const dutyOf = async (caseId: string) =>
  (await police.api.get(`/api/cases/${caseId}/duties`)).body.items.find(({ code }: { code: string }) => code === CODE);

async function waitingFor({ api }: Colleague, caseId: string): Promise<string[]> {
  const { items } = (await api.get('/api/work')).body;
  const list = items.find(({ code }: { code: string }) => code === 'FAILED_CONDITIONS');
  return (list?.items ?? []).map(({ href }: { href: string }) => href).filter((href: string) => href.includes(caseId));
}

async function failed(disposal = CAUTION): Promise<string> {
  const { caseId } = await decidedCase(team, disposal);
  await recordOutcome(team, caseId, disposal);
  await deliver(team, caseId, 'NOT_COMPLETED');
  return caseId;
}

test('conditions that were not kept are a task for police, whose decision is its result', async () => {
  const caseId = await failed();
  expect(await dutyOf(caseId)).toMatchObject({ dueOn: dayFromNow(7), doneOn: null });
  const at = `/cases/${caseId}/duties/${CODE}/done`;
  for (const one of [decider, police]) expect(await waitingFor(one, caseId)).toEqual([at]);
  expect(await waitingFor(assessor, caseId)).toEqual([]);
  const { text: work } = await (await browserOf(service, team, decider)).get('/');
  const list = work.slice(work.indexOf('id="failed-conditions"'));
  expect(list.slice(0, list.indexOf('</table>'))).toMatch(/>Duty<[\s\S]*>Due<[\s\S]*data-label="Due">/);
  const page = async () => (await (await browserOf(service, team, assessor)).get(`/cases/${caseId}/delivery`)).text;
  expect(await page()).toContain('what follows conditions that were not kept');

  const close = { version: await versionOf(team, caseId) };
  done('The closing', await assessor.api.post(`/api/cases/${caseId}/closure`, close));
  expect(await waitingFor(decider, caseId)).toEqual([at]);

  expect((await assessor.api.post(`/api${at}`, { note: 'Prosecution' })).status).toBe(404);
  const mute = await decider.api.post(`/api${at}`, {});
  expect([mute.status, mute.body.errors[0].field]).toEqual([400, 'note']);
  const browser = await browserOf(service, team, decider);
  const note = 'No prosecution: the child was ill, Inspector Marlowe';
  expect((await browser.fill(at, { note })).status).toBe(303);
  expect(await dutyOf(caseId)).toMatchObject({ doneOn: dayFromNow(0), doneBy: { id: decider.id }, note });
  expect(await waitingFor(decider, caseId)).toEqual([]);
  expect(await page()).toContain(note);
});

test('what police decided is read also once it is put right that the conditions were kept', async () => {
  const caseId = await failed();
  const note = 'No prosecution, Inspector Marlowe';
  done('The duty', await decider.api.post(`/api/cases/${caseId}/duties/${CODE}/done`, { note }));
  await deliver(team, caseId, 'COMPLETED');
  const { items, past } = (await police.api.get(`/api/cases/${caseId}/duties`)).body;
  expect(items.map(({ code }: { code: string }) => code)).not.toContain(CODE);
  expect(past).toMatchObject([{ code: CODE, note, doneBy: { id: decider.id } }]);
  const { text } = await (await browserOf(service, team, police)).get(`/cases/${caseId}/duties`);
  expect(text).toContain(note);
});

test('police are due a notice of it, with the conditions, the day and why', async () => {
  const caseId = await failed();
  const at = `/api/cases/${caseId}/letters`;
  const due = async () => (await assessor.api.get(at)).body.due.map(({ kind }: { kind: string }) => kind);
  expect(await due()).toContain('POLICE_NOT_KEPT');
  const { text } = (await assessor.api.get(`${at}/police-not-kept/draft`)).body;
  for (const words of [
    'repair the shelter with a worker (by',
    'On 23 November 2026 it ended without being completed.',
    '- The child stopped taking part',
    '- Came once, then moved to an aunt’s in another town.',
  ]) {
    expect(text).toContain(words);
  }
  await sendLetter(team, `${at}/police-not-kept`);
  expect(await due()).not.toContain('POLICE_NOT_KEPT');
});

test('a mistake that is put right asks police no longer, and other disposals never ask them', async () => {
  const caseId = await failed();
  await deliver(team, caseId, 'COMPLETED');
  expect(await dutyOf(caseId)).toBeUndefined();
  const resolution = await failed('COMMUNITY_RESOLUTION');
  expect(await dutyOf(resolution)).toBeUndefined();
  const letter = await assessor.api.get(`/api/cases/${resolution}/letters/police-not-kept/draft`);
  expect([letter.status, codesOf(letter)]).toEqual([409, ['LETTER_MATTER_MISSING']]);
});
