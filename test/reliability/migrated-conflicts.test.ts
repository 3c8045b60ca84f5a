import { ConflictsOfCases1700000039000 as migration } from '../../src/platform/database/migrations/confidential-cases.js';
import { BeforeMigration } from '../support/before-migration.js';

let before: BeforeMigration;
beforeAll(async () => {
  before = await BeforeMigration.of(migration, 'ALONE');
});
afterAll(() => before.remove());

test('every conflict told before stands as it did, and can be lifted and told again', async () => {
  const insert = (id: string, caseId: string): Promise<unknown> =>
    before.source.query(
      `insert into conflicts (id, "meetingId", "caseId", "personId", reason, "declaredBy", "declaredAt")
       values ('${id}', 'm1', '${caseId}', 'p1', 'Knows them', 'p2', '2026-11-20T10:00:00.000Z')`,
    );
  await insert('x1', 'c1');
  await insert('x2', 'c2');
  await before.migrate();
  const found = await before.source.query(`select * from conflicts order by id`);
  const kept = { meetingId: 'm1', personId: 'p1', reason: 'Knows them', declaredBy: 'p2', liftedAt: null };
  expect(found).toMatchObject([
    { ...kept, id: 'x1', caseId: 'c1' },
    { ...kept, id: 'x2', caseId: 'c2' },
  ]);
  await expect(insert('x3', 'c1')).rejects.toThrow(/unique/i);
  await before.source.query(`update conflicts set "liftedAt" = '2026-11-21T10:00:00.000Z' where id = 'x1'`);
  await insert('x3', 'c1');
  expect(await before.source.query(`select id from conflicts where "caseId" = 'c1'`)).toHaveLength(2);
});
