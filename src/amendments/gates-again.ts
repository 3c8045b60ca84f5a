import type { CaseFound } from '../cases/find-case.js';
import { decisionFacts } from '../decisions/decision-facts.js';
import type { PoliceDecisionFound } from '../decisions/decisions.queries.js';
import { type Given, outcomeFacts, recordingBlockers } from '../outcomes/outcome-facts.js';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import type { OutcomeFound } from '../outcomes/outcomes.queries.js';
import type { RecordKind } from '../policy/amendments.js';
import { keptOn } from '../policy/disposal-book.js';
import { disposalBlockers } from '../policy/disposal-gates.js';
import type { Blocker } from '../policy/gate.js';
import type { Work } from '../platform/unit-of-work.js';
import type { DecisionRecord } from './decision-records.js';

/**
 * Every shut gate of a record as it reads, for comparing it with how it would read. What a recommendation’s words bear on
 * is only that they are written, and a correction leaves nothing empty.
 */
export async function blockersOfRecord(
  { tx, today }: Work,
  found: CaseFound,
  kind: RecordKind,
  whole: DecisionRecord['whole'],
): Promise<Blocker[]> {
  if (kind === 'RECOMMENDATION') return [];
  if (kind === 'POLICE_DECISION') {
    const { disposal, decidedOn, evaluation } = whole as PoliceDecisionFound;
    const held = keptOn(await storedEditions(tx), disposal, evaluation.disposalEdition, decidedOn);
    return disposalBlockers(await decisionFacts(tx, found, disposal, decidedOn), 'DECIDE', held?.row ?? null);
  }
  return recordingBlockers(await outcomeFacts(tx, found, givenFrom(whole as OutcomeFound), today));
}

/** An outcome as it was sent when it was recorded. */
function givenFrom(found: OutcomeFound): Given {
  const { disposal, givenOn, givenBy, place, appropriateAdult, consent, consentOn, explained } = found;
  return {
    ...{ disposal, givenOn, givenBy: givenBy ?? undefined, place: place ?? undefined },
    appropriateAdult: appropriateAdult ?? undefined,
    consent: consent ? { status: consent, on: consentOn ?? undefined } : undefined,
    explained: explained ?? undefined,
    victimInformedOn: found.victimInformedOn ?? undefined,
    nfaReason: found.nfaReason ?? undefined,
    conditions: found.conditions as Given['conditions'],
  } as Given;
}
