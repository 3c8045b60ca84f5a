import { promisify } from 'node:util';
import sql from 'sql-template-tag';
import sqlite3 from 'sqlite3';
import { PanelArea } from '../../src/access/panel-area.entity.js';
import { row, rows } from '../../src/platform/database/read.js';
import { verifyTrail } from '../../src/platform/trail/verify-trail.js';
import { UnitOfWork } from '../../src/platform/unit-of-work.js';
import { setUpTeam, type Team } from '../support/people.js';
import { isOnPostgres, type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let unitOfWork: UnitOfWork;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  unitOfWork = service.app.get(UnitOfWork);
});
afterAll(() => service.stop());

const area = (id: string): Partial<PanelArea> => ({
  id,
  name: `Area ${id}`,
  panelName: 'Panel',
  version: 1,
  createdAt: '2026-11-22T00:00:00Z',
});
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.random() * 5));

/** Adds an area slowly; fails after its first write when told to. */
const addSlowly = (id: string, fails: boolean): Promise<string> =>
  unitOfWork.run(team.administrator.actor, async ({ tx, record }) => {
    await tx.insert(PanelArea, area(id));
    await pause();
    if (fails) throw new Error('on purpose');
    record({ type: 'PANEL_AREA', id, panelAreaId: null }, { type: 'PANEL_AREA_ADDED', name: id });
    return id;
  });

const stored = async (prefix: string): Promise<Set<string>> =>
  new Set(
    (await service.read.rows<{ id: string }>(sql`select a.id from panel_areas a where a.id like ${`${prefix}%`}`)).map(
      ({ id }) => id,
    ),
  );

test('the rollback of one unit never takes the acknowledged write of another', async () => {
  const ids = Array.from({ length: 160 }, (_, place) => `overlap-${place}`);
  const settled = await Promise.allSettled(ids.map((id, place) => addSlowly(id, place % 3 === 0)));
  const acknowledged = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const found = await stored('overlap');
  expect(acknowledged).toHaveLength(106);
  expect([...found].toSorted()).toEqual(acknowledged.toSorted());
  expect((await verifyTrail(service.read)).broken).toBeNull();
});

test('no read sees what is not committed', async () => {
  let seen = 0;
  await unitOfWork
    .run(team.administrator.actor, async ({ tx }) => {
      await tx.insert(PanelArea, area('dirty-1'));
      expect(await row(tx, sql`select a.id from panel_areas a where a.id = ${'dirty-1'}`)).not.toBeNull();
      for (let tries = 0; tries < 20; tries += 1) seen += (await stored('dirty')).size;
      throw new Error('on purpose');
    })
    .catch(() => undefined);
  expect(seen).toBe(0);
  expect((await stored('dirty')).size).toBe(0);
});

test('a unit that does not say what it did is not carried out', async () => {
  const silent = unitOfWork.run(team.administrator.actor, ({ tx }) => tx.insert(PanelArea, area('silent-1')));
  await expect(silent).rejects.toThrow(/must say what it did/);
  expect((await stored('silent')).size).toBe(0);
});

/** SQLite alone has one lock for all that write. */
const onSqlite = isOnPostgres() ? test.skip : test;

onSqlite(
  'a page that could not be shown because the database was locked is shown once it no longer is',
  async () => {
    const { api } = await team.as('PANEL_CHAIR');
    const shown = async () => (await api.get('/api/cases')).status;
    const other = new sqlite3.Database(service.config.sqliteFile);
    const ask = promisify(other.exec.bind(other));
    await ask('begin immediate');
    expect(await Promise.all([shown(), shown()])).toEqual([500, 500]);
    await ask('rollback');
    expect([await shown(), await shown()]).toEqual([200, 200]);
    await promisify(other.close.bind(other))();
  },
  60_000,
);

test('an altered, a missing and a cut-off entry of the trail are each named', async () => {
  const broken = await startService();
  await setUpTeam(broken);
  const write = broken.app.get(UnitOfWork);
  const tamper = async (statement: ReturnType<typeof sql>): Promise<string> => {
    let why = '';
    await write
      .keep(async (tx) => {
        for (const drop of await dropTriggers(tx)) await tx.query(drop);
        await rows(tx, statement);
        const { broken: found } = await verifyTrail({ rows: (asked: never) => rows(tx, asked) } as never);
        why = `${found?.sequence} ${found?.why}`;
        throw new Error('put it back');
      })
      .catch(() => undefined);
    return why;
  };
  expect(await tamper(sql`update trail_entries set type = 'SIGNED_OUT' where sequence = 2`)).toBe('2 was altered');
  expect(await tamper(sql`delete from trail_entries where sequence = 3`)).toBe('3 is missing');
  expect(await tamper(sql`update trail_heads set sequence = sequence - 1`)).toMatch(/stands after/);
  await broken.stop();
});

const dropTriggers = async (tx: { connection: { options: { type: string } } }): Promise<string[]> =>
  tx.connection.options.type === 'postgres'
    ? ['drop trigger trail_entries_refuse_change on trail_entries']
    : ['drop trigger trail_entries_refuse_update', 'drop trigger trail_entries_refuse_delete'];
