import { describe, expect, test } from '@jest/globals';
import { meetingBlockers, type MeetingFacts } from './meeting-gates.js';
import type { RuleCode } from './rules.js';

const find = (code: RuleCode, facts: MeetingFacts) =>
  meetingBlockers({ caseId: 'c1', meetingId: 'm1', ...facts }).find((one) => one.code === code);

describe('a quorum', () => {
  const quorumAgencies = ['POLICE', 'YOUTH_JUSTICE_SERVICE'];
  const chair = { personId: 'chair', agency: 'YOUTH_JUSTICE_SERVICE' };
  const sergeant = { personId: 'sergeant', agency: 'POLICE' };

  test('is met in person or by deputy, one seat each', () => {
    const deputy = { personId: 'deputy', agency: 'PROBATION', deputyFor: 'POLICE' };
    expect(find('NOT_QUORATE', { quorumAgencies, attendances: [chair, deputy] })).toBeUndefined();
    const both = { ...sergeant, deputyFor: 'YOUTH_JUSTICE_SERVICE' };
    expect(find('NOT_QUORATE', { quorumAgencies, attendances: [both] })?.message).toContain('Police');
  });

  test('says who is missing and where attendance is recorded', () => {
    const found = find('NOT_QUORATE', { quorumAgencies, attendances: [chair] });
    expect(found).toMatchObject({ severity: 'OVERRIDE', mend: '/meetings/m1/attendance' });
    expect(found?.message).toContain('(Police)');
  });

  test('does not count whoever has a conflict, and stands if another is there', () => {
    const conflicts = [{ personId: 'sergeant' }];
    expect(find('NOT_QUORATE', { quorumAgencies, conflicts, attendances: [chair, sergeant] })).toBeDefined();
    const second = { personId: 'inspector', agency: 'POLICE' };
    expect(find('NOT_QUORATE', { quorumAgencies, conflicts, attendances: [chair, sergeant, second] })).toBeUndefined();
  });
});

describe('a conflict', () => {
  test('stops whoever records or takes part, not who steps out', () => {
    const conflicts = [{ personId: 'sergeant' }];
    expect(find('CONFLICT_OF_INTEREST', { conflicts, actorId: 'sergeant' })).toMatchObject({ severity: 'STOP' });
    expect(find('CONFLICT_OF_INTEREST', { conflicts, actorId: 'chair', takingPart: ['sergeant'] })).toBeDefined();
    expect(find('CONFLICT_OF_INTEREST', { conflicts, actorId: 'chair', takingPart: ['chair'] })).toBeUndefined();
    expect(find('CONFLICT_OF_INTEREST', { actorId: 'chair' })).toBeDefined();
  });
});

test('the panel administrator records without attending', () => {
  expect(find('RECORDER_NOT_PRESENT', { actorId: 'clerk', attendances: [] })).toBeDefined();
  expect(find('RECORDER_NOT_PRESENT', { actorId: 'clerk', actorIsPanelAdministrator: true })).toBeUndefined();
});

describe('a departure from gravity', () => {
  const scored = (...scores: (number | null)[]) => ({
    offences: scores.map((gravityFinal, at) => ({ id: `o${at}`, gravityFinal, gravityEdition: 'NPCC-CGM-2025-02' })),
  });

  test.each([
    ['NO_FURTHER_ACTION', 1],
    ['OUTCOME_23', 2],
    ['YOUTH_CAUTION', 3],
    ['YOUTH_CONDITIONAL_CAUTION', 4],
    ['CHARGE', 5],
  ])('is none when %s meets a score of %i', (disposal, score) => {
    expect(find('GRAVITY_DEPARTURE_UNEXPLAINED', { disposal, ...scored(score) })).toBeUndefined();
    expect(find('GRAVITY_DEPARTURE_UNEXPLAINED', { disposal, ...scored(score === 5 ? 1 : 5) })).toBeDefined();
  });

  test('is measured from the gravest offence, and explained in writing', () => {
    const departs = { disposal: 'COMMUNITY_RESOLUTION', ...scored(2, 4) };
    expect(find('GRAVITY_DEPARTURE_UNEXPLAINED', departs)).toBeDefined();
    expect(find('GRAVITY_DEPARTURE_UNEXPLAINED', { ...departs, gravityDeparture: 'a first offence' })).toBeUndefined();
    expect(find('GRAVITY_DEPARTURE_UNEXPLAINED', { disposal: 'OUTCOME_22', ...scored(2, null) })).toBeDefined();
  });
});
