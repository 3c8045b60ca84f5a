/** The days of a case, as far as they are known: `YYYY-MM-DD`, and nothing or empty where they are not. */
export type CaseDays = {
  /** Of the first offence. */
  readonly offenceOn?: string | null | undefined;
  readonly bailDate?: string | null | undefined;
  /** When a child, a carer or a victim was heard, or somebody tried to hear them. */
  readonly heardOn?: string | null | undefined;
  readonly referredOn?: string | null | undefined;
  /** The first day on which police could decide on the recommendation. */
  readonly recommendedOn?: string | null | undefined;
  /** When a case went to the prosecutor, and when an answer came. */
  readonly sentOn?: string | null | undefined;
  readonly receivedOn?: string | null | undefined;
  readonly decidedOn?: string | null | undefined;
  readonly consentOn?: string | null | undefined;
  readonly givenOn?: string | null | undefined;
  /** By when a condition of the outcome is to be met. */
  readonly conditionDueOn?: string | null | undefined;
  readonly victimInformedOn?: string | null | undefined;
  /** First and last day of what is delivered; the last as it was planned, and as it came. */
  readonly startedOn?: string | null | undefined;
  readonly dueOn?: string | null | undefined;
  readonly endedOn?: string | null | undefined;
  /** The last day of an activity that has to be completed before the outcome is given. */
  readonly activityEndedOn?: string | null | undefined;
  /** First and last day of one thing that is to be done. */
  readonly actionStartsOn?: string | null | undefined;
  readonly actionDueOn?: string | null | undefined;
  /** The latest contact with the child; whatever happened in a delivery; a variation. */
  readonly contactOn?: string | null | undefined;
  readonly happenedOn?: string | null | undefined;
  readonly variedOn?: string | null | undefined;
};

export type CaseDay = keyof CaseDays;

/** Two days that stand in the wrong order: either of them may be the wrong one. */
export type DaysFault = { readonly earlier: CaseDay; readonly later: CaseDay; readonly message: string };

const before = (earlier: CaseDay, later: CaseDay, message: string): DaysFault => ({ earlier, later, message });

// prettier-ignore
const order: readonly DaysFault[] = [
  before('offenceOn', 'bailDate', 'Bail cannot end before the offence'),
  before('offenceOn', 'heardOn', 'The day cannot be before the day of the offence'),
  before('referredOn', 'sentOn', 'The case cannot have been sent before it was referred to the panel'),
  before('sentOn', 'receivedOn', 'The answer cannot have come before the case was sent'),
  before('recommendedOn', 'decidedOn', 'Police cannot have decided before the panel recommended'),
  before('decidedOn', 'consentOn', 'The child cannot have agreed to it before police decided'),
  before('decidedOn', 'givenOn', 'The outcome cannot be before the police decision'),
  before('consentOn', 'givenOn', 'The child must have agreed on or before the day of the outcome'),
  before('activityEndedOn', 'givenOn', 'The outcome cannot be before the activity ended'),
  before('givenOn', 'conditionDueOn', 'A condition cannot be due before the outcome is given'),
  before('givenOn', 'victimInformedOn', 'The victim cannot be told of an outcome before its day'),
  before('decidedOn', 'startedOn', 'It cannot have begun before the police decision'),
  before('decidedOn', 'actionStartsOn', 'It cannot begin before the police decision'),
  before('decidedOn', 'actionDueOn', 'Nothing can be due before the police decision'),
  before('decidedOn', 'happenedOn', 'The day cannot be before the police decision'),
  before('decidedOn', 'variedOn', 'The day cannot be before the police decision'),
  before('decidedOn', 'endedOn', 'The day cannot be before the police decision'),
  before('startedOn', 'actionDueOn', 'Nothing can be due before it all began'),
  before('startedOn', 'dueOn', 'The last day cannot be before the first'),
  before('startedOn', 'endedOn', 'The last day cannot be before the first'),
  before('actionStartsOn', 'actionDueOn', 'The last day cannot be before the first'),
  before('actionDueOn', 'dueOn', 'The last day cannot be before that of an action'),
  before('contactOn', 'endedOn', 'It cannot have ended before a contact'),
  before('variedOn', 'actionDueOn', 'Nothing can be due before it was agreed'),
  before('variedOn', 'dueOn', 'The last day cannot be before the variation'),
];

/**
 * Police refer, the panel recommends, police decide, the child agrees, the outcome is given and the victim is told; what was
 * decided is delivered from the decision on. Days that are known are in this order, and may be the same. Whatever act writes
 * a day asks here. In: the days. Out: each pair that is not in order; none where a day is not known. Source: house rule, from
 * the order of the steps in lifecycle.ts; that the child agrees first, Crime and Disorder Act 1998 s66B; that an activity is
 * completed before the outcome, Home Office crime outcomes framework (Outcome 22).
 */
export const daysOutOfOrder = (days: CaseDays): DaysFault[] =>
  order.filter(({ earlier, later }) => {
    const [first, second] = [days[earlier], days[later]];
    return Boolean(first && second && second < first);
  });
