import type { Field } from '../platform/web/form-fields.js';

const reason: Field = {
  ...{ id: 'reason', kind: 'LONG_TEXT', limit: 500, ask: 'Why do the days change?', optional: true },
  hint: 'Needed where a day comes or goes: what was counted by the days before is counted anew from now on',
};

/** The days of a year, and where they were published; of a year that is known also why they change. */
export const bankHolidayFields = (isKnown: boolean): readonly Field[] => [
  {
    id: 'days',
    kind: 'GROUP',
    ask: 'Bank holidays in England and Wales',
    hint: 'Compare each with what the government publishes. A day proclaimed for one year alone has to be added.',
    itemName: 'day',
    most: 20,
    questions: [{ id: 'day', kind: 'DAY', ask: 'Day' }],
  },
  {
    ...{ id: 'source', kind: 'TEXT', limit: 500, ask: 'Where were they published?' },
    hint: 'For example, gov.uk/bank-holidays, looked at on 4 March 2027',
  },
  ...(isKnown ? [reason] : []),
];
