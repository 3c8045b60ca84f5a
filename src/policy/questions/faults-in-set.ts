import { type GroupQuestion, type Question, type QuestionSet, questionsOf } from './question-set.js';

/** Takes a set; gives, in sentences, whatever would make it unanswerable or ambiguous. A published set has no fault. */
export function faultsIn(set: QuestionSet): string[] {
  const questions = questionsOf(set).map(({ question }) => question);
  return [
    ...twice(set.pages.map(({ slug }) => slug)).map((slug) => `The slug ${slug} is used twice`),
    ...faultsOfQuestions(questions),
    ...set.pages.filter((page) => page.questions.length === 0).map(({ slug }) => `The page ${slug} asks nothing`),
    ...set.pages
      .filter(({ slug }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
      .map(({ slug }) => `The slug "${slug}" does not suit an address`),
    ...set.pages.flatMap((page) => page.questions.flatMap((question) => faultsOfAnalysis(question, page.questions))),
  ];
}

const faultsOfQuestions = (questions: readonly Question[]): string[] => [
  ...twice(questions.map(({ id }) => id)).map((id) => `The question id ${id} is used twice`),
  ...questions.flatMap((question, position) => [
    ...faultsOfWording(question),
    ...faultsOfKind(question),
    ...faultsOfCondition(question, questions.slice(0, position)),
  ]),
];

const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, position) => names.indexOf(name) !== position)),
];

const faultsOfWording = ({ id, ask }: Question): string[] => [
  ...(/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(id) ? [] : [`The question id "${id}" does not suit a field's name`]),
  ...(ask.trim() === '' ? [`${id} has no wording`] : []),
];

function faultsOfKind(question: Question): string[] {
  const { id } = question;
  switch (question.kind) {
    case 'TEXT':
    case 'LONG_TEXT':
      return Number.isInteger(question.limit) && question.limit > 0 ? [] : [`${id} has no limit`];
    case 'NUMBER':
      return question.least <= question.most ? [] : [`${id} allows no number`];
    case 'CHOICE':
    case 'CHOICES':
    case 'SELECT':
      return faultsOfOptions(
        id,
        question.options.map(({ value, label }) => ({ value, label })),
      );
    case 'DAY':
      return [];
    case 'GROUP':
      return faultsOfGroup(question);
  }
}

const faultsOfGroup = ({ id, questions, most, itemName }: GroupQuestion): string[] => [
  ...(questions.length === 0 ? [`${id} asks nothing of a row`] : []),
  ...(Number.isInteger(most) && most > 0 ? [] : [`${id} allows no row`]),
  ...(itemName.trim() === '' ? [`${id} does not say what a row is called`] : []),
  ...(id.includes('.') ? [`${id} has rows, and a point in its id`] : []),
  ...faultsOfQuestions(questions).map((fault) => `In a row of ${id}: ${fault}`),
];

/** Facts and what they mean stand on the same page, the facts first. */
function faultsOfAnalysis({ id, analyses }: Question, page: readonly Question[]): string[] {
  const earlier = page.slice(
    0,
    page.findIndex((question) => question.id === id),
  );
  return [analyses ?? []]
    .flat()
    .filter((facts) => !earlier.some((question) => question.id === facts))
    .map((facts) => `${id} analyses ${facts}, which does not stand before it on its page`);
}

function faultsOfOptions(id: string, options: readonly { value: string; label: string }[]): string[] {
  return [
    ...(options.length === 0 ? [`${id} has no options`] : []),
    ...twice(options.map(({ value }) => value)).map((value) => `${id} offers ${value} twice`),
    ...options
      .filter(({ value, label }) => value.trim() === '' || label.trim() === '')
      .map(() => `${id} has an empty option`),
  ];
}

function faultsOfCondition({ id, when }: Question, earlier: readonly Question[]): string[] {
  if (when === undefined) return [];
  const asked = earlier.find((question) => question.id === when.question);
  if (asked === undefined) return [`${id} depends on ${when.question}, which is not asked before it`];
  if (!('options' in asked)) return [`${id} depends on ${when.question}, which has no options`];
  const values = [when.is].flat();
  if (values.length === 0) return [`${id} is never asked`];
  const offered = new Set(asked.options.map(({ value }) => value));
  return values
    .filter((value) => !offered.has(value))
    .map((value) => `${id} waits for ${value}, which ${when.question} does not offer`);
}
