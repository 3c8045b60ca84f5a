import { childLook } from './child-look.js';
import { adjustments } from './communication.js';

const plain = childLook({});

test('without adjustments, with none needed, or before anybody asked, the look is plain', () => {
  expect(plain).toEqual({
    ...{ isLarge: false, paper: null, hasPictures: false, isShort: false, lines: 5, forChild: [], forHelper: [] },
  });
  for (const adjusted of [{ adjustments: ['NONE'] }, { adjustments: null }, { adjustments: 'LARGE_PRINT' }]) {
    expect(childLook(adjusted)).toEqual(plain);
  }
});

test.each([
  ['LARGE_PRINT', { isLarge: true, lines: 8 }],
  ['COLOURED_PAPER', { paper: 'CREAM' }],
  ['PICTURES', { hasPictures: true, forChild: ['You can draw if you want to.'] }],
  ['SHORT_SENTENCES', { isShort: true }],
  ['EXTRA_TIME', { lines: 8, forChild: ['Take as long as you want.'] }],
  ['READ_ALOUD', { forHelper: ['Read all of this out loud to me.'] }],
])('%s changes what it is meant to, and nothing else', (need, change) => {
  expect(childLook({ adjustments: [need] })).toEqual({ ...plain, ...change });
});

test('every adjustment changes something', () => {
  for (const need of Object.keys(adjustments)) {
    expect([need, childLook({ adjustments: [need] })]).not.toEqual([need, plain]);
  }
});

test('the colour that was asked for is taken, the first where there are two', () => {
  const paper = (more: string) => childLook({ adjustments: ['COLOURED_PAPER'], 'adjustments-more': more }).paper;
  expect(paper('Pale blue paper, please, or green')).toBe('BLUE');
  expect(paper('Blueberries')).toBe('CREAM');
  expect(childLook({ adjustments: [], 'adjustments-more': 'blue' }).paper).toBeNull();
});
