import type { KindFor } from '../letters.js';
import type { UsualLetter } from './usual-letter.js';

const about = `Child: {{childName}}, born {{childDateOfBirth}}
Police reference: {{crimeReference}}
Our reference: {{reference}}`;
const ask = `{{#contact}}
You can reach us here: {{contact}}

{{/contact}}
{{writerName}}
{{panelName}}`;

/** What police are written: what the panel recommends, and what to record. */
export const toPolice: Readonly<Record<KindFor<'POLICE'>, UsualLetter>> = {
  POLICE_RECOMMENDATION: {
    heading: 'What the panel recommends',
    text: `${about}

The panel heard this case. It was referred for:

{{offences}}

On {{recommendationDay}} the panel recommended: {{recommendation}}.
How it agreed: {{agreement}}.
{{#reasons}}

Its reasons:

{{reasons}}
{{/reasons}}

The decision is for police. If it is not what the panel recommends, please record why.

${ask}`,
    shortText: null,
  },
  POLICE_OUTCOME: {
    heading: 'The outcome, and what police record',
    text: `${about}

The case was referred for:

{{offences}}

The outcome, of {{outcomeDay}}: {{outcome}}.
{{#conditions}}

What the child is to do:

{{conditions}}
{{/conditions}}

Please record and do this:

{{toRecord}}

${ask}`,
    shortText: null,
  },
  POLICE_NOT_KEPT: {
    heading: 'Conditions that were not kept',
    text: `${about}

The outcome, of {{outcomeDay}}: {{outcome}}.
{{#conditions}}

What the child was to do:

{{conditions}}
{{/conditions}}

On {{endedDay}} it ended without being completed.
{{#whyNotKept}}

What is known of why:

{{whyNotKept}}
{{/whyNotKept}}

Police or the prosecutor decide whether there was a reasonable excuse, and what follows. Please tell us what you decide.

${ask}`,
    shortText: null,
  },
};
