import { agencies, type Agency } from '../policy/agencies.js';
import { checkStandings } from '../policy/check-standing.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';
import type { CheckStatus } from './agency-check.entity.js';

/** What those who prepare the case choose from. Whether an awaited answer is overdue is not chosen: its day says so. */
const statusWords: Record<CheckStatus, string> = {
  NOT_REQUESTED: checkStandings.NOT_ASKED,
  REQUESTED: 'Asked, answer awaited',
  INFORMATION_RECEIVED: checkStandings.ANSWERED,
  NIL_RETURN: checkStandings.NIL_RETURN,
  NOT_APPLICABLE: checkStandings.NOT_APPLICABLE,
};

const answers: Field = {
  id: 'status',
  kind: 'CHOICE',
  ask: 'What does the agency answer?',
  options: [
    { value: 'INFORMATION_RECEIVED', label: 'It has information' },
    { value: 'NIL_RETURN', label: 'It looked and nothing is known', hint: 'A nil return' },
    { value: 'NOT_APPLICABLE', label: 'The check does not apply to this child' },
  ],
};

const content: Field = {
  id: 'content',
  kind: 'LONG_TEXT',
  limit: 4000,
  ask: 'What is known?',
  hint: 'What bears on the child’s safety, the safety of others and what would help. Keep fact and opinion apart.',
  when: { question: 'status', is: 'INFORMATION_RECEIVED' },
};

const reason: Field = {
  id: 'reason',
  kind: 'TEXT',
  limit: 500,
  ask: 'Why does it not apply?',
  when: { question: 'status', is: 'NOT_APPLICABLE' },
};

export const partnerLead =
  'A panel is to decide what should follow an offence. Say what your agency knows that bears on this child, and say so too when you looked and found nothing.';

/** What a partner fills in for their own agency. */
export const answerFields: readonly Field[] = [answers, content, reason];

/** What those who prepare the case fill in, for any agency. */
export const checkFields: readonly Field[] = [
  {
    ...answers,
    ask: 'Where does this check stand?',
    options: optionsOf(statusWords),
  },
  {
    id: 'dueOn',
    kind: 'DAY',
    ask: 'Answer by',
    hint: 'Ten working days from today when left empty',
    when: { question: 'status', is: 'REQUESTED' },
    optional: true,
  },
  content,
  {
    id: 'analysis',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'What does it mean for this child and this decision?',
    hint: 'The case is not ready while information stands here without its meaning',
    when: { question: 'status', is: 'INFORMATION_RECEIVED' },
    optional: true,
  },
  reason,
];

/** That an agency was reminded: when and in what way. */
export const chaserFields: readonly Field[] = [
  { id: 'on', kind: 'DAY', ask: 'When did you chase?' },
  { id: 'how', kind: 'TEXT', limit: 200, ask: 'How?', hint: 'Such as a call to the duty desk, an email, a visit' },
];

export const askFields = (unasked: readonly Agency[]): Field[] => [
  {
    id: 'agencies',
    kind: 'CHOICES',
    ask: 'Agencies to ask',
    options: unasked.map((value) => ({ value, label: agencies[value] })),
  },
  { id: 'dueOn', kind: 'DAY', ask: 'Answer by', hint: 'Ten working days from today when left empty', optional: true },
];
