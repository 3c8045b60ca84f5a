import { describe, expect, test } from '@jest/globals';
import { preparationBlockers, type PreparationFacts, type PreparationStage } from './preparation-gates.js';
import type { RuleCode } from './rules.js';

const found = (code: RuleCode, facts: PreparationFacts, stage: PreparationStage = 'SIGN_OFF') =>
  preparationBlockers({ caseId: 'c1', ...facts }, stage).filter((one) => one.code === code);
const isShut = (...args: Parameters<typeof found>) => found(...args).length > 0;

describe('a judgement', () => {
  const whole = { level: 'LOW', reasoning: 'r', who: 'w', what: 'w', when: 'w', controls: 'c', contingency: 'c' };
  const both = (judgement: object) => ({
    judgements: { SAFETY_AND_WELLBEING: judgement, RISK_OF_SERIOUS_HARM: judgement },
  });

  test.each(['who', 'what', 'when', 'reasoning', 'contingency'])('of harm is not analysed without %s', (field) => {
    expect(isShut('HARM_NOT_ANALYSED', both(whole))).toBe(false);
    expect(isShut('HARM_NOT_ANALYSED', both({ ...whole, [field]: ' ' }))).toBe(true);
  });

  test.each(['reasoning', 'controls'])('of safety is not analysed without %s', (field) => {
    expect(isShut('SAFETY_NOT_ANALYSED', both(whole))).toBe(false);
    expect(isShut('SAFETY_NOT_ANALYSED', both({ ...whole, [field]: null }))).toBe(true);
  });
});

describe('the child', () => {
  const child = (voice: object): PreparationFacts => ({ voices: { child: voice }, meetingDay: '2026-10-20' });

  test('is heard when heard by the meeting day, and before a meeting when heard at all', () => {
    const after = child({ status: 'OBTAINED', heardOn: '2026-10-21' });
    expect(isShut('CHILD_NOT_HEARD', after, 'LIST')).toBe(false);
    expect(isShut('CHILD_NOT_HEARD', after, 'RECOMMEND')).toBe(true);
    expect(isShut('CHILD_NOT_HEARD', child({ status: 'OBTAINED', heardOn: '2026-10-20' }), 'RECOMMEND')).toBe(false);
    expect(isShut('CHILD_NOT_HEARD', child({ status: 'OBTAINED' }))).toBe(true);
  });

  test('need not be heard when somebody tried, said why not and a manager approved', () => {
    const tried = {
      status: 'NOT_OBTAINED',
      attempts: [{ on: '2026-10-01' }],
      reason: 'in hospital',
      approvedBy: 'manager',
      approvedAt: '2026-10-03T10:00:00.000Z',
    };
    expect(isShut('CHILD_NOT_HEARD', child(tried), 'RECOMMEND')).toBe(false);
    for (const missing of [{ attempts: [] }, { attempts: [{ how: 'called' }] }, { reason: '' }, { approvedBy: null }]) {
      expect(isShut('CHILD_NOT_HEARD', child({ ...tried, ...missing }), 'RECOMMEND')).toBe(true);
    }
  });

  test('always counts: there may be no carer, but there is a child', () => {
    const nobody = { status: 'NO_CARER', reason: 'looks after himself' };
    const facts = { voices: { child: nobody, carer: nobody } };
    expect(isShut('CHILD_NOT_HEARD', facts)).toBe(true);
    expect(isShut('CARER_NOT_HEARD', facts)).toBe(false);
  });
});

describe('each victim', () => {
  test.each([
    [{ status: 'DECLINED' }, false],
    [{ status: 'CONSENT_REFUSED' }, true],
    [{ status: 'CONSENT_REFUSED', reason: 'afraid' }, false],
    [{ status: 'NOT_CONTACTABLE', attempts: [{ on: '2026-10-01' }, { on: '' }] }, true],
    [{ status: 'NOT_CONTACTABLE', attempts: [{ on: '2026-10-01' }, { on: '2026-10-04' }] }, false],
    [{ status: 'NOT_YET_SOUGHT' }, true],
  ])('%j leaves the gate shut: %s', (view, shut) => {
    expect(isShut('VICTIM_NOT_HEARD', { victims: [{ victimId: 'v1', ...view }] })).toBe(shut);
  });

  test('is mended on a page of their own, and one heard does not answer for another', () => {
    const victims = ['v1', 'v2', 'v3'].map((victimId) => ({ victimId, status: victimId === 'v2' ? 'OBTAINED' : null }));
    expect(found('VICTIM_NOT_HEARD', { victims, noIdentifiableVictimReason: 'none' }).map(({ mend }) => mend)).toEqual([
      '/cases/c1/victims/v1/view',
      '/cases/c1/victims/v3/view',
    ]);
  });

  test('may be nobody, with the reason', () => {
    expect(isShut('VICTIM_NOT_HEARD', { victims: [] })).toBe(true);
    expect(isShut('VICTIM_NOT_HEARD', { victims: [], noIdentifiableVictimReason: 'possession' })).toBe(false);
    expect(isShut('VICTIM_NOT_HEARD', { noIdentifiableVictimReason: 'possession' })).toBe(true);
  });
});

describe('ethnicity', () => {
  test.each([
    [{ code: 'NOT_STATED' }, true],
    [{ code: 'NOT_STATED', notStatedReason: 'DECLINED' }, false],
    [{ code: 'B1', source: 'SELF' }, false],
    [{ code: 'IC3', source: 'OFFICER' }, true],
  ])('%j leaves the gate shut: %s', (ethnicity, shut) => {
    expect(isShut('ETHNICITY_MISSING', { ethnicity })).toBe(shut);
  });

  test('which one it is changes no result', () => {
    const shut = ['W1', 'W3', 'M1', 'A2', 'B2', 'O9'].map((code) =>
      preparationBlockers({ ethnicity: { code, source: 'SELF' } }, 'RECOMMEND'),
    );
    for (const one of shut) expect(one).toEqual(shut[0]);
  });
});

describe('earlier disposals', () => {
  const unexplained = (...disposals: string[]) => ({
    earlierDisposals: disposals.map((disposal, at) => ({ id: `d${at}`, disposal, givenOn: '2026-02-01' })),
  });
  const severities = (facts: PreparationFacts) =>
    found('EARLIER_DISPOSAL_NOT_ANALYSED', facts).map(({ severity }) => severity);

  test('below the threshold a manager may pass over one, from it on nobody may', () => {
    expect(severities(unexplained('COMMUNITY_RESOLUTION'))).toEqual(['OVERRIDE']);
    expect(severities(unexplained('COMMUNITY_RESOLUTION', 'OUTCOME_22'))).toEqual(['STOP', 'STOP']);
    expect(severities({ ...unexplained('COMMUNITY_RESOLUTION', 'OUTCOME_22'), repeatThreshold: 3 })).toEqual([
      'OVERRIDE',
      'OVERRIDE',
    ]);
  });

  test('formal ones need analysis and do not count towards the threshold', () => {
    expect(severities(unexplained('YOUTH_CAUTION', 'REFERRAL_ORDER'))).toEqual(['OVERRIDE', 'OVERRIDE']);
  });

  test('each has a page of its own and says which it is', () => {
    const [, second] = found('EARLIER_DISPOSAL_NOT_ANALYSED', unexplained('OUTCOME_20', 'COMMUNITY_RESOLUTION'));
    expect(second).toMatchObject({ mend: '/cases/c1/earlier-disposals/d1/response' });
    expect(second?.message).toContain('Community resolution, 2026-02-01');
  });

  test('a list that is not known stops everyone', () => {
    expect(severities({})).toEqual(['STOP']);
    expect(severities({ earlierDisposals: [] })).toEqual([]);
  });
});

describe('sign-off', () => {
  test('is asked for from listing on', () => {
    expect(isShut('ASSESSMENT_NOT_SIGNED_OFF', {}, 'SIGN_OFF')).toBe(false);
    expect(isShut('ASSESSMENT_NOT_SIGNED_OFF', {}, 'LIST')).toBe(true);
    const signed = { signedOffBy: 'm', signedOffOn: '2026-10-21', meetingDay: '2026-10-20' };
    expect(isShut('ASSESSMENT_NOT_SIGNED_OFF', signed, 'LIST')).toBe(false);
    expect(isShut('ASSESSMENT_NOT_SIGNED_OFF', signed, 'RECOMMEND')).toBe(true);
  });

  test('looks at who is acting when signing, and at who signed later', () => {
    const facts = { authors: ['author'], actorId: 'author', signedOffBy: 'manager' };
    expect(isShut('SAME_PERSON_AUTHOR_AND_SIGNER', facts, 'SIGN_OFF')).toBe(true);
    expect(isShut('SAME_PERSON_AUTHOR_AND_SIGNER', facts, 'RECOMMEND')).toBe(false);
    expect(isShut('SAME_PERSON_AUTHOR_AND_SIGNER', { actorId: 'manager' })).toBe(true);
  });
});

describe('the rest of the preparation', () => {
  test.each([
    [{ status: 'NIL_RETURN' }, false],
    [{ status: 'NOT_APPLICABLE' }, true],
    [{ status: 'NOT_APPLICABLE', reason: 'left school' }, false],
    [{ status: 'REQUESTED', analysis: 'a' }, true],
  ])('an agency check %j leaves the gate shut: %s', (check, shut) => {
    const facts = { requiredChecks: ['SCHOOL'], checks: [{ agency: 'SCHOOL', ...check }] };
    expect(isShut('AGENCY_CHECK_OUTSTANDING', facts)).toBe(shut);
  });

  test('an agency never asked is outstanding, and is named', () => {
    const [outstanding] = found('AGENCY_CHECK_OUTSTANDING', { requiredChecks: ['HOUSING'], checks: [] });
    expect(outstanding).toMatchObject({ mend: '/cases/c1/agency-checks/HOUSING' });
    expect(outstanding?.message).toContain('Housing');
  });

  test('a case without an offence has no gravity', () => {
    expect(isShut('GRAVITY_MISSING', { offences: [] })).toBe(true);
  });
});
