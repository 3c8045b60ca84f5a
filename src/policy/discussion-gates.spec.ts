import { describe, expect, test } from '@jest/globals';
import {
  agenciesPresent,
  agencyOf,
  type DiscussionFacts,
  givingBlockers,
  mayReadOthers,
  notingBlockers,
  openingBlockers,
  stillToAnswer,
  viewsGiven,
} from './discussion-gates.js';

const facts: DiscussionFacts = {
  ...{ caseId: 'c1', meetingId: 'm1', onAgenda: true, conflicts: [], actorId: 'chair', viewsBefore: 'REQUIRED' },
  attendances: [
    { personId: 'chair', agency: 'YOUTH_JUSTICE_SERVICE' },
    { personId: 'sergeant', agency: 'POLICE' },
    { personId: 'nurse', agency: 'PROBATION', deputyFor: 'HEALTH_NAVIGATOR' },
    { personId: 'constable', agency: 'POLICE' },
  ],
  viewsGivenBy: [],
};
const codes = (blockers: { code: string }[]) => blockers.map(({ code }) => code);

test('an agency sits once, by whoever sits or deputises for it, and not by whoever has a conflict', () => {
  expect(agenciesPresent(facts)).toEqual(['YOUTH_JUSTICE_SERVICE', 'POLICE', 'HEALTH_NAVIGATOR']);
  const conflicts = [{ personId: 'nurse' }, { personId: 'sergeant' }];
  expect(agenciesPresent({ ...facts, conflicts })).toEqual(['YOUTH_JUSTICE_SERVICE', 'POLICE']);
  expect(agencyOf(facts, 'nurse')).toBe('HEALTH_NAVIGATOR');
  expect([agencyOf({ ...facts, conflicts }, 'nurse'), agencyOf(facts, 'absent')]).toEqual([null, null]);
});

describe('where views are required', () => {
  test('an agency that has not answered is named, and the answer that there is no view counts', () => {
    expect(viewsGiven({ ...facts, viewsGivenBy: ['POLICE'] })[0]).toMatchObject({
      ...{ code: 'VIEWS_NOT_GIVEN', severity: 'OVERRIDE', mend: '/cases/c1/views' },
      message: expect.stringContaining('(Youth justice service, Health)'),
    });
    const viewsGivenBy = ['POLICE', 'HEALTH_NAVIGATOR', 'YOUTH_JUSTICE_SERVICE'];
    expect(viewsGiven({ ...facts, viewsGivenBy })).toEqual([]);
    expect(stillToAnswer({ ...facts, viewsGivenBy })).toEqual([]);
  });

  test('nobody goes on while it is not known who answered, who sits or what the area chose', () => {
    const answered = { ...facts, viewsGivenBy: ['POLICE', 'HEALTH_NAVIGATOR', 'YOUTH_JUSTICE_SERVICE'] };
    for (const name of ['viewsGivenBy', 'attendances', 'viewsBefore'] as const) {
      expect([name, codes(viewsGiven({ ...answered, [name]: null }))]).toEqual([name, ['VIEWS_NOT_GIVEN']]);
    }
  });
});

test.each(['OFFERED', 'OFF'] as const)('where they are %s a panel goes on without', (viewsBefore) => {
  expect(viewsGiven({ ...facts, viewsBefore })).toEqual([]);
});

test('a view is given by whoever sits, while it is asked for, until the discussion is open', () => {
  expect(givingBlockers(facts)).toEqual([]);
  const none = { ...facts, viewsBefore: 'OFF', openedAt: '2026-10-20T10:00:00.000Z', actorId: 'absent' } as const;
  expect(codes(givingBlockers(none))).toEqual(['VIEWS_NOT_ASKED', 'AGENCY_NOT_PRESENT', 'DISCUSSION_OPENED']);
  expect(codes(givingBlockers({ ...facts, conflicts: [{ personId: 'chair' }] }))).toEqual(['CONFLICT_OF_INTEREST']);
});

test('the discussion is opened once, on a case that is for hearing', () => {
  const answered = { ...facts, viewsBefore: 'OFF' } as const;
  expect(openingBlockers(answered)).toEqual([]);
  const again = { ...answered, onAgenda: false, openedAt: '2026-10-20T10:00:00.000Z' };
  expect(codes(openingBlockers(again))).toEqual(['NOT_ON_AGENDA', 'DISCUSSION_OPENED']);
  expect(codes(openingBlockers(facts))).toEqual(['VIEWS_NOT_GIVEN']);
});

test('points are noted once it is open, by whoever attends or the panel administrator', () => {
  const open = { ...facts, openedAt: '2026-10-20T10:00:00.000Z' };
  expect([codes(notingBlockers(facts)), notingBlockers(open)]).toEqual([['DISCUSSION_NOT_OPENED'], []]);
  const clerk = { ...open, actorId: 'clerk' };
  expect(codes(notingBlockers(clerk))).toEqual(['RECORDER_NOT_PRESENT']);
  expect(notingBlockers({ ...clerk, actorIsPanelAdministrator: true })).toEqual([]);
});

test.each([
  [{ isOpened: false, isOver: false, sits: true }, false],
  [{ isOpened: true, isOver: false, sits: true }, true],
  [{ isOpened: true, isOver: false, sits: false }, false],
  [{ isOpened: false, isOver: true, sits: false }, true],
])('the views of others (%j) may be read: %s', (reading, may) => {
  expect(mayReadOthers(reading)).toBe(may);
});

test('with no fact at all nothing may be done', () => {
  expect(givingBlockers({}).length).toBeGreaterThan(3);
  expect(openingBlockers({}).length).toBeGreaterThan(3);
  expect(notingBlockers({}).length).toBeGreaterThan(3);
});
