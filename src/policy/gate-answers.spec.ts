import { describe, expect, test } from '@jest/globals';
import { communicationNeed } from './communication-need.js';
import { exploitationAnswered, exploitationFound } from './exploitation.js';
import { answersForGates } from './gate-answers.js';
import type { Answers } from './questions/question-set.js';

const whole: Answers = {
  ...{ 'exploitation-considered': 'YES', 'exploitation-found': 'Nothing was found.', 'family-known': 'Two brothers.' },
  ...{ 'exploitation-referral': 'REFERRED', 'exploitation-defence': 'RAISED', 'communication-signs': ['NONE'] },
  ...{ 'communication-checked': 'NEED_FOUND', 'communication-diagnosis': 'DIAGNOSED' },
};

describe('the answers that gates read', () => {
  test('are kept, and no other', () => {
    const { 'family-known': _, ...kept } = whole;
    expect(answersForGates(whole)).toEqual(kept);
    expect(answersForGates({})).toEqual({});
  });

  test('are every one that a reader asks for', () => {
    const asked = new Set<string>();
    const watched = new Proxy(whole, {
      get: (answers, question: string) => {
        asked.add(question);
        return answers[question];
      },
    });
    for (const read of [communicationNeed, exploitationAnswered, exploitationFound]) read(watched);
    expect([...asked].filter((question) => !(question in answersForGates(whole)))).toEqual([]);
    expect(asked.size).toBe(7);
  });
});
