import type { KindFor } from '../letters.js';
import type { UsualLetter } from './usual-letter.js';

const greeting = `{{#victimName}}
Dear {{victimName}},
{{/victimName}}`;
const ask = `{{#contact}}
You can reach us here: {{contact}}
{{/contact}}

Our reference: {{reference}}. The police reference: {{crimeReference}}

{{writerName}}
{{panelName}}`;

/** What a victim is written: no pressure, and of the child nothing but what a victim may be told. */
export const toVictim: Readonly<Record<KindFor<'VICTIM'>, UsualLetter>> = {
  VICTIM_OUTCOME: {
    heading: 'What was decided',
    text: `${greeting}

You asked to be told what was decided about what happened on {{offenceDay}}.

It is called: {{outcome}}. It counts from {{outcomeDay}}.

This is what it means:

{{outcomeMeaning}}

We cannot tell you more about the child, because that is private.

If you have a question, or want to talk about what happened, you can ask {{writerName}}. You do not have to.

${ask}`,
    shortText: null,
  },
  VICTIM_VIEW: {
    heading: 'Would you like to say what you think?',
    text: `${greeting}

You told us that we may be in touch about what happened on {{offenceDay}}.

A panel will talk about it. Before it does, you can say how it affected you, what would help you to feel safe, and what you would like to happen. The panel reads what you say.
{{#meetingDay}}

The panel is to meet on {{meetingDay}}.
{{/meetingDay}}

It is your choice. You do not have to say anything, you can say as much or as little as you like, and you can change your mind at any time. You can talk with us or write to us, whatever is easier.

${ask}`,
    shortText: null,
  },
  VICTIM_OFFER: {
    heading: 'A way to have the harm put right',
    text: `${greeting}

We are writing about what happened on {{offenceDay}}. Some people find that it helps when the harm is put right in some way. It can be:

- a letter or an apology
- questions and answers that a worker passes on
- work that puts something right
- a meeting, with a worker beside you
{{#offerWay}}

We have talked with you about this: {{offerWay}}.
{{/offerWay}}

It is your choice. You can say yes, say no, think about it, or change your mind at any time. Whatever you choose, you need not say why. Nothing happens unless you and the child both want it.

${ask}`,
    shortText: null,
  },
};
