import { describe, expect, it } from '@jest/globals';
import { pageStatus, unanswered } from './progress.js';
import type { Page, QuestionSet } from './question-set.js';

const home: Page = {
  slug: 'home',
  title: 'Home',
  questions: [
    {
      id: 'safe',
      kind: 'CHOICE',
      ask: 'Is home safe?',
      options: [
        { value: 'NO', label: 'No' },
        { value: 'YES', label: 'Yes' },
      ],
    },
    { id: 'why', kind: 'LONG_TEXT', ask: 'Why not?', limit: 100, when: { question: 'safe', is: 'NO' } },
    { id: 'seen', kind: 'DAY', ask: 'Seen when?', optional: true },
  ],
};
const more: Page = {
  slug: 'more',
  title: 'More',
  questions: [{ id: 'else', kind: 'TEXT', ask: 'Else?', limit: 9, optional: true }],
};
const plan: Page = {
  slug: 'plan',
  title: 'Plan',
  questions: [{ id: 'help', kind: 'TEXT', ask: 'What would help?', limit: 9 }],
};
const set: QuestionSet = { id: 'trial', version: '1', title: 'Trial', pages: [home, more, plan] };

describe('how far the answers have come', () => {
  it.each([
    ['NOT_STARTED', home, {}],
    ['IN_PROGRESS', home, { safe: 'NO' }],
    ['IN_PROGRESS', home, { seen: '2026-11-02' }],
    ['IN_PROGRESS', home, { safe: 'YES', seen: '2026-02-30' }],
    ['COMPLETE', home, { safe: 'YES' }],
    ['COMPLETE', home, { safe: 'NO', why: 'Frightened' }],
    ['COMPLETE', more, {}],
  ])('a page is %s', (status, page, answers) => {
    expect(pageStatus(page, answers)).toBe(status);
  });

  it('lists what is asked, required and empty, with its wording', () => {
    expect(unanswered(set, { safe: 'NO' })).toEqual([
      { page: 'home', question: 'why', ask: 'Why not?' },
      { page: 'plan', question: 'help', ask: 'What would help?' },
    ]);
    expect(unanswered(set, { safe: 'YES', help: 'Mentor' })).toEqual([]);
  });
});
