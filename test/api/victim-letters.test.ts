import { browserOf } from '../support/browser.js';
import { codesOf, done } from '../support/clients.js';
import { closedAgreement, sendLetter, writeLetter } from '../support/letters-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase, type ReferredCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let worker: Colleague;

const today = dayFromNow(0);
const one = { victims: [{ kind: 'PERSON', name: 'Wren Ash', consentToShare: 'GIVEN' }] };
const victimsOf = async ({ caseId }: ReferredCase) => (await worker.api.get(`/api/cases/${caseId}/victims`)).body.items;
const fieldsOf = (body: { errors?: { field: string }[] }) => body.errors?.map(({ field }) => field);
const words = { heading: 'A heading', text: 'Words', wording: 'USUAL', largePrint: 'NO' };

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  worker = await team.as('VICTIM_WORKER');
});
afterAll(() => service.stop());

/** The address of the victim’s record and letters. */
async function victimIn(of: ReferredCase): Promise<{ id: string; record: string; letters: string }> {
  const [{ id }] = await victimsOf(of);
  const record = `/api/cases/${of.caseId}/victims/${id}`;
  return { id, record, letters: `${record}/letters` };
}

test('a victim is invited to say what they think before the panel meets, with their name and no pressure', async () => {
  const { letters } = await victimIn(await referCase(team, one));
  const { body } = await worker.api.get(`${letters}/victim-view/draft`);
  expect(body.text).toContain('Dear Wren Ash,');
  expect(body.text).toContain('It is your choice.');
  const id = await sendLetter(team, `${letters}/victim-view`, {}, 'VICTIM_WORKER');
  expect((await worker.api.get(`${letters}/${id}`)).body.sheet.text).toBe(body.text);
  expect((await worker.api.get(`${letters}/${id}/pdf`)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

describe('who is not written to', () => {
  const shut = async (letters: string, kind: string): Promise<unknown> => {
    const answer = await worker.api.put(`${letters}/${kind}/draft`, words);
    const shown = await worker.api.get(`${letters}/${kind}/draft`);
    expect(codesOf(shown)).toEqual(codesOf(answer));
    expect([answer.status, (await worker.api.get(letters)).body.drafts]).toEqual([409, []]);
    return answer.body.blockers.map(({ code, mend }: { code: string; mend: string }) => [code, mend.split('/').at(-1)]);
  };

  test.each(['REFUSED', 'NOT_YET_SOUGHT'])(
    'for their view or with an offer: one whose agreement is %s',
    async (consentToShare) => {
      const victims = [
        { kind: 'PERSON', consentToShare, ...(consentToShare === 'REFUSED' ? { consentReason: 'No' } : {}) },
      ];
      const { letters } = await victimIn(await referCase(team, { victims }));
      expect(await shut(letters, 'victim-view')).toEqual([['VICTIM_NOT_TO_BE_WRITTEN', 'consent']]);
      expect(await shut(letters, 'victim-offer')).toEqual([['VICTIM_NOT_TO_BE_WRITTEN', 'consent']]);
    },
  );

  test('at all: one who withdrew, also of what was drafted before', async () => {
    const of = await referCase(team, one);
    const { record, letters } = await victimIn(of);
    const version = await writeLetter(team, `${letters}/victim-offer`, {}, 'VICTIM_WORKER');
    const [victim] = await victimsOf(of);
    const withdrawal = { on: today, reason: 'Enough', version: victim.version };
    done('The withdrawal', await worker.api.post(`${record}/withdrawal`, withdrawal));
    const sent = await worker.api.post(`${letters}/victim-offer/sending`, { way: 'POST', sentOn: today, version });
    expect([sent.status, codesOf(sent)]).toEqual([409, ['VICTIM_NOT_TO_BE_WRITTEN']]);
    expect((await worker.api.get(letters)).body.items).toEqual([]);
    const browser = await browserOf(service, team, worker);
    const { text } = await browser.get(letters.replace('/api', ''));
    expect(text).toContain('The victim has not agreed to be contacted, or took it back');
  });

  test('with an offer: one who declined it', async () => {
    const { record, letters } = await victimIn(await referCase(team, one));
    const offer = { offered: 'YES', offeredOn: today, way: 'LETTER', answer: 'DECLINED', answeredOn: today };
    done('The offer', await worker.api.put(`${record}/restorative-offer`, offer));
    expect(await shut(letters, 'victim-offer')).toEqual([['VICTIM_LETTER_NOT_WANTED', 'offer']]);
  });

  test('of the outcome: one who did not ask to be told, or does not want to be; and before there is one', async () => {
    const { record, letters } = await victimIn(await referCase(team, one));
    expect(await shut(letters, 'victim-outcome')).toEqual([
      ['LETTER_MATTER_MISSING', 'outcome'],
      ['VICTIM_LETTER_NOT_WANTED', 'telling'],
    ]);
    done('Declined', await worker.api.put(`${record}/telling`, { status: 'DECLINED' }));
    const { body } = await worker.api.get(`${letters}/victim-outcome/draft`);
    expect(body.blockers[1].message).toContain('Does not want to be told');
  });

  test('for their view: one whose panel has recommended, or who gave it', async () => {
    const { letters } = await victimIn(await closedAgreement(team, ['NONE'], one));
    expect(await shut(letters, 'victim-view')).toEqual([['VICTIM_LETTER_NOT_WANTED', 'view']]);
  });
});

test('the outcome is told by letter to whoever asked, which ends the duty when the worker says so', async () => {
  const of = await closedAgreement(team, ['NONE'], one);
  const { record, letters } = await victimIn(of);
  done('Wants', await worker.api.put(`${record}/telling`, { status: 'WANTS_TO_BE_TOLD' }));
  expect((await worker.api.get(letters)).body.due).toMatchObject([{ kind: 'VICTIM_OUTCOME' }]);
  const version = await writeLetter(team, `${letters}/victim-outcome`, {}, 'VICTIM_WORKER');
  const sending = { way: 'POST', sentOn: today, version };
  for (const [body, fields] of [
    [sending, ['told']],
    [{ ...sending, told: 'PERHAPS' }, ['told']],
    [{ ...sending, told: 'YES', sentOn: dayFromNow(1) }, ['sentOn']],
  ] as const) {
    const refused = await worker.api.post(`${letters}/victim-outcome/sending`, body);
    expect([refused.status, fieldsOf(refused.body)]).toEqual([400, fields]);
  }
  expect((await victimsOf(of))[0].telling.status).toBe('WANTS_TO_BE_TOLD');
  const sent = await worker.api.post(`${letters}/victim-outcome/sending`, { ...sending, told: 'YES' });
  expect([sent.status, sent.body.dutyDone]).toEqual([201, true]);
  expect((await victimsOf(of))[0].telling).toMatchObject({ status: 'TOLD', toldOn: today, how: 'A letter: by post' });
  expect((await worker.api.get(letters)).body.due).toEqual([]);
  const { body } = await (await team.as('PANEL_TEAM_MANAGER')).api.get(`/api/cases/${of.caseId}/duties`);
  expect(body.items.find(({ code }: { code: string }) => code === 'TELL_VICTIM').doneOn).toBe(today);
});

test('a letter that told them nothing leaves the duty open, and one of no outcome is not asked', async () => {
  const of = await closedAgreement(team, ['NONE'], one);
  const { record, letters } = await victimIn(of);
  done('Wants', await worker.api.put(`${record}/telling`, { status: 'WANTS_TO_BE_TOLD' }));
  const version = await writeLetter(team, `${letters}/victim-outcome`, {}, 'VICTIM_WORKER');
  const sending = { way: 'POST', sentOn: today, version, told: 'NO' };
  done('Sent', await worker.api.post(`${letters}/victim-outcome/sending`, sending));
  expect((await victimsOf(of))[0].telling.status).toBe('WANTS_TO_BE_TOLD');
  const offer = await writeLetter(team, `${letters}/victim-offer`, {}, 'VICTIM_WORKER');
  const refused = await worker.api.post(`${letters}/victim-offer/sending`, { ...sending, version: offer });
  expect([refused.status, fieldsOf(refused.body)]).toEqual([400, ['told']]);
});

test.each(['YJS_ASSESSOR', 'PANEL_CHAIR', 'PANEL_ADMINISTRATOR', 'QA_LEAD'] as const)(
  'a %s, who does not speak with victims, reads and writes none of it',
  async (role) => {
    const of = await referCase(team, one);
    const { id, letters } = await victimIn(of);
    const sent = await sendLetter(team, `${letters}/victim-view`, { text: 'CANARY' }, 'VICTIM_WORKER');
    const { api } = await team.as(role);
    for (const rest of ['', '/victim-view/draft', `/${sent}`, `/${sent}/pdf`]) {
      expect([rest, (await api.get(letters + rest)).status]).toEqual([rest, 403]);
    }
    expect((await api.put(`${letters}/victim-view/draft`, words)).status).toBe(403);
    expect((await api.post(`${letters}/victim-view/sending`, {})).status).toBe(403);
    const browser = await browserOf(service, team, await team.as(role));
    for (const text of [
      (await api.get(`/api/cases/${of.caseId}/letters`)).text,
      (await browser.get(`/cases/${of.caseId}/letters`)).text,
      (await browser.get(`/cases/${of.caseId}/victims`)).text,
    ]) {
      expect([text.includes('CANARY'), text.includes(`${id}/letters`)]).toEqual([false, false]);
    }
    expect((await api.get(`/api/cases/${of.caseId}/letters/${sent}`)).status).toBe(404);
  },
);

test('a letter of another victim, or of another case, is not there', async () => {
  const two = { victims: [...one.victims, { kind: 'PERSON', name: 'Sol Birch', consentToShare: 'GIVEN' }] };
  const of = await referCase(team, two);
  const [first, second] = await victimsOf(of);
  const at = (victim: { id: string }, { caseId }: ReferredCase = of) =>
    `/api/cases/${caseId}/victims/${victim.id}/letters`;
  const id = await sendLetter(team, `${at(first)}/victim-offer`, {}, 'VICTIM_WORKER');
  const other = await referCase(team, one);
  for (const address of [`${at(second)}/${id}`, `${at(first, other)}/${id}`, at(first, other)]) {
    expect([address, (await worker.api.get(address)).status]).toEqual([address, 404]);
  }
  expect((await worker.api.put(`${at(first, other)}/victim-offer/draft`, words)).status).toBe(404);
  expect((await worker.api.get(`${at(first)}/child-outcome/draft`)).status).toBe(404);
  const corrects = await worker.api.put(`${at(second)}/victim-offer/draft`, { ...words, corrects: id });
  expect([corrects.status, fieldsOf(corrects.body)]).toEqual([400, ['corrects']]);
});

test('on pages it is written, read, marked as sent and read again, and the child is not shown', async () => {
  const of = await closedAgreement(team, ['NONE'], {
    ...one,
    child: {
      ...{ givenName: 'Zephyrine', familyName: 'Quillfeather', dateOfBirth: '2011-05-06', sex: 'FEMALE' },
      ethnicity: { code: 'W1', scheme: '18+1', source: 'SELF', officerCode: 'IC1' },
    },
  });
  const { record, letters } = await victimIn(of);
  done('Wants', await worker.api.put(`${record}/telling`, { status: 'WANTS_TO_BE_TOLD' }));
  const browser = await browserOf(service, team, worker);
  const page = letters.replace('/api', '');
  expect((await browser.get(`/cases/${of.caseId}/victims`)).text).toContain(`href="${page}"`);
  const form = await browser.get(`${page}/victim-outcome/draft`);
  const typed = { heading: 'What was decided', text: 'Dear Wren,\n\nIt is a community resolution.', largePrint: 'YES' };
  const written = await browser.fill(`${page}/victim-outcome/draft`, typed);
  expect([written.status, written.headers.get('location')]).toEqual([303, `${page}/victim-outcome/sending`]);
  const sending = await browser.get(`${page}/victim-outcome/sending`);
  const paper = await browser.get(`${page}/victim-outcome/draft/paper`);
  const day = { 'sentOn-day': '23', 'sentOn-month': '11', 'sentOn-year': '2026' };
  const refused = await browser.fill(`${page}/victim-outcome/sending`, { way: 'POST', ...day });
  expect([refused.status, refused.text.includes('Select whether they are told')]).toEqual([422, true]);
  const sent = await browser.fill(`${page}/victim-outcome/sending`, { way: 'POST', ...day, told: 'YES' });
  expect(sent.status).toBe(303);
  const kept = await browser.get(sent.headers.get('location') ?? '');
  for (const { text } of [form, sending, paper, kept, await browser.get(page)]) {
    expect(text).not.toMatch(/Zephyrine|Quillfeather/);
  }
  expect(kept.text).toContain('It is a community resolution.');
});
