import { unseenBlockers } from './earlier-disposal-gates.js';

const response = { whatWasDone: 'w', childsResponse: 'c', differentNow: 'd', version: 1 };
const given = (id: string, disposal = 'COMMUNITY_RESOLUTION') => ({ id, disposal, givenOn: '2026-01-05', response });
const facts = { caseId: 'k', countedOn: '2026-11-23' };
const shut = (...args: Parameters<typeof unseenBlockers>) =>
  unseenBlockers(...args).map(({ code, severity }) => [code, severity]);

describe('what the panel did not know when it recommended', () => {
  test('one may be passed over with a reason; from the threshold of informal ones on nobody may', () => {
    const one = { ...facts, earlierDisposals: [given('a')] };
    expect(shut({ ...one, seenDisposals: ['a'] })).toEqual([]);
    expect(shut({ ...one, seenDisposals: [] })).toEqual([['EARLIER_DISPOSAL_NOT_ANALYSED', 'OVERRIDE']]);
    const two = { ...facts, earlierDisposals: [given('a'), given('b')], seenDisposals: ['a'] };
    expect(shut(two)).toEqual([['EARLIER_DISPOSAL_NOT_ANALYSED', 'STOP']]);
    expect(shut({ ...two, repeatThreshold: 3 })).toEqual([['EARLIER_DISPOSAL_NOT_ANALYSED', 'OVERRIDE']]);
  });

  test('a senior reviewer is asked for where one that counts brings the child to the threshold', () => {
    const three = { ...facts, repeatThreshold: 9, earlierDisposals: [given('a'), given('b'), given('c')] };
    expect(shut({ ...three, seenDisposals: ['a', 'b'] })).toEqual([
      ['EARLIER_DISPOSAL_NOT_ANALYSED', 'OVERRIDE'],
      ['REPEAT_NOT_REVIEWED', 'OVERRIDE'],
    ]);
    const charged = { ...three, earlierDisposals: [...three.earlierDisposals, given('d', 'CHARGE')] };
    expect(shut({ ...charged, seenDisposals: ['a', 'b', 'c'] })).toEqual([
      ['EARLIER_DISPOSAL_NOT_ANALYSED', 'OVERRIDE'],
    ]);
  });

  test('what was counted is said, cautions with the informal ones', () => {
    const cautions = ['a', 'b', 'c'].map((id) => given(id, 'YOUTH_CAUTION'));
    const [, review] = unseenBlockers({ ...facts, earlierDisposals: cautions, seenDisposals: ['a', 'b'] });
    expect(review?.message).toContain('(3 earlier cautions, not all known then)');
  });

  test('what nobody kept was not known, and what is not known now leaves it shut', () => {
    expect(shut({ ...facts, earlierDisposals: [] })).toEqual([]);
    expect(shut({ ...facts, earlierDisposals: [given('a')] })).toHaveLength(1);
    expect(shut(facts)).toEqual([['EARLIER_DISPOSAL_NOT_ANALYSED', 'STOP']]);
    const [found] = unseenBlockers({ ...facts, earlierDisposals: [{ ...given('a'), isClosed: true }] });
    expect(found?.message).toContain('Community resolution, 2026-01-05');
    expect(found?.mend).toBe('/cases/k/decision-review');
  });
});
