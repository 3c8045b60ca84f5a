import { describe, expect, it } from '@jest/globals';
import { acceptAnswers, acceptPage } from './accepting-answers.js';
import type { QuestionSet } from './question-set.js';

const yesOrNo = [
  { value: 'YES', label: 'Yes' },
  { value: 'NO', label: 'No' },
];

const set: QuestionSet = {
  id: 'trial',
  version: '1',
  title: 'Trial',
  pages: [
    {
      slug: 'care',
      title: 'Care',
      questions: [
        {
          id: 'in-care',
          kind: 'CHOICE',
          ask: 'Is the child in care?',
          called: 'whether the child is in care',
          options: yesOrNo,
        },
        {
          id: 'moved',
          kind: 'CHOICE',
          ask: 'Has the child moved placement?',
          options: yesOrNo,
          when: { question: 'in-care', is: 'YES' },
        },
        { id: 'moves', kind: 'NUMBER', ask: 'How often?', least: 1, most: 50, when: { question: 'moved', is: 'YES' } },
      ],
    },
    {
      slug: 'school',
      title: 'School',
      questions: [
        { id: 'school', kind: 'LONG_TEXT', ask: 'What is known about school?', called: 'what is known', limit: 20 },
        { id: 'needs', kind: 'CHOICES', ask: 'Which needs?', options: yesOrNo, optional: true },
        { id: 'asked-on', kind: 'DAY', ask: 'When was the school asked?', called: 'the day the school was asked' },
      ],
    },
  ],
};

const messages = (given: unknown, kept = {}) => acceptAnswers(set, given, kept).errors;

describe('answers sent to a set', () => {
  it('are kept when every one of them is in form, however many are missing', () => {
    const given = { 'in-care': 'YES', moved: 'YES', moves: '3', needs: ['YES'], 'asked-on': '2026-11-02' };
    expect(acceptAnswers(set, given)).toEqual({ answers: given, errors: [] });
  });

  it('replace what was kept question by question, and an empty one clears', () => {
    const kept = { 'in-care': 'NO', school: 'Attends', needs: ['YES'] };
    expect(acceptAnswers(set, { school: ' ', needs: null, 'asked-on': '2026-11-02' }, kept)).toEqual({
      answers: { 'in-care': 'NO', 'asked-on': '2026-11-02' },
      errors: [],
    });
  });

  it('take with them every kept answer that is no longer asked', () => {
    const kept = { 'in-care': 'YES', moved: 'YES', moves: '3' };
    expect(acceptAnswers(set, { 'in-care': 'NO' }, kept)).toEqual({ answers: { 'in-care': 'NO' }, errors: [] });
  });

  it('have the line ends of a text area and the space around them made even before they are counted', () => {
    expect(acceptAnswers(set, { school: ' one line\r\nand another\r\n' }).answers).toEqual({
      school: 'one line\nand another',
    });
  });

  it('are refused when there is no such question', () => {
    const given = JSON.parse('{"__proto__": "x", "shoe-size": "4"}') as unknown;
    expect(messages(given)).toEqual([
      { question: '__proto__', message: 'This question is not part of trial 1' },
      { question: 'shoe-size', message: 'This question is not part of trial 1' },
    ]);
  });

  it('are refused when the question is not asked', () => {
    expect(messages({ 'in-care': 'NO', moves: '3' })).toEqual([
      { question: 'moves', message: 'This question is not asked, given the other answers' },
    ]);
  });

  it('are refused together, each with its reason, in the order asked', () => {
    expect(messages({ 'asked-on': '2026-02-30', school: 'a'.repeat(21), 'in-care': 'MAYBE' })).toEqual([
      { question: 'in-care', message: 'Select whether the child is in care' },
      { question: 'school', message: 'What is known must be 20 characters or less' },
      { question: 'asked-on', message: 'The day the school was asked must be a real date' },
    ]);
  });

  it.each<[string, unknown, string]>([
    ['a number', { school: 4 }, 'The answer must be text'],
    ['an object', { school: { length: 3 } }, 'The answer must be text'],
    ['an object that passes for an empty list', { school: { length: 0 } }, 'The answer must be text'],
    ['a list for text', { school: ['a'] }, 'What is known must be one answer, not a list'],
    ['text for a list', { needs: 'YES' }, 'Your answer to “Which needs?” must be a list'],
    ['a list of lists', { needs: [['YES']] }, 'The answer must be a list of texts'],
    ['true', { 'in-care': true }, 'The answer must be text'],
    ['a list instead of answers', [], 'Answers must be an object'],
    ['nothing instead of answers', null, 'Answers must be an object'],
    ['text instead of answers', 'YES', 'Answers must be an object'],
  ])('are refused when the type is wrong: %s', (_, given, message) => {
    expect(messages(given).map((error) => error.message)).toEqual([message]);
  });
});

describe('a page of a form', () => {
  const kept = { school: 'Attends', 'in-care': 'YES', moved: 'NO' };

  it('changes only its own questions and passes over other fields', () => {
    expect(acceptPage(set, 'care', { 'in-care': 'NO', version: '4', _csrf: 'x', school: 'x' }, kept)).toEqual({
      answers: { school: 'Attends', 'in-care': 'NO' },
      errors: [],
    });
  });

  it('drops what stands in a field that its condition hides', () => {
    expect(acceptPage(set, 'care', { 'in-care': 'NO', moved: 'YES', moves: 'many' }, kept)).toEqual({
      answers: { school: 'Attends', 'in-care': 'NO' },
      errors: [],
    });
  });

  it('clears a question whose boxes were all unticked, and reads one ticked box as a list of one', () => {
    expect(acceptPage(set, 'school', { school: '' }, { needs: ['YES'] }).answers).toEqual({});
    expect(acceptPage(set, 'school', { needs: 'NO' }, {}).answers).toEqual({ needs: ['NO'] });
  });

  it('says what is wrong with what was typed', () => {
    expect(acceptPage(set, 'care', { 'in-care': 'YES', moved: 'YES', moves: 'many' }, {}).errors).toEqual([
      { question: 'moves', message: 'Your answer to “How often?” must be a whole number' },
    ]);
  });
});
