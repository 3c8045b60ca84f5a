import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SignOffAndNews1700000019000 } from '../../src/platform/database/migrations/sign-off-and-news.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
afterAll(() => service.stop());

/** The database as it was before the migration, and then the migration. */
async function migrateAgain(): Promise<void> {
  const runner = service.app.get<DataSource>(getDataSourceToken('write')).createQueryRunner();
  const made = ['case_stages', 'return_reasons', 'assessment_returns', 'reopened_sections', 'check_chasers'];
  for (const table of made) await runner.query(`drop table ${table}`);
  await runner.query('drop index checks_by_asker');
  for (const column of ['"criteriaEdition"', 'criteria'])
    await runner.query(`alter table sign_offs drop column ${column}`);
  await new SignOffAndNews1700000019000().up(runner);
  await runner.release();
}

test('cases from before stages and returns were kept begin with what is known of them', async () => {
  const { api } = await team.as('PANEL_TEAM_MANAGER');
  const [referred, signed, sentBack, again] = [
    (await referCase(team)).caseId,
    (await referCase(team)).caseId,
    (await referCase(team)).caseId,
    (await referCase(team)).caseId,
  ];
  for (const id of [signed, sentBack, again]) await prepareCase(team, id);
  await signOff(team, signed);
  for (const id of [sentBack, again])
    await api.post(`/api/cases/${id}/assessment/return`, { reasons: 'Who does what?' });
  const assessor = await team.as('YJS_ASSESSOR');
  await assessor.api.post(`/api/cases/${again}/assessment/submission`, { changeNote: 'Named them.' });
  await migrateAgain();

  const stages = async (id: string): Promise<string[][]> =>
    (await api.get(`/api/cases/${id}/stages`)).body.items.map(
      ({ subject, stage, leftAt }: Record<string, string | null>) => [subject, stage, leftAt],
    );
  expect(await stages(referred)).toEqual([['CASE', 'REFERRED', null]]);
  expect(await stages(signed)).toEqual([
    ['CASE', 'READY', null],
    ['ASSESSMENT', 'SIGNED_OFF', null],
  ]);
  expect((await stages(sentBack))[1]).toEqual(['ASSESSMENT', 'RETURNED', null]);
  const returns = async (id: string) => (await api.get(`/api/cases/${id}/assessment/returns`)).body.items;
  expect(await returns(sentBack)).toMatchObject([
    { returnedBy: expect.any(String), submittedAgainAt: null, reasons: [{ section: null, answer: null }] },
  ]);
  expect(await returns(again)).toMatchObject([
    { submittedAgainAt: expect.any(String), reasons: [{ reason: 'Who does what?', answer: 'Named them.' }] },
  ]);
  expect((await api.get(`/api/cases/${signed}/assessment/sign-off`)).body.signOffs).toMatchObject([
    { edition: null, criteria: [], isStanding: true },
  ]);
  await assessor.api.post(`/api/cases/${sentBack}/assessment/submission`, { changeNote: 'Named them.' });
  expect((await returns(sentBack))[0].submittedAgainAt).not.toBeNull();
});
