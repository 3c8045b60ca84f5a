import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { SetPassword } from '../../src/access/set-up-service.js';
import { MakePasswordLink } from '../../src/access/password-links.js';
import type { Role } from '../../src/policy/permissions.js';
import { type Colleague, PASSWORD, setUpTeam, type Team } from './people.js';
import { newDatabase, type Service, startService } from './service.js';
import { Visitor } from './visitor.js';

/** Invented people; nobody of these names works anywhere. */
const names: Partial<Record<Role, string>> = {
  REFERRING_OFFICER: 'PC Rowan Ashdown',
  YJS_ASSESSOR: 'Priya Larkfield',
  YJS_POLICE_OFFICER: 'PC Idris Coldwell',
  PARTNER_CONTRIBUTOR: 'Hannah Osei-Brook',
  VICTIM_WORKER: 'Callum Reddish',
  PANEL_TEAM_MANAGER: 'Marguerite Oyelaran',
  PANEL_ADMINISTRATOR: 'Tomasz Whitlow',
  PANEL_CHAIR: 'Beatrice Nwosu-Hale',
  PANEL_MEMBER: 'Dev Rampersad',
  POLICE_DECISION_MAKER: 'Insp Gwen Tarrant',
  QA_LEAD: 'Oona Fairweather',
  QA_AUDITOR: 'Samir Thackeray',
};

/** A browser and the whole application; each person signs in in a window of their own. */
export type Stage = {
  readonly service: Service;
  readonly team: Team;
  /** Somebody with this role, signed in; the same window each time. */
  as(role: Role): Promise<Visitor>;
  /** So many days pass; whoever was signed in is not any more, and signs in anew. */
  later(days: number): Promise<void>;
  /** Another window in which this person has signed in. */
  signIn(colleague: Colleague, settings?: Settings): Promise<Visitor>;
  /** What the checks of pages found, by page. */
  readonly faults: string[];
  close(): Promise<void>;
};

type Settings = { readonly javaScriptEnabled?: boolean; readonly viewport?: { width: number; height: number } };

export async function openStage(): Promise<Stage> {
  const database = await newDatabase();
  const service = await startService(database.environment, database);
  const team = await setUpTeam(service, 'Leicester City', names);
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--disable-sync'],
  });
  const faults: string[] = [];
  const windows = new Map<Role, Promise<Visitor>>();
  const given = new Map<string, Promise<void>>();

  const signIn = async (colleague: Colleague, settings: Settings = {}): Promise<Visitor> => {
    const password = given.get(colleague.id) ?? givePassword(service, team, colleague);
    given.set(colleague.id, password);
    await password;
    const viewport = { width: 1280, height: 900 };
    const context = await browser.newContext({ baseURL: service.url, viewport, ...settings });
    context.setDefaultTimeout(15_000);
    watch(context, faults);
    const page = await context.newPage();
    await enter(page, colleague.email);
    return new Visitor(page, colleague.actor.name.replaceAll(/\W+/g, '-'), faults, settings.javaScriptEnabled);
  };
  const as = (role: Role): Promise<Visitor> => {
    const known = windows.get(role) ?? team.as(role).then((colleague) => signIn(colleague));
    windows.set(role, known);
    return known;
  };
  const later = async (days: number): Promise<void> => {
    for (const window of windows.values()) await (await window).page.context().close();
    windows.clear();
    service.clock.ahead += days * 86_400_000;
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await service.stop();
    await database.remove();
  };
  return { service, team, signIn, as, later, faults, close };
}

async function enter(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

async function givePassword({ app }: Service, { administrator }: Team, { id }: Colleague): Promise<void> {
  const { token } = await app.get(MakePasswordLink).execute(administrator.actor, id);
  await app.get(SetPassword).execute(token, PASSWORD);
}

/** What a browser reports of our content security policy counts as a fault too. */
function watch(context: BrowserContext, faults: string[]): void {
  context.on('page', (page) => {
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) faults.push(`${page.url()} ${message.text()}`);
    });
  });
}
