import { describe, expect, test } from '@jest/globals';
import { disposalBlockers, type DisposalFacts } from './disposal-gates.js';
import { type BookCode, disposalCodes, disposals } from './disposals.js';
import type { Blocker } from './gate.js';
import { outcomeBlockers, type OutcomeFacts } from './outcome-gates.js';
import { resolutionBlockers, type ResolutionFacts } from './routing.js';
import { severityCases } from './rule-cases.js';
import { rules, type RuleCode } from './rules.js';
import { capBlockers, variationBlockers, type VariationFacts } from './variation-gates.js';

const stages = ['RECOMMEND', 'DECIDE', 'RECORD_OUTCOME', 'DELIVER', 'VARY', 'REGISTER'] as const;
type Stage = (typeof stages)[number];

/**
 * Which rules shut what for each disposal and how hard, written out from rules.md sections 5 and 6 and docs/rules.md: with
 * nothing known, and behind the bar those that shut only once something is known to be wrong. ANSWERED is a warning that is
 * answered with a few words. A stage that is not named asks nothing of that disposal.
 */
// prettier-ignore
const table: Readonly<Record<BookCode, Partial<Record<Stage, string>>>> = {
  NO_FURTHER_ACTION: {
    RECOMMEND:      'STOP DISPOSAL_NOT_IN_FORCE',
    DECIDE:         'STOP DISPOSAL_NOT_IN_FORCE',
    RECORD_OUTCOME: 'STOP POLICE_DECISION_MISSING OUTCOME_DIFFERS_FROM_DECISION NFA_REASON_MISSING',
  },
  OUTCOME_20: {
    RECOMMEND:      'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10',
    DECIDE:         'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10',
    RECORD_OUTCOME: 'STOP POLICE_DECISION_MISSING OUTCOME_DIFFERS_FROM_DECISION, OVERRIDE VICTIM_NOT_INFORMED',
  },
  OUTCOME_21: {
    RECOMMEND:      'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10',
    DECIDE:         'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10',
    RECORD_OUTCOME: 'STOP POLICE_DECISION_MISSING OUTCOME_DIFFERS_FROM_DECISION, OVERRIDE VICTIM_NOT_INFORMED',
  },
  COMMUNITY_RESOLUTION: {
    RECOMMEND:      'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10, OVERRIDE AGE_18_OR_OVER EVIDENCE_INSUFFICIENT RESPONSIBILITY_NOT_ACCEPTED, WARN CPS_AUTHORITY_REQUIRED, ANSWERED NOTIFICATION_OFFENCE DOMESTIC_OR_HATE_OFFENCE',
    DECIDE:         'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10, OVERRIDE AGE_18_OR_OVER EVIDENCE_INSUFFICIENT RESPONSIBILITY_NOT_ACCEPTED CPS_AUTHORITY_REQUIRED, ANSWERED NOTIFICATION_OFFENCE DOMESTIC_OR_HATE_OFFENCE',
    RECORD_OUTCOME: 'STOP POLICE_DECISION_MISSING OUTCOME_DIFFERS_FROM_DECISION GIVEN_BY_MISSING, OVERRIDE AGE_18_OR_OVER APPROPRIATE_ADULT_MISSING CONSENT_MISSING',
    REGISTER:       'ANSWERED POLICE_ONLY_RESOLUTION_LIMIT, WARN CANNABIS_TO_PANEL | WARN KNIFE_TO_PANEL',
  },
  OUTCOME_22: {
    RECOMMEND:      'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10, OVERRIDE AGE_18_OR_OVER, WARN CPS_AUTHORITY_REQUIRED, ANSWERED NOTIFICATION_OFFENCE DOMESTIC_OR_HATE_OFFENCE',
    DECIDE:         'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10, OVERRIDE AGE_18_OR_OVER CPS_AUTHORITY_REQUIRED, ANSWERED NOTIFICATION_OFFENCE DOMESTIC_OR_HATE_OFFENCE',
    RECORD_OUTCOME: 'STOP POLICE_DECISION_MISSING OUTCOME_DIFFERS_FROM_DECISION ACTIVITY_NOT_COMPLETED, OVERRIDE AGE_18_OR_OVER',
  },
  OUTCOME_22_DEFERRED: {
    RECOMMEND:      'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10, OVERRIDE AGE_18_OR_OVER, WARN CPS_AUTHORITY_REQUIRED, ANSWERED NOTIFICATION_OFFENCE DOMESTIC_OR_HATE_OFFENCE',
    DECIDE:         'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10, OVERRIDE AGE_18_OR_OVER CPS_AUTHORITY_REQUIRED, ANSWERED NOTIFICATION_OFFENCE DOMESTIC_OR_HATE_OFFENCE',
    RECORD_OUTCOME: 'STOP POLICE_DECISION_MISSING OUTCOME_DIFFERS_FROM_DECISION ACTIVITY_NOT_COMPLETED, OVERRIDE AGE_18_OR_OVER',
  },
  OUTCOME_23: {
    RECOMMEND:      'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10, OVERRIDE AGE_18_OR_OVER, WARN CPS_AUTHORITY_REQUIRED, ANSWERED NOTIFICATION_OFFENCE DOMESTIC_OR_HATE_OFFENCE',
    DECIDE:         'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10, OVERRIDE AGE_18_OR_OVER CPS_AUTHORITY_REQUIRED, ANSWERED NOTIFICATION_OFFENCE DOMESTIC_OR_HATE_OFFENCE',
    RECORD_OUTCOME: 'STOP POLICE_DECISION_MISSING OUTCOME_DIFFERS_FROM_DECISION ACTIVITY_NOT_COMPLETED, OVERRIDE AGE_18_OR_OVER',
  },
  YOUTH_CAUTION: {
    RECOMMEND:      'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10 AGE_18_OR_OVER EVIDENCE_INSUFFICIENT ADMISSION_REQUIRED, WARN CPS_AUTHORITY_REQUIRED TURNS_18_BEFORE_DEADLINE LIMITATION_DATE_NEAR, ANSWERED NOTIFICATION_OFFENCE DOMESTIC_OR_HATE_OFFENCE, INFORM WOULD_BE_FIRST_TIME_ENTRANT | WARN YCC_ATTENDANCE_CAP YCC_DEADLINE',
    DECIDE:         'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10 AGE_18_OR_OVER EVIDENCE_INSUFFICIENT ADMISSION_REQUIRED, OVERRIDE CPS_AUTHORITY_REQUIRED, WARN TURNS_18_BEFORE_DEADLINE LIMITATION_DATE_NEAR, ANSWERED NOTIFICATION_OFFENCE DOMESTIC_OR_HATE_OFFENCE, INFORM WOULD_BE_FIRST_TIME_ENTRANT | WARN YCC_ATTENDANCE_CAP YCC_DEADLINE',
    RECORD_OUTCOME: 'STOP AGE_18_OR_OVER POLICE_DECISION_MISSING OUTCOME_DIFFERS_FROM_DECISION GIVEN_BY_MISSING APPROPRIATE_ADULT_MISSING EXPLANATION_MISSING | WARN YCC_ATTENDANCE_CAP YCC_DEADLINE',
    DELIVER:        '| WARN YCC_ATTENDANCE_CAP YCC_DEADLINE',
    VARY:           'WARN TURNS_18_BEFORE_DEADLINE LIMITATION_DATE_NEAR | WARN YCC_ATTENDANCE_CAP YCC_DEADLINE',
  },
  YOUTH_CONDITIONAL_CAUTION: {
    RECOMMEND:      'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10 AGE_18_OR_OVER EVIDENCE_INSUFFICIENT ADMISSION_REQUIRED, WARN CPS_AUTHORITY_REQUIRED TURNS_18_BEFORE_DEADLINE LIMITATION_DATE_NEAR, ANSWERED NOTIFICATION_OFFENCE DOMESTIC_OR_HATE_OFFENCE, INFORM WOULD_BE_FIRST_TIME_ENTRANT | STOP YCC_CONDITIONS_REQUIRED YCC_PENALTY_CAP, WARN YCC_ATTENDANCE_CAP YCC_DEADLINE',
    DECIDE:         'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10 AGE_18_OR_OVER EVIDENCE_INSUFFICIENT ADMISSION_REQUIRED, OVERRIDE CPS_AUTHORITY_REQUIRED, WARN TURNS_18_BEFORE_DEADLINE LIMITATION_DATE_NEAR, ANSWERED NOTIFICATION_OFFENCE DOMESTIC_OR_HATE_OFFENCE, INFORM WOULD_BE_FIRST_TIME_ENTRANT | STOP YCC_CONDITIONS_REQUIRED YCC_PENALTY_CAP, WARN YCC_ATTENDANCE_CAP YCC_DEADLINE',
    RECORD_OUTCOME: 'STOP AGE_18_OR_OVER YCC_CONDITIONS_REQUIRED YCC_PENALTY_CAP POLICE_DECISION_MISSING OUTCOME_DIFFERS_FROM_DECISION GIVEN_BY_MISSING APPROPRIATE_ADULT_MISSING CONSENT_MISSING EXPLANATION_MISSING, WARN YCC_ATTENDANCE_CAP YCC_DEADLINE',
    DELIVER:        '| STOP YCC_PENALTY_CAP, WARN YCC_ATTENDANCE_CAP YCC_DEADLINE',
    VARY:           'WARN TURNS_18_BEFORE_DEADLINE LIMITATION_DATE_NEAR, ANSWERED VARIATION_NOT_AGREED | STOP YCC_CONDITIONS_REQUIRED YCC_PENALTY_CAP, WARN YCC_ATTENDANCE_CAP YCC_DEADLINE',
  },
  CHARGE: {
    RECOMMEND:      'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10, OVERRIDE EVIDENCE_INSUFFICIENT, INFORM WOULD_BE_FIRST_TIME_ENTRANT',
    DECIDE:         'STOP DISPOSAL_NOT_IN_FORCE AGE_UNDER_10, OVERRIDE EVIDENCE_INSUFFICIENT, INFORM WOULD_BE_FIRST_TIME_ENTRANT',
    RECORD_OUTCOME: 'STOP POLICE_DECISION_MISSING OUTCOME_DIFFERS_FROM_DECISION',
  },
};

type Known = DisposalFacts & OutcomeFacts & ResolutionFacts & VariationFacts;

const asked: Readonly<Record<Stage, (disposal: BookCode, facts: Known) => Blocker[]>> = {
  RECOMMEND: (disposal, facts) => disposalBlockers({ ...facts, disposal }, 'RECOMMEND'),
  DECIDE: (disposal, facts) => disposalBlockers({ ...facts, disposal }, 'DECIDE'),
  RECORD_OUTCOME: (disposal, facts) => [
    ...disposalBlockers({ ...facts, disposal }, 'RECORD_OUTCOME'),
    ...outcomeBlockers({ ...facts, disposal }),
  ],
  DELIVER: (disposal, facts) => capBlockers({ ...facts, disposal }),
  VARY: (disposal, facts) => variationBlockers({ ...facts, disposal }, { ...facts, disposal }),
  REGISTER: (disposal, facts) => {
    const { registerRules } = disposals[disposal] as { registerRules: readonly RuleCode[] };
    return resolutionBlockers(facts).filter(({ code }) => registerRules.includes(code));
  },
};

const offence = {
  ...{ id: 'o1', date: '2026-09-01', homeOfficeClass: '92A', indictableOnly: false },
  features: [] as string[],
};
const condition = { object: 'REPARATIVE', description: 'Mend the fence', due: '2026-12-01' };

/** What leaves every gate open for a disposal: given while it was in force, to a child of fifteen. */
const right = (disposal: BookCode): Known => ({
  ...{ caseId: 'c1', dateOfBirth: '2011-05-05', offences: [offence], conditions: [condition] },
  ...{ day: disposal === 'OUTCOME_22_DEFERRED' ? '2026-01-20' : '2026-10-20' },
  ...{ evidenceSufficient: 'YES', responsibilityStance: 'FULL_ADMISSION', cpsAuthority: 'NOT_NEEDED' },
  ...{ earlierDisposals: [{ disposal: 'YOUTH_CAUTION' }], agreedBy: ['CHILD', 'POLICE'] },
  ...{ decidedDisposal: disposal, givenOn: '2026-10-28', givenBy: 'sergeant', place: 'Mansfield House' },
  ...{ appropriateAdult: 'mother', consent: 'SIGNED', explained: true, deliveryStatus: 'COMPLETED' },
  ...{ victimInformedOn: '2026-10-29', nfaReason: 'NOT_IN_PUBLIC_INTEREST_POLICE' },
  ...{ earlier: [], features: [], goesToPanel: ['SECOND_RESOLUTION', 'CANNABIS', 'KNIFE'] },
});

const eighteenOn = (day: string): string => `${Number(day.slice(0, 4)) - 18}${day.slice(4)}`;

/** The one fact that shuts each. */
const wrong: Readonly<Partial<Record<RuleCode, (facts: Known) => Known>>> = {
  DISPOSAL_NOT_IN_FORCE: () => ({ day: '2012-12-31', conditions: [{ ...condition, due: '2013-01-20' }] }),
  AGE_UNDER_10: () => ({ offences: [{ ...offence, date: '2021-05-04' }] }),
  AGE_18_OR_OVER: ({ day }) => ({ dateOfBirth: eighteenOn(day ?? '') }),
  EVIDENCE_INSUFFICIENT: () => ({ evidenceSufficient: 'NOT_KNOWN' }),
  RESPONSIBILITY_NOT_ACCEPTED: () => ({ responsibilityStance: 'PARTIAL_ADMISSION' }),
  ADMISSION_REQUIRED: () => ({ responsibilityStance: 'ACCEPTS_RESPONSIBILITY' }),
  CPS_AUTHORITY_REQUIRED: () => ({ offences: [{ ...offence, indictableOnly: true }], cpsAuthority: 'NOT_KNOWN' }),
  NOTIFICATION_OFFENCE: () => ({ offences: [{ ...offence, features: ['SEXUAL'] }] }),
  DOMESTIC_OR_HATE_OFFENCE: () => ({ offences: [{ ...offence, features: ['HATE'] }] }),
  YCC_CONDITIONS_REQUIRED: () => ({ conditions: [{ ...condition, object: 'RESTRICTIVE' }] }),
  YCC_PENALTY_CAP: () => ({ conditions: [{ ...condition, penaltyPence: 5001 }] }),
  YCC_ATTENDANCE_CAP: () => ({ conditions: [{ ...condition, attendanceHours: 20.5 }] }),
  YCC_DEADLINE: () => ({ conditions: [{ ...condition, due: '2027-02-10' }] }),
  TURNS_18_BEFORE_DEADLINE: () => ({ dateOfBirth: eighteenOn('2026-11-30') }),
  LIMITATION_DATE_NEAR: () => ({ offences: [{ ...offence, homeOfficeClass: '105A', date: '2026-05-01' }] }),
  WOULD_BE_FIRST_TIME_ENTRANT: () => ({ earlierDisposals: [{ disposal: 'OUTCOME_22' }] }),
  POLICE_DECISION_MISSING: () => ({ decidedDisposal: ' ' }),
  OUTCOME_DIFFERS_FROM_DECISION: () => ({ decidedDisposal: 'ANOTHER' }),
  GIVEN_BY_MISSING: () => ({ place: ' ' }),
  APPROPRIATE_ADULT_MISSING: () => ({ appropriateAdult: ' ' }),
  CONSENT_MISSING: () => ({ consent: 'REFUSED' }),
  EXPLANATION_MISSING: () => ({ explained: false }),
  ACTIVITY_NOT_COMPLETED: () => ({ deliveryStatus: 'UNDER_WAY' }),
  VICTIM_NOT_INFORMED: () => ({ victimInformedOn: null }),
  NFA_REASON_MISSING: () => ({ nfaReason: 'BECAUSE' }),
  VARIATION_NOT_AGREED: () => ({ agreedBy: ['CHILD'] }),
  POLICE_ONLY_RESOLUTION_LIMIT: () => ({ earlier: [{ disposal: 'COMMUNITY_RESOLUTION' }] }),
  CANNABIS_TO_PANEL: () => ({ features: ['CANNABIS'] }),
  KNIFE_TO_PANEL: () => ({ features: ['KNIFE'] }),
};

/** What the same fact shuts as well, where it is asked: somebody who is 18 turned 18, and no decision is none like it. */
const together: Readonly<Partial<Record<RuleCode, RuleCode>>> = {
  AGE_18_OR_OVER: 'TURNS_18_BEFORE_DEADLINE',
  POLICE_DECISION_MISSING: 'OUTCOME_DIFFERS_FROM_DECISION',
};

type Shut = { readonly code: RuleCode; readonly severity: string };

/** `STOP A B, WARN C` as what is shut. */
const listed = (text: string): Shut[] =>
  text.split(', ').flatMap((group) => {
    const [severity = '', ...codes] = group.trim().split(' ');
    return codes.map((code) => ({ code: code as RuleCode, severity }));
  });

const linesOf = (disposal: BookCode, stage: Stage): { unknown: Shut[]; all: Shut[] } => {
  const [unknown = '', known = ''] = (table[disposal][stage] ?? '').split('|');
  return { unknown: listed(unknown), all: [...listed(unknown), ...listed(known)] };
};

const inWords = (shut: readonly Shut[]): string[] => shut.map(({ code, severity }) => `${code} ${severity}`).toSorted();
const found = (blockers: readonly Blocker[]): string[] =>
  inWords(
    blockers.map(({ code, severity }) => ({
      code,
      severity: severity === 'WARN' && rules[code].acknowledged ? 'ANSWERED' : severity,
    })),
  );

describe.each(disposalCodes)('%s', (disposal) => {
  describe.each(stages)('at %s', (stage) => {
    const { unknown, all } = linesOf(disposal, stage);
    const facts = right(disposal);

    test('is shut with nothing known by what is written out, as hard as it is written', () => {
      expect(found(asked[stage](disposal, { caseId: 'c1' }))).toEqual(inWords(unknown));
    });

    test('is open with every fact right', () => {
      expect(found(asked[stage](disposal, facts))).toEqual([]);
    });

    // A stage that asks nothing has nothing to be wrong.
    for (const { code, severity } of all) {
      test(`is shut by ${code} alone when its fact alone is wrong`, () => {
        const also = all.filter((one) => one.code === together[code]);
        const changed = { ...facts, ...wrong[code]?.(facts) };
        expect(found(asked[stage](disposal, changed))).toEqual(inWords([{ code, severity }, ...also]));
      });
    }
  });

  test('has in its rows the rules that are written out, and no other', () => {
    const { rules: ofDisposal, outcomeRules, registerRules } = disposals[disposal];
    const written = new Set(stages.flatMap((stage) => linesOf(disposal, stage).all.map(({ code }) => code)));
    // Of a variation, not of the disposal: it is asked of conditions that can be enforced.
    written.delete('VARIATION_NOT_AGREED');
    expect([...ofDisposal, ...outcomeRules, ...registerRules].toSorted()).toEqual([...written].toSorted());
  });

  test('is said in the document of the rules to be as hard as is written out', () => {
    for (const { code, severity } of stages.slice(1).flatMap((stage) => linesOf(disposal, stage).all)) {
      const cases = severityCases(code);
      const held = cases.find(({ disposals: these }) => these?.includes(disposal)) ?? cases[0];
      expect([code, held?.severity]).toEqual([code, severity === 'ANSWERED' ? 'WARN' : severity]);
    }
  });
});
