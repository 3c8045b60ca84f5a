import { assess } from '../support/assessments-story.js';
import { referCase } from '../support/referrals-story.js';
import { openStage, type Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';

let stage: Stage;
let worker: Visitor;
let at: string;

beforeAll(async () => {
  stage = await openStage();
  const { caseId } = await referCase(stage.team);
  at = `/cases/${caseId}`;
  const adjustments = ['LARGE_PRINT', 'COLOURED_PAPER', 'PICTURES', 'SHORT_SENTENCES', 'READ_ALOUD'];
  await assess(stage.team, caseId, { adjustments, 'adjustments-more': 'Pale blue.' });
  const colleague = await stage.team.as('YJS_ASSESSOR');
  worker = await stage.signIn(colleague, { viewport: { width: 375, height: 800 } });
});
afterAll(() => stage.close());

const widest = (): Promise<number> => worker.page.evaluate(() => document.documentElement.scrollWidth);

test('a child fills in the form on a phone beside a worker, and it stands as the child’s voice', async () => {
  await worker.open(`${at}/voices/child`);
  await worker.follow('fill this in with you on a page in plain words');
  expect(await widest()).toBe(375);
  await worker.choose('Did you pick this place?', 'Yes');
  await worker.write('What happened?', 'He said something about my mum and I pushed him.');
  await worker.write('How do you feel about the person who was hurt or upset?', 'I feel bad about it.');
  await worker.press('I have finished');
  expect(await worker.words()).toContain('We have kept your words.');
  await worker.follow('For the worker: go back');
  const told = worker.page.getByLabel('How the child feels about the person harmed');
  expect(await told.inputValue()).toBe('I feel bad about it.');
}, 120_000);

test('on paper each question has a sheet of its own, in the look that the child needs, without marks of the service', async () => {
  for (const page of [`${at}/voices/child/paper`, `${at}/childs-plan/paper`]) {
    await worker.open(page);
    expect([page, await widest()]).toEqual([page, 375]);
    await worker.page.emulateMedia({ media: 'print' });
    const look = await worker.page.evaluate(() => {
      const { backgroundColor, fontSize } = getComputedStyle(document.body);
      return { backgroundColor, fontSize, worker: document.querySelector('.jdp-child__footer')?.checkVisibility() };
    });
    expect(look).toEqual({ backgroundColor: 'rgb(220, 236, 249)', fontSize: '30px', worker: false });
    await worker.page.emulateMedia({ media: 'screen' });
  }
}, 120_000);

test('the pages met the rules of accessibility', () => {
  expect(stage.faults).toEqual([]);
});
