import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { codesOf, done } from '../support/clients.js';
import { closedAgreement, sendLetter, writeLetter } from '../support/letters-story.js';
import { condition, decidedCase, deliver, recordOutcome } from '../support/outcomes-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;

const CAUTION = 'YOUTH_CONDITIONAL_CAUTION';
const today = dayFromNow(0);

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  assessor = await team.as('YJS_ASSESSOR');
});
afterAll(() => service.stop());

const at = (caseId: string, kind = '') => `/api/cases/${caseId}/letters${kind}`;
const textOf = async (caseId: string, kind: string, wording?: string): Promise<string> =>
  done('The draft', await assessor.api.get(at(caseId, `/${kind}/draft${wording ? `?wording=${wording}` : ''}`))).body
    .text;
const dueIn = async (caseId: string): Promise<string[]> =>
  (await assessor.api.get(at(caseId))).body.due.map(({ kind }: { kind: string }) => kind);

const fence = condition({
  description: 'Paint the fence',
  due: dayFromNow(30),
  attendanceHours: 6,
  penaltyPence: 1500,
});
const lift = { description: 'A lift to the shelter', owner: 'The worker', due: dayFromNow(20) };

async function caution(): Promise<string> {
  const { caseId } = await decidedCase(team, CAUTION);
  done('The plan', await assessor.api.put(`/api/cases/${caseId}/delivery`, { status: 'PLANNED', actions: [lift] }));
  await recordOutcome(team, caseId, CAUTION, { conditions: [fence] });
  return caseId;
}

/** Another fence, and a month later. */
async function vary(caseId: string): Promise<void> {
  const varied = { ...fence, description: 'Paint the gate', due: dayFromNow(60), owner: 'The worker' };
  const { version } = (await assessor.api.get(`/api/cases/${caseId}/delivery`)).body;
  const sent = { variedOn: today, agreedBy: ['CHILD', 'POLICE'], why: 'It is gone.', actions: [varied, lift], version };
  done('The variation', await assessor.api.post(`/api/cases/${caseId}/delivery/variations`, sent));
}

test('letters say what holds now, and to the child nothing that is only done for them', async () => {
  const caseId = await caution();
  await vary(caseId);
  for (const kind of ['child-outcome', 'child-agreed', 'carer-outcome', 'carer-agreed', 'police-outcome']) {
    const text = await textOf(caseId, kind);
    expect([kind, text.includes('Paint the gate'), /fence|A lift/.test(text)]).toEqual([kind, true, false]);
  }
});

test('police are written the conditions with their terms and days', async () => {
  const text = await textOf(await caution(), 'police-outcome');
  expect(text).toContain('- Paint the fence (a penalty of £15.00; 6 hours of attendance; by 23 December 2026)');
  const { caseId } = await closedAgreement(team, ['NONE'], { disposal: 'YOUTH_CAUTION' });
  expect(await textOf(caseId, 'police-outcome')).toContain('- Two sessions about consequences (by 7 December 2026)');
});

const penalty = condition({ description: 'Pay a financial penalty', object: 'PUNITIVE', penaltyPence: 500 });
const attendance = { ...condition({ description: 'Attend the centre.', due: dayFromNow(30) }), attendanceHours: 8 };

test('child and carer are told how much is to be paid, for how many hours and by when, and each condition apart', async () => {
  const { caseId } = await decidedCase(team, CAUTION);
  const conditions = [penalty, { ...penalty, penaltyPence: 750 }, attendance, attendance];
  await recordOutcome(team, caseId, CAUTION, { conditions });
  for (const kind of ['child-outcome', 'child-agreed', 'carer-outcome', 'carer-agreed']) {
    const items = (await textOf(caseId, kind, 'USUAL')).split('\n').filter((line) => /^- .*by \d/.test(line));
    expect([kind, items]).toEqual([
      kind,
      [
        '- Pay a financial penalty (£5 to pay; by 22 January 2027)',
        '- Pay a financial penalty (£7.50 to pay; by 22 January 2027)',
        ...['- Attend the centre. (8 hours in all; by 23 December 2026)'],
        ...['- Attend the centre. (8 hours in all; by 23 December 2026)'],
      ],
    ]);
  }
});

test('a child who reads short sentences is told the terms in them, and after a variation the new ones', async () => {
  const { caseId } = await decidedCase(team, CAUTION);
  await recordOutcome(team, caseId, CAUTION, { conditions: [penalty, attendance] });
  const short = (kind: string) => textOf(caseId, kind, 'SHORT');
  for (const kind of ['child-outcome', 'child-agreed']) {
    const text = await short(kind);
    expect(text).toContain('- Pay a financial penalty. You pay £5. Do it by 22 January 2027.');
    expect(text).toContain('- Attend the centre. It is 8 hours in all. Do it by 23 December 2026.');
  }
  const started = { status: 'UNDER_WAY', startedOn: today };
  done('The start', await assessor.api.put(`/api/cases/${caseId}/delivery`, started));
  const actions = [
    { ...penalty, penaltyPence: 1000, owner: 'The worker' },
    { ...attendance, attendanceHours: 1, owner: 'The worker' },
  ];
  const sent = { variedOn: today, agreedBy: ['CHILD', 'POLICE'], why: 'Too much.', actions, version: 1 };
  done('The variation', await assessor.api.post(`/api/cases/${caseId}/delivery/variations`, sent));
  expect(await short('child-agreed')).toContain('- Pay a financial penalty. You pay £10. Do it by 22 January 2027.');
  expect(await short('child-agreed')).toContain('- Attend the centre. It is 1 hour in all. Do it by 23 December 2026.');
  expect(await textOf(caseId, 'carer-agreed')).toContain('- Attend the centre. (1 hour in all; by 23 December 2026)');
});

test('what was drafted before a variation is not sent, and the letter of what was agreed is due again', async () => {
  const caseId = await caution();
  await sendLetter(team, at(caseId, '/child-agreed'));
  expect(await dueIn(caseId)).not.toContain('CHILD_AGREED');
  const drafted = await writeLetter(team, at(caseId, '/child-outcome'));
  const agreed = await writeLetter(team, at(caseId, '/carer-agreed'));
  await vary(caseId);
  expect(await dueIn(caseId)).toEqual(expect.arrayContaining(['CHILD_AGREED', 'CARER_AGREED', 'CHILD_OUTCOME']));
  for (const [kind, version] of [
    ['child-outcome', drafted],
    ['carer-agreed', agreed],
  ] as const) {
    const sent = { way: 'HANDED_OVER', sentOn: today, version };
    const refused = await assessor.api.post(at(caseId, `/${kind}/sending`), sent);
    expect([kind, refused.status, codesOf(refused)]).toEqual([kind, 409, ['LETTER_MATTER_CHANGED']]);
  }
  await sendLetter(team, at(caseId, '/child-agreed'));
  expect(await dueIn(caseId)).not.toContain('CHILD_AGREED');
});

test('once everything was done nothing is asked any more, and no letter of what was agreed is due', async () => {
  const { caseId } = await closedAgreement(team, ['SHORT_SENTENCES']);
  expect(await textOf(caseId, 'child-outcome')).toContain('What did you agree to do?');
  await deliver(team, caseId, 'COMPLETED');
  const text = await textOf(caseId, 'child-outcome');
  expect(text).not.toMatch(/What did you agree|Is it too hard/);
  expect(await dueIn(caseId)).toEqual(['CARER_OUTCOME', 'CHILD_OUTCOME', 'POLICE_OUTCOME']);
  const empty = await assessor.api.get(at(caseId, '/child-agreed/draft'));
  expect([empty.status, codesOf(empty)]).toEqual([409, ['LETTER_MATTER_MISSING']]);
  expect(empty.body.blockers[0].message).toContain('Nothing of what was agreed is asked any more');
});

test('nobody is told that they were heard who was not', async () => {
  const { caseId } = await closedAgreement(team);
  expect(await textOf(caseId, 'child-outcome')).toContain('They thought about what you told them.');
  expect(await textOf(caseId, 'carer-outcome')).toMatch(/It thought about what \w+ and you said\./);
  const source = service.app.get<DataSource>(getDataSourceToken('write'));
  await source.query(`update voices set status = 'NOT_OBTAINED' where who = 'CHILD' and "caseId" = '${caseId}'`);
  expect(await textOf(caseId, 'child-outcome')).not.toContain('what you told them');
  expect(await textOf(caseId, 'carer-outcome')).toContain('It thought about what you said.');
});
