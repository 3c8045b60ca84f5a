import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { considerNews, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf, done } from '../support/clients.js';
import { closedAgreement, sendLetter, writeLetter } from '../support/letters-story.js';
import { versionOf } from '../support/outcomes-story.js';
import { dayFromNow, decide, listCase, recommend } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase, type ReferredCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let referred: ReferredCase;

const today = dayFromNow(0);
const at = (kind = '', { caseId }: ReferredCase = referred): string => `/api/cases/${caseId}/letters${kind}`;
const listOf = async (of: ReferredCase = referred) => done('Letters', await assessor.api.get(at('', of))).body;
const dueIn = async (of: ReferredCase = referred): Promise<string[]> =>
  (await listOf(of)).due.map(({ kind }: { kind: string }) => kind).toSorted();
const fieldsOf = (body: { errors?: { field: string }[] }) => body.errors?.map(({ field }) => field);

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  assessor = await team.as('YJS_ASSESSOR');
  const setting = { value: '01632 960 111, Mill House', from: today, reason: 'A new office' };
  const { api } = team.administrator;
  done('The setting', await api.post(`/api/panel-areas/${team.areaId}/settings/letterContact`, setting));
  referred = await closedAgreement(team);
}, 120_000);
afterAll(() => service.stop());

test('after the outcome child, carer and police are due their letters, each once, until it is sent', async () => {
  expect(await dueIn()).toEqual([
    ...['CARER_AGREED', 'CARER_OUTCOME', 'CHILD_AGREED', 'CHILD_OUTCOME', 'POLICE_OUTCOME'],
  ]);
  await sendLetter(team, at('/carer-outcome'));
  expect(await dueIn()).not.toContain('CARER_OUTCOME');
});

test('“Your work” names a case once with how many letters wait, and the letter itself when it is the last', async () => {
  const other = await closedAgreement(team);
  const mine = async () => {
    const { items } = (await assessor.api.get('/api/work')).body;
    const list = items.find(({ code }: { code: string }) => code === 'LETTERS');
    return list.items.filter(({ href }: { href: string }) => href.includes(other.caseId));
  };
  expect(await mine()).toMatchObject([{ note: '5', href: `/cases/${other.caseId}/letters` }]);
  expect((await (await browserOf(service, team, assessor)).get('/')).text).toContain('5 letters');
  for (const kind of ['carer-outcome', 'carer-agreed', 'child-agreed', 'police-outcome']) {
    await sendLetter(team, at(`/${kind}`, other));
  }
  const last = `/cases/${other.caseId}/letters/child-outcome/draft`;
  expect(await mine()).toMatchObject([{ note: 'CHILD_OUTCOME', href: last }]);
});

test('a letter begins with the case’s own facts, in words for its reader', async () => {
  const child = (await assessor.api.get(at('/child-outcome/draft'))).body;
  expect(child).toMatchObject({ version: 0, wording: 'USUAL', largePrint: 'NO', earlier: [], needs: [] });
  expect(child.text).toContain('What they decided is called: a community resolution. It counts from 23 November 2026.');
  expect(child.text).toContain('- Two sessions about consequences (by 7 December 2026)');
  expect(child.text).toContain('01632 960 111, Mill House');
  const police = (await assessor.api.get(at('/police-outcome/draft'))).body;
  expect(police.text).toContain('- Record Home Office outcome 8.');
  expect(police.text).toContain(
    'Record that Sergeant Hollis Ferrant gave it on 23 November 2026, At home, with a parent.',
  );
  expect(police.text).toContain((await listOf()).items[0].sheet.reference);
});

test('how the child is written to follows the adjustments in the assessment, and a person may choose otherwise', async () => {
  const needs = ['SHORT_SENTENCES', 'LARGE_PRINT', 'COLOURED_PAPER', 'READ_ALOUD'];
  const other = await closedAgreement(team, needs, { more: 'Pale green paper.' });
  const { body } = await assessor.api.get(at('/child-outcome/draft', other));
  expect(body).toMatchObject({ wording: 'SHORT', largePrint: 'YES', paper: 'GREEN' });
  expect(body.needs).toEqual(expect.arrayContaining(['Read everything aloud', 'Pale green paper.']));
  expect(body.text).toContain('They read what you said.');
  const usual = (await assessor.api.get(at('/child-outcome/draft?wording=USUAL', other))).body;
  expect([usual.wording, usual.text.includes('They read what you said.')]).toEqual(['USUAL', false]);
  const carer = (await assessor.api.get(at('/carer-outcome/draft', other))).body;
  expect(carer).toMatchObject({ wording: 'USUAL', largePrint: 'NO', needs: [] });
  await writeLetter(team, at('/child-outcome', other));
  const browser = await browserOf(service, team, assessor);
  const { text } = await browser.get(`/cases/${other.caseId}/letters/child-outcome/draft/paper`);
  expect(text).toContain('jdp-child jdp-child--large jdp-child--green');
});

test('what was changed is what is printed, sent and kept, word for word and byte for byte', async () => {
  const draftPdf = async () => (await assessor.api.get(at('/child-agreed/draft/pdf'))).bytes;
  const text = 'Dear <b>you</b>,\n\n- one\n- #strong[two]\n\nFrom us';
  const version = await writeLetter(team, at('/child-agreed'), { text });
  const before = await draftPdf();
  expect(before.subarray(0, 5).toString()).toBe('%PDF-');
  expect(before.toString('latin1')).toContain('pdfuaid:part');
  const sent = await assessor.api.post(at('/child-agreed/sending'), { way: 'POST', sentOn: today, version });
  expect([sent.status, sent.body.fingerprint]).toEqual([201, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  const one = (await assessor.api.get(at(`/${sent.body.id}`))).body;
  expect(one).toMatchObject({ kind: 'CHILD_AGREED', way: 'POST', sentOn: today, sentBy: assessor.actor.name });
  expect(one.sheet.text).toBe(text);
  for (let time = 0; time < 2; time += 1) {
    expect((await assessor.api.get(at(`/${sent.body.id}/pdf`))).bytes.equals(before)).toBe(true);
  }
  const browser = await browserOf(service, team, await team.as('PANEL_MEMBER'));
  const paper = (await browser.get(`/cases/${referred.caseId}/letters/${sent.body.id}/paper`)).text;
  expect(paper).toContain('Dear &lt;b&gt;you&lt;/b&gt;,');
  expect(paper).toContain('<li>#strong[two]</li>');
  expect((await assessor.api.get(at('/child-agreed/draft/pdf'))).status).toBe(404);
});

test('what was sent cannot be changed or unsent; a correction is a letter that names the first', async () => {
  const first = await sendLetter(team, at('/child-rights'));
  const source = service.app.get<DataSource>(getDataSourceToken('write'));
  for (const change of [`delete from letters`, `update letters set sheet = 'x'`]) {
    await expect(source.query(`${change} where id = '${first}'`)).rejects.toThrow(/append-only/);
  }
  const again = await sendLetter(team, at('/child-rights'), { corrects: first });
  const letter = (await assessor.api.get(at(`/${again}`))).body;
  expect([letter.correctsId, letter.sheet.corrects]).toEqual([first, today]);
  expect((await assessor.api.get(at(`/${first}`))).body.correctedById).toBe(again);
  const browser = await browserOf(service, team, assessor);
  expect((await browser.get(`/cases/${referred.caseId}/letters/${again}/paper`)).text).toContain(
    'This letter takes the place of our letter of 23 November 2026.',
  );
  const elsewhere = await assessor.api.put(at('/carer-rights/draft'), { ...words, corrects: first });
  expect([elsewhere.status, fieldsOf(elsewhere.body)]).toEqual([400, ['corrects']]);
});

const words = { heading: 'A heading', text: 'Words', wording: 'USUAL', largePrint: 'NO' };

test.each([
  ['nothing', {}, ['heading', 'text', 'wording', 'largePrint']],
  ['no words', { ...words, text: ' ' }, ['text']],
  ['braces left', { ...words, text: 'Dear\n{{childFirstName}}' }, ['text']],
  ['braces in the heading', { ...words, heading: '{{x}}' }, ['heading']],
  ['a wording that it has not', { ...words, wording: 'SHORT' }, ['wording']],
  ['a colour that is none', { ...words, paper: 'BLACK' }, ['paper']],
  ['what nobody asked for', { ...words, fingerprint: 'x' }, ['fingerprint']],
])('a draft with %s is refused by the name of its field, and nothing is written', async (_, body, fields) => {
  const { status, body: answer } = await assessor.api.put(at('/carer-rights/draft'), body);
  expect([status, fieldsOf(answer)]).toEqual([400, fields]);
  expect((await listOf()).drafts.map(({ kind }: { kind: string }) => kind)).not.toContain('CARER_RIGHTS');
});

test('a sending with a wrong day, way or version, or without a draft, is refused and the draft stays', async () => {
  const none = await assessor.api.post(at('/police-outcome/sending'), { way: 'POST', sentOn: today, version: 1 });
  expect([none.status, fieldsOf(none.body)]).toEqual([400, ['version']]);
  const version = await writeLetter(team, at('/police-outcome'));
  for (const [change, status, fields] of [
    [{ sentOn: dayFromNow(1) }, 400, ['sentOn']],
    [{ sentOn: dayFromNow(-1) }, 400, ['sentOn']],
    [{ way: 'PIGEON' }, 400, ['way']],
    [{ version: version + 1 }, 409, undefined],
  ] as const) {
    const sent = { way: 'EMAIL', sentOn: today, version, ...change };
    const refused = await assessor.api.post(at('/police-outcome/sending'), sent);
    expect([refused.status, fieldsOf(refused.body)]).toEqual([status, fields]);
  }
  expect((await assessor.api.put(at('/police-outcome/draft'), { ...words, version: 0 })).status).toBe(409);
  expect((await listOf()).drafts).toHaveLength(1);
});

test('before there is anything to write of, a letter is refused with why and where to mend it', async () => {
  const early = await referCase(team);
  for (const [kind, page] of [
    ['child-outcome', 'outcome'],
    ['carer-agreed', 'delivery'],
    ['police-recommendation', 'recommendation'],
  ]) {
    for (const answer of [
      await assessor.api.get(at(`/${kind}/draft`, early)),
      await assessor.api.put(at(`/${kind}/draft`, early), words),
    ]) {
      expect([answer.status, answer.body.blockers]).toEqual([
        409,
        [expect.objectContaining({ code: 'LETTER_MATTER_MISSING', mend: `/cases/${early.caseId}/${page}` })],
      ]);
    }
  }
  expect((await assessor.api.put(at('/child-rights/draft', early), words)).status).toBe(200);
  expect(await dueIn(early)).toEqual([]);
  const browser = await browserOf(service, team, assessor);
  const list = (await browser.get(`/cases/${early.caseId}/letters`)).text;
  expect(list).toContain('What the letter is about is not on record yet');
  const refused = await browser.get(`/cases/${early.caseId}/letters/child-outcome/draft`);
  expect([refused.status, refused.text.includes(`href="/cases/${early.caseId}/outcome"`)]).toEqual([409, true]);
});

test('when the panel recommends anew, what was drafted of the first is not sent, and the letter is due again', async () => {
  const again = await referCase(team);
  await prepareCase(team, again.caseId);
  await signOff(team, again.caseId);
  await listCase(team, again.caseId);
  await recommend(team, again.caseId, 'COMMUNITY_RESOLUTION');
  expect(await dueIn(again)).toEqual(['POLICE_RECOMMENDATION']);
  await sendLetter(team, at('/police-recommendation', again));
  expect(await dueIn(again)).toEqual([]);
  const version = await writeLetter(team, at('/police-recommendation', again));
  await decide(team, again.caseId, 'COMMUNITY_RESOLUTION');
  const { api } = await team.as('YJS_POLICE_OFFICER');
  const back = { reason: 'The child no longer agrees', version: await versionOf(team, again.caseId) };
  done('The return', await api.post(`/api/cases/${again.caseId}/return-to-panel`, back));
  await considerNews(team, again.caseId);
  await signOff(team, again.caseId);
  await listCase(team, again.caseId);
  await recommend(team, again.caseId, 'OUTCOME_22');
  expect(await dueIn(again)).toEqual(['POLICE_RECOMMENDATION']);
  const sent = { way: 'EMAIL', sentOn: today, version };
  const refused = await assessor.api.post(at('/police-recommendation/sending', again), sent);
  expect([refused.status, codesOf(refused)]).toEqual([409, ['LETTER_MATTER_CHANGED']]);
  const printed = await assessor.api.get(at('/police-recommendation/draft/pdf', again));
  expect([printed.status, codesOf(printed)]).toEqual([409, ['LETTER_MATTER_CHANGED']]);
  const { drafts, items } = (await assessor.api.get(at('', again))).body;
  expect(codesOf({ body: drafts[0] } as never)).toEqual(['LETTER_MATTER_CHANGED']);
  expect(items.map((one: { isOutdated: boolean }) => one.isOutdated)).toEqual([true]);
  const browser = await browserOf(service, team, assessor);
  const page = `/cases/${again.caseId}/letters`;
  const list = (await browser.get(page)).text;
  for (const words of ['changed after it was written: write it again', 'it is kept as it was sent']) {
    expect([words, list.includes(words)]).toEqual([words, true]);
  }
  for (const part of ['paper', 'pdf']) {
    expect(list).not.toContain(`police-recommendation/draft/${part}`);
    expect((await browser.get(`${page}/police-recommendation/draft/${part}`)).status).toBe(409);
  }
  expect((await browser.get(`${page}/police-recommendation/sending`)).status).toBe(409);
  const anew = (await browser.get(`${page}/police-recommendation/draft`)).text;
  expect([anew.includes('The words below begin anew'), anew.includes('Outcome 22')]).toEqual([true, true]);
  await sendLetter(team, at('/police-recommendation', again));
  expect(await dueIn(again)).toEqual([]);
  const now = (await assessor.api.get(at('', again))).body.items;
  expect(now.map((one: { isOutdated: boolean }) => one.isOutdated)).toEqual([false, true]);
});

test.each(['PANEL_MEMBER', 'QA_LEAD'] as const)('a %s may read letters and writes none', async (role) => {
  const { api } = await team.as(role);
  expect((await api.get(at())).status).toBe(200);
  expect((await api.get(at('/child-rights/draft'))).status).toBe(403);
  expect((await api.put(at('/child-rights/draft'), words)).status).toBe(403);
  expect((await api.post(at('/child-rights/sending'), {})).status).toBe(403);
});

test('a letter of another case, another area, or of nothing is not there', async () => {
  const [{ id }] = (await listOf()).items;
  const other = await referCase(team);
  const outside = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea('Elsewhere') });
  const answers = [
    await assessor.api.get(at(`/${id}`, other)),
    await outside.api.get(at(`/${id}`)),
    await outside.api.put(at('/child-rights/draft'), words),
    await assessor.api.get(at('/victim-outcome/draft')),
    await assessor.api.get(at('/nothing/draft')),
    await assessor.api.get(at('/0199f2a0-0000-7000-8000-000000000000/pdf')),
  ];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
});

test('who wrote, sent and read a letter is on record', async () => {
  const [{ id }] = (await listOf()).items;
  const member = await team.as('PANEL_MEMBER', 7);
  await member.api.get(at(`/${id}`));
  const { body } = await assessor.api.get(`/api/cases/${referred.caseId}/timeline`);
  const sentences = JSON.stringify(body);
  expect(sentences).toContain('wrote a letter: to the child: what the child agreed to do');
  expect(sentences).toContain('recorded that a letter was sent on 2026-11-23 (by post)');
  expect(sentences).toContain('viewed a letter');
});

test('on pages a letter is written, read, marked as sent and read again', async () => {
  const other = await closedAgreement(team, ['LARGE_PRINT']);
  const browser = await browserOf(service, team, assessor);
  const page = `/cases/${other.caseId}/letters`;
  expect((await browser.get(`/cases/${other.caseId}`)).text).toContain(`href="${page}"`);
  const list = (await browser.get(page)).text;
  expect(list).toContain(`href="${page}/child-outcome/draft"`);
  const form = (await browser.get(`${page}/child-outcome/draft`)).text;
  expect(form).toContain('Use large print');
  const refused = await browser.fill(`${page}/child-outcome/draft`, {
    ...{ heading: 'Hello', text: 'Dear {{you}}', largePrint: 'YES' },
  });
  expect([refused.status, refused.text.includes('Line 1: braces are left')]).toEqual([422, true]);
  const written = await browser.fill(`${page}/child-outcome/draft`, {
    ...{ heading: 'Hello', text: 'Dear you', largePrint: 'YES', paper: 'CREAM' },
  });
  expect([written.status, written.headers.get('location')]).toEqual([303, `${page}/child-outcome/sending`]);
  expect((await browser.get(`${page}/child-outcome/sending`)).text).toContain('Dear you');
  const pdf = await browser.get(`${page}/child-outcome/draft/pdf`);
  expect(pdf.headers.get('content-disposition')).toContain('letter.pdf');
  const early = await browser.fill(`${page}/child-outcome/sending`, { way: 'POST' });
  expect([early.status, early.text.includes('Enter the day on which it was sent')]).toEqual([422, true]);
  const day = { 'sentOn-day': '23', 'sentOn-month': '11', 'sentOn-year': '2026' };
  const sent = await browser.fill(`${page}/child-outcome/sending`, {
    way: 'POST',
    ...day,
    sentBy: 'Robin at the desk',
  });
  expect(sent.status).toBe(303);
  const kept = (await browser.get(sent.headers.get('location') ?? '')).text;
  expect(kept).toContain('23 November 2026, by post, by Robin at the desk');
  expect((await browser.get(page)).text).toContain('Sent');
});
