import sql from 'sql-template-tag';
import { calendarOf } from '../access/bank-holidays.queries.js';
import type { CaseFound } from '../cases/find-case.js';
import { decisionFacts } from '../decisions/decision-facts.js';
import { decisionOf } from '../decisions/decision-of.js';
import type { DeliveryStatus } from '../policy/delivery.js';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import { bookOn, type DisposalEdition, editionAt } from '../policy/disposal-book.js';
import type { Disposal } from '../policy/disposal.js';
import { type DisposalFacts, disposalBlockers, disposalRules } from '../policy/disposal-gates.js';
import { type DutyFacts, haveEnhancedRights } from '../policy/duties.js';
import { type Blocker, isWritten } from '../policy/gate.js';
import { stateBlockers } from '../policy/lifecycle.js';
import { outcomeBlockers, type OutcomeFacts, rulesOfOutcome } from '../policy/outcome-gates.js';
import { adviceSince } from '../policy/prosecutor-advice.js';
import { unansweredBlockers } from '../policy/prosecutor.js';
import type { RuleCode } from '../policy/rules.js';
import { row, rows, type Source } from '../platform/database/read.js';
import { isSettled } from '../victims/victims-to-tell.js';
import type { OutcomeInput } from './outcome.input.js';

export type Given = Partial<Omit<OutcomeInput, 'overrides' | 'version'>>;

export type OutcomeKnown = {
  readonly outcome: OutcomeFacts;
  readonly disposal: DisposalFacts;
  /** What came of the prosecutor since police decided, or is still owed. */
  readonly prosecutor: {
    readonly openSince: string | null;
    readonly advisedAt: string | null;
    readonly decidedAt: string | null;
  };
  readonly duties: DutyFacts;
  readonly deliveryStatus: DeliveryStatus | null;
  /** The disposal as it is given: in the edition it was decided under. */
  readonly row: Disposal | null;
  /** The day police decided; null where no decision stands. */
  readonly decidedOn: string | null;
  /** The day on which what was delivered ended; null where it did not, or nothing is. */
  readonly endedOn: string | null;
  readonly edition: number;
};

type Stored = {
  readonly deliveryStatus: DeliveryStatus | null;
  readonly endedOn: string | null;
  readonly noIdentifiableVictimReason: string | null;
};

/**
 * Everything that is looked at when an outcome is recorded: what is stored, and what is about to be. With no disposal
 * given it is the one police decided; with no day, what depends on it is looked at as of today.
 */
export async function outcomeFacts(
  source: Source,
  found: CaseFound,
  given: Given,
  today: string,
): Promise<OutcomeKnown> {
  const caseId = found.id;
  const decided = (await decisionOf(source, caseId))?.decision ?? null;
  const decidedDisposal = decided?.disposal ?? null;
  const { deliveryStatus, endedOn, noIdentifiableVictimReason } = await storedOf(source, caseId);
  const victims = await harmedIn(source, caseId);
  const kinds = victims.filter(({ settled }) => !settled);
  const chosen = given.disposal ?? decidedDisposal;
  const { givenOn = null, givenBy, place, victimInformedOn, nfaReason, conditions = null } = given;
  const held = await heldFor(source, chosen, decided, givenOn ?? today);
  const base = await decisionFacts(source, found, chosen, givenOn ?? today);
  const agreed = { appropriateAdult: given.appropriateAdult?.name, consent: given.consent?.status };
  const noVictim = isWritten(noIdentifiableVictimReason) ? 0 : null;
  return {
    ...{ deliveryStatus, endedOn, row: held?.row ?? null, edition: held?.edition ?? 0 },
    decidedOn: decided?.decidedOn ?? null,
    outcome: {
      ...{ caseId, disposal: chosen, decidedDisposal, givenOn, givenBy, place, ...agreed },
      ...{ explained: given.explained, deliveryStatus, victimInformedOn, noIdentifiableVictimReason, nfaReason },
    },
    disposal: { ...base, conditions },
    prosecutor: {
      ...{ openSince: base.prosecutorOpenSince, advisedAt: base.advisedAt, decidedAt: decided?.decidedAt ?? null },
    },
    duties: {
      ...{ disposal: chosen, givenOn, earlierDisposals: base.earlierDisposals, victimInformedOn },
      calendar: await calendarOf(source),
      victims: victims.length > 0 ? kinds.length : noVictim,
      enhancedRights: haveEnhancedRights(
        kinds.map(({ kind }) => kind),
        base.offences ?? [],
      ),
    },
  };
}

type Decided = { readonly disposal: string; readonly edition: number } | null;

/** As it was decided; anything else is not what was decided, and is looked at as it holds on that day. */
async function heldFor(
  source: Source,
  chosen: string | null,
  decided: Decided,
  day: string,
): Promise<DisposalEdition | null> {
  const stored = await storedEditions(source);
  const kept = chosen && chosen === decided?.disposal ? editionAt(stored, chosen, decided.edition) : null;
  return kept ?? bookOn(stored, day).get(chosen ?? '') ?? null;
}

/** Who was harmed; `settled` who was told the outcome, or is left alone. */
const harmedIn = (source: Source, caseId: string): Promise<{ kind: string; settled: number }[]> =>
  rows(
    source,
    sql`select v.kind, case when ${isSettled} then 1 else 0 end as "settled"
        from victims v join people_harmed h on h.id = v."harmedId"
        left join victim_tellings t on t."victimId" = v.id where v."caseId" = ${caseId}`,
  );

async function storedOf(source: Source, caseId: string): Promise<Stored> {
  const found = await row<Stored>(
    source,
    sql`select y.status as "deliveryStatus", y."endedOn", c."noIdentifiableVictimReason"
        from cases c left join deliveries y on y."caseId" = c.id where c.id = ${caseId}`,
  );
  return found ?? { deliveryStatus: null, endedOn: null, noIdentifiableVictimReason: null };
}

/** Every shut gate of an outcome at once; the state of the case apart. */
export const recordingBlockers = (known: OutcomeKnown): Blocker[] => [
  ...outcomeBlockers(known.outcome, known.row),
  ...ofTheProsecutor(known),
  ...disposalBlockers(known.disposal, 'RECORD_OUTCOME', known.row),
];

const ofTheProsecutor = ({ disposal, prosecutor }: OutcomeKnown): Blocker[] => [
  ...unansweredBlockers({ caseId: disposal.caseId, openSince: prosecutor.openSince }),
  ...adviceSince({ ...disposal, ...prosecutor }),
];

/** The rules looked at for an outcome, to be stored with it. */
export const recordingRules = ({ outcome, disposal, row }: OutcomeKnown): RuleCode[] => [
  ...rulesOfOutcome(outcome.disposal, row),
  ...(['PROSECUTOR_NOT_ANSWERED', 'PROSECUTOR_ADVISED_OTHERWISE'] as const),
  ...disposalRules(disposal, 'RECORD_OUTCOME', row),
];

/** Not asked of what only the outcome itself can answer. */
const beforeWriting: readonly RuleCode[] = ['POLICE_DECISION_MISSING', 'ACTIVITY_NOT_COMPLETED'];

/** What is known to keep an outcome from being recorded before anything of it is written; the state of the case apart. */
export const blockersBefore = (known: OutcomeKnown): Blocker[] => [
  ...outcomeBlockers(known.outcome, known.row).filter(({ code }) => beforeWriting.includes(code)),
  ...ofTheProsecutor(known),
];

/** What keeps the outcome of a case from being recorded, for whoever asks how it stands; the same for everybody. */
export const outcomeReadiness = async (source: Source, found: CaseFound, today: string): Promise<Blocker[]> => [
  ...stateBlockers('RECORD_OUTCOME', found.state, found.id),
  ...blockersBefore(await outcomeFacts(source, found, {}, today)),
];

/**
 * What is kept of the facts beside an outcome. What stands in columns of its own is not repeated, and of the reason why
 * there is no victim it is kept that it was written, not what it says.
 */
export function inputsOf({ outcome, disposal, duties }: OutcomeKnown): Readonly<Record<string, unknown>> {
  const { decidedDisposal, deliveryStatus, noIdentifiableVictimReason } = outcome;
  const { conditions: _, ...looked } = disposal;
  const { victims, enhancedRights } = duties;
  const noIdentifiableVictim = isWritten(noIdentifiableVictimReason);
  return { ...looked, decidedDisposal, deliveryStatus, noIdentifiableVictim, victims, enhancedRights };
}
