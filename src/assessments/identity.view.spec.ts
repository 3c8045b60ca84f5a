import { expect, test } from '@jest/globals';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { ethnicityStanding } from '../children/ethnicity-standing.js';
import { ethnicityFacts } from '../children/ethnicity.view.js';
import { identitySection } from './identity.view.js';

const said = (code: string, more: object = {}) => ({
  ...{ code, scheme: '18+1', source: 'SELF', officerCode: null, notStatedReason: null },
  ...{ recordedByName: 'Priya Larkfield', recordedAt: '2026-10-03T09:00:00.000Z' },
  ...more,
});
const question = (id: string, ask: string) => ({ id, ask, kind: 'LONG_TEXT', limit: 4000 }) as const;
const set: QuestionSet = {
  ...{ id: 'child-assessment', version: '2099-01', title: 'A later set' },
  pages: [
    {
      ...{ slug: 'identity', title: 'Identity' },
      questions: [
        question('identity-experience', 'How has it been lived?'),
        question('identity-discrimination', 'Was there discrimination?'),
        question('identity-adultification', 'Was the child seen as older?'),
        question('something-else', 'What else?'),
      ],
    },
  ],
};

test('what the child says and what an officer saw stand side by side, with the earlier records that differ', () => {
  const standing = ethnicityStanding([
    said('B1'),
    said('B1', { officerCode: 'IC3' }),
    said('W1', { source: 'OFFICER', officerCode: 'IC1', recordedByName: 'PC Ashdown' }),
    said('B1'),
  ]);
  expect(standing?.officer?.officerCode).toBe('IC3');
  expect(standing?.earlier.map(({ code }) => code)).toEqual(['W1']);
  expect(ethnicityFacts(standing)).toEqual([
    { label: 'Ethnicity', text: 'Black: Caribbean (said by: the child)' },
    { label: 'Officer saw', text: 'Black (IC3)' },
    { label: 'Recorded before', text: 'White: British, officer saw White, North European (IC1)' },
  ]);
  const { rows } = identitySection({ ethnicity: standing, consideration: null, set: null, answers: {} });
  expect(rows.map(({ key }) => key)).toEqual([
    ...['Ethnicity, as said', 'Who said so', 'What an officer saw', 'Earlier records that differ'],
    'What it and the child’s identity mean here',
  ]);
  expect(rows.at(-1)?.value).toBe('Not written');
});

test('nothing recorded is said, and a reason stands beside what was not stated', () => {
  expect(ethnicityStanding([])).toBeNull();
  expect(ethnicityFacts(null)).toEqual([{ label: 'Ethnicity', text: 'Not recorded' }]);
  const [first] = ethnicityFacts(ethnicityStanding([said('NOT_STATED', { notStatedReason: 'DECLINED' })]));
  expect(first?.text).toBe('Not stated: The child did not wish to say (said by: the child)');
});

test('the reflection is read with the identity, in the wording that was asked, where it was asked and answered', () => {
  const answers = {
    'identity-experience': 'Proud of her grandmother.',
    'identity-adultification': 'Teachers took her for sixteen.',
    'something-else': 'Not of this.',
  };
  const read = { ethnicity: null, consideration: 'Asked.', answers };
  const shown = (from: QuestionSet | null) => identitySection({ ...read, set: from }).rows.map(({ key }) => key);
  expect(shown(set).slice(-2)).toEqual(['How has it been lived?', 'Was the child seen as older?']);
  expect(shown(null).at(-1)).toBe('What it and the child’s identity mean here');
});
