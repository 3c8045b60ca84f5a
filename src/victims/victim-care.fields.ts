import { consents, refusalReasons } from '../policy/victim-consent.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';

const { WITHDRAWN: _, ...answers } = consents;
const REFUSED = { question: 'consent', is: 'REFUSED' } as const;
const ASKED = { question: 'consent', is: ['GIVEN', 'REFUSED'] } as const;

export const consentFields: readonly Field[] = [
  {
    id: 'consent',
    kind: 'CHOICE',
    ask: 'Do they agree to their details being shared with the youth justice service?',
    options: optionsOf(answers),
  },
  { id: 'askedOn', kind: 'DAY', ask: 'When were they asked?', when: ASKED },
  {
    id: 'informed',
    kind: 'LONG_TEXT',
    limit: 2000,
    ask: 'What were they told before they answered?',
    hint: 'What is shared and with whom, what it is for, and that they can take it back',
    when: ASKED,
    optional: true,
  },
  { id: 'refusal', kind: 'CHOICE', ask: 'Why did they not agree?', options: optionsOf(refusalReasons), when: REFUSED },
  { id: 'reason', kind: 'TEXT', limit: 500, ask: 'In their words', when: REFUSED, optional: true },
];

export const withdrawalFields: readonly Field[] = [
  { id: 'on', kind: 'DAY', ask: 'When did they withdraw?' },
  { id: 'reason', kind: 'TEXT', limit: 500, ask: 'Why?', hint: 'Say so if they did not say' },
];

export const contactFields: readonly Field[] = [
  {
    id: 'contactDetails',
    kind: 'LONG_TEXT',
    limit: 500,
    ask: 'How to reach them',
    hint: 'Telephone, email, safe times to call. The panel does not see this.',
    optional: true,
  },
  { id: 'nextContactOn', kind: 'DAY', ask: 'When will you next be in touch?', optional: true },
];
