/** The days of a decision, as far as they are known: `YYYY-MM-DD`, and nothing or empty where they are not. */
export type DecisionDays = {
  /** The first day on which police could decide on the recommendation. */
  readonly recommendedOn?: string | null | undefined;
  readonly decidedOn?: string | null | undefined;
  readonly givenOn?: string | null | undefined;
  readonly consentOn?: string | null | undefined;
  readonly victimInformedOn?: string | null | undefined;
};

/** Two days that stand in the wrong order: either of them may be the wrong one. */
export type DaysFault = {
  readonly earlier: keyof DecisionDays;
  readonly later: keyof DecisionDays;
  readonly message: string;
};

const order: readonly DaysFault[] = [
  {
    earlier: 'recommendedOn',
    later: 'decidedOn',
    message: 'Police cannot have decided before the meeting of the panel',
  },
  { earlier: 'decidedOn', later: 'givenOn', message: 'The outcome cannot be before the police decision' },
  { earlier: 'consentOn', later: 'givenOn', message: 'The child must have agreed on or before the day of the outcome' },
  { earlier: 'givenOn', later: 'victimInformedOn', message: 'The victim cannot be told of an outcome before its day' },
];

/**
 * The panel recommends, police decide, the child agrees, the outcome is given, the victim is told: days that are known are in
 * this order, and may be the same. In: the days. Out: each pair that is not in order; none where a day is not known. Source:
 * house rule, from the order of the steps in lifecycle.ts; that the child agrees first, Crime and Disorder Act 1998 s66B.
 */
export const daysOutOfOrder = (days: DecisionDays): DaysFault[] =>
  order.filter(({ earlier, later }) => {
    const [before, after] = [days[earlier], days[later]];
    return Boolean(before && after && after < before);
  });
