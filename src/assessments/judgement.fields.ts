import { type Judgement, levelCodes, levels } from '../policy/judgements.js';
import { levelMeanings } from '../policy/level-meanings.js';
import type { Field } from '../platform/web/form-fields.js';

type Part = 'reasoning' | 'who' | 'what' | 'when' | 'controls' | 'contingency';
type Asked = { readonly [Name in Part]: readonly [ask: string, hint?: string] };

/** What each judgement asks. Source of the parts: YJB guidance on risk levels. */
const asked: Readonly<Record<Judgement, Asked & { readonly level: string }>> = {
  SAFETY_AND_WELLBEING: {
    level: 'How likely is it that the child comes to harm, from others, from circumstances or from themselves?',
    who: ['Who or what the harm could come from'],
    what: ['What could happen to the child'],
    when: ['When and where it is most likely'],
    reasoning: [
      'Why this level',
      'What points to more harm, what points to less, and how they weigh against each other',
    ],
    controls: ['What keeps the child safe now', 'Who does what, and how we know that it works'],
    contingency: ['What will be done if it gets worse'],
  },
  RISK_OF_SERIOUS_HARM: {
    level: 'How likely is it that the child seriously harms somebody else?',
    who: ['Who is at risk', 'Kinds of people, such as other pupils. Do not name a person harmed'],
    what: ['Of what harm'],
    when: ['When, where and how soon'],
    reasoning: ['Why this level', 'Serious harm is death or injury, of body or mind, from which it is hard to recover'],
    controls: ['What keeps other people safe now'],
    contingency: ['What will be done if the risk changes'],
  },
  LIKELIHOOD_OF_REOFFENDING: {
    level: 'How likely is it that the child offends again?',
    who: ['Who would be affected'],
    what: ['What kind of offence'],
    when: ['When and with whom it is most likely'],
    reasoning: ['Why this level', 'If a score was used, say what it was and why you agree with it or not'],
    controls: ['What already helps the child to stay out of trouble'],
    contingency: ['What will be done if things change'],
  },
};

const order: readonly Part[] = ['who', 'what', 'when', 'reasoning', 'controls', 'contingency'];

/** The form of one judgement: its level first, with what each means, then the analysis apart from it. None is chosen. */
export function judgementFields(judgement: Judgement): Field[] {
  const { level, ...parts } = asked[judgement];
  const { meanings } = levelMeanings[judgement];
  const options = levelCodes.map((value) => ({ value, label: levels[value], hint: meanings[value] }));
  return [
    { id: 'level', kind: 'CHOICE', ask: level, options },
    ...order.map((id): Field => {
      const [ask, hint] = parts[id];
      return { ...{ id, kind: 'LONG_TEXT', limit: 4000, ask }, ...(hint ? { hint } : {}) };
    }),
  ];
}
