import { describe, expect, test } from '@jest/globals';
import { seededBook } from '../policy/disposal-book.js';
import type { DisposalFacts } from '../policy/disposal-gates.js';
import { disposalCodes, disposals } from '../policy/disposals.js';
import { blocker, type Blocker } from '../policy/gate.js';
import { type Eligibility, eligibilityOf } from './eligibility.js';

const known: DisposalFacts = {
  ...{ caseId: 'c1', day: '2026-11-23', dateOfBirth: '2011-05-05', evidenceSufficient: 'YES' },
  ...{ responsibilityStance: 'ACCEPTS_RESPONSIBILITY', cpsAuthority: 'NOT_NEEDED' },
  offences: [{ id: 'o1', date: '2026-10-01', homeOfficeClass: '46', indictableOnly: 0, features: [] }],
  ...{ earlierDisposals: [], disposalsCheckedOn: '2026-11-20' },
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

  test('says that this is not known until somebody has looked, unless a caution is known', () => {
    const unlooked = { ...known, disposalsCheckedOn: null };
    const words = (facts: DisposalFacts, code: string) => item(facts, code)?.firstTimeEntrant.words;
    expect(words(unlooked, 'YOUTH_CAUTION')).toMatch(/^Not known: nobody has recorded/);
    expect(words(unlooked, 'CHARGE')).toMatch(/^Only if a court convicts: not known/);
    expect(words(unlooked, 'COMMUNITY_RESOLUTION')).toBe('No');
    expect(words({ ...unlooked, earlierDisposals: [{ disposal: 'REFERRAL_ORDER' }] }, 'CHARGE')).toMatch(/^No: /);
    const reasons = item(unlooked, 'YOUTH_CAUTION')?.reasons.map(({ message }) => message);
    expect(reasons).toContainEqual(expect.stringMatching(/first-time entrant \(nobody has recorded/));
  });

  test('says what must follow for this child, an earlier caution counted', () => {
    const words = (facts: DisposalFacts) => item(facts, 'YOUTH_CAUTION')?.forThisChild.map((one) => one.words);
    expect(words(known)).toEqual(['Police refer the child to the youth justice service']);
    expect(words({ ...known, earlierDisposals: [{ disposal: 'YOUTH_CAUTION' }] })).toHaveLength(2);
  });

  test('says once what most mean alike, also where one that was added is silent, and of which it is not known', () => {
    const row = { ...disposals.COMMUNITY_RESOLUTION, code: 'PLEDGE', name: 'Pledge', meanings: [] };
    const book = new Map([...seededBook, ['PLEDGE', { edition: 1, row }]]);
    const { items, ofEach } = eligibilityOf(known, 'RECOMMEND', book);
    expect(ofEach.VICTIM_TOLD).toMatchObject([{ notSaidOf: ['Pledge'] }]);
    const [caution, pledge] = ['YOUTH_CAUTION', 'PLEDGE'].map((code) => items.find((one) => one.code === code));
    expect([caution?.meanings.VICTIM_TOLD, caution?.alsoOfEach]).toEqual([[], ['VICTIM_TOLD', 'VICTIM_ASKS']]);
    expect([pledge?.meanings.VICTIM_TOLD, pledge?.alsoOfEach]).toEqual([[], []]);
  });

  test('is open with a warning where something has to be answered, and stays closed where it was', () => {
    const asked = (): Blocker[] => [blocker('REPEAT_NOT_EXPLAINED', '/cases/c1/recommendation')];
    const of = (code: string) =>
      eligibilityOf(known, 'RECOMMEND', seededBook, asked).items.find((one) => one.code === code);
    expect(of('COMMUNITY_RESOLUTION')).toMatchObject({
      standing: 'OPEN_WITH_WARNING',
      reasons: [{ code: 'REPEAT_NOT_EXPLAINED', toAnswer: true, source: expect.stringContaining('HMIP 2021') }],
    });
    expect(of('YOUTH_CAUTION')?.standing).toBe('CLOSED');
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
