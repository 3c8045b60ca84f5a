import { JudgementsAndReferrals1700000015000 as migration } from '../../src/platform/database/migrations/judgements-and-referrals.js';
import { BeforeMigration } from '../support/before-migration.js';

let before: BeforeMigration;
beforeAll(async () => {
  before = await BeforeMigration.of(migration, 'ALONE');
});
afterAll(() => before.remove());

test('what was referred and judged before is found again: who judged, what was referred, and what should have been', async () => {
  for (const [caseId, judgement, level] of [
    ['c1', 'SAFETY_AND_WELLBEING', 'HIGH'],
    ['c1', 'LIKELIHOOD_OF_REOFFENDING', 'VERY_HIGH'],
    ['c2', 'RISK_OF_SERIOUS_HARM', 'HIGH'],
    ['c3', 'RISK_OF_SERIOUS_HARM', 'LOW'],
  ]) {
    await before.source.query(
      `insert into judgements (id, "caseId", judgement, level, version) values ('${caseId}-${judgement}', '${caseId}', '${judgement}', '${level}', 1)`,
    );
  }
  for (const [sequence, at, actor, level] of [
    [1, '2026-10-01T09:00:00.000Z', 'p1', 'LOW'],
    [2, '2026-10-03T09:00:00.000Z', 'p2', 'HIGH'],
  ]) {
    await before.source.query(
      `insert into trail_entries (chain, sequence, at, "actorId", "subjectType", "subjectId", type, details, "previousHash", hash)
       values ('a', ${sequence}, '${at}', '${actor}', 'CASE', 'c1', 'JUDGEMENT_RECORDED', '{"judgement":"SAFETY_AND_WELLBEING","level":"${level}"}', '', '')`,
    );
  }
  for (const [caseId, result] of [
    ['c1', `'Weekly contact'`],
    ['c3', 'null'],
  ]) {
    await before.source.query(
      `insert into management_referrals ("caseId", "referredOn", result, version) values ('${caseId}', '2026-10-05', ${result}, 1)`,
    );
  }
  await before.migrate();

  const judged = await before.source.query(
    `select "recordedBy", "recordedAt" from judgements order by "caseId", judgement`,
  );
  const nobody = { recordedBy: null, recordedAt: null };
  const second = { recordedBy: 'p2', recordedAt: '2026-10-03T09:00:00.000Z' };
  expect(judged).toMatchObject([nobody, second, nobody, nobody]);
  const panel = { forum: 'CASE_MANAGEMENT_AND_DIVERSITY_PANEL', version: 1 };
  const referred = await before.source.query(`select * from forum_referrals order by "caseId"`);
  expect(referred).toMatchObject([
    { ...panel, caseId: 'c1', referredOn: '2026-10-05', result: 'Weekly contact', openedAt: second.recordedAt },
    { ...panel, caseId: 'c2', because: '["RISK_OF_SERIOUS_HARM"]', referredOn: null, result: null },
    { ...panel, caseId: 'c3', because: '["OTHER"]', referredOn: '2026-10-05', result: null },
  ]);
  expect(JSON.parse(referred[0].because).toSorted()).toEqual(['LIKELIHOOD_OF_REOFFENDING', 'SAFETY_AND_WELLBEING']);
  await expect(before.source.query('select * from management_referrals')).rejects.toThrow(/management_referrals/);
});
