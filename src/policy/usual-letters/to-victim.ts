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

const askPlainly = `You can ask {{writerName}} what you like. A grown-up you trust can ask for you.
{{#contact}}

You can reach us here: {{contact}}
{{/contact}}

From {{writerName}}
{{panelName}}

For our files: {{reference}}. For the police: {{crimeReference}}`;

/** What a victim is written, and in plain words what one is who is a child: no pressure, and of the child nothing but what a victim may be told. */
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
    shortText: `${greeting}

You wanted to know what was decided.

It is about what happened on {{offenceDay}}.

It is called: {{outcome}}.

It counts from {{outcomeDay}}.

What does it mean?

{{outcomeMeaning}}

We cannot tell you more about the other child. That is private.

Do you not feel safe? Tell us, or tell a grown-up you trust.

${askPlainly}`,
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
    shortText: `${greeting}

You said that we can talk to you. It is about what happened on {{offenceDay}}.

Some people will meet to talk about it. They want to know what you think.

You can tell us:

- how it made you feel
- what would help you to feel safe
- what you want to happen
{{#meetingDay}}

They meet on {{meetingDay}}.
{{/meetingDay}}

It is your choice. You do not have to tell us. You can change your mind at any time.

You can talk, write or draw. A grown-up you trust can help you.

${askPlainly}`,
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
    shortText: `${greeting}

It is about what happened on {{offenceDay}}.

It can help when the other child puts things right. It can be:

- a letter, or to say sorry
- you ask, and a worker brings you the answers
- work that mends something
- to meet, with a worker and a grown-up by your side
{{#offerWay}}

We talked with you about this: {{offerWay}}.
{{/offerWay}}

It is your choice. You can say yes. You can say no. You can change your mind at any time. You do not have to say why.

You both have to want it. If not, it does not happen.

${askPlainly}`,
  },
};
