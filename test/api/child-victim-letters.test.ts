import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
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
const harmed = (kind: string) => ({ victims: [{ kind, name: 'Wren Ash', consentToShare: 'GIVEN' }] });

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  worker = await team.as('VICTIM_WORKER');
});
afterAll(() => service.stop());

/** The addresses of the one victim’s record and letters, by the API and on pages. */
async function victimIn({ caseId }: ReferredCase) {
  const [{ id, version }] = (await worker.api.get(`/api/cases/${caseId}/victims`)).body.items;
  const page = `/cases/${caseId}/victims/${id}`;
  return { version, record: `/api${page}`, letters: `/api${page}/letters`, page };
}

const kindsIn = async (letters: string): Promise<string[]> =>
  (await worker.api.get(letters)).body.kinds.map(({ kind }: { kind: string }) => kind);

test('a child who was harmed is written in words for a child, by itself, and the letter is kept so', async () => {
  const { letters } = await victimIn(await referCase(team, harmed('CHILD')));
  const { body } = await worker.api.get(`${letters}/VICTIM_VIEW/draft`);
  expect(body).toMatchObject({ wording: 'SHORT', text: expect.stringContaining('You can talk, write or draw.') });
  expect(body.text).toContain('Dear Wren Ash,');
  const id = await sendLetter(team, `${letters}/VICTIM_VIEW`, {}, 'VICTIM_WORKER');
  const kept = (await worker.api.get(`${letters}/${id}`)).body.sheet;
  expect(kept).toMatchObject({ wording: 'SHORT', text: body.text });
  expect((await worker.api.get(`${letters}/${id}/pdf`)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

test('so is their parent or carer, in a letter of their own; nobody else has one', async () => {
  const { letters } = await victimIn(await referCase(team, harmed('CHILD')));
  const { body } = await worker.api.get(`${letters}/VICTIM_CARER_VIEW/draft`);
  expect(body).toMatchObject({ wording: 'USUAL', text: expect.stringContaining('parent or carer of Wren Ash,') });
  const id = await sendLetter(team, `${letters}/VICTIM_CARER_VIEW`, {}, 'VICTIM_WORKER');
  expect((await worker.api.get(`${letters}/${id}`)).body.kind).toBe('VICTIM_CARER_VIEW');
  for (const kind of ['PERSON', 'BUSINESS']) {
    const other = await victimIn(await referCase(team, harmed(kind)));
    expect(await kindsIn(other.letters)).toEqual(['VICTIM_OUTCOME', 'VICTIM_VIEW', 'VICTIM_OFFER']);
    const refused = await worker.api.get(`${other.letters}/VICTIM_CARER_VIEW/draft`);
    expect([refused.status, codesOf(refused)]).toEqual([409, ['VICTIM_LETTER_NOT_WANTED']]);
  }
});

test('the outcome too: what it means is said so that a child understands, and a letter to the carer may tell it', async () => {
  const { record, letters } = await victimIn(await closedAgreement(team, ['NONE'], harmed('CHILD')));
  done('Wants', await worker.api.put(`${record}/telling`, { status: 'WANTS_TO_BE_TOLD' }));
  const child = (await worker.api.get(`${letters}/VICTIM_OUTCOME/draft`)).body.text;
  const carer = (await worker.api.get(`${letters}/VICTIM_CARER_OUTCOME/draft`)).body.text;
  expect(child).toContain('It is a way to put things right without a court.');
  expect(carer).toContain('It is a way to deal with what happened without going to court.');
  const version = await writeLetter(team, `${letters}/VICTIM_CARER_OUTCOME`, {}, 'VICTIM_WORKER');
  const sending = { way: 'POST', sentOn: today, version };
  expect((await worker.api.post(`${letters}/VICTIM_CARER_OUTCOME/sending`, sending)).status).toBe(400);
  const sent = await worker.api.post(`${letters}/VICTIM_CARER_OUTCOME/sending`, { ...sending, told: 'YES' });
  expect([sent.status, sent.body.dutyDone]).toEqual([201, true]);
});

test('while nobody recorded whether the victim is a child, nothing is written; pages ask, after the outcome too', async () => {
  const { record, letters, page } = await victimIn(await closedAgreement(team, ['NONE'], harmed('AGE_NOT_KNOWN')));
  done('Wants', await worker.api.put(`${record}/telling`, { status: 'WANTS_TO_BE_TOLD' }));
  for (const answer of [
    await worker.api.get(`${letters}/VICTIM_OUTCOME/draft`),
    await worker.api.put(`${letters}/VICTIM_OUTCOME/draft`, {
      ...{ heading: 'A heading', text: 'Words', wording: 'USUAL', largePrint: 'NO' },
    }),
  ]) {
    expect([answer.status, codesOf(answer)]).toEqual([409, ['VICTIM_AGE_NOT_KNOWN']]);
    expect(answer.body.blockers[0].mend).toBe(`${page}/about/age`);
  }
  const browser = await browserOf(service, team, worker);
  const list = (await browser.get(`${page}/letters`)).text;
  expect(list).toContain('Nobody recorded whether this victim is a child');
  expect(list).toContain(`href="${page}/about/age"`);
  expect((await browser.get(page.replace(/\/[^/]+$/, ''))).text).toContain(`href="${page}/about/age"`);
  expect((await browser.fill(`${page}/about/age`, { kind: 'CHILD' })).status).toBe(303);
  expect((await worker.api.get(`${letters}/VICTIM_OUTCOME/draft`)).body.wording).toBe('SHORT');
  expect((await browser.get(`${page}/letters`)).text).not.toContain('Nobody recorded');
});

test('what was drafted for an adult is not sent to a child, and is begun anew in other words', async () => {
  const { record, letters, page, version } = await victimIn(await referCase(team, harmed('PERSON')));
  const begun = await writeLetter(team, `${letters}/VICTIM_VIEW`, { text: 'For an adult' }, 'VICTIM_WORKER');
  done('A child', await worker.api.put(`${record}/age`, { kind: 'CHILD', version }));
  const stale = await worker.api.put(`${record}/age`, { kind: 'PERSON', version });
  expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
  const sending = { way: 'POST', sentOn: today, version: begun };
  const refused = await worker.api.post(`${letters}/VICTIM_VIEW/sending`, sending);
  expect([refused.status, codesOf(refused)]).toEqual([409, ['LETTER_MATTER_CHANGED']]);
  const browser = await browserOf(service, team, worker);
  const form = (await browser.get(`${page}/letters/victim-view/draft`)).text;
  expect([form.includes('You can talk, write or draw.'), form.includes('For an adult')]).toEqual([true, false]);
  const again = await writeLetter(team, `${letters}/VICTIM_VIEW`, {}, 'VICTIM_WORKER');
  done('Sent', await worker.api.post(`${letters}/VICTIM_VIEW/sending`, { ...sending, version: again }));
});

test('who is a child is asked of people alone, and of one of three answers', async () => {
  const { record, version } = await victimIn(await referCase(team, harmed('BUSINESS')));
  for (const kind of ['CHILD', 'BUSINESS', undefined]) {
    const { status, body } = await worker.api.put(`${record}/age`, { kind, version });
    expect([kind, status, body.errors[0].field]).toEqual([kind, 400, 'kind']);
  }
  const { api } = await team.as('YJS_ASSESSOR');
  expect((await api.put(`${record}/age`, { kind: 'CHILD', version })).status).toBe(403);
});

test('the template of a letter to a victim has words for a child, with a preview; older ones have the usual ones', async () => {
  const { api } = team.administrator;
  const at = '/api/letter-templates/VICTIM_VIEW';
  const { version, inForce } = (await api.get(at)).body;
  const words = { heading: 'Yours', text: 'To an adult', from: today, reason: 'Shorter', version };
  const refused = await api.post(`${at}/editions`, words);
  expect([refused.status, refused.body.errors]).toEqual([
    400,
    [{ field: 'shortText', message: 'Enter the letter to a victim who is a child too' }],
  ]);
  const previews = (await api.post(`${at}/preview`, { heading: 'Yours', text: 'A', shortText: 'Hi {{reference}}' }))
    .body;
  expect(previews.items.map(({ wording }: { wording: string }) => wording)).toEqual([
    'The usual words',
    'To a victim who is a child',
  ]);
  await service.app.get<DataSource>(getDataSourceToken('write')).query(
    `insert into letter_template_editions (id, kind, "fromDay", heading, text, reason, "writtenBy", "writtenAt")
     values ('0199f2a0-0000-7000-8000-000000000001', 'VICTIM_VIEW', '${today}', 'Older', 'Older', 'x',
             '${team.administrator.id}', '2026-11-22T10:00:00.000Z')`,
  );
  expect((await api.get(at)).body.inForce).toMatchObject({ text: 'Older', shortText: inForce.shortText });
  done('Both', await api.post(`${at}/editions`, { ...words, shortText: 'To a child' }));
  const browser = await browserOf(service, team, team.administrator);
  const page = (await browser.get('/letter-templates/victim-view')).text;
  expect(page).toContain('The same to a victim who is a child');
  const { letters } = await victimIn(await referCase(team, harmed('CHILD')));
  expect((await worker.api.get(`${letters}/VICTIM_VIEW/draft`)).body.text).toBe('To a child');
});
