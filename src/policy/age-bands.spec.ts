import { expect, test } from '@jest/globals';
import { ageBand } from './age-bands.js';

test.each([
  [null, 'Age not known'],
  [10, '13 or younger'],
  [13, '13 or younger'],
  [14, '14 or 15'],
  [15, '14 or 15'],
  [16, '16 or older'],
  [18, '16 or older'],
])('a child of %s is shown to observers as %s', (years, band) => {
  expect(ageBand(years)).toBe(band);
});
