import { describe, expect, it } from '@jest/globals';
import { type Answers, type Condition, isAsked } from './question-set.js';

describe('whether a question is asked', () => {
  it.each<[boolean, Condition | undefined, Answers]>([
    [true, undefined, {}],
    [true, { question: 'lives', is: 'CARE' }, { lives: 'CARE' }],
    [false, { question: 'lives', is: 'CARE' }, { lives: 'HOME' }],
    [false, { question: 'lives', is: 'CARE' }, { lives: 'CAREFREE' }],
    [false, { question: 'lives', is: 'CARE' }, {}],
    [true, { question: 'lives', is: ['CARE', 'AWAY'] }, { lives: 'AWAY' }],
    [true, { question: 'needs', is: ['SPEECH', 'SIGHT'] }, { needs: ['HEARING', 'SPEECH'] }],
    [false, { question: 'needs', is: 'SIGHT' }, { needs: ['HEARING', 'SPEECH'] }],
  ])('is %s for the condition %j and the answers %j', (asked, when, answers) => {
    const question = { id: 'why', kind: 'TEXT', ask: 'Why?', limit: 9 } as const;
    expect(isAsked(when === undefined ? question : { ...question, when }, answers)).toBe(asked);
  });
});
