import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
