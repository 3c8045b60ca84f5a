import { describe, expect, it } from '@jest/globals';
import { apiSchema } from './describing-set.js';

describe('the description of a set for a client', () => {
  it('says of each question where it stands, whether it is required and what it takes', () => {
    const when = { question: 'seen', is: 'YES' };
    const options = [{ value: 'YES', label: 'Yes' }];
    const set = {
      id: 'trial',
      version: '1',
      title: 'Trial',
      pages: [
        { slug: 'child', title: 'Child', questions: [{ id: 'seen', kind: 'CHOICE', ask: 'Seen?', options }] },
        {
          slug: 'plan',
          title: 'Plan',
          questions: [{ id: 'plan', kind: 'TEXT', ask: 'Plan?', limit: 9, optional: true, when }],
        },
      ],
    } as const;
    expect(apiSchema(set)).toEqual([
      { id: 'seen', page: 'child', kind: 'CHOICE', ask: 'Seen?', options, required: true },
      { id: 'plan', page: 'plan', kind: 'TEXT', ask: 'Plan?', limit: 9, required: false, when },
    ]);
  });

  it('says of a question with rows what each row answers', () => {
    const questions = [{ id: 'on', kind: 'DAY', ask: 'When?', optional: true }] as const;
    const facts = { id: 'facts', kind: 'GROUP', ask: 'Known?', itemName: 'fact', most: 9, questions } as const;
    const set = { id: 'trial', version: '1', title: 'Trial', pages: [{ slug: 'a', title: 'A', questions: [facts] }] };
    expect(apiSchema(set)).toEqual([
      {
        ...{ id: 'facts', page: 'a', kind: 'GROUP', ask: 'Known?', itemName: 'fact', most: 9, required: true },
        questions: [{ id: 'on', kind: 'DAY', ask: 'When?', required: false }],
      },
    ]);
  });
});
