import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { MakeAccessToken } from './access/access-tokens.js';
import { AccessQueries, type PersonFound } from './access/access.queries.js';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config.js';
import { optionsFor } from './platform/database/options.js';
import { Read } from './platform/database/read.js';
import { Refusal } from './platform/errors.js';
import { Log } from './platform/log.js';
import { verifyTrail } from './platform/trail/verify-trail.js';

/** What a command says, and whether it went well; 1: what was asked is not so, 2: it was asked wrongly. */
export type Said = { readonly code: 0 | 1 | 2; readonly text: string };

const HOW = 'Use it like this: npm run token -- --email person@example.org [--days 30]';

/** A personal access token for somebody, with their roles; the service may be running meanwhile. */
export async function makeToken(config: Config, given: readonly string[]): Promise<Said> {
  const asked = tokenAsked(given);
  if (!asked) return { code: 2, text: HOW };
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: new Log(),
    abortOnError: false,
  });
  try {
    const people = await app.get(AccessQueries).people();
    const person = people.find(({ email }) => email === asked.email);
    if (!person) return { code: 1, text: `There is no person with the email address ${asked.email}` };
    if (person.state !== 'ACTIVE') return { code: 1, text: `${person.name} may not sign in: the account is disabled` };
    const made = await app.get(MakeAccessToken).execute(actorFrom(person), { label: 'Command line', days: asked.days });
    return { code: 0, text: made.token };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { code: 2, text: `${thrown.message}. ${HOW}` };
    throw thrown;
  } finally {
    await app.close();
  }
}

const actorFrom = ({ id: personId, name, agency, roles }: PersonFound) => ({ personId, name, agency, roles });

function tokenAsked(given: readonly string[]): { email: string; days: number } | null {
  try {
    const options = { email: { type: 'string' }, days: { type: 'string', default: '30' } } as const;
    const { email, days } = parseArgs({ args: [...given], options }).values;
    return email ? { email: email.trim().toLowerCase(), days: Number(days) } : null;
  } catch {
    return null;
  }
}

/** Recomputes the trail on a connection that cannot write; the service may be running meanwhile. */
export async function checkTrail(config: Config): Promise<Said> {
  const source = await new DataSource(optionsFor('read', config)).initialize();
  try {
    const { entries, broken } = await verifyTrail(new Read(source));
    if (!broken) return { code: 0, text: `The trail is whole: ${entries} entries follow one from another` };
    const { chain, sequence, why } = broken;
    return { code: 1, text: `The trail is broken: entry ${sequence} of the chain ${chain} ${why}` };
  } finally {
    await source.destroy();
  }
}

/** Says it where it belongs, and ends with its code. */
export async function say(command: Promise<Said>): Promise<void> {
  const { code, text } = await command.catch((thrown: unknown): Said => {
    const { name, code } = thrown as { name?: string; code?: string };
    return {
      code: 1,
      text: `It could not be done (${code ?? name ?? 'unknown'}). Are DATA_DIR and DATABASE_URL those of the service?`,
    };
  });
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = code;
}
