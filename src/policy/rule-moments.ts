import { errorBlockers, reviewBlockers, undoBlockers } from './amendments.js';
import { areaSettings, usualSettings } from './area-settings.js';
import { givingBlockers, notingBlockers, openingBlockers } from './discussion-gates.js';
import { disposalRuleCodes, disposalRules, type DisposalFacts } from './disposal-gates.js';
import { disposals } from './disposals.js';
import { unseenBlockers } from './earlier-disposal-gates.js';
import { differsBlockers, seniorBlockers, underWayBlockers } from './escalation.js';
import { exploitationBlockers } from './exploitation.js';
import type { Blocker } from './gate.js';
import { letterBlockers, victimLetterBlockers } from './letter-gates.js';
import { lifecycle, stateBlockers } from './lifecycle.js';
import { arrangingBlockers, changingBlockers, listingBlockers, noteBlockers, returnBlockers } from './listing-gates.js';
import { meetingBlockers } from './meeting-gates.js';
import { closingBlockers, differenceBlockers, outcomeRuleCodes } from './outcome-gates.js';
import { preparationBlockers, type PreparationStage } from './preparation-gates.js';
import { adviceBlockers, adviceSince } from './prosecutor-advice.js';
import { prosecutorBlockers, unansweredBlockers } from './prosecutor.js';
import { repeatExplainedBlockers, reviewerBlockers } from './repeat-review.js';
import { registerBlockers } from './register-gates.js';
import { resolutionBlockers, routingFlags } from './routing.js';
import { ruleCodes, type RuleCode } from './rules.js';
import { capBlockers, changeBlockers, variationRules } from './variation-gates.js';

/** When rules are asked, in the words people read, in the order of a case’s life. Source: the life of a case. */
export const ruleMoments = {
  REGISTER: 'Register a resolution that police issued',
  ROUTE: 'See where a case goes, and what is checked first',
  REVIEW_REPEAT: 'Review a repeat before the meeting',
  SIGN_OFF: lifecycle.SIGN_OFF.name,
  LIST: lifecycle.LIST.name,
  CHANGE_MEETING: 'Arrange, move or cancel a meeting',
  DISCUSS: 'Give a view or a note, and open and note the discussion',
  ADJOURN: lifecycle.ADJOURN.name,
  RECOMMEND: lifecycle.RECOMMEND.name,
  ESCALATE: 'Give a senior’s view of a disagreement',
  REFER_TO_PROSECUTOR: 'Refer to the prosecutor',
  DECIDE: lifecycle.DECIDE.name,
  RECORD_OUTCOME: lifecycle.RECORD_OUTCOME.name,
  DELIVER: 'Record the delivery',
  VARY: 'Vary conditions',
  WRITE: 'Write or send a letter',
  CLOSE: lifecycle.CLOSE.name,
  UNDO: lifecycle.UNDO.name,
  REVIEW: lifecycle.REVIEW.name,
  WITHDRAW: lifecycle.WITHDRAW.name,
  EVERY_STEP: 'Every step of a case',
} as const;

/** When the rules in a disposal's row are asked, in the words people read. Source: the life of a case. */
export const disposalMoments = {
  rules: 'At the recommendation and the decision; of conditions, once there are any',
  outcomeRules: 'When the outcome is recorded',
  registerRules: 'When police register one issued without the panel',
} as const;

export type RuleMoment = keyof typeof ruleMoments;
export const ruleMomentCodes = Object.keys(ruleMoments) as RuleMoment[];

const codesOf = (...found: readonly (readonly Blocker[])[]): RuleCode[] => found.flat().map(({ code }) => code);

/** Everything that an area can send to the panel. */
const goesToPanel = Object.keys(areaSettings.goesToPanel.options);
/** A child who has come to the threshold. */
const repeated = { earlierDisposals: [], reviewThresholds: { ...usualSettings, repeatReviewInformal: 0 } };
/** One more of these, of which the panel did not know. */
const repeatedNow = {
  ...repeated,
  earlierDisposals: [{ id: 'x', disposal: 'COMMUNITY_RESOLUTION', givenOn: '2026-11-23' }],
};
const LATER = '2026-11-23';
/** A deputy of an agency for which somebody else has given the view. */
const deputy = { personId: 'x', agency: 'YOUTH_JUSTICE_SERVICE', deputyFor: 'POLICE' } as const;
const forAnother = { actorId: 'x', attendances: [deputy], ownViewBy: 'y' };
const prepared = (stage: PreparationStage): RuleCode[] => codesOf(preparationBlockers({}, stage));
const conditional = { disposal: 'YOUTH_CONDITIONAL_CAUTION' };
/** A disposal to which every rule applies. What is asked of its conditions waits until there are any. */
const anyRow = { ...disposals.YOUTH_CONDITIONAL_CAUTION, rules: disposalRuleCodes };
const withConditions: DisposalFacts = { ...conditional, conditions: [] };
/** What is above every cap. */
const excessive = { object: 'PUNITIVE', description: 'x', penaltyPence: 1_000_000, attendanceHours: 1000 };
const refused = { disposal: 'COMMUNITY_RESOLUTION', advised: 'REFUSED' } as const;
const advisedOtherwise = adviceBlockers(refused);

/** Each gate is asked with nothing known, which leaves it shut; where nothing known opens it, with what shuts it. */
const asked: Readonly<Record<RuleMoment, () => readonly RuleCode[]>> = {
  REGISTER: () => codesOf(resolutionBlockers({ goesToPanel }), registerBlockers({})),
  ROUTE: () => codesOf(routingFlags({ goesToPanel })),
  REVIEW_REPEAT: () => codesOf(reviewerBlockers({})),
  SIGN_OFF: () => prepared('SIGN_OFF'),
  LIST: () => [...prepared('LIST'), ...codesOf(listingBlockers({ capacity: 1, adjournedUntil: LATER }))],
  CHANGE_MEETING: () => codesOf(arrangingBlockers({}), changingBlockers({})),
  DISCUSS: () =>
    codesOf(
      givingBlockers({ viewsBefore: 'OFF' }),
      openingBlockers({ openedAt: '2026-11-23T10:00:00.000Z' }),
      notingBlockers({}),
      givingBlockers(forAnother),
      noteBlockers({}),
    ),
  ADJOURN: () => codesOf(returnBlockers({})),
  RECOMMEND: () => [
    ...prepared('RECOMMEND'),
    ...codesOf(meetingBlockers({}), repeatExplainedBlockers(repeated, {}), exploitationBlockers({})),
    ...codesOf(underWayBlockers({}), differsBlockers({})),
    ...codesOf(advisedOtherwise),
    ...disposalRules(conditional, 'RECOMMEND', anyRow),
  ],
  ESCALATE: () => codesOf(seniorBlockers({}), seniorBlockers({ actorId: 'x', keptOut: ['x'] })),
  REFER_TO_PROSECUTOR: () => codesOf(prosecutorBlockers({})),
  DECIDE: () => [
    ...codesOf(differenceBlockers({}), unansweredBlockers({ openSince: LATER }), exploitationBlockers({})),
    ...codesOf(unseenBlockers(repeatedNow), repeatExplainedBlockers(repeated, {}), differsBlockers({})),
    ...codesOf(advisedOtherwise),
    ...disposalRules(conditional, 'DECIDE', anyRow),
  ],
  RECORD_OUTCOME: () => [
    ...outcomeRuleCodes,
    ...codesOf(unansweredBlockers({ openSince: LATER }), adviceSince({ ...refused, advisedAt: LATER })),
    ...disposalRules(withConditions, 'RECORD_OUTCOME', anyRow),
  ],
  DELIVER: () =>
    codesOf(changeBlockers({}, [], [{}]), capBlockers({ ...withConditions, conditions: [excessive] }, anyRow)),
  VARY: () => variationRules(conditional, withConditions, anyRow),
  WRITE: () => codesOf(victimLetterBlockers({}), letterBlockers({ matterId: 'one', draftedOf: 'another' })),
  CLOSE: () => codesOf(closingBlockers({})),
  UNDO: () => codesOf(undoBlockers({})),
  REVIEW: () => codesOf(reviewBlockers({})),
  WITHDRAW: () => codesOf(errorBlockers({})),
  EVERY_STEP: () => codesOf(stateBlockers('CLOSE', 'CLOSED', '')),
};

const momentsByRule = (): Readonly<Record<RuleCode, readonly RuleMoment[]>> => {
  const found = ruleMomentCodes.map((moment) => ({ moment, codes: new Set(asked[moment]()) }));
  const of = (code: RuleCode) => found.filter(({ codes }) => codes.has(code)).map(({ moment }) => moment);
  return Object.fromEntries(ruleCodes.map((code) => [code, of(code)])) as Record<RuleCode, RuleMoment[]>;
};

/** Found when it is first looked up: only the tables of the rules look. */
let byRule: ReturnType<typeof momentsByRule> | undefined;

/** When a rule is asked, found by asking every gate. In: code. Out: moments, in their order. Source: the gates. */
export function momentsOf(code: RuleCode): readonly RuleMoment[] {
  byRule ??= momentsByRule();
  return byRule[code];
}
