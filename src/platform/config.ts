import { isIP } from 'node:net';
import { join } from 'node:path';

/** Everything that can be set from outside, read once. The README lists each with its meaning. */
export class Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly reportDatabaseUrl: string | null;
  readonly tlsInFront: boolean;
  readonly sessionSecret: string | null;
  readonly isDemonstration: boolean;
  readonly idleMinutes: number;
  readonly sessionHours: number;
  /** Tries at signing in or at a link from one address, before it must wait. */
  readonly triesAMinute: number;

  constructor(environment: NodeJS.ProcessEnv = process.env) {
    this.port = wholeNumber(environment, 'PORT', 3000, 0, 65_535);
    this.host = environment['HOST'] ?? '127.0.0.1';
    this.dataDir = environment['DATA_DIR'] ?? './data';
    this.databaseUrl = environment['DATABASE_URL'] || null;
    this.reportDatabaseUrl = environment['REPORT_DATABASE_URL'] || null;
    this.tlsInFront = environment['TLS_IN_FRONT'] === 'yes';
    this.sessionSecret = environment['SESSION_SECRET'] || null;
    this.isDemonstration = environment['DEMONSTRATION'] === 'yes';
    this.idleMinutes = wholeNumber(environment, 'SESSION_IDLE_MINUTES', 30, 5, 60);
    this.sessionHours = wholeNumber(environment, 'SESSION_HOURS', 10, 1, 12);
    this.triesAMinute = wholeNumber(environment, 'TRIES_A_MINUTE', 20, 5, 1000);
    if (!this.tlsInFront && !isLoopback(this.host)) {
      throw new Error('Plain http is served on loopback alone. Put TLS in front and say so with TLS_IN_FRONT=yes.');
    }
  }

  get sqliteFile(): string {
    return join(this.dataDir, 'joint-decision-panel.sqlite');
  }
}

function wholeNumber(environment: NodeJS.ProcessEnv, name: string, usual: number, least: number, most: number): number {
  const value = Number(environment[name] ?? usual);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Error(`${name} must be a whole number from ${least} to ${most}`);
  }
  return value;
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
