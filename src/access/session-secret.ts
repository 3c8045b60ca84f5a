import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../platform/config.js';
import { newSecret } from './secrets.js';

/** What signs session cookies: from outside where several servers share the work, else made once and kept by the data. */
export function sessionSecret({ sessionSecret: given, databaseUrl, dataDir }: Config): string {
  if (given) return given;
  if (databaseUrl) throw new Error('Set SESSION_SECRET: with PostgreSQL every server must sign cookies alike');
  const file = join(dataDir, 'session-secret');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const secret = newSecret();
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
    return secret;
  }
}
