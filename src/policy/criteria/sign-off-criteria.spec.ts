import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { currentQuestionSet } from '../questions/published-sets.js';
import { hasSection } from '../sections.js';
import {
  COMMENT_LIMIT,
  criteriaAnswered,
  criteriaEditions,
  criteriaFaults,
  currentCriteria,
  findCriteria,
} from './sign-off-criteria.js';

const edition = currentCriteria();
const all = edition.criteria.map(({ code }) => ({ code, met: true }));
const [first = '', second = ''] = edition.criteria.map(({ code }) => code);
const faultsOf = (sent: Parameters<typeof criteriaFaults>[1]) =>
  criteriaFaults(edition, sent).map(({ field }) => field);

describe('the criteria of a sign-off', () => {
  it.each(criteriaEditions.map((one) => one.edition))('of %s are what they were when they were first used', (name) => {
    // Where it comes from may be cited better later; what was asked may not change.
    const text = JSON.stringify(findCriteria(name)?.criteria.map(({ source: _, ...asked }) => asked));
    expect(createHash('sha256').update(text).digest('hex')).toBe(fingerprints[name]);
  });

  it('stand once in each edition, each with its source and what it is about', () => {
    for (const { criteria } of criteriaEditions) {
      expect(new Set(criteria.map(({ code }) => code)).size).toBe(criteria.length);
      expect(criteria.every(({ code }) => /^[A-Z_]+$/.test(code))).toBe(true);
      expect(criteria.filter(({ about, source }) => about.length === 0 || source === '')).toEqual([]);
    }
  });

  it('are about sections that there are', () => {
    const set = currentQuestionSet('child-assessment');
    const strange = edition.criteria.flatMap(({ about }) => about.filter((section) => !hasSection(set, section)));
    expect(strange).toEqual([]);
  });

  it('all met with nothing said have no fault', () => {
    expect(criteriaFaults(edition, all)).toEqual([]);
    expect(criteriaAnswered(edition, all.toReversed()).map(({ code }) => code)).toEqual(all.map(({ code }) => code));
  });

  it('are each named when they are not answered', () => {
    expect(faultsOf([])).toEqual(all.map(({ code }) => `criteria.${code}.met`));
    expect(faultsOf(all.map(({ code }) => ({ code })))).toHaveLength(all.length);
  });

  it('not met need a comment, and stop nobody once they have one', () => {
    const notMet = (comment?: string) =>
      all.map((one) => (one.code === first ? { code: first, met: false, ...(comment ? { comment } : {}) } : one));
    expect(faultsOf(notMet())).toEqual([`criteria.${first}.comment`]);
    expect(faultsOf(notMet('  '))).toEqual([`criteria.${first}.comment`]);
    expect(faultsOf(notMet('x'.repeat(COMMENT_LIMIT + 1)))).toEqual([`criteria.${first}.comment`]);
    expect(faultsOf(notMet('The carer is not quoted anywhere.'))).toEqual([]);
  });

  it('of another edition, or answered twice, are refused', () => {
    expect(faultsOf([...all, { code: 'SHINY', met: true }])).toEqual(['criteria.SHINY']);
    expect(faultsOf([...all, { code: second, met: false, comment: 'No' }])).toEqual([`criteria.${second}`]);
  });
});

/** A published edition never changes: a new wording is a new edition with a line of its own. */
const fingerprints: Record<string, string> = {
  '2026-11': '22c293ccb6e39df39be0d29d681eb334ff69c5c7fe9b05d72a7a581db34631dd',
};
