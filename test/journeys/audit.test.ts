import { decideCases } from '../support/quality-story.js';
import { openStage, type Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

type Judgement = 'Yes' | 'No' | 'Not applicable';
type Judged = Readonly<Record<string, Judgement>>;

/** Answers the page of a key question: every prompt yes, then the judgement and its evidence. */
async function judge(auditor: Visitor, judgement: Judgement): Promise<void> {
  const asked = await auditor.form.getByRole('group').all();
  for (const [index, question] of asked.entries()) {
    const isJudgement = index === asked.length - 1;
    await question.getByLabel(isJudgement ? judgement : 'Yes', { exact: true }).check();
  }
  await auditor.write(/^What is the evidence for your judgement/, 'It stands on the second page of the assessment.');
  await auditor.press('Save and continue');
}

/** Audits a case page by page; what is not named in `but` is judged sufficient. */
async function audit(auditor: Visitor, plan: string, reference: string, but: Judged = {}): Promise<void> {
  await auditor.open(plan);
  await auditor.follow(reference);
  expect(await auditor.words()).toContain('The case in short');
  await auditor.follow(/^3\.1\.1 /);
  while (/^3\./.test(await auditor.heading())) {
    const [ref = ''] = /^\S+/.exec(await auditor.heading()) ?? [];
    await judge(auditor, but[ref] ?? 'Yes');
  }
  await auditor.write('What was done well?', 'The child’s own words stand at the beginning and are used.');
  await auditor.write('What gives concern?', 'The plan says little about what happens after it ends.');
  await auditor.choose('Must someone act now to keep a child or another person safe?', 'No');
  await auditor.press('Save and continue');
  await auditor.press('Complete the audit');
  expect(await auditor.rowOf(reference)).toContain('Complete');
}

async function drawFive(lead: Visitor): Promise<string> {
  await lead.open('/audit-plans');
  await lead.press('Draw a sample');
  await lead.day('First day of the period', '2026-10-01');
  await lead.day('Last day of the period', '2026-11-23');
  await lead.press('Count the cases');
  expect(await lead.words()).toContain('8 cases were decided in Leicester City');
  await lead.choose('How many cases are to be drawn?', 'A number of cases');
  await lead.write('Number of cases', '5');
  await lead.write('Seed (optional)', 'autumn leaves');
  await lead.press('Draw the sample');
  expect(await lead.words()).toMatch(/Cases decided in the period 8 Cases drawn 5/);
  return lead.path;
}

test('a lead draws five decided cases, people who did not work on them audit them, and the ratings show their counts', async () => {
  const { team } = stage;
  await decideCases(team, 8);
  const lead = await stage.as('QA_LEAD');
  const plan = await drawFive(lead);
  const references = await lead.page.getByText(/^JDP-\S+$/).allInnerTexts();
  expect(references).toHaveLength(5);

  // A case that was drawn is given to somebody who also audits: she cannot audit that one.
  const [hers = '', ...others] = references;
  const lena = await team.hire(['YJS_ASSESSOR', 'QA_AUDITOR'], { name: 'Lena Marsh' });
  const auditor = await stage.as('QA_AUDITOR');
  await auditor.open(plan);
  const link = auditor.page.getByRole('link', { name: hers, exact: true });
  const auditOfHers = (await link.getAttribute('href')) ?? '';
  const caseId = auditOfHers.split('/').at(-1) ?? '';
  const manager = await stage.as('PANEL_TEAM_MANAGER');
  await manager.open(`/cases/${caseId}/allocation`);
  await manager.pick('Who prepares the case?', 'Lena Marsh');
  await manager.press('Allocate');

  const both = await stage.signIn(lena);
  await both.open(plan);
  expect(await both.rowOf(hers)).toContain('Somebody else must audit this case: you are the one it is allocated to');
  expect(await both.page.getByRole('link', { name: hers, exact: true }).count()).toBe(0);
  await both.open(auditOfHers, 409);
  expect(await both.words()).toContain('Somebody else must audit this case');

  // The others she audits, and a colleague the one she worked on.
  const [first = '', second = '', third = '', fourth = ''] = others;
  await audit(both, plan, first, { '3.1.2': 'No' });
  await audit(both, plan, second, { '3.1.2': 'No', '3.2.3': 'No' });
  await audit(auditor, plan, third, { '3.3.3': 'Not applicable' });
  await audit(auditor, plan, fourth);
  await lead.open(`${plan}/ratings`);
  expect(await lead.words()).toContain('These ratings are provisional');
  await audit(auditor, plan, hers);

  await lead.open(plan);
  expect(await lead.words()).toContain('5 of 5 audits complete');
  await lead.follow('See the ratings');
  const ratings = await lead.words();
  expect(ratings).not.toContain('provisional');
  expect(ratings).toMatch(/3\.1 Assessment: Requires improvement/);
  expect(ratings).toMatch(/3\.2 Planning: Outstanding|3\.2 Planning: Good/);
  expect(await lead.rowOf(/^3\.1\.2 /)).toContain('3 of 5 (60%) 3 of 5 (60%) Requires improvement');
  expect(await lead.rowOf(/^3\.3\.3 /)).toContain('4 of 4 (100%) 4 of 5 (80%)');

  expect(stage.faults).toEqual([]);
}, 600_000);
