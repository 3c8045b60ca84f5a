import type { CaseFound } from '../cases/find-case.js';
import { type DisposalBook, entrantsIn, rowIn } from '../policy/disposal-book.js';
import { type DisposalFacts, disposalBlockers, disposalRules } from '../policy/disposal-gates.js';
import { unseenBlockers } from '../policy/earlier-disposal-gates.js';
import { disposalName } from '../policy/disposals.js';
import { differsBlockers, type EscalationStanding, underWayBlockers } from '../policy/escalation.js';
import { exploitationBlockers } from '../policy/exploitation.js';
import { type Blocker, casePage, isWritten } from '../policy/gate.js';
import { stateBlockers } from '../policy/lifecycle.js';
import { meetingBlockers } from '../policy/meeting-gates.js';
import { differenceBlockers } from '../policy/outcome-gates.js';
import { preparationBlockers } from '../policy/preparation-gates.js';
import { repeatExplainedBlockers } from '../policy/repeat-review.js';
import { preparationRules } from '../policy/preparation-rules.js';
import { adviceBlockers } from '../policy/prosecutor-advice.js';
import { unansweredBlockers } from '../policy/prosecutor.js';
import type { RuleCode } from '../policy/rules.js';
import { type Actor, may } from '../platform/actor.js';
import type { Source } from '../platform/database/read.js';
import { type DecisionFacts, type RecommendationFacts, recommendationFacts } from './decision-facts.js';
import type { PastSince } from './past-since.js';
import type { Asked } from './disposal-standings.js';

const meetingCodes: readonly RuleCode[] = [
  'REPEAT_NOT_EXPLAINED',
  ...(['NOT_ON_AGENDA', 'MEETING_NOT_BEGUN', 'NOT_QUORATE', 'CONFLICT_OF_INTEREST', 'RECORDER_NOT_PRESENT'] as const),
  ...(['VIEWS_NOT_GIVEN', 'REASONS_MISSING', 'LEAST_CRIMINALISING_NOT_EXPLAINED'] as const),
  ...(['MISSING_INFORMATION_NOT_EXPLAINED', 'GRAVITY_DEPARTURE_UNEXPLAINED'] as const),
];

/** What only the recommendation itself can answer, and so is not asked before it is written. */
const ofTheWriting: readonly RuleCode[] = [
  ...(['REASONS_MISSING', 'LEAST_CRIMINALISING_NOT_EXPLAINED'] as const),
  ...(['MISSING_INFORMATION_NOT_EXPLAINED', 'GRAVITY_DEPARTURE_UNEXPLAINED'] as const),
];

/**
 * Every shut gate of a recommendation at once, whatever may be passed over; the state of the case apart. `book` holds the
 * disposals of the day of the meeting.
 */
export function recommendationBlockers(facts: RecommendationFacts, book: DisposalBook): Blocker[] {
  const { preparation, meeting, disposal, escalation, whyNow } = facts;
  const row = rowIn(book, disposal.disposal);
  return [
    ...preparationBlockers(preparation, 'RECOMMEND'),
    ...meetingBlockers({ ...meeting, entrants: entrantsIn(book) }),
    ...repeatExplainedBlockers(preparation, { disposal: meeting.disposal, whyNow, informal: row?.informal }),
    ...exploitationBlockers(preparation),
    ...underWayBlockers(escalation),
    ...differenceFromSeniors(escalation, disposal.disposal, book),
    ...adviceBlockers(disposal),
    ...disposalBlockers(disposal, 'RECOMMEND', row),
  ].map((found) => withPage(found, facts));
}

/** What depends on the disposal, and is answered in the words of the recommendation. */
const ofTheChoice: readonly RuleCode[] = ['LEAST_CRIMINALISING_NOT_EXPLAINED', 'GRAVITY_DEPARTURE_UNEXPLAINED'];

/** What the panel would have to answer with a disposal, before anything is written. `book` as above. */
export function answeredWith(
  { preparation, meeting, disposal: known, escalation }: RecommendationFacts,
  book: DisposalBook,
): Asked {
  const entrants = entrantsIn(book);
  const always = exploitationBlockers(preparation);
  return ({ code: disposal, informal }) => [
    ...repeatExplainedBlockers(preparation, { disposal, informal }),
    ...meetingBlockers({ ...meeting, disposal, entrants }).filter(({ code }) => ofTheChoice.includes(code)),
    ...differenceFromSeniors(escalation, disposal, book),
    ...adviceBlockers({ ...known, disposal }),
    ...always,
  ];
}

/** Asks for words where another disposal is recorded than the seniors agreed on; of none chosen yet, of any. */
export const differenceFromSeniors = (
  standing: EscalationStanding,
  disposal: string | null | undefined,
  book: DisposalBook,
): Blocker[] => differsBlockers(standing, disposal, disposalName(standing.agreed, rowIn(book, standing.agreed)?.name));

/** A case that is on no agenda has no meeting to point to: it is listed first. */
const withPage = (found: Blocker, { preparation }: RecommendationFacts): Blocker =>
  found.mend.startsWith('/meetings/:id') ? { ...found, mend: casePage(preparation, 'listing') } : found;

/** The rules looked at for a recommendation, to be stored with it. */
export const recommendationRules = ({ disposal }: RecommendationFacts, book: DisposalBook): RuleCode[] => [
  ...(Object.keys(preparationRules) as RuleCode[]),
  ...meetingCodes,
  ...(['EXPLOITATION_DEFENCE_NOT_RAISED', 'ESCALATION_UNDER_WAY', 'DIFFERS_FROM_ESCALATION'] as const),
  'PROSECUTOR_ADVISED_OTHERWISE',
  ...disposalRules(disposal, 'RECOMMEND', rowIn(book, disposal.disposal)),
];

/** What is known to keep the panel from recommending before anything is written: preparation and meeting. */
export function blockersBefore(facts: RecommendationFacts): Blocker[] {
  const { preparation, meeting, escalation } = facts;
  return [
    ...preparationBlockers(preparation, 'RECOMMEND'),
    ...meetingBlockers(meeting),
    ...exploitationBlockers(preparation),
    ...underWayBlockers(escalation),
  ]
    .filter(({ code }) => !ofTheWriting.includes(code))
    .map((found) => withPage(found, facts));
}

/**
 * What keeps a case from being recommended on, for whoever asks how it stands; nobody but those who may record is told
 * that they are not in attendance.
 */
export async function recommendationReadiness(
  source: Source,
  found: CaseFound,
  actor: Actor,
  today: string,
): Promise<Blocker[]> {
  const facts = await recommendationFacts(source, found, actor, today);
  const records = may(actor, 'recommendation.record', found.panelAreaId);
  return [
    ...stateBlockers('RECOMMEND', found.state, found.id),
    ...blockersBefore(facts).filter(({ code }) => records || code !== 'RECORDER_NOT_PRESENT'),
  ];
}

/** Every shut gate of a police decision; `past` says what the panel knew and recommended, `book` is of the day of the decision. */
export function decisionBlockers(
  facts: DecisionFacts,
  past: PastSince,
  { reasonCode, reason, whyNow }: { reasonCode?: string | null; reason?: string | null; whyNow?: string | null },
  book: DisposalBook,
): Blocker[] {
  const { caseId, disposal } = facts;
  const row = rowIn(book, disposal);
  const isAsRecommended = disposal === past.recommended;
  const said = isAsRecommended && isWritten(past.whyNow) ? past.whyNow : whyNow;
  return [
    ...differenceBlockers({ caseId, disposal, recommended: past.recommended, reasonCode, reason }),
    ...unseenBlockers(past),
    ...repeatExplainedBlockers(past, { disposal, whyNow: said, informal: row?.informal }, 'police-decision'),
    ...beforeAnyDecision(facts),
    ...differenceFromSeniors(facts.escalation, disposal, book),
    ...adviceBlockers(facts),
    ...disposalBlockers(facts, 'DECIDE', row),
  ];
}

/** What police are told or asked whichever disposal they choose: a defence that nobody raised, a prosecutor who owes an answer. */
export const beforeAnyDecision = (facts: DecisionFacts): Blocker[] => [
  ...exploitationBlockers(facts),
  ...unansweredBlockers({ caseId: facts.caseId, openSince: facts.prosecutorOpenSince }),
];

/** What police would have to answer with a disposal, before anything is written. `past` and `book` as above. */
export const decidedWith = (facts: DecisionFacts, past: PastSince, book: DisposalBook): Asked => {
  const always = beforeAnyDecision(facts);
  const saidOf = (disposal: string) => (disposal === past.recommended ? past.whyNow : null);
  return ({ code: disposal, informal }) => [
    ...repeatExplainedBlockers(past, { disposal, whyNow: saidOf(disposal), informal }, 'police-decision'),
    ...differenceFromSeniors(facts.escalation, disposal, book),
    ...adviceBlockers({ ...facts, disposal }),
    ...always,
  ];
};

export const decisionRules = (facts: DisposalFacts, book: DisposalBook): RuleCode[] => [
  'DIFFERENCE_UNEXPLAINED',
  'DIFFERENCE_NOT_CODED',
  'EARLIER_DISPOSAL_NOT_ANALYSED',
  'REPEAT_NOT_REVIEWED',
  'REPEAT_NOT_EXPLAINED',
  'PROSECUTOR_NOT_ANSWERED',
  'PROSECUTOR_ADVISED_OTHERWISE',
  'EXPLOITATION_DEFENCE_NOT_RAISED',
  'DIFFERS_FROM_ESCALATION',
  ...disposalRules(facts, 'DECIDE', rowIn(book, facts.disposal)),
];

/**
 * What is kept of the facts beside a decision. What stands in columns of its own is not repeated, and of the
 * consideration of identity it is kept that it was written, not what it says.
 */
export function inputsOf({ preparation, meeting, disposal }: RecommendationFacts): Readonly<Record<string, unknown>> {
  const { identityConsideration, ...prepared } = preparation;
  const { reasons: _, optionsConsidered: __, gravityDeparture: ___, ...written } = meeting;
  const { leastCriminalising: ____, missingInformation: _____, victims: ______, ...met } = written;
  return { ...prepared, identityConsidered: isWritten(identityConsideration), ...met, ...disposal };
}
