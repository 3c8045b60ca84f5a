import { describe, expect, test } from '@jest/globals';
import { evaluation } from './evaluation.js';
import { blocker, blockersOf, casePage, gate, isWritten, openWith, type Facts } from './gate.js';

const stop = blocker('CHILD_NOT_HEARD', '/a');
const soft = blocker('NOT_QUORATE', '/b');
const asked = blocker('NOTIFICATION_OFFENCE', '/c');
const warned = blocker('HIGH_RISK_NOT_REFERRED', '/d');
const told = blocker('WOULD_BE_FIRST_TIME_ENTRANT', '/e');
const all = [stop, soft, asked, warned, told];
const because = (code: string, reason = 'because') => ({ code, reason });

describe('a gate', () => {
  type Known = Facts<{ caseId: string; ready: boolean }>;
  const ready = gate<Known>(
    'REASONS_MISSING',
    ({ ready: is }) => is,
    (facts) => casePage(facts, 'recommendation'),
  );

  test('is shut by a fact that is missing, and reports with every other', () => {
    expect(ready({ caseId: 'c1', ready: true })).toEqual([]);
    expect(blockersOf([ready, ready], { caseId: 'c1' })).toHaveLength(2);
    expect(ready({ caseId: 'c1', ready: null })[0]?.mend).toBe('/cases/c1/recommendation');
  });
});

describe('what is written', () => {
  test.each(['', '  ', '\u200b', '\u2060\u00ad', '\u3164', '\u2800', '\u202e', '\u0000', null, undefined])(
    '%j is nothing that can be seen',
    (text) => expect(isWritten(text)).toBe(false),
  );

  test.each(['a', '-', 'ÿ', '我', '👍', 'a\u200b'])('%j is something', (text) => expect(isWritten(text)).toBe(true));
});

describe('opening with reasons', () => {
  test('a stop never lifts', () => {
    expect(openWith([stop], [because('CHILD_NOT_HEARD')], true)).toEqual({
      shut: [stop],
      overridden: [],
      informed: [],
    });
  });

  test('an override lifts with a reason by someone who may, and not otherwise', () => {
    expect(openWith([soft], [because('NOT_QUORATE', '\u200b')], true).overridden).toEqual([]);
    expect(openWith([soft], [because('NOT_QUORATE', ' ill ')], true).overridden).toEqual([
      { code: 'NOT_QUORATE', reason: 'ill', severity: 'OVERRIDE' },
    ]);
    expect(openWith([soft], [because('NOT_QUORATE', '  ')], true).shut).toEqual([soft]);
    expect(openWith([soft], [because('NOT_QUORATE')], false).shut).toEqual([soft]);
  });

  test('a warning to be acknowledged is shut until somebody says so; others inform', () => {
    expect(openWith([asked, warned, told], [], false)).toEqual({
      shut: [asked],
      overridden: [],
      informed: [warned, told],
    });
    expect(openWith([asked], [because('NOTIFICATION_OFFENCE')], false).shut).toEqual([]);
  });

  test('a reason for a rule that is not shut is ignored', () => {
    expect(openWith([], [because('NOT_QUORATE'), because('NO_SUCH_RULE')], true)).toEqual({
      shut: [],
      overridden: [],
      informed: [],
    });
  });

  test('a rule that stops here is not lifted because it lifts elsewhere', () => {
    const here = blocker('AGE_18_OR_OVER', '/f', { disposal: 'YOUTH_CAUTION' });
    expect(openWith([here], [because('AGE_18_OR_OVER')], true).shut).toEqual([here]);
  });

  test('one reason answers every blocker of its code, and is told once', () => {
    expect(openWith([soft, soft], [because('NOT_QUORATE')], true)).toMatchObject({ shut: [], overridden: [{}] });
  });
});

describe('an evaluation', () => {
  const kept = evaluation({
    codes: ['NOT_ON_AGENDA', 'NOT_QUORATE'],
    blockers: all,
    overrides: [because('NOT_QUORATE'), because('NOTIFICATION_OFFENCE'), because('CHILD_NOT_HEARD')],
    may: true,
    by: 'chair',
    at: '2026-10-20T10:00:00.000Z',
    inputs: {
      ...{ caseId: 'c1', ethnicity: { code: 'B1' } },
      judgements: { RISK_OF_SERIOUS_HARM: { level: 'LOW', reasoning: 'One incident', who: ' ', what: null } },
      victims: [{ victimId: 'v1', attempts: [{ on: '2026-10-01', how: 'Rang Mrs T', result: 'No answer' }] }],
    },
  });

  test('keeps the result of every rule looked at', () => {
    expect(Object.fromEntries(kept.results.map(({ code, result }) => [code, result]))).toEqual({
      NOT_ON_AGENDA: 'OPEN',
      NOT_QUORATE: 'OVERRIDDEN',
      CHILD_NOT_HEARD: 'SHUT',
      NOTIFICATION_OFFENCE: 'ACKNOWLEDGED',
      HIGH_RISK_NOT_REFERRED: 'SHUT',
      WOULD_BE_FIRST_TIME_ENTRANT: 'SHUT',
    });
  });

  test('keeps the reasons with who gave them, and the edition', () => {
    expect(kept.overrides).toContainEqual({
      code: 'NOT_QUORATE',
      reason: 'because',
      severity: 'OVERRIDE',
      by: 'chair',
    });
    expect(kept.edition).toMatch(/^\d{4}-\d{2}$/);
  });

  test('keeps that ethnicity was recorded, never which', () => {
    expect(kept.inputs).toMatchObject({ caseId: 'c1', ethnicityRecorded: true });
    expect(kept.inputs).not.toHaveProperty('ethnicity');
  });

  test('keeps that something was written, never what it says', () => {
    expect(kept.inputs).toMatchObject({
      judgements: { RISK_OF_SERIOUS_HARM: { level: 'LOW', reasoning: true, who: false, what: null } },
      victims: [{ victimId: 'v1', attempts: [{ on: '2026-10-01', how: true, result: true }] }],
    });
  });
});
