import type { KindFor } from '../letters.js';
import type { UsualLetter } from './usual-letter.js';

const ask = `If you do not understand this, ask {{writerName}}. You can ask as often as you like.
{{#contact}}

You can reach us here: {{contact}}
{{/contact}}

From {{writerName}}
{{panelName}}`;

/** What a child is written, in the usual words and in short sentences: a reading age of about nine to eleven. */
export const toChild: Readonly<Record<KindFor<'CHILD'>, UsualLetter>> = {
  CHILD_OUTCOME: {
    heading: 'What was decided',
    text: `Dear {{childFirstName}},

Some people met to talk about what happened on {{offenceDay}}.{{#heardFrom}} They thought about what {{heardFrom}} told them.{{/heardFrom}} Then the police decided.

What they decided is called: {{outcome}}. It counts from {{outcomeDay}}.

This is what it means:

{{outcomeMeaning}}
{{#agreed}}

This is what you agreed to do:

{{agreed}}

If something makes this hard, tell us. We will try to help.
{{/agreed}}

If you do not agree with this letter, tell us why. Somebody you trust can help you to say it.

${ask}`,
    shortText: `Dear {{childFirstName}},

Something happened on {{offenceDay}}.

People met to talk about it.

{{#heardFrom}}
They read what {{heardFrom}} said.
{{/heardFrom}}

Then the police decided.

It is called: {{outcome}}.

It counts from {{outcomeDay}}.

What does it mean?

{{outcomeMeaning}}
{{#agreed}}

What did you agree to do?

{{agreed}}

Is it too hard? Tell us. We will help.
{{/agreed}}

Do you not agree? Tell us why.

${ask}`,
  },
  CHILD_AGREED: {
    heading: 'What you agreed to do',
    text: `Dear {{childFirstName}},

Thank you for talking with us about what happened on {{offenceDay}}.

{{#agreed}}
This is what you agreed to do:

{{agreed}}

If something gets in the way, tell us soon. It may be the time, the place, or how you feel. We will try to help.
{{/agreed}}

Keep this letter, so that you can look at it again.

If you think something here is wrong, tell us.

${ask}`,
    shortText: `Dear {{childFirstName}},

Thank you for talking with us.

{{#agreed}}
You agreed to do this:

{{agreed}}

Is it too hard? Tell us. We will help.
{{/agreed}}

Keep this letter.

Is something wrong in it? Tell us.

${ask}`,
  },
  CHILD_RIGHTS: {
    heading: 'What you can ask for',
    text: `Dear {{childFirstName}},

You can always do these things:

- ask what a word means
- have somebody you trust with you
- ask for help with reading, or for your own language
- ask to see what we wrote about you
- tell us when something we wrote is wrong
- say that you do not agree
- say that you were not treated well

You will not be in trouble because you asked, or because you told us that something was wrong.

You can tell {{writerName}}. You can also tell somebody you trust, and let them tell us. If it is about {{writerName}}, ask for somebody else.

${ask}`,
    shortText: `Dear {{childFirstName}},

You can ask us things.

- What does this word mean?
- Can somebody sit with me?
- Can you read it to me?
- What did you write about me?

You can tell us things.

- This is wrong.
- I do not agree.
- You were not fair to me.

You will not be in trouble for it.

You can tell {{writerName}}. You can tell somebody else.

${ask}`,
  },
};
