import { describe, expect, test } from '@jest/globals';
import {
  bookOn,
  editionAt,
  editionIn,
  ended,
  isOvertaken,
  nameChanged,
  notEnded,
  plannedOf,
  rowIn,
  rowsFrom,
  seededBook,
  type StoredEdition,
} from './disposal-book.js';
import { disposalCodes, disposals, informalCount, isFormal } from './disposals.js';

const edition = (number: number, fromDay: string, more: Partial<StoredEdition['row']> = {}): StoredEdition => ({
  ...{ code: 'OUTCOME_22', edition: number, fromDay, recordedAt: `2026-0${number}-01T09:00:00.000Z` },
  row: { ...disposals.OUTCOME_22, name: `Edition ${number}`, ...more },
});
const added: StoredEdition = {
  ...{ code: 'COMMUNITY_PLEDGE', edition: 1, fromDay: '2026-06-01', recordedAt: '2026-05-01T09:00:00.000Z' },
  row: { ...disposals.COMMUNITY_RESOLUTION, code: 'COMMUNITY_PLEDGE', name: 'Community pledge' },
};
const nameOn = (stored: StoredEdition[], day: string, asOf?: string) =>
  rowIn(bookOn(stored, day, asOf), 'OUTCOME_22')?.name;

describe('the disposals of a day', () => {
  test('are the rule book’s own in the order of the table where nobody changed anything', () => {
    expect([...seededBook.keys()]).toEqual(disposalCodes);
    expect(editionIn(seededBook, 'CHARGE')).toBe(0);
    expect(rowIn(seededBook, 'COMMUNITY_PLEDGE')).toBeNull();
  });

  test('change on the day from which a change holds, and not before', () => {
    const stored = [edition(1, '2026-03-01'), edition(2, '2026-05-01')];
    expect(nameOn(stored, '2026-02-28')).toBe(disposals.OUTCOME_22.name);
    expect(nameOn(stored, '2026-03-01')).toBe('Edition 1');
    expect(nameOn(stored, '2026-05-01')).toBe('Edition 2');
  });

  test('follow the newest change, which overtakes one that was planned for later', () => {
    const stored = [edition(1, '2026-09-01'), edition(2, '2026-05-01')];
    expect([nameOn(stored, '2026-05-01'), nameOn(stored, '2026-12-01')]).toEqual(['Edition 2', 'Edition 2']);
  });

  test('are planned for later unless a later change overtook the plan before it began', () => {
    const plan = edition(1, '2026-09-01');
    const [before, later] = [edition(2, '2026-05-01'), edition(2, '2026-10-01')];
    const names = (stored: StoredEdition[]) => rowsFrom(stored, '2026-06-01').map(({ name }) => name);
    expect(plannedOf([plan, later], 'OUTCOME_22', '2026-06-01')).toBe(later);
    expect(names([plan, later])).toEqual(expect.arrayContaining(['Edition 1', 'Edition 2']));
    expect(plannedOf([plan, before], 'OUTCOME_22', '2026-06-01')).toBeUndefined();
    expect(names([plan, before])).not.toContain('Edition 1');
    expect([isOvertaken(plan, [plan, before]), isOvertaken(plan, [plan, later])]).toEqual([true, false]);
    const others = { ...before, code: 'OUTCOME_20' };
    expect(plannedOf([plan, others], 'OUTCOME_22', '2026-06-01')).toBe(plan);
    const sameDay = { ...plan, edition: 2, recordedAt: '2026-09-01T12:00:00.000Z' };
    expect(isOvertaken(plan, [plan, sameDay])).toBe(false);
  });

  test('are told as they were known at an instant', () => {
    const stored = [edition(1, '2026-01-01'), edition(2, '2026-01-01')];
    expect(nameOn(stored, '2026-01-05', '2026-01-15T00:00:00.000Z')).toBe('Edition 1');
    expect(nameOn(stored, '2026-01-05', '2025-12-31T00:00:00.000Z')).toBe(disposals.OUTCOME_22.name);
  });

  test('hold an added one after the table, from its first day', () => {
    expect(bookOn([added], '2026-05-31').has('COMMUNITY_PLEDGE')).toBe(false);
    expect([...bookOn([added], '2026-06-01').keys()].at(-1)).toBe('COMMUNITY_PLEDGE');
  });

  test('leave out of the choice what has ended', () => {
    const book = bookOn([edition(1, '2026-03-01', { validTo: '2026-03-31' })], '2026-04-01');
    expect(notEnded(book, '2026-03-31').map(({ code }) => code)).toContain('OUTCOME_22');
    expect(notEnded(book, '2026-04-01').map(({ code }) => code)).not.toContain('OUTCOME_22');
    expect(ended(book, '2026-04-01').map(({ code }) => code)).toEqual(['OUTCOME_22', 'OUTCOME_22_DEFERRED']);
  });
});

test('what was decided keeps its edition, and what knows of none the row of the rule book', () => {
  const stored = [edition(1, '2026-03-01'), edition(2, '2026-05-01'), added];
  expect(editionAt(stored, 'OUTCOME_22', 1)?.row.name).toBe('Edition 1');
  expect(editionAt(stored, 'OUTCOME_22')).toEqual({ edition: 0, row: disposals.OUTCOME_22 });
  expect(editionAt(stored, 'DETENTION', 3)).toBeNull();
});

test('what was added or changed is called as its edition said then, and the rule book’s own by nobody’s words', () => {
  const later: StoredEdition = { ...added, edition: 2, fromDay: '2026-07-01', recordedAt: '2026-06-15T09:00:00.000Z' };
  const all = [added, { ...later, row: { ...added.row, name: 'Community promise' } }, edition(1, '2026-06-01')];
  const named = (code: string, day: string, at = `${day}T12:00:00.000Z`) => nameChanged(all, code, day, at);
  expect(named('COMMUNITY_PLEDGE', '2026-05-02')).toBe('Community pledge');
  expect(named('COMMUNITY_PLEDGE', '2026-06-30')).toBe('Community pledge');
  expect(named('COMMUNITY_PLEDGE', '2026-07-01')).toBe('Community promise');
  expect(named('COMMUNITY_PLEDGE', '2026-07-01', '2026-06-01T12:00:00.000Z')).toBe('Community pledge');
  expect(named('COMMUNITY_PLEDGE', '2026-04-30')).toBeNull();
  expect([named('OUTCOME_22', '2026-05-31'), named('OUTCOME_22', '2026-06-01')]).toEqual([null, 'Edition 1']);
  expect(named('CHARGE', '2026-07-01')).toBeNull();
});

test('an earlier disposal counts as its edition of that day says, and a charge never as a conviction', () => {
  expect(
    informalCount([
      { disposal: 'COMMUNITY_PLEDGE', informal: 1 },
      { disposal: 'OUTCOME_22', informal: 0 },
    ]),
  ).toBe(1);
  expect([isFormal('COMMUNITY_PLEDGE', 1), isFormal('COMMUNITY_PLEDGE'), isFormal('CHARGE', 1)]).toEqual([
    true,
    false,
    false,
  ]);
});
