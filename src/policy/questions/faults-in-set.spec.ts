import { describe, expect, it } from '@jest/globals';
import { faultsIn } from './faults-in-set.js';
import type { Question, SingleQuestion } from './question-set.js';

const safe: SingleQuestion = {
  id: 'safe',
  kind: 'CHOICE',
  ask: 'Is home safe?',
  options: [{ value: 'NO', label: 'No' }],
};
const why: SingleQuestion = { id: 'why', kind: 'TEXT', ask: 'Why not?', limit: 100 };
const rows: Question = { id: 'facts', kind: 'GROUP', ask: 'Known?', itemName: 'fact', most: 9, questions: [why] };
const faults = (...questions: Question[]) =>
  faultsIn({ id: 'trial', version: '1', title: 'Trial', pages: [{ slug: 'home', title: 'Home', questions }] });

describe('a question set', () => {
  it('has no fault when each condition waits for an option of an earlier question', () => {
    expect(faults(safe, { ...why, when: { question: 'safe', is: 'NO' } })).toEqual([]);
    const mean = { ...why, id: 'mean', analyses: 'facts' };
    expect(faults({ ...rows, questions: [safe, { ...why, when: { question: 'safe', is: 'NO' } }] }, mean)).toEqual([]);
  });

  it.each<[string, Question[], string]>([
    ['an id used twice', [why, why], 'The question id why is used twice'],
    [
      'an id unfit for a field',
      [{ ...why, id: '__proto__' }],
      'The question id "__proto__" does not suit a field\'s name',
    ],
    ['no wording', [{ ...why, ask: ' ' }], 'why has no wording'],
    ['no limit', [{ ...why, limit: 0 }], 'why has no limit'],
    ['no options', [{ ...safe, kind: 'SELECT', options: [] }], 'safe has no options'],
    [
      'an empty option',
      [{ ...safe, kind: 'SELECT', options: [{ value: 'NO', label: '' }] }],
      'safe has an empty option',
    ],
    [
      'an option offered twice',
      [
        {
          ...safe,
          kind: 'CHOICES',
          options: [
            { value: 'NO', label: 'No' },
            { value: 'NO', label: 'Not' },
          ],
        },
      ],
      'safe offers NO twice',
    ],
    [
      'no number allowed',
      [{ id: 'moves', kind: 'NUMBER', ask: 'Moves?', least: 5, most: 1 }],
      'moves allows no number',
    ],
    [
      'a condition on a later question',
      [{ ...why, when: { question: 'safe', is: 'NO' } }, safe],
      'why depends on safe, which is not asked before it',
    ],
    [
      'a condition on itself',
      [{ ...safe, when: { question: 'safe', is: 'NO' } }],
      'safe depends on safe, which is not asked before it',
    ],
    [
      'a condition on a question that has no options',
      [why, { ...safe, when: { question: 'why', is: 'NO' } }],
      'safe depends on why, which has no options',
    ],
    [
      'a condition that waits for an option not offered',
      [safe, { ...why, when: { question: 'safe', is: ['NO', 'PERHAPS'] } }],
      'why waits for PERHAPS, which safe does not offer',
    ],
    ['rows that ask nothing', [{ ...rows, questions: [] }], 'facts asks nothing of a row'],
    ['rows of which none is allowed', [{ ...rows, most: 0 }], 'facts allows no row'],
    ['rows without a name', [{ ...rows, itemName: ' ' }], 'facts does not say what a row is called'],
    ['rows with a point in their id', [{ ...rows, id: '1.1' }], '1.1 has rows, and a point in its id'],
    ['a fault within rows', [{ ...rows, questions: [{ ...why, limit: 0 }] }], 'In a row of facts: why has no limit'],
    [
      'a condition in a row on a question outside it',
      [safe, { ...rows, questions: [{ ...why, when: { question: 'safe', is: 'NO' } }] }],
      'In a row of facts: why depends on safe, which is not asked before it',
    ],
    [
      'an analysis of facts that do not stand before it',
      [{ ...why, analyses: 'facts' }, rows],
      'why analyses facts, which does not stand before it on its page',
    ],
    ['a condition that nothing meets', [safe, { ...why, when: { question: 'safe', is: [] } }], 'why is never asked'],
  ])('is faulty with %s', (_, questions, fault) => {
    expect(faults(...questions)).toEqual([fault]);
  });

  it('is faulty with a page that asks nothing, a slug used twice or one unfit for an address', () => {
    const page = { slug: 'Home page', title: 'Home', questions: [] };
    expect(
      faultsIn({ id: 'trial', version: '1', title: 'Trial', pages: [page, { ...page, questions: [why] }] }),
    ).toEqual([
      'The slug Home page is used twice',
      'The page Home page asks nothing',
      'The slug "Home page" does not suit an address',
      'The slug "Home page" does not suit an address',
    ]);
  });
});
