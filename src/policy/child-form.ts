import type { ChildPart } from './voice-parts.js';

/** A picture that stands beside a question; each is drawn in `platform/web/views/components/pictures.njk`. */
export type Picture = 'PLACE' | 'PEOPLE' | 'TALK' | 'WHY' | 'HELP' | 'HEART' | 'NEXT' | 'PENCIL';

export type ChildQuestion = {
  readonly id: ChildPart | 'how' | 'seenWith' | 'chosePlace' | 'words';
  readonly ask: string;
  /** One or two short lines; left out for a child who needs short sentences. */
  readonly hint: string;
  readonly picture: Picture;
  /** A word or a line, a choice of yes and no, or as much as the child wants to say. */
  readonly kind: 'LINE' | 'YES_NO' | 'LONG';
  /** Asked only where somebody was harmed. It names nobody, and asks the child to name nobody. */
  readonly ifSomebodyHarmed?: true;
};

/**
 * What a child is asked on the form that they fill in with a worker: plain words for a reading age of about nine.
 * Source: `voice-parts.ts` (the parts); HMIP 2021 (Leicestershire) section 1.1 (four in five children need help with
 * language); the words are our own.
 */
export const childQuestions: readonly ChildQuestion[] = [
  { id: 'how', kind: 'LINE', picture: 'PLACE', ask: 'Where are you now?', hint: 'It can be home, school or a café.' },
  { id: 'chosePlace', kind: 'YES_NO', picture: 'PLACE', ask: 'Did you pick this place?', hint: '' },
  { id: 'seenWith', kind: 'LINE', picture: 'PEOPLE', ask: 'Who is with you?', hint: 'Say who helps you with this.' },
  {
    ...{ id: 'account', kind: 'LONG', picture: 'TALK', ask: 'What happened?' },
    hint: 'Tell it in your own words. Start at the start.',
  },
  {
    ...{ id: 'causes', kind: 'LONG', picture: 'WHY', ask: 'Why do you think it happened?' },
    hint: 'How were you that day? What went on around you?',
  },
  {
    ...{ id: 'wouldHelp', kind: 'LONG', picture: 'HELP', ask: 'What would help you now?' },
    hint: 'It can be a person, a place or a thing to do.',
  },
  {
    ...{
      id: 'feelings',
      kind: 'LONG',
      picture: 'HEART',
      ask: 'How do you feel about the person who was hurt or upset?',
    },
    hint: 'All feelings are OK. Please do not write a name.',
    ifSomebodyHarmed: true,
  },
  {
    ...{ id: 'understanding', kind: 'LONG', picture: 'NEXT', ask: 'What do you think will happen next?' },
    hint: 'It is OK to say “I don’t know”. Ask, and we will tell you.',
  },
  {
    ...{ id: 'words', kind: 'LONG', picture: 'PENCIL', ask: 'Is there more that you want to say?' },
    hint: 'It can be about you, your home, your school or how you feel.',
  },
];

/** What the child is told first. */
export const childIntroduction = [
  'Some people will meet to talk about what happened. They want to hear from you first.',
  'You do not have to fill in every box. There are no wrong answers.',
  'You can write it, or say it and let your worker write it.',
  'The people at the meeting will read it.',
  'If someone is not safe, your worker has to tell a person who can help.',
] as const;

/** The child's own plan, as a child reads it; without an answer there is room to write one. Source: the question sets. */
export const planQuestions = [
  { id: 'childs-plan-strengths', picture: 'TALK', ask: 'What I am good at, and what goes well' },
  { id: 'childs-plan-wishes', picture: 'NEXT', ask: 'What I want to be different' },
  { id: 'childs-plan-help', picture: 'HELP', ask: 'What would help me, and who can help' },
] as const satisfies readonly { id: string; picture: Picture; ask: string }[];

/** The questions of a child. In: whether anybody was harmed. Out: those that are asked. Source: house rule. */
export const questionsFor = (isSomebodyHarmed: boolean): ChildQuestion[] =>
  childQuestions.filter(({ ifSomebodyHarmed }) => isSomebodyHarmed || !ifSomebodyHarmed);
