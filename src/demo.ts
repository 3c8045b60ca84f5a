import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { createApp } from './create-app.js';
import { makeDemonstration } from './demonstration/make-demonstration.js';
import { administrator, PASSWORD, people } from './demonstration/people.js';
import { Config } from './platform/config.js';
import { optionsFor } from './platform/database/options.js';
import { Log } from './platform/log.js';

/** Always a folder of its own and SQLite, whatever the service itself is told to use. */
const settingsIn = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  ...{ DATA_DIR: folder, DATABASE_URL: '', REPORT_DATABASE_URL: '', DEMONSTRATION: 'yes' },
});

const config = new Config(settingsIn(process.env['DATA_DIR'] ?? './demo-data'));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (!existsSync(config.sqliteFile)) await make();
if (await isDemonstration()) await serve();
else {
  process.stderr.write(`There is other data in ${config.dataDir}; the demonstration does not touch it.\n`);
  process.exitCode = 1;
}

/** Made beside its place and moved there when it is whole: one that was interrupted leaves nothing to be mistaken. */
async function make(): Promise<void> {
  say('Making the demonstration: two panel areas, people in every role, some sixty cases. It takes a minute or two.');
  const making = join(config.dataDir, 'making');
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  const app = await createApp(new Config({ ...settingsIn(making), PORT: '0', HOST: '127.0.0.1' }), new Log());
  await app.listen(0, '127.0.0.1');
  try {
    await makeDemonstration(app, await app.getUrl());
  } finally {
    await app.close();
  }
  for (const name of readdirSync(making)) renameSync(join(making, name), join(config.dataDir, name));
  rmSync(making, { recursive: true });
}

/** Whether what is there was made here, read on a connection that cannot write. */
async function isDemonstration(): Promise<boolean> {
  const source = await new DataSource(optionsFor('read', config)).initialize();
  try {
    const made: unknown[] = await source.query(`select 1 from trail_entries where type = 'DEMONSTRATION_MADE' limit 1`);
    return made.length > 0;
  } catch {
    return false;
  } finally {
    await source.destroy();
  }
}

async function serve(): Promise<void> {
  const app = await createApp(config, new Log());
  await app.listen(config.port, config.host);
  say(`\nThe demonstration is served at ${await app.getUrl()}. Everything in it is invented.`);
  say(`Everybody signs in with the password: ${PASSWORD}\n`);
  for (const { email, name, role } of signIns()) say(`  ${email.padEnd(42)}${name.padEnd(24)}${role}`);
}

function signIns(): { email: string; name: string; role: string }[] {
  const others = people.map(({ email, name, roles, areas }) => ({
    ...{ email, name },
    role: `${roles.join(', ').toLowerCase().replaceAll('_', ' ')}${areas ? ` (${areas.join(', ')})` : ''}`,
  }));
  return [{ ...administrator, role: 'administrator (sees no case)' }, ...others];
}
