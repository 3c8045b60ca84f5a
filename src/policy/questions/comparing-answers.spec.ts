import { describe, expect, it } from '@jest/globals';
import { compareAnswers } from './comparing-answers.js';
import { changesBeside, isSameAnswer } from './merging-answers.js';
import type { Answers, Question, QuestionSet } from './question-set.js';

const text = (id: string, ask: string): Question => ({ id, kind: 'TEXT', ask, limit: 99 });
const setOf = (version: string, ...questions: Question[]): QuestionSet => ({
  ...{ id: 'trial', version, title: 'Trial' },
  pages: [{ slug: 'home', title: 'Home', questions }],
});
const row = { what: 'Moved', on: '2026-11-02' };

describe('what two people changed from the same beginning', () => {
  it.each<[string, Answers, Answers, Answers, object | null]>([
    ['other answers', { a: '1', b: '1' }, { a: '2', b: '1' }, { a: '1', b: '2' }, { b: '2' }],
    ['nothing by the second', { a: '1' }, { a: '2' }, { a: '1' }, {}],
    ['the same answer alike', { a: '1' }, { a: '2' }, { a: '2' }, { a: '2' }],
    ['the same answer in two ways', { a: '1' }, { a: '2' }, { a: '3' }, null],
    ['an answer that one of them cleared', { a: '1' }, { a: '2' }, {}, null],
    ['a cleared answer and another', { a: '1', b: '1' }, { a: '1', b: '2' }, { b: '1' }, { a: '' }],
    ['rows in two ways', { a: [row] }, { a: [] }, { a: [row, row] }, null],
    ['nothing, by fields of rows in another order', { a: [row] }, {}, { a: [{ on: row.on, what: row.what }] }, {}],
  ])('%s', (_, began, kept, sent, changes) => {
    expect(changesBeside(began, kept, sent)).toEqual(changes);
  });

  it('tells no difference between nothing and an empty answer', () => {
    expect([isSameAnswer(undefined, ' '), isSameAnswer([], undefined), isSameAnswer('a', 'b')]).toEqual([
      ...[true, true, false],
    ]);
  });
});

describe('two versions beside each other', () => {
  const older = setOf('1', text('where', 'Where?'), text('gone', 'Was asked?'));
  const newer = setOf('2', text('where', 'Where now?'), text('new', 'Is asked?'));

  it('show each question as it was asked on either side, and what is no longer asked last', () => {
    const found = compareAnswers(
      { set: older, answers: { where: 'Home', gone: 'Yes' } },
      { set: newer, answers: { where: 'Home' } },
    ).flatMap(({ questions }) => questions);
    expect(found.map(({ id, before, after }) => [id, before.question?.ask, after.question?.ask])).toEqual([
      ['where', 'Where?', 'Where now?'],
      ['new', undefined, 'Is asked?'],
      ['gone', 'Was asked?', undefined],
    ]);
    expect(found.filter(({ isChanged }) => isChanged).map(({ id }) => id)).toEqual(['gone']);
  });

  it('leave out what neither asked', () => {
    const when = { question: 'where', is: 'AWAY' } as const;
    const options = [{ value: 'AWAY', label: 'Away' }];
    const set = setOf('1', { id: 'where', kind: 'CHOICE', ask: 'Where?', options }, { ...text('why', 'Why?'), when });
    const ids = (before: Answers, after: Answers) =>
      compareAnswers({ set, answers: before }, { set, answers: after })[0]?.questions.map(({ id }) => id);
    expect(ids({}, {})).toEqual(['where']);
    expect(ids({}, { where: 'AWAY' })).toEqual(['where', 'why']);
  });
});
