import type { Option, Page, Question, QuestionSet } from './question-set.js';

/*
 * The case questions on out-of-court disposals (standards 3.1 to 3.3) of HM Inspectorate of Probation's 2021 framework for
 * youth offending services, as listed in Annexe 2 of its Leicestershire report of 2 December 2021. The references are the
 * inspectorate's, the words are our own.
 *
 * A key question (3.1.1) is judged as a whole, with evidence. Its prompts (3.1.1a, 3.1.1b) help to look; they are never
 * added up to an answer: in that report 3.1.3 is met in 6 % of cases while its prompts are met in 0 % and 24 %.
 */

const judgements: readonly Option[] = [
  { value: 'YES', label: 'Yes' },
  { value: 'NO', label: 'No' },
  { value: 'NOT_APPLICABLE', label: 'Not applicable', hint: 'The question does not arise in this case' },
];

const promptAnswers: readonly Option[] = [
  ...judgements,
  { value: 'UNCLEAR', label: 'Unclear', hint: 'The record does not let you tell' },
];

/** The prompts take the letters a, b, c in the order written. */
function keyQuestion(ref: string, slug: string, title: string, ask: string, prompts: readonly string[]): Page {
  const asked = prompts.map((prompt, position): Question => {
    const id = `${ref}${String.fromCharCode('a'.charCodeAt(0) + position)}`;
    return { id, kind: 'CHOICE', ask: prompt, called: `your answer to ${id}`, options: promptAnswers };
  });
  return {
    slug,
    title: `${ref} ${title}`,
    questions: [
      ...asked,
      {
        id: ref,
        kind: 'CHOICE',
        ask,
        hint: 'Judge the case as a whole. This is not a sum of the answers above.',
        called: `your judgement on ${ref}`,
        options: judgements,
      },
      {
        id: `${ref}-evidence`,
        kind: 'LONG_TEXT',
        ask: `What is the evidence for your judgement on ${ref}?`,
        hint: 'Say where in the record it stands. Do not name anyone.',
        called: `the evidence for your judgement on ${ref}`,
        limit: 4000,
      },
    ],
  };
}

export const hmip2021OutOfCourt20211: QuestionSet = {
  id: 'hmip-2021-out-of-court',
  version: '2021-1',
  title: 'Case audit: HM Inspectorate of Probation 2021, out-of-court disposals',
  pages: [
    keyQuestion(
      '3.1.1',
      'assessing-desistance',
      'Assessment: moving away from offending',
      'Does the assessment work out well enough what would help the child to move away from offending?',
      [
        'Does it explain the behaviour: what the child takes responsibility for, how they see it and why they did it?',
        'Does it work out what the child’s diversity means in this case?',
        'Does it weigh how the child lives, with their family and the people around them?',
        'Does it use what other agencies know?',
        'Does it bring out the child’s strengths and what protects them?',
        'Does it work out which barriers in society and services stand in the child’s way?',
        'Does it weigh how mature and able the child is, and how ready to change?',
        'Does it weigh what victims need and want, and whether harm could be repaired between them and the child?',
        'Did the child and their parents or carers truly take part, and did their views count?',
      ],
    ),
    keyQuestion(
      '3.1.2',
      'assessing-safety-of-the-child',
      'Assessment: the child’s safety',
      'Does the assessment work out well enough how to keep the child safe?',
      [
        'Does it say plainly what endangers the child’s safety and wellbeing, and what that means?',
        'Does it use the sources there are, earlier assessments among them, and bring in other agencies?',
      ],
    ),
    keyQuestion(
      '3.1.3',
      'assessing-safety-of-others',
      'Assessment: other people’s safety',
      'Does the assessment work out well enough how to keep other people safe?',
      [
        'Does it say plainly who could be harmed, in what way, and what that means?',
        'Does it use the sources there are, earlier assessments and other signs of behaviour among them?',
      ],
    ),
    keyQuestion(
      '3.2.1',
      'planning-desistance',
      'Planning: moving away from offending',
      'Is the plan directed at helping the child to move away from offending?',
      [
        'Does it choose the help most likely to work, and say when and in what order it comes?',
        'Does it answer the child’s diversity well enough?',
        'Does it fit how the child lives, with their family and the people around them?',
        'Does it use the child’s strengths and protection, and make them stronger?',
        'Does it fit the child’s maturity, ability and readiness to change, and help them grow?',
        'Does it open ways into community life and mainstream services that last beyond the disposal?',
        'Does it give enough weight to what victims need and want?',
        'Did the child and their parents or carers truly take part, and did their views count?',
      ],
    ),
    keyQuestion(
      '3.2.2',
      'planning-safety-of-the-child',
      'Planning: the child’s safety',
      'Is the plan directed well enough at keeping the child safe?',
      [
        'Does it further the child’s safety and wellbeing and answer what endangers them?',
        'Does it bring in other agencies and fit with their plans, such as child protection or care plans?',
        'Does it say what happens if things get worse for the child?',
      ],
    ),
    keyQuestion(
      '3.2.3',
      'planning-safety-of-others',
      'Planning: other people’s safety',
      'Is the plan directed well enough at keeping other people safe?',
      [
        'Does it further other people’s safety and answer what makes harm more likely?',
        'Does it bring in other agencies where that is right?',
        'Does it deal with particular worries about people already harmed or who could be?',
        'Does it say what happens if the danger to others grows?',
      ],
    ),
    keyQuestion(
      '3.3.1',
      'delivering-desistance',
      'Delivery: moving away from offending',
      'Does the work done help the child to move away from offending?',
      [
        'Was the help most likely to work given, at the right time and in the right order?',
        'Did it take account of the child’s diversity?',
        'Did it reflect the child’s family and surroundings, and bring in carers or others who matter?',
        'Was enough care given to a good working relationship with the child and their parents or carers?',
        'Was the child encouraged and enabled to take part and see it through?',
        'Did it open ways into community life and mainstream services?',
      ],
    ),
    keyQuestion(
      '3.3.2',
      'delivering-safety-of-the-child',
      'Delivery: the child’s safety',
      'Does the work done help to keep the child safe?',
      [
        'Did it further the child’s safety and wellbeing?',
        'Was the part of other agencies in keeping the child safe well used and well joined up?',
      ],
    ),
    keyQuestion(
      '3.3.3',
      'delivering-safety-of-others',
      'Delivery: other people’s safety',
      'Does the work done help to keep other people safe?',
      [
        'Was the help given enough to manage the risk of harm and make it smaller?',
        'Was enough care given to protecting people already harmed or who could be?',
      ],
    ),
    {
      slug: 'summary',
      title: 'Strengths, concerns and safeguarding',
      questions: [
        {
          id: 'strengths',
          kind: 'LONG_TEXT',
          ask: 'What was done well?',
          hint: 'If nothing stands out, say so.',
          called: 'what was done well',
          limit: 4000,
        },
        {
          id: 'concerns',
          kind: 'LONG_TEXT',
          ask: 'What gives concern?',
          hint: 'If nothing does, say so.',
          called: 'what gives concern',
          limit: 4000,
        },
        {
          id: 'safeguarding',
          kind: 'CHOICE',
          ask: 'Must someone act now to keep a child or another person safe?',
          called: 'whether someone must act now',
          options: [
            { value: 'YES', label: 'Yes' },
            { value: 'NO', label: 'No' },
          ],
        },
        {
          id: 'safeguarding-action',
          kind: 'LONG_TEXT',
          ask: 'What is the danger, whom have you told, and when?',
          hint: 'Tell a manager today. This form does not do it for you.',
          called: 'what the danger is, whom you told and when',
          limit: 4000,
          when: { question: 'safeguarding', is: 'YES' },
        },
      ],
    },
  ],
};
