import type { KindFor } from '../letters.js';
import type { UsualLetter } from './usual-letter.js';

const greeting = 'Dear parent or carer{{#victimName}} of {{victimName}}{{/victimName}},';
const ask = `{{#contact}}
You can reach us here: {{contact}}
{{/contact}}

Our reference: {{reference}}. The police reference: {{crimeReference}}

{{writerName}}
{{panelName}}`;

/** What the parent or carer of a victim is written who is a child: beside the child’s own letter, never in its place. */
export const toVictimCarer: Readonly<Record<KindFor<'VICTIM_CARER'>, UsualLetter>> = {
  VICTIM_CARER_OUTCOME: {
    heading: 'What was decided',
    text: `${greeting}

This is to tell you what was decided about what happened to your child on {{offenceDay}}.

It is called: {{outcome}}. It counts from {{outcomeDay}}.

This is what it means:

{{outcomeMeaning}}

We cannot tell you more about the other child, because that is private.

There is a letter for your child too. It may help to read it together. If your child does not feel safe, please tell us.

If you or your child have a question, you can ask {{writerName}}. You do not have to.

${ask}`,
    shortText: null,
  },
  VICTIM_CARER_VIEW: {
    heading: 'Would your child like to say what they think?',
    text: `${greeting}

You and your child were told that we may be in touch about what happened on {{offenceDay}}.

A panel will talk about it. Before it does, your child can say how it affected them, what would help them to feel safe, and what they would like to happen. You can say what you think too. The panel reads what both of you say.
{{#meetingDay}}

The panel is to meet on {{meetingDay}}.
{{/meetingDay}}

There is a letter for your child too. It may help to read it together.

It is your child’s choice. Your child does not have to say anything, can say as much or as little as they like, and can change their mind at any time. You can be there, and your child may talk, write or draw.

${ask}`,
    shortText: null,
  },
  VICTIM_CARER_OFFER: {
    heading: 'A way to have the harm put right',
    text: `${greeting}

We are writing about what happened to your child on {{offenceDay}}. Some people find that it helps when the harm is put right in some way. It can be:

- a letter or an apology
- questions and answers that a worker passes on
- work that puts something right
- a meeting, with you and a worker beside your child
{{#offerWay}}

We have talked about this: {{offerWay}}.
{{/offerWay}}

There is a letter for your child too. It may help to read it together.

It is your child’s choice. Your child can say yes, say no, think about it, or change their mind at any time, and need not say why. Nothing happens unless both children want it, and you know of it first.

${ask}`,
    shortText: null,
  },
};
