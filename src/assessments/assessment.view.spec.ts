import { currentQuestionSet, findQuestionSet } from '../policy/questions/published-sets.js';
import { unanswered } from '../policy/questions/progress.js';
import type { Page } from '../policy/questions/question-set.js';
import { isNotAnalysed, pageAfter, partTask, questionTasks } from './assessment.view.js';

const set = currentQuestionSet('child-assessment');
const before = findQuestionSet('child-assessment', '2026-11') as typeof set;
const row = (what: string) => [{ what, from: 'The mother', on: '2026-11-02', kind: 'FACT' }];
const page = (slug: string) => set.pages.find((one) => one.slug === slug) as Page;

test('a page with facts and without what they mean is not analysed', () => {
  const both = { 'strengths-known': row('Swims'), 'strengths-meaning': 'A coach she trusts' };
  expect(isNotAnalysed(page('circumstances'), { 'strengths-known': row('Swims') })).toBe(true);
  expect(isNotAnalysed(page('circumstances'), both)).toBe(false);
  expect(isNotAnalysed(page('circumstances'), {})).toBe(false);
  const reflected = { 'identity-known': row('Swims'), 'identity-experience': 'Proud', 'identity-discrimination': 'No' };
  expect(isNotAnalysed(page('identity-reflection'), reflected)).toBe(true);
  expect(isNotAnalysed(page('identity-reflection'), { ...reflected, 'identity-adultification': 'Yes' })).toBe(false);
});

test('an older assessment, whose facts are texts, is held against the same', () => {
  const old = (slug: string) => before.pages.find((one) => one.slug === slug) as Page;
  expect(isNotAnalysed(old('circumstances'), { 'strengths-known': 'Swims' })).toBe(true);
  const both = { 'strengths-known': 'Swims', 'strengths-meaning': 'A coach she trusts' };
  expect(isNotAnalysed(old('circumstances'), both)).toBe(false);
  const found = { 'exploitation-considered': 'YES', 'exploitation-found': 'A new telephone' };
  expect(isNotAnalysed(old('exploitation'), found)).toBe(true);
});

test('the overview says of each page how far it is, and marks what is not analysed', () => {
  const answers = { 'strengths-known': row('Swims'), 'education-status': 'FULL_TIME' };
  const [life, school, communication] = questionTasks('/cases/1', set, answers, unanswered(set, answers));
  expect(life).toMatchObject({ status: 'NEEDS_ATTENTION', href: '/cases/1/assessment/circumstances' });
  expect(life?.why).toContain('Not analysed');
  expect(school).toMatchObject({ status: 'IN_PROGRESS', why: '4 questions are open' });
  expect(communication).toMatchObject({ status: 'NOT_STARTED' });
});

const open = (...slugs: string[]) => slugs.map((slug) => ({ page: slug, question: 'q', ask: 'Q' }));

test('saving leads to the next open page, never back to the same one, and at last to checking', () => {
  expect(pageAfter(set, 'family', open('circumstances', 'family', 'support'))).toBe('support');
  expect(pageAfter(set, 'exit-plan', open('circumstances', 'exit-plan'))).toBe('circumstances');
  expect(pageAfter(set, 'family', open('family'))).toBe('check');
});

test('a part is complete when none of its gates is shut', () => {
  const part = { title: 'Voice', href: '/voice' };
  const shut = [{ code: 'CHILD_NOT_HEARD', severity: 'STOP', message: 'Not heard', mend: '/voice' }] as const;
  expect(partTask(part, ['CHILD_NOT_HEARD'], [], false).status).toBe('COMPLETE');
  expect(partTask(part, ['CHILD_NOT_HEARD'], shut, false)).toMatchObject({ status: 'NOT_STARTED', why: 'Not heard' });
  expect(partTask(part, ['CHILD_NOT_HEARD'], shut, true).status).toBe('NEEDS_ATTENTION');
  expect(partTask(part, [], shut, false).status).toBe('NOT_STARTED');
});
