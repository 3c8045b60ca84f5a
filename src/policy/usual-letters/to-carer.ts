import type { KindFor } from '../letters.js';
import type { UsualLetter } from './usual-letter.js';

const ask = `If anything here is not clear, please ask {{writerName}}.
{{#contact}}

You can reach us here: {{contact}}
{{/contact}}

Our reference: {{reference}}

{{writerName}}
{{panelName}}`;

/** What a parent or carer is written: of their own child, and of nobody else. */
export const toCarer: Readonly<Record<KindFor<'CARER'>, UsualLetter>> = {
  CARER_OUTCOME: {
    heading: 'What was decided about {{childFirstName}}',
    text: `Dear parent or carer,

The panel met to talk about what happened on {{offenceDay}}.{{#heardFrom}} It thought about what {{heardFrom}} said.{{/heardFrom}} It told police what it recommends. The decision was for police to make.

What they decided is called: {{outcome}}. It counts from {{outcomeDay}}.

This is what it means:

{{outcomeMeaning}}
{{#agreed}}

This is what {{childFirstName}} agreed to do:

{{agreed}}

If something makes this hard, please tell us soon. We will try to help.
{{/agreed}}

{{childFirstName}} has a letter too. It may help to read it together.

If you do not agree with the decision, or with how it was made, you can tell us. Nothing bad follows from asking or complaining.

${ask}`,
    shortText: null,
  },
  CARER_AGREED: {
    heading: 'What {{childFirstName}} agreed to do',
    text: `Dear parent or carer,

We are writing about what happened on {{offenceDay}}.
{{#agreed}}

This is what {{childFirstName}} agreed to do:

{{agreed}}

You can help by reminding {{childFirstName}} of the days, and by telling us soon when something gets in the way. It may be the time, the place, school or health.
{{/agreed}}

${ask}`,
    shortText: null,
  },
  CARER_RIGHTS: {
    heading: 'What you and {{childFirstName}} can ask for',
    text: `Dear parent or carer,

You and {{childFirstName}} can always:

- ask what something means
- have somebody you trust with you when we meet
- ask for help with reading, or for another language
- ask to see what is written about you
- tell us when something that is written is wrong
- tell us that you do not agree, or that you were not treated well

Nothing bad follows from asking or complaining.

You can tell {{writerName}}. If it is about {{writerName}}, ask for somebody else.

${ask}`,
    shortText: null,
  },
};
