import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { newDatabase, type Service, startService } from './service.js';
import { type Colleague, PASSWORD, setUpTeam, type Team } from './people.js';
import { MakePasswordLink } from '../../src/access/password-links.js';
import { SetPassword } from '../../src/access/set-up-service.js';
import type { Role } from '../../src/policy/permissions.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A browser and the whole application; each person signs in in a window of their own. */
export type Stage = {
  readonly service: Service;
  readonly team: Team;
  /** A window in which this person has signed in. Every page it opens is checked for accessibility. */
  signIn(colleague: Colleague): Promise<Page>;
  /** A person with this role, signed in. */
  as(role: Role): Promise<Page>;
  /** What the accessibility check found, by page. */
  readonly faults: string[];
  close(): Promise<void>;
};

export async function openStage(): Promise<Stage> {
  const database = await newDatabase();
  const service = await startService(database.environment, database);
  const team = await setUpTeam(service);
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--disable-sync'],
  });
  const faults: string[] = [];
  const windows = new Map<string, Promise<Page>>();

  const signIn = async (colleague: Colleague): Promise<Page> => {
    await givePassword(service, team, colleague);
    const context = await browser.newContext({ baseURL: service.url, viewport: { width: 1280, height: 900 } });
    watch(context, faults);
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.getByLabel('Email address').fill(colleague.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${service.url}/`);
    return page;
  };
  const as = (role: Role): Promise<Page> => {
    const known = windows.get(role) ?? team.as(role).then(signIn);
    windows.set(role, known);
    return known;
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await service.stop();
    await database.remove();
  };
  return { service, team, signIn, as, faults, close };
}

async function givePassword({ app }: Service, { administrator }: Team, { id }: Colleague): Promise<void> {
  const { token } = await app.get(MakePasswordLink).execute(administrator.actor, id);
  await app.get(SetPassword).execute(token, PASSWORD);
}

/** Every page that loads is checked; what a browser reports of our content security policy counts as a fault too. */
function watch(context: BrowserContext, faults: string[]): void {
  context.on('page', (page) => {
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) faults.push(`${page.url()} ${message.text()}`);
    });
  });
}

type Violation = { id: string; nodes: { html: string }[] };

/**
 * The accessibility check of the page as it stands, by the rules of WCAG 2.2 AA. GOV.UK's conditional radios carry
 * aria-expanded, which the check does not allow on a radio; their own tests accept it, and so do we.
 */
export async function checkAccessibility(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
    return (await axe.run({ runOnly: { type: 'tag', values: tags } })).violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !(id === 'aria-allowed-attr' && /govuk-(radios|checkboxes)__input/.test(html)))
      .map(({ html }) => `${new URL(page.url()).pathname}: ${id}: ${html.slice(0, 120)}`),
  );
}
