import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { type Service, startService } from '../support/service.js';

let service: Service;
let source: DataSource;

beforeAll(async () => {
  service = await startService();
  source = service.app.get<DataSource>(getDataSourceToken('write'));
});
afterAll(() => service.stop());

test('every entity describes its table as the migrations made it', async () => {
  const runner = source.createQueryRunner();
  for (const { tableName, columns } of source.entityMetadatas) {
    const table = await runner.getTable(tableName);
    const made = table?.columns.map(({ name, type, isNullable, isPrimary }) => [name, type, isNullable, isPrimary]);
    const described = columns.map((column) => [
      column.databaseName,
      source.driver.normalizeType(column),
      column.isNullable,
      column.isPrimary,
    ]);
    const byName = (rows: unknown[][] = []) => rows.toSorted(([a], [b]) => String(a).localeCompare(String(b)));
    expect([tableName, byName(made)]).toEqual([tableName, byName(described)]);
  }
  await runner.release();
  expect(source.entityMetadatas.length).toBeGreaterThan(5);
});

test('the reading connection is refused a write, whatever it is told', async () => {
  await expect(service.read.source.query(`delete from people`)).rejects.toThrow(/read-?only/i);
});

test('the trail can be neither changed nor cut', async () => {
  for (const statement of [`update trail_entries set type = 'X'`, `delete from trail_entries`]) {
    await source.query(`insert into trail_entries (chain, sequence, at, "subjectType", "subjectId", type, details, "previousHash", hash)
      values ('T', 1, '', 'SERVICE', 'S', 'T', '{}', '', '') on conflict do nothing`);
    await expect(source.query(statement)).rejects.toThrow(/append-only/);
  }
});
