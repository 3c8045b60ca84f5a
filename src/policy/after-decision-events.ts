import { correctableField, type RecordKind, recordKinds, type ReviewReason, reviewReasons } from './amendments.js';
import { disposalSaid } from './event-words.js';
import { type EscalationResult, escalationResults, type Side, sides } from './escalation.js';
import { type ProsecutorResult, prosecutorResults } from './prosecutor.js';

/**
 * What happens around a decision: police make it, it goes to the prosecutor, it is disagreed about, it is taken back, corrected, reviewed.
 * Details hold codes and days alone. Source: as `events`, of which these are part.
 */
export const afterDecisionEvents = {
  CASE_ESCALATED: () => 'escalated the case',
  POLICE_DECISION_RECORDED: ({ disposal, differs }: { disposal: string; differs: boolean }) =>
    `recorded the police decision: ${disposalSaid(disposal)}${differs ? ' (not what the panel recommended)' : ''}`,

  // taken back, corrected, reviewed
  RECORD_UNDONE: ({ kind }: { kind: RecordKind }) => `took back a slip: ${recordKinds[kind].toLowerCase()}`,
  RECORD_CORRECTED: ({ kind, field }: { kind: RecordKind; field: string }) =>
    `corrected a slip of the pen in ${recordKinds[kind].toLowerCase()}: ${(correctableField(kind, field)?.name ?? field).toLowerCase()}`,
  RECORD_REVIEWED: ({ kind, reasonCode }: { kind: RecordKind; reasonCode: ReviewReason }) =>
    `reviewed what was decided: ${recordKinds[kind].toLowerCase()} is made anew (${reviewReasons[reasonCode].toLowerCase()})`,

  // the prosecutor
  PROSECUTOR_REFERRED: ({ sentOn, dueOn }: { sentOn: string; dueOn: string | null }) =>
    `referred the case to the Crown Prosecution Service on ${sentOn}${dueOn ? `, for an answer by ${dueOn}` : ''}`,
  PROSECUTOR_ANSWERED: ({ result, receivedOn }: { result: ProsecutorResult; receivedOn: string }) =>
    `recorded what the Crown Prosecution Service answered on ${receivedOn}: ${prosecutorResults[result].name.toLowerCase()}`,

  // disagreement
  ESCALATION_LADDER_WRITTEN: ({ from, steps }: { from: string; steps: number }) =>
    `wrote a ladder of ${steps} steps for disagreements, from ${from}`,
  ESCALATION_STEP_BEGUN: ({ step, dueOn }: { step: number; dueOn: string | null }) =>
    `began step ${step} of the escalation${dueOn ? `, to be settled by ${dueOn}` : ''}`,
  ESCALATION_SENIOR_NAMED: ({ step, side }: { step: number; side: Side }) =>
    `named who is asked for ${sides[side].toLowerCase()} in step ${step} of the escalation`,
  ESCALATION_VIEW_GIVEN: ({ side, result }: { side: Side; result: EscalationResult }) =>
    `gave the view of ${sides[side].toLowerCase()}: ${escalationResults[result].toLowerCase()}`,
  ESCALATION_SETTLED: ({ result, agreed }: { result: EscalationResult; agreed: boolean }) =>
    agreed
      ? `settled the disagreement: ${escalationResults[result].toLowerCase()}`
      : `ended the escalation without agreement: ${escalationResults[result].toLowerCase()}`,
  ESCALATION_ACKNOWLEDGED: () => 'took note for the panel of how the escalation ended',
} as const;
