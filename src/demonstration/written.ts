import {
  type Answer,
  type Answers,
  isAsked,
  type Question,
  type QuestionSet,
  questionsOf,
  type Row,
} from '../policy/questions/question-set.js';

const pages = [
  'Seen at home and at school. The adults around the child tell the same story, and the child was open.',
  'School speaks of good weeks and hard ones; mornings are the hard part. A key worker sees the child every day.',
  'Nothing was found that points to harm by others. We asked directly, and asked the school and social care too.',
  'The child draws and plays football, has two close friends, and wants to stay at this school.',
  'Money is short at home. The parent works nights; a grandmother helps and is trusted.',
];

const sources = ['The mother, at home', 'The form tutor', 'The child, alone with the assessor', 'Police records'];

/** An answer to every question that is asked, as somebody might write it: the first option of each choice. */
export function answersTo(set: QuestionSet, day: string, given: Answers = {}): Answers {
  const questions = questionsOf(set).map(({ question }) => question);
  return answersIn(questions, day, given, 0);
}

function answersIn(questions: readonly Question[], day: string, given: Answers, from: number): Answers {
  const answers: Answers = {};
  for (const [index, question] of questions.entries()) {
    if (isAsked(question, answers)) answers[question.id] = given[question.id] ?? answerTo(question, from + index, day);
  }
  return answers;
}

function answerTo(question: Question, index: number, day: string): Answer {
  if (question.kind === 'GROUP') {
    const rows = [index, index + 1].slice(0, 1 + (index % 2));
    return rows.map((place) => answersIn(question.questions, day, {}, place) as Row);
  }
  if ('options' in question) {
    const value = question.options[0]?.value ?? '';
    return question.kind === 'CHOICES' ? [value] : value;
  }
  if (question.kind === 'NUMBER') return String(question.least);
  if (question.kind === 'TEXT') return sources[index % sources.length] ?? '';
  return question.kind === 'DAY' ? day : (pages[index % pages.length] ?? '');
}

export const judgement = (level: string) => ({
  level,
  reasoning: 'One incident, no pattern, and the adults around the child respond quickly.',
  who: 'Other pupils on the way home.',
  what: 'Being pushed or threatened in an argument.',
  when: 'After school, when nobody else is about.',
  controls: 'A parent collects the child, and school knows whom to call.',
  contingency: 'If it happens again school calls the service the same day and we meet within a week.',
});

export const childHeard = (heardOn: string) => ({
  ...{ status: 'OBTAINED', heardOn, heardBy: 'The assessor', how: 'At home, with time alone', attempts: [] },
  ...{ seenBefore: 'YES', seenWith: 'My aunt waited in the kitchen', chosePlace: 'YES' },
  account: 'He said something about my mum and I pushed him. Then everybody was shouting.',
  causes: 'I was angry before it started. I had not slept.',
  wouldHelp: 'Somebody I can go to at school before it boils over.',
  understanding: 'Some people will meet and talk about me. They might ask me to do something to put it right.',
  words: 'I was angry and I am sorry. I want to stay at my school and not be talked about.',
  helpGiven: 'Short questions, one at a time, and a break in the middle.',
  passedTo: 'School and the police officer on the panel, with the child’s agreement.',
  influence: 'The plan begins with school, and with somebody the child can go to before it boils over.',
});

export const carerHeard = (heardOn: string) => ({
  ...{ status: 'OBTAINED', heardOn, heardBy: 'The assessor', how: 'On the telephone', attempts: [] },
  childView: 'Funny and kind at home. I worry about the friends on the estate.',
  familyNeeds: 'Help with the mornings, before I go to work.',
  outcomeView: 'Something that helps, not something that follows them for ever.',
  ...{ consentToShare: 'PARTLY', consentDetails: 'Not with school what was said about money.' },
  words: 'They are trying hard. We want help with the mornings, and to know what happens next.',
  influence: 'Early help is asked to see the family about the mornings.',
});

export const victimHeard = (day: string) => ({
  ...{
    status: 'OBTAINED',
    obtainedOn: day,
    attempts: [{ on: day, how: 'Telephone', result: 'Talked for half an hour' }],
  },
  view: 'I do not want this on their record for life. I want them to know that it frightened me.',
  impact: 'Took another way home for two weeks.',
  safetyNeeds: 'Not to meet without somebody there.',
  restorativeWish: 'A letter, if it is meant.',
});

export const response = {
  whatWasDone: 'Two sessions with a worker about what follows from what one does.',
  childsResponse: 'Came to both and wrote an apology, and says that nobody asked what was going on at home.',
  differentNow: 'Social care is involved, and the school has named one adult to go to.',
};

export const considered =
  'We asked whether the child had been treated as older than they are, and what their family and faith mean to them. They speak of being watched in shops.';

const reasons = {
  child: 'Wants to put it right and to stay at school; the plan begins there.',
  carer: 'Asks for help with the mornings, which the plan gives.',
  victim: 'Would like to know that it was understood, and to feel safe on the way home.',
  safety: 'The adults around the child respond quickly.',
  harm: 'One incident, and nobody is afraid of another.',
  identity: 'The child speaks of being watched in shops; we asked what that meant here.',
  earlierDisposals: 'Looked at one by one, with the response to each and what is different now.',
};

/** What a panel writes of its reasons. */
export const reasoned = {
  reasons,
  leastCriminalising: {
    disposal: 'NO_FURTHER_ACTION',
    reason: 'It would leave the child without help and the person harmed without an answer.',
  },
  missingInformation: {
    status: 'WENT_ON',
    reason: 'Whatever was still open was asked for in the room; nobody expected it to change what is recommended.',
  },
};
