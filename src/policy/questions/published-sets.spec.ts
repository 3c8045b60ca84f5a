import { describe, expect, it } from '@jest/globals';
import { acceptAnswers } from './accepting-answers.js';
import { faultsIn } from './faults-in-set.js';
import { unanswered } from './progress.js';
import { currentQuestionSet, findQuestionSet, questionSets } from './published-sets.js';
import { type Answers, type Question, questionsOf } from './question-set.js';

const audit = currentQuestionSet('hmip-2021-out-of-court');
const assessment = currentQuestionSet('child-assessment');
const idsOf = (set: typeof audit) => questionsOf(set).map(({ question }) => question.id);

/** Any acceptable answer: the first option, or a word. */
const someAnswer = (question: Question): string | string[] => {
  if (question.kind === 'CHOICES') return [question.options[0]!.value];
  if ('options' in question) return question.options[0]!.value;
  return 'Words';
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
    expect(findQuestionSet('child-assessment', '2026-11')).toBe(assessment);
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
      'diversity-needs',
      'family',
      'exploitation',
      'behaviour',
      'support',
      'childs-plan',
      'professionals-plan',
      'exit-plan',
    ]);
  });

  it('asks on every page what is known and, in a field of its own, what it means', () => {
    for (const { slug, questions } of assessment.pages) {
      const texts = questions.filter(({ kind }) => kind === 'LONG_TEXT').map(({ id }) => id);
      expect([slug, texts.some((id) => /-(known|found|actions)$/.test(id))]).toEqual([slug, true]);
      expect([slug, texts.some((id) => id.endsWith('-meaning'))]).toEqual([slug, true]);
    }
  });

  it('answers every known with a meaning', () => {
    const ids = idsOf(assessment);
    const unmet = ids.filter((id) => id.endsWith('-known') && !ids.includes(id.replace(/known$/, 'meaning')));
    expect(unmet).toEqual([]);
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
