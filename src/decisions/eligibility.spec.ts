import { describe, expect, test } from '@jest/globals';
import { seededBook } from '../policy/disposal-book.js';
import type { DisposalFacts } from '../policy/disposal-gates.js';
import { disposalCodes } from '../policy/disposals.js';
import { type Eligibility, eligibilityOf } from './eligibility.js';

const known: DisposalFacts = {
  ...{ caseId: 'c1', day: '2026-11-23', dateOfBirth: '2011-05-05', evidenceSufficient: 'YES' },
  ...{ responsibilityStance: 'ACCEPTS_RESPONSIBILITY', cpsAuthority: 'NOT_NEEDED' },
  offences: [{ id: 'o1', date: '2026-10-01', homeOfficeClass: '46', indictableOnly: 0, features: [] }],
  earlierDisposals: [],
};
const tableOf = (facts: DisposalFacts): Eligibility => eligibilityOf(facts, 'RECOMMEND', seededBook);
const item = (facts: DisposalFacts, code: string) => tableOf(facts).items.find((one) => one.code === code);

describe('every disposal for one child', () => {
  test('stands in the order of the table, whatever is known; what has ended is only named', () => {
    const order = disposalCodes.filter((code) => code !== 'OUTCOME_22_DEFERRED');
    for (const facts of [known, {}, { ...known, responsibilityStance: 'DENIES' }]) {
      const codes = tableOf({ ...facts, day: '2026-11-23' }).items.map(({ code }) => code);
      expect(codes).toEqual(order);
    }
    expect(tableOf(known).ended).toEqual(['Outcome 22, deferred prosecution (to January 2026)']);
  });

  test('is open, open with a warning, closed without a reason, or closed, each reason with its source', () => {
    expect(item(known, 'COMMUNITY_RESOLUTION')?.standing).toBe('OPEN');
    expect(item(known, 'YOUTH_CAUTION')).toMatchObject({
      standing: 'CLOSED',
      reasons: expect.arrayContaining([
        expect.objectContaining({ severity: 'STOP', source: expect.stringContaining('Crime and Disorder Act 1998') }),
      ]),
    });
    const marked = { ...known, offences: [{ ...known.offences?.[0], features: ['HATE'] }] };
    expect(item(marked, 'OUTCOME_22')?.standing).toBe('OPEN_WITH_WARNING');
    expect(item({ ...known, responsibilityStance: 'DENIES' }, 'COMMUNITY_RESOLUTION')?.standing).toBe(
      'CLOSED_WITHOUT_REASON',
    );
  });

  test('is not open because something is unknown', () => {
    const nothing = tableOf({ day: '2026-11-23' }).items;
    const open = nothing.filter(({ standing }) => standing === 'OPEN').map(({ code }) => code);
    expect(open).toEqual(['NO_FURTHER_ACTION']);
    expect(item({ ...known, evidenceSufficient: 'NOT_KNOWN' }, 'CHARGE')?.standing).toBe('CLOSED_WITHOUT_REASON');
  });

  test('says whether this child would become a first-time entrant', () => {
    expect(item(known, 'COMMUNITY_RESOLUTION')?.firstTimeEntrant.words).toBe('No');
    expect(item(known, 'YOUTH_CAUTION')?.firstTimeEntrant.words).toMatch(/^Yes/);
    expect(item(known, 'CHARGE')?.firstTimeEntrant.words).toMatch(/^Only if a court convicts/);
    const before = { ...known, earlierDisposals: [{ disposal: 'YOUTH_CAUTION' }] };
    expect(item(before, 'CHARGE')?.firstTimeEntrant.words).toMatch(/^No: /);
  });

  test('says what must follow for this child, an earlier caution counted', () => {
    const words = (facts: DisposalFacts) => item(facts, 'YOUTH_CAUTION')?.forThisChild.map((one) => one.words);
    expect(words(known)).toEqual(['Police refer the child to the youth justice service']);
    expect(words({ ...known, earlierDisposals: [{ disposal: 'YOUTH_CAUTION' }] })).toHaveLength(2);
  });

  test('says what all mean alike once, and every fact with its source and how well it is known', () => {
    const { items, ofEach } = tableOf(known);
    expect(ofEach.VICTIM_TOLD.map(({ source }) => source)).toEqual(['Code of Practice for Victims of Crime']);
    expect(items.flatMap(({ meanings }) => meanings.VICTIM_TOLD)).not.toContainEqual(ofEach.VICTIM_TOLD[0]);
    for (const { meanings } of items) {
      for (const one of Object.values(meanings).flat()) {
        expect([one.words, one.source !== '', one.grounding !== undefined]).toEqual([one.words, true, true]);
      }
    }
    const limits = items.find(({ code }) => code === 'YOUTH_CONDITIONAL_CAUTION')?.meanings.TIME_LIMITS;
    expect(limits?.every(({ grounding }) => grounding === 'NOT_CHECKED')).toBe(true);
  });
});
