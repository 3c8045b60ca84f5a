import { describe, expect, test } from '@jest/globals';
import { foldName, fullName, searchTerms, swappedName } from './fold.js';

describe('a folded name', () => {
  test.each([
    ['SIÂN', 'sian'],
    ['Zoë  Groß', 'zoe gross'],
    ['Łukasz Ðorđe Æsa Þór Øystein', 'lukasz dorde aesa thor oystein'],
    ['O’Brien', 'obrien'],
    ["o'brien", 'obrien'],
    ['Smith-Jones', 'smith jones'],
    ['Smith \u2013  Jones', 'smith jones'],
    ['St. John', 'st john'],
    ['İbrahim', 'ibrahim'],
    ['Işık', 'isik'],
    ['e\u0301lise', 'elise'],
    ['ＭＯＨＡＭＭＥＤ', 'mohammed'],
    ['Владимир', 'владимир'],
    ['-', ''],
  ])('of “%s” is “%s”', (name, folded) => expect(foldName(name)).toBe(folded));

  test('does not change when it is folded again', () => {
    for (const name of ['Núñez-Ælfgifu', 'ŞÜKRÜ', 'Đặng Thị', 'Ǻsa', 'ﬁona']) {
      expect(foldName(foldName(name))).toBe(foldName(name));
    }
  });
});

test('a child is found by each name, each part of one, and both names in either order', () => {
  const child = { givenName: 'Anne-Marie', familyName: 'O’Neil Łuczak' };
  expect(searchTerms(child).toSorted()).toEqual(
    [
      'anne',
      'anne marie',
      'anne marie oneil luczak',
      'luczak',
      'marie',
      'oneil',
      'oneil luczak',
      'oneil luczak anne marie',
    ].toSorted(),
  );
  expect([fullName(child), swappedName(child)]).toEqual(['anne marie oneil luczak', 'oneil luczak anne marie']);
});

test('a name written the same twice is searched once, and a name of signs alone not at all', () => {
  expect(searchTerms({ givenName: 'Ali', familyName: 'Ali' })).toEqual(['ali', 'ali ali']);
  expect(searchTerms({ givenName: 'Ali', familyName: '-' })).toEqual(['ali']);
});
