import type { Locator, Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.js';

/** The narrowest screen that pages are made for; also what remains of 1280 pixels at 400 % zoom. */
const NARROWEST = 320;

/**
 * Somebody at work in a browser. They find things as a person does, by labels, questions and the names of buttons; every
 * page they come to is checked for accessibility and for fitting a narrow screen.
 */
export class Visitor {
  /** In the order in which pages were seen, whoever saw them. */
  private static pictures = 0;

  constructor(
    readonly page: Page,
    readonly name: string,
    private readonly faults: string[],
    private readonly hasScripts = true,
  ) {}

  /** Where they are. */
  get path(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  async open(path: string, expected = 200): Promise<void> {
    const answer = await this.page.goto(path);
    if (answer?.status() !== expected) throw new Error(`${this.name} opened ${path} and got ${answer?.status()}`);
    await this.lookAround();
  }

  async press(button: string | RegExp): Promise<void> {
    await this.arrive(this.page.getByRole('button', nameOf(button)).first());
  }

  /** A link, whether it looks like one or like a button. */
  async follow(link: string | RegExp, within: Locator = this.page.locator('body')): Promise<void> {
    const links = within.getByRole('link', nameOf(link)).or(within.getByRole('button', nameOf(link)));
    await this.arrive(links.first());
  }

  /** Types into the box with this label. */
  async write(label: string | RegExp, words: string, within = this.form): Promise<void> {
    await within.getByRole('textbox', nameOf(label)).first().fill(words);
  }

  async pick(label: string | RegExp, option: string | RegExp, within = this.form): Promise<void> {
    const list = within.getByRole('combobox', nameOf(label)).first();
    const named = list.locator('option').filter({ hasText: option });
    await list.selectOption((await named.first().getAttribute('value')) ?? '');
  }

  /** Chooses one answer to a question, or ticks a box under it. */
  async choose(question: string | RegExp, answer: string, within = this.form): Promise<void> {
    const asked = this.question(question, within);
    await asked.getByLabel(answer, { exact: true }).first().check();
  }

  /** A day written as YYYY-MM-DD. */
  async day(question: string | RegExp, day: string, within = this.form): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    const asked = this.question(question, within);
    for (const [label, digits] of Object.entries({ Day: date, Month: month, Year: year })) {
      await asked.getByLabel(label, { exact: true }).fill(digits.replace(/^0/, ''));
    }
  }

  question(question: string | RegExp, within = this.form): Locator {
    return within.getByRole('group', nameOf(question)).first();
  }

  /** The row of a repeated answer: "Option 2". */
  row(title: string): Locator {
    return this.form.getByRole('group', { name: title, exact: true });
  }

  get form(): Locator {
    return this.page.locator('main form');
  }

  /** What the page says, without its frame. */
  async words(): Promise<string> {
    return (await this.page.locator('.govuk-main-wrapper').innerText()).replaceAll(/\s+/g, ' ');
  }

  /** What the page says on paper. */
  async printed(): Promise<string> {
    await this.page.emulateMedia({ media: 'print' });
    const words = await this.words();
    await this.picture('print', 794);
    await this.page.emulateMedia({ media: null });
    return words;
  }

  /** What the page says of the child in its bar. */
  async bar(): Promise<string> {
    return (await this.page.getByRole('region', { name: 'Child', exact: true }).innerText()).replaceAll(/\s+/g, ' ');
  }

  /** The row of a table that begins with these words. */
  async rowOf(name: string | RegExp): Promise<string> {
    const header = this.page.getByRole('rowheader').filter({ hasText: name });
    return (await this.page.getByRole('row').filter({ has: header }).first().innerText()).replaceAll(/\s+/g, ' ');
  }

  heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  async errors(): Promise<string[]> {
    return this.page.locator('.govuk-error-summary a').allInnerTexts();
  }

  /** Does something with the keyboard that leads to another page. */
  byKeyboard(work: () => Promise<void>): Promise<void> {
    return this.arrive({ click: work });
  }

  private async arrive(by: Pick<Locator, 'click'>): Promise<void> {
    const [answer] = await Promise.all([
      this.page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303),
      this.page.waitForEvent('load'),
      by.click(),
    ]);
    if (answer.status() >= 500) throw new Error(`${this.name} got ${answer.status()} at ${answer.url()}`);
    await this.lookAround();
  }

  private async lookAround(): Promise<void> {
    if (!this.hasScripts) return;
    this.faults.push(...(await checkAccessibility(this.page)));
    const wide = this.page.viewportSize() ?? { width: 1280, height: 900 };
    await this.page.setViewportSize({ ...wide, width: NARROWEST });
    const needed = await this.page.evaluate(() => document.documentElement.scrollWidth);
    if (needed > NARROWEST) this.faults.push(`${this.path}: is ${needed} pixels wide on a screen of ${NARROWEST}`);
    await this.picture('phone', 375);
    await this.page.setViewportSize(wide);
    await this.picture('desktop', wide.width);
  }

  /** With PICTURES=/a/folder every page that is visited is kept there as a picture, for people to look at. */
  private async picture(kind: string, width: number): Promise<void> {
    const folder = process.env['PICTURES'];
    if (!folder) return;
    if (kind === 'phone') Visitor.pictures += 1;
    await this.page.setViewportSize({ width, height: 900 });
    const place = this.path
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
      .replaceAll(/[^a-zA-Z0-9]+/g, '-')
      .slice(0, 60);
    const number = String(Visitor.pictures).padStart(3, '0');
    await this.page.screenshot({ path: `${folder}/${this.name}-${number}${place}-${kind}.png`, fullPage: true });
  }
}

const nameOf = (name: string | RegExp): { name: string | RegExp; exact?: boolean } =>
  typeof name === 'string' ? { name, exact: true } : { name };
