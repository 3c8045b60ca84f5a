import { adviceAsk, adviceBlockers, type AdviceFacts } from './prosecutor-advice.js';

const known: AdviceFacts = { state: 'DECIDED', advised: 'ADVICE_CHARGE', advisedAt: '2026-11-24T10:00:00.000Z' };
const decided = { decided: 'COMMUNITY_RESOLUTION', decidedAt: '2026-11-23T10:00:00.000Z' };
const facts = (more: AdviceFacts): AdviceFacts => ({ ...known, ...decided, ...more });

test.each<[string, AdviceFacts, string | null]>([
  ['to charge after another decision asks for a review', {}, 'REVIEW'],
  ['to charge asks for one after the outcome too', { state: 'OUTCOME_RECORDED' }, 'REVIEW'],
  ['that police knew when they decided asks for nothing', { decidedAt: '2026-11-24T10:00:00.000Z' }, null],
  ['that agrees with the decision asks for nothing', { advised: 'ADVICE_OUT_OF_COURT' }, null],
  ['to take no action agrees with taking none', { advised: 'ADVICE_NO_ACTION', decided: 'NO_FURTHER_ACTION' }, null],
  ['to charge differs from taking none', { decided: 'NO_FURTHER_ACTION' }, 'REVIEW'],
  ['to charge agrees with a charge', { decided: 'CHARGE' }, null],
  ['to take no action differs from a charge', { decided: 'CHARGE', advised: 'ADVICE_NO_ACTION' }, 'REVIEW'],
  ['on a recommended case asks for a decision', { state: 'RECOMMENDED', advised: 'AUTHORISED' }, 'DECIDE'],
  ['to charge asks for a decision before the panel met', { state: 'PREPARING' }, 'DECIDE'],
  ['to deal with it out of court asks nothing before it met', { state: 'LISTED', advised: 'AUTHORISED' }, null],
  ['that nobody is needed asks for nothing', { state: 'RECOMMENDED', advised: 'NOT_NEEDED' }, null],
  ['on a case that ended asks for nothing', { state: 'RETURNED_TO_POLICE' }, null],
  ['that nobody gave asks for nothing', { advised: null }, null],
])('advice %s', (_, more, expected) => {
  expect(adviceAsk(facts(more))).toBe(expected);
});

test.each([
  ['COMMUNITY_RESOLUTION', 'REFUSED', true],
  ['OUTCOME_22', 'ADVICE_CHARGE', true],
  ['A_DISPOSAL_OF_AN_AREA', 'ADVICE_NO_ACTION', true],
  ['YOUTH_CAUTION', 'AUTHORISED', false],
  ['YOUTH_CAUTION', 'NOT_NEEDED', false],
  ['NO_FURTHER_ACTION', 'REFUSED', false],
  ['NO_FURTHER_ACTION', 'ADVICE_CHARGE', true],
  ['CHARGE', 'REFUSED', false],
  ['CHARGE', 'ADVICE_OUT_OF_COURT', true],
  ['COMMUNITY_RESOLUTION', null, false],
  [null, 'REFUSED', false],
] as const)('%s after %s has to be explained: %s', (disposal, advised, isAsked) => {
  expect(adviceBlockers({ caseId: 'x', disposal, advised }).map(({ code }) => code)).toEqual(
    isAsked ? ['PROSECUTOR_ADVISED_OTHERWISE'] : [],
  );
});
