import { describe, expect, it } from '@jest/globals';
import { acceptAnswers, acceptPage } from './accepting-answers.js';
import { factsNotAnalysed } from './analysis.js';
import { errorsOn, omissionsOn } from './checking-answers.js';
import { pageStatus, unanswered } from './progress.js';
import { isEmpty, type Page, type QuestionSet, rowsIn } from './question-set.js';

const page: Page = {
  slug: 'family',
  title: 'Family',
  questions: [
    {
      id: 'facts',
      kind: 'GROUP',
      ask: 'What is known?',
      called: 'what is known',
      itemName: 'fact',
      most: 3,
      questions: [
        { id: 'what', kind: 'TEXT', ask: 'What?', called: 'what it is', limit: 9 },
        { id: 'on', kind: 'DAY', ask: 'When?', called: 'the day' },
        {
          id: 'kind',
          kind: 'CHOICE',
          ask: 'Kind?',
          called: 'the kind',
          options: [
            { value: 'FACT', label: 'Fact' },
            { value: 'SECRET', label: 'Secret' },
          ],
        },
        { id: 'grade', kind: 'TEXT', ask: 'Grade?', limit: 1, when: { question: 'kind', is: 'SECRET' } },
      ],
    },
    { id: 'mean', kind: 'TEXT', ask: 'What does it mean?', limit: 99, analyses: 'facts', called: 'what it means' },
  ],
};
const set: QuestionSet = { id: 'trial', version: '1', title: 'Trial', pages: [page] };
const fact = { what: 'Moved', on: '2026-11-02', kind: 'FACT' };
const messages = (facts: unknown) =>
  acceptAnswers(set, { facts }).errors.map(({ question, message }) => `${question}: ${message}`);

describe('rows that are sent', () => {
  it('are kept in order, a blank one apart, and replace those kept before', () => {
    const secret = { what: 'Debts', kind: 'SECRET', grade: 'B' };
    const accepted = acceptAnswers(set, { facts: [fact, { what: ' ', on: null }, secret] }, { facts: [secret] });
    expect(accepted).toEqual({ answers: { facts: [fact, secret] }, errors: [] });
    expect(acceptAnswers(set, { mean: 'Much' }, { facts: [fact] }).answers).toEqual({ facts: [fact], mean: 'Much' });
  });

  it.each([[[]], [null], [''], [[{}]], [[{ what: '' }, { on: ' ' }]]])(
    'clear what was kept when they are %j',
    (none) => {
      expect(acceptAnswers(set, { facts: none }, { facts: [fact] })).toEqual({ answers: {}, errors: [] });
    },
  );

  it.each<[string, unknown, string[]]>([
    ['text', 'Moved', ['facts: What is known must be a list of rows']],
    ['one row without its list', fact, ['facts: What is known must be a list of rows']],
    ['a row that is text', [fact, 'Moved'], ['facts.1: Each fact must be an object']],
    [
      'a list in place of text',
      [{ ...fact, what: ['a'] }],
      ['facts.0.what: What it is must be one answer, not a list'],
    ],
    [
      'an impossible day in the second',
      [fact, { ...fact, on: '2026-02-30' }],
      ['facts.1.on: The day must be a real date'],
    ],
    [
      'an answer not asked',
      [{ ...fact, grade: 'B' }],
      ['facts.0.grade: This question is not asked, given the other answers'],
    ],
    ['an unknown field', [{ ...fact, shoe: '4' }], ['facts.0.shoe: This question is not part of a fact here']],
    ['too long a text', [{ ...fact, what: 'x'.repeat(10) }], ['facts.0.what: What it is must be 9 characters or less']],
    ['too many', [fact, fact, fact, fact], ['facts: What is known must be 3 entries or fewer']],
    [
      'several faults, in the order of rows',
      [
        { ...fact, kind: 'RUMOUR' },
        { ...fact, on: 'x' },
      ],
      ['facts.0.kind: Select the kind', 'facts.1.on: The day must be a real date'],
    ],
  ])('are refused when they are %s', (_, facts, errors) => {
    expect(messages(facts)).toEqual(errors);
  });

  it('lose from a form what stands in a hidden field of a row', () => {
    const form = { facts: [{ ...fact, grade: 'B' }], version: '3' };
    expect(acceptPage(set, 'family', form, {})).toEqual({ answers: { facts: [fact] }, errors: [] });
    expect(acceptPage(set, 'family', {}, { facts: [fact] }).answers).toEqual({});
  });
});

describe('rows that are kept', () => {
  it('miss what each of them must say, by row and field', () => {
    const answers = { facts: [fact, { what: 'Debts', kind: 'SECRET' }], mean: 'Much' };
    expect(omissionsOn(page, answers)).toEqual([
      { question: 'facts.1.on', message: 'Enter the day' },
      { question: 'facts.1.grade', message: 'Enter your answer to “Grade?”' },
    ]);
    expect(unanswered(set, answers)[0]).toEqual({
      ...{ page: 'family', question: 'facts.1.on', ask: 'What is known?, fact 2: When?' },
    });
    expect(pageStatus(page, answers)).toBe('IN_PROGRESS');
    expect(pageStatus(page, { facts: [fact], mean: 'Much' })).toBe('COMPLETE');
    expect(omissionsOn(page, {})[0]).toEqual({
      question: 'facts',
      message: 'Enter at least one fact for what is known',
    });
  });

  it('are held against their questions like any answer', () => {
    expect(errorsOn(page, { facts: [{ ...fact, on: 'soon' }] })).toEqual([
      { question: 'facts.0.on', message: 'The day must be a real date' },
    ]);
    expect(rowsIn('text')).toEqual([]);
    expect([isEmpty([]), isEmpty([fact])]).toEqual([true, false]);
  });

  it('are not analysed until what they mean is written', () => {
    expect(factsNotAnalysed(page, { facts: [fact] }).map(({ id }) => id)).toEqual(['facts']);
    expect(factsNotAnalysed(page, { facts: [fact], mean: 'Much' })).toEqual([]);
    expect(factsNotAnalysed(page, {})).toEqual([]);
  });
});

describe('a choice that excludes the others', () => {
  const signs: QuestionSet = {
    ...set,
    pages: [
      {
        ...{ slug: 'signs', title: 'Signs' },
        questions: [
          {
            ...{ id: 'signs', kind: 'CHOICES', ask: 'Signs?' },
            options: [
              { value: 'READING', label: 'Reading' },
              { value: 'NONE', label: 'None of these', alone: true },
            ],
          },
        ],
      },
    ],
  };

  it('is refused beside another, and taken alone', () => {
    expect(acceptAnswers(signs, { signs: ['NONE'] }).errors).toEqual([]);
    expect(acceptAnswers(signs, { signs: ['READING', 'NONE'] }).errors).toEqual([
      { question: 'signs', message: 'Select “None of these” alone, or the others without it' },
    ]);
  });
});
