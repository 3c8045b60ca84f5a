import type { NestExpressApplication } from '@nestjs/platform-express';
import { SetPassword } from '../../src/access/set-up-service.js';
import { MakePasswordLink } from '../../src/access/password-links.js';
import { PageClient } from './clients.js';
import { type Colleague, PASSWORD, type Team } from './people.js';
import type { Service } from './service.js';

const known = new WeakMap<NestExpressApplication, Map<string, Promise<PageClient>>>();

/** A browser in which a colleague has chosen a password and signed in; the same one each time. */
export function browserOf(service: Service, team: Team, colleague: Colleague): Promise<PageClient> {
  const browsers = known.get(service.app) ?? new Map<string, Promise<PageClient>>();
  known.set(service.app, browsers);
  const found = browsers.get(colleague.id) ?? signedIn(service, team, colleague);
  browsers.set(colleague.id, found);
  return found;
}

async function signedIn({ app, url }: Service, team: Team, { id, email }: Colleague): Promise<PageClient> {
  const { token } = await app.get(MakePasswordLink).execute(team.administrator.actor, id);
  await app.get(SetPassword).execute(token, PASSWORD);
  const browser = new PageClient(url);
  const { status } = await browser.signIn(email, PASSWORD);
  if (status !== 303) throw new Error(`${email} could not sign in (${status})`);
  return browser;
}
