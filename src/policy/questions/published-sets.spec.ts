import { describe, expect, it } from '@jest/globals';
import { acceptAnswers } from './accepting-answers.js';
import { analysedBy } from './analysis.js';
import { faultsIn } from './faults-in-set.js';
import { unanswered } from './progress.js';
import { currentQuestionSet, findQuestionSet, questionSets } from './published-sets.js';
import {
  type Answer,
  type Answers,
  type GroupQuestion,
  isAsked,
  type Question,
  questionsOf,
  type Row,
} from './question-set.js';

const audit = currentQuestionSet('hmip-2021-out-of-court');
const assessment = currentQuestionSet('child-assessment');
const short = currentQuestionSet('child-assessment-short');
const idsOf = (set: typeof audit) => questionsOf(set).map(({ question }) => question.id);

/** Any acceptable answer: the first option, a word, a day, or a row with such answers to what must be answered. */
const someAnswer = (question: Question): Answer => {
  if (question.kind === 'GROUP') return [rowOf(question)];
  if (question.kind === 'CHOICES') return [question.options[0]!.value];
  if ('options' in question) return question.options[0]!.value;
  return question.kind === 'DAY' ? '2026-11-02' : 'Words';
};

const rowOf = ({ questions }: GroupQuestion): Row => {
  const row: Answers = {};
  for (const question of questions) if (isAsked(question, row)) row[question.id] = someAnswer(question);
  return row as Row;
};

describe('the published question sets', () => {
  it.each(questionSets.map((set) => [set.id, set.version, set] as const))('%s %s has no fault', (_, __, set) => {
    expect(faultsIn(set)).toEqual([]);
  });

  it.each(questionSets.map((set) => [set.id, set.version, set] as const))(
    '%s %s can be completed by answering what it says is unanswered',
    (_, __, set) => {
      const byId = new Map(questionsOf(set).map(({ question }) => [question.id, question]));
      let answers: Answers = {};
      for (let round = 0; round < 5; round += 1) {
        const given = unanswered(set, answers).map(({ question }) => [question, someAnswer(byId.get(question)!)]);
        const accepted = acceptAnswers(set, Object.fromEntries(given), answers);
        expect(accepted.errors).toEqual([]);
        answers = accepted.answers;
      }
      expect(unanswered(set, answers)).toEqual([]);
    },
  );

  it('are found by id and version, however old, and the newest by id alone', () => {
    expect(findQuestionSet('child-assessment', '2026-12')).toBe(assessment);
    expect(findQuestionSet('child-assessment', '2026-11')?.version).toBe('2026-11');
    expect(findQuestionSet('child-assessment', '1999-01')).toBeNull();
    const newer = { ...assessment, version: '2027-04' };
    expect(currentQuestionSet('child-assessment', [assessment, newer, audit])).toBe(newer);
    expect(() => currentQuestionSet('shopping-list')).toThrow('No question set is called shopping-list');
  });

  it('give each version of a set once', () => {
    const names = questionSets.map(({ id, version }) => `${id} ${version}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the assessment of a child', () => {
  it('keeps the national order: the child before the behaviour, the child’s plan before the professionals’', () => {
    expect(assessment.pages.map(({ slug }) => slug)).toEqual([
      'circumstances',
      'education-and-health',
      'communication',
      'diversity-needs',
      'identity-reflection',
      'family',
      'exploitation',
      'behaviour',
      'support',
      'childs-plan',
      'professionals-plan',
      'exit-plan',
    ]);
  });

  it.each([assessment, short].map((set) => [set.id, set] as const))(
    '%s asks on every page for facts in rows and, in a field of its own, for what they mean',
    (_, { pages }) => {
      for (const page of pages) {
        const facts = page.questions.filter(({ id }) => /-(known|found)$/.test(id));
        const analysed = new Set(page.questions.flatMap((question) => analysedBy(page, question)));
        expect([page.slug, facts.length > 0, facts.filter(({ id }) => !analysed.has(id))]).toEqual([
          page.slug,
          true,
          [],
        ]);
        for (const { kind } of facts) expect([page.slug, kind]).toEqual([page.slug, 'GROUP']);
      }
    },
  );

  it('keeps the addresses of pages from version to version', () => {
    const slugs = assessment.pages.map(({ slug }) => slug);
    const before = findQuestionSet('child-assessment', '2026-11')!.pages;
    expect(slugs).toEqual(expect.arrayContaining(before.map(({ slug }) => slug)));
    expect(slugs).toEqual(expect.arrayContaining(short.pages.map(({ slug }) => slug)));
  });

  it('is short for a child assessed not long ago, and asks in the same words what it asks at all', () => {
    const full = new Map(questionsOf(assessment).map(({ question }) => [question.id, question]));
    const own = questionsOf(short).filter(({ question }) => full.get(question.id) !== question);
    expect(own.map(({ question }) => question.id)).toEqual(['changes-known', 'changes-meaning']);
    const must = ['adjustments', 'identity-adultification', 'exploitation-found', 'behaviour-meaning', 'plan-actions'];
    expect(idsOf(short)).toEqual(expect.arrayContaining(must));
  });

  it('wants graded intelligence, and asks of nothing else for a grade', () => {
    const about = (kind: string) =>
      unanswered(assessment, { 'family-known': [{ what: 'W', from: 'F', on: '2026-11-02', kind }] })
        .map(({ question }) => question)
        .filter((path) => path.startsWith('family-known'));
    expect(about('FACT')).toEqual([]);
    expect(about('INTELLIGENCE')).toEqual(
      ['source-grade', 'information-grade', 'handling'].map((id) => `family-known.0.${id}`),
    );
  });

  it('asks what was found about exploitation only once it was considered', () => {
    const asks = (answer: string) =>
      unanswered(assessment, { 'exploitation-considered': answer }).map((each) => each.question);
    expect(asks('YES')).toEqual(
      expect.arrayContaining(['exploitation-found', 'exploitation-meaning', 'exploitation-referral']),
    );
    expect(asks('NO')).not.toContain('exploitation-found');
  });
});

describe('the audit by the questions of HM Inspectorate of Probation, 2021', () => {
  it('keeps the inspectorate’s references for its nine key questions and their prompts', () => {
    const lettersOf = (ref: string) =>
      idsOf(audit)
        .filter((id) => new RegExp(`^${ref.replaceAll('.', '\\.')}[a-z]$`).test(id))
        .map((id) => id.slice(-1))
        .join('');
    const keyQuestions = idsOf(audit).filter((id) => /^3\.\d\.\d$/.test(id));
    expect(keyQuestions.map((ref) => [ref, lettersOf(ref)])).toEqual([
      ['3.1.1', 'abcdefghi'],
      ['3.1.2', 'ab'],
      ['3.1.3', 'ab'],
      ['3.2.1', 'abcdefgh'],
      ['3.2.2', 'abc'],
      ['3.2.3', 'abcd'],
      ['3.3.1', 'abcdef'],
      ['3.3.2', 'ab'],
      ['3.3.3', 'ab'],
    ]);
  });

  it('wants evidence for each key question, and lets only a prompt be unclear', () => {
    expect(unanswered(audit, {}).map(({ question }) => question)).toContain('3.3.3-evidence');
    expect(acceptAnswers(audit, { '3.1.1a': 'UNCLEAR' }).errors).toEqual([]);
    expect(acceptAnswers(audit, { '3.1.1': 'UNCLEAR' }).errors).toEqual([
      { question: '3.1.1', message: 'Select your judgement on 3.1.1' },
    ]);
  });

  it('asks for words when someone must act now', () => {
    const last = (safeguarding: string) => unanswered(audit, { safeguarding }).at(-1)?.question;
    expect(last('YES')).toBe('safeguarding-action');
    expect(last('NO')).toBe('concerns');
  });
});
