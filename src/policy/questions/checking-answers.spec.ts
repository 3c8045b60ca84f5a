import { describe, expect, it } from '@jest/globals';
import { errorsOn, omissionsOn, problemWith } from './checking-answers.js';
import type { Page, Question, SingleQuestion } from './question-set.js';

const text: SingleQuestion = { id: 'school', kind: 'TEXT', ask: 'Which school?', called: 'the school', limit: 2000 };
const choice: SingleQuestion = {
  id: 'lives',
  kind: 'CHOICE',
  ask: 'Where does the child live?',
  called: 'where the child lives',
  options: [
    { value: 'HOME', label: 'With family' },
    { value: 'CARE', label: 'In care' },
  ],
};
const choices: SingleQuestion = { ...choice, kind: 'CHOICES' };
const number: SingleQuestion = {
  id: 'moves',
  kind: 'NUMBER',
  ask: 'How many moves?',
  called: 'the number of moves',
  least: 0,
  most: 50,
};
const day: SingleQuestion = {
  id: 'seen',
  kind: 'DAY',
  ask: 'When was the child seen?',
  called: 'the day the child was seen',
};

describe('what is wrong with an answer', () => {
  it.each<[string, SingleQuestion, string | string[] | undefined, string | null]>([
    ['nothing, which is for omissions to say', text, undefined, null],
    ['only spaces, likewise', day, '  ', null],
    ['an empty list, likewise', choices, [], null],
    ['text at its limit', text, 'é'.repeat(2000), null],
    ['text at its limit in characters outside the basic plane', text, '😀'.repeat(2000), null],
    ['text over its limit', text, 'a'.repeat(2001), 'The school must be 2,000 characters or less'],
    ['a null character', text, 'a\u0000b', 'The school must not include characters that cannot be printed'],
    ['half a character', text, 'a\ud83d', 'The school must not include characters that cannot be printed'],
    ['several lines', text, 'one\n\ttwo', null],
    ['a list where text belongs', text, ['a'], 'The school must be one answer, not a list'],
    ['an option that exists', choice, 'CARE', null],
    ['an option that does not exist', choice, 'MOON', 'Select where the child lives'],
    ['the name of a property every object has', choice, 'constructor', 'Select where the child lives'],
    ['several options', choices, ['HOME', 'CARE'], null],
    ['several options, one of which does not exist', choices, ['HOME', 'MOON'], 'Select where the child lives'],
    ['the same option twice', choices, ['HOME', 'HOME'], 'Where the child lives must not hold the same answer twice'],
    ['text where a list belongs', choices, 'HOME', 'Where the child lives must be a list'],
    ['the least number', number, '0', null],
    ['a number that is too small', number, '-1', 'The number of moves must be between 0 and 50'],
    ['a number that is too large', number, '51', 'The number of moves must be between 0 and 50'],
    ['a fraction', number, '1.5', 'The number of moves must be a whole number'],
    ['a number in another notation', number, '0x10', 'The number of moves must be a whole number'],
    ['a day', day, '2026-11-02', null],
    ['29 February in a leap year', day, '2024-02-29', null],
    ['29 February in another year', day, '2026-02-29', 'The day the child was seen must be a real date'],
    ['31 April', day, '2026-04-31', 'The day the child was seen must be a real date'],
    ['month 13', day, '2026-13-01', 'The day the child was seen must be a real date'],
    ['a day in British order', day, '02/11/2026', 'The day the child was seen must be a real date'],
  ])('%s', (_, question, answer, message) => {
    expect(problemWith(question, answer)).toBe(message);
  });

  it('names the question by its wording when it has no shorter name', () => {
    const unnamed: SingleQuestion = { id: 'school', kind: 'TEXT', ask: 'Which school?', limit: 2000 };
    expect(problemWith(unnamed, 'a'.repeat(2001))).toBe(
      'Your answer to “Which school?” must be 2,000 characters or less',
    );
  });
});

describe('a page of answers', () => {
  const why: Question = { ...text, id: 'why', called: 'the reason', when: { question: 'lives', is: ['CARE'] } };
  const page: Page = { slug: 'home', title: 'Home', questions: [choice, why, { ...day, optional: true }] };

  it('says apart what is wrong and what is missing', () => {
    const answers = { lives: 'CARE', seen: '2026-02-30' };
    expect(errorsOn(page, answers)).toEqual([
      { question: 'seen', message: 'The day the child was seen must be a real date' },
    ]);
    expect(omissionsOn(page, answers)).toEqual([{ question: 'why', message: 'Enter the reason' }]);
  });

  it('misses nothing that is not asked or need not be answered', () => {
    expect(omissionsOn(page, { lives: 'HOME' })).toEqual([]);
    expect(omissionsOn(page, {})).toEqual([{ question: 'lives', message: 'Select where the child lives' }]);
  });

  it('finds no fault with the answer to a question that is not asked', () => {
    expect(errorsOn(page, { lives: 'HOME', why: 'a'.repeat(2001) })).toEqual([]);
  });
});
