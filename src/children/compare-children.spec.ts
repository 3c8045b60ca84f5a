import { expect, test } from '@jest/globals';
import { type Described, folded, isWithinEdits, reasonsToMatch } from './compare-children.js';

const reasons = (one: Described, other: Described) => reasonsToMatch(folded(one), folded(other));
const jordan = { givenName: 'Jordan', familyName: 'Bailey-Khan', dateOfBirth: '2011-03-09' };

test.each([
  ['written alike', {}, ['SAME_DATE_OF_BIRTH', 'SAME_NAME']],
  ['folded alike', { givenName: 'JORDÁN', familyName: 'bailey khan' }, ['SAME_DATE_OF_BIRTH', 'SAME_NAME']],
  ['swapped', { givenName: 'Bailey Khan', familyName: 'Jordan' }, ['SAME_DATE_OF_BIRTH', 'NAMES_SWAPPED']],
  ['misspelt', { givenName: 'Jordon' }, ['SAME_DATE_OF_BIRTH', 'SIMILAR_NAME']],
  ['with two letters swapped', { givenName: 'Jodran' }, ['SAME_DATE_OF_BIRTH', 'SIMILAR_NAME']],
  ['with one family name of two', { familyName: 'Khan' }, ['SAME_DATE_OF_BIRTH', 'SIMILAR_NAME']],
  ['shortened', { givenName: 'Jord' }, ['SAME_DATE_OF_BIRTH', 'SIMILAR_NAME']],
  ['who is a twin, perhaps', { givenName: 'Taylor' }, ['SAME_DATE_OF_BIRTH', 'SAME_FAMILY_NAME']],
  ['of another family name', { familyName: 'Smith' }, ['SAME_DATE_OF_BIRTH', 'SAME_GIVEN_NAME']],
  ['with day and month swapped', { dateOfBirth: '2011-09-03' }, ['DAY_AND_MONTH_SWAPPED', 'SAME_NAME']],
  ['with a digit off', { dateOfBirth: '2012-03-09' }, ['DATE_OF_BIRTH_ONE_DIGIT_OFF', 'SAME_NAME']],
  [
    'with both swapped',
    { givenName: 'Bailey Khan', familyName: 'Jordan', dateOfBirth: '2011-09-03' },
    ['DAY_AND_MONTH_SWAPPED', 'NAMES_SWAPPED'],
  ],
])('a child %s may be the same child', (_, change, found) => {
  expect(reasons(jordan, { ...jordan, ...change })).toEqual(found);
  expect(reasons({ ...jordan, ...change }, jordan)).toEqual(found);
});

test.each([
  ['another name on the same day', { givenName: 'Aisha', familyName: 'Patel' }],
  ['a twin of another day', { givenName: 'Taylor', dateOfBirth: '2011-09-03' }],
  ['the same name on another day', { dateOfBirth: '2012-03-10' }],
  ['a similar name a digit off', { givenName: 'Jordon', dateOfBirth: '2012-03-09' }],
  ['no name', { givenName: '-', familyName: '-' }],
])('%s is not shown as the same child', (_, change) => {
  expect(reasons(jordan, { ...jordan, ...change })).toEqual([]);
});

test('short names must agree', () => {
  const li = { givenName: 'Li', familyName: 'Wu', dateOfBirth: '2011-03-09' };
  expect(reasons(li, { ...li, familyName: 'Wa' })).toEqual(['SAME_DATE_OF_BIRTH', 'SAME_GIVEN_NAME']);
});

test.each([
  ['Tom Khan', 'Thomas Khan', 'NAME_VARIANT'],
  ['Kate Bell', 'Katherine Bell', 'NAME_VARIANT'],
  ['Yusuf Ahmed', 'Youssef Ahmed', 'NAME_VARIANT'],
  ['Aisha Begum', 'Ayesha Begum', 'NAME_VARIANT'],
  ['Sam Patel-Jones', 'Samuel Jones', 'NAME_VARIANT'],
  ['Catherine Ford', 'Kathryn Ford', 'NAME_VARIANT'],
  ['Zach Testchild', 'Testchild Zacharias', 'NAME_VARIANT'],
  ['Chloe Brown', 'Chloe Smith', 'SAME_GIVEN_NAME'],
  ['Ella Brown', 'Jade Brown', 'SAME_FAMILY_NAME'],
  ['Mia Brown', 'Maya Stone', null],
])('%s and %s of one birthday: %s', (one, other, reason) => {
  const named = (name: string): Described => {
    const [givenName = '', familyName = ''] = name.split(' ');
    return { givenName, familyName, dateOfBirth: '2011-03-09' };
  };
  const expected = reason ? ['SAME_DATE_OF_BIRTH', reason] : [];
  expect(reasons(named(one), named(other))).toEqual(expected);
  expect(reasons(named(other), named(one))).toEqual(expected);
  expect(reasons(named(one), { ...named(other), dateOfBirth: '2011-03-08' })).toEqual([]);
});

test.each([
  ['kitten', 'sitten', 1, true],
  ['kitten', 'sitting', 2, false],
  ['kitten', 'sitting', 3, true],
  ['ab', 'ba', 1, true],
  ['abcd', 'acbd', 1, true],
  ['', 'ab', 1, false],
  ['', '', 0, true],
])('“%s” and “%s” within %s edits: %s', (one, other, most, is) => {
  expect(isWithinEdits(one, other, most)).toBe(is);
});
