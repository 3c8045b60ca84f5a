import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { createApp } from '../../src/create-app.js';
import { Clock } from '../../src/platform/clock.js';
import { Config } from '../../src/platform/config.js';
import { Read } from '../../src/platform/database/read.js';
import { Log } from '../../src/platform/log.js';

/** The whole application on a database of its own: a temporary SQLite file, or PostgreSQL where TEST_DATABASE_URL says so. */
export type Service = {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly clock: Clock;
  readonly read: Read;
  readonly config: Config;
  /** Every line the service logged. */
  readonly log: string[];
  stop(): Promise<void>;
};

/** Stories happen in one week, whatever the year in which they are told, so that nobody in them grows up. */
export const STORY_DAY = '2026-11-23';
const START = Date.parse(`${STORY_DAY}T10:00:00Z`);

const running = new Set<Service>();

/** Stops also what a failing test left running (see `stop-services.ts`). */
export async function stopServices(): Promise<void> {
  for (const service of running) await service.stop();
}

/** With `kept`, on a database that stays when the service stops. */
export async function startService(settings: NodeJS.ProcessEnv = {}, kept?: Database): Promise<Service> {
  const database = kept ?? (await newDatabase());
  const log: string[] = [];
  const config = new Config({ ...database.environment, PORT: '0', ...settings });
  const app = await createApp(config, new Log({ write: (line: string) => void log.push(line) }));
  await app.listen(0, '127.0.0.1');
  app.get(Clock).ahead = START - Date.now();
  const { port } = app.getHttpServer().address() as { port: number };
  const service: Service = {
    app,
    log,
    config,
    url: `http://127.0.0.1:${port}`,
    clock: app.get(Clock),
    read: app.get(Read),
    stop: async () => {
      if (!running.delete(service)) return;
      // A browser may hold a connection on which it never asked for anything; the server would wait a minute for it.
      const closed = app.close();
      app.getHttpServer().closeAllConnections();
      await closed;
      if (!kept) await database.remove();
    },
  };
  running.add(service);
  return service;
}

export type Database = { environment: NodeJS.ProcessEnv; remove(): Promise<void> };

export async function newDatabase(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'jdp-'));
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) {
    const remove = async (): Promise<void> => rmSync(folder, { recursive: true, force: true });
    return { environment: { DATA_DIR: folder }, remove };
  }
  const name = `jdp_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(server);
  await onServer(server, `create database ${name}`);
  url.pathname = `/${name}`;
  return {
    environment: { DATA_DIR: folder, DATABASE_URL: url.href, SESSION_SECRET: 'a secret for tests alone' },
    remove: async () => {
      rmSync(folder, { recursive: true, force: true });
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export const isOnPostgres = (): boolean => Boolean(process.env['TEST_DATABASE_URL']);
