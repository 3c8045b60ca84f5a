import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ChangePerson } from '../../src/access/write-person.js';
import { checkTrail, makeToken, type Said } from '../../src/command-line.js';
import { Config } from '../../src/platform/config.js';
import { apiClient } from '../support/clients.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { isOnPostgres, type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;
const copies: string[] = [];
const built = (entry: string): string => fileURLToPath(new URL(`../../dist/${entry}`, import.meta.url));
const whenBuilt = existsSync(built('token.js')) ? describe : describe.skip;
const onSqlite = isOnPostgres() ? describe.skip : describe;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
});
afterAll(async () => {
  await service.stop();
  for (const folder of copies) rmSync(folder, { recursive: true, force: true });
});

/** Runs an entry of the build as a person would, on the database of the running service. */
const run = (entry: string, ...given: string[]): Promise<Said & { said: string }> =>
  new Promise((resolve) => {
    const { databaseUrl, dataDir, sessionSecret } = service.config;
    const settings = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '', SESSION_SECRET: sessionSecret ?? '' };
    const env = { ...process.env, NODE_OPTIONS: '', ...settings };
    execFile(process.execPath, [built(entry), ...given], { env }, (failed, stdout, stderr) => {
      resolve({ code: failed ? (Number(failed.code) as 1 | 2) : 0, text: stdout.trim(), said: stderr });
    });
  });

const me = async (token: string) => apiClient(service.url, token).get('/api/me');

describe('npm run token', () => {
  test('prints a token that carries the person’s roles, while the service runs', async () => {
    const { code, text } = await makeToken(service.config, [
      '--email',
      ` ${manager.email.toUpperCase()} `,
      '--days',
      '2',
    ]);
    expect(code).toBe(0);
    const { status, body } = await me(text);
    expect([status, body.id, body.roles]).toEqual([
      200,
      manager.id,
      [{ role: 'PANEL_TEAM_MANAGER', panelAreaId: team.areaId }],
    ]);
    service.clock.fixed = new Date(Date.now() + 3 * 86_400_000);
    expect((await me(text)).status).toBe(401);
    service.clock.fixed = null;
  });

  test.each([
    ['nobody is named', [], 2, /^Use it like this/],
    ['an option is not known', ['--mail', 'a@example.org'], 2, /^Use it like this/],
    [
      'nobody has the address',
      ['--email', 'nobody@example.org'],
      1,
      /^There is no person with the email address nobody@example\.org$/,
    ],
    [
      'the days are no number',
      ['--email', 'administrator@example.org', '--days', 'many'],
      2,
      /^Enter a whole number of days from 1 to 366/,
    ],
    [
      'the days are too many',
      ['--email', 'administrator@example.org', '--days', '400'],
      2,
      /^Enter a whole number of days from 1 to 366/,
    ],
  ])('says so when %s', async (_, given, code, words) => {
    expect(await makeToken(service.config, given)).toEqual({ code, text: expect.stringMatching(words) });
  });

  test('makes none for somebody whose account is disabled', async () => {
    const leaver = await team.hire(['YJS_ASSESSOR']);
    const roles = [{ role: 'YJS_ASSESSOR' as const, panelAreaId: team.areaId }];
    const changed = { email: leaver.email, name: 'A Leaver', agency: 'YOUTH_JUSTICE_SERVICE' as const, roles };
    await service.app
      .get(ChangePerson, { strict: false })
      .execute(team.administrator.actor, leaver.id, { ...changed, state: 'DISABLED', version: 1 });
    expect(await makeToken(service.config, ['--email', leaver.email])).toEqual({
      code: 1,
      text: 'A Leaver may not sign in: the account is disabled',
    });
  });
});

describe('npm run trail:verify', () => {
  test('counts the entries of a whole trail while the service runs', async () => {
    const { code, text } = await checkTrail(service.config);
    expect([code, text]).toEqual([
      0,
      expect.stringMatching(/^The trail is whole: \d+ entries follow one from another$/),
    ]);
    expect(Number(/\d+/.exec(text)?.[0])).toBeGreaterThan(3);
  });
});

onSqlite('a copy of the trail', () => {
  test.each([
    [
      'altered',
      `update trail_entries set details = '{"roles":["OBSERVER"]}' where chain = 'SERVICE' and sequence = 3`,
      'entry 3 of the chain SERVICE was altered',
    ],
    [
      'removed',
      `delete from trail_entries where chain = 'SERVICE' and sequence = 2`,
      'entry 2 of the chain SERVICE is missing',
    ],
    [
      'given another time',
      `update trail_entries set at = '2020-01-01T00:00:00.000Z' where chain = 'SERVICE' and sequence = 1`,
      'entry 1 of the chain SERVICE was altered',
    ],
    [
      'cut off at its end',
      `delete from trail_entries where chain = 'SERVICE' and sequence = (select max(sequence) from trail_entries where chain = 'SERVICE')`,
      'of the chain SERVICE is missing',
    ],
  ])('names the first entry of a copy that was %s behind the trigger’s back', async (_, tampering, words) => {
    const config = await tamperedCopy(tampering);
    const { code, text } = await checkTrail(config);
    expect([code, text]).toEqual([1, expect.stringContaining(words)]);
  });

  test('tampering is refused by the trigger, so that tampering takes more than a statement', async () => {
    await expect(tamperedCopy(`update trail_entries set type = 'SIGNED_OUT'`, false)).rejects.toThrow('append-only');
  });
});

whenBuilt('from the command line, the build', () => {
  test('makes tokens, with several at once while the service writes', async () => {
    const runs = [1, 2, 3].map(() => run('token.js', '--email', manager.email));
    const areas = ['One', 'Two', 'Three', 'Four'].map((name) => team.addArea(`Panel ${name}`));
    const tokens = await Promise.all(runs);
    expect((await Promise.all(areas)).length).toBe(4);
    for (const { code, text } of tokens) {
      expect(code).toBe(0);
      expect((await me(text)).status).toBe(200);
    }
    expect(await run('token.js', '--email', 'nobody@example.org')).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no person'),
    });
  });

  test('verifies the trail of the running service', async () => {
    expect(await run('verify-trail.js')).toMatchObject({
      code: 0,
      text: expect.stringContaining('The trail is whole'),
    });
  });
});

const open = (database: string): Promise<DataSource> => new DataSource({ type: 'sqlite', database }).initialize();

/** A copy of the database whose owner took the trigger away and changed the trail. */
async function tamperedCopy(tampering: string, withoutTriggers = true): Promise<Config> {
  const folder = mkdtempSync(join(tmpdir(), 'jdp-copy-'));
  copies.push(folder);
  const config = new Config({ DATA_DIR: folder });
  const original = await open(service.config.sqliteFile);
  await original.query(`vacuum into '${config.sqliteFile}'`);
  await original.destroy();
  const copy = await open(config.sqliteFile);
  try {
    const triggers: { name: string }[] = await copy.query(
      `select name from sqlite_master where type = 'trigger' and tbl_name = 'trail_entries'`,
    );
    expect(triggers.length).toBeGreaterThan(0);
    if (withoutTriggers) for (const { name } of triggers) await copy.query(`drop trigger "${name}"`);
    await copy.query(tampering);
  } finally {
    await copy.destroy();
  }
  return config;
}
