import { childIntroduction, childQuestions, planQuestions, questionsFor } from './child-form.js';
import { saidOnLook } from './child-look.js';
import { childParts } from './voice-parts.js';

const sentences = [
  ...childIntroduction.flatMap((line) => line.match(/[^.!?]+[.!?]/g) ?? []),
  ...childQuestions.flatMap(({ ask, hint }) => [ask, ...(hint.match(/[^.!?]+[.!?]/g) ?? [])]),
  ...planQuestions.map(({ ask }) => ask),
  ...saidOnLook,
].map((sentence) => sentence.trim());

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[a-zé’]+/g) ?? [];

/** Groups of vowels, less a silent e at the end: near enough for words as short as these. */
const syllables = (word: string): number =>
  Math.max(1, (word.replace(/(?<=[^aeiouyl])e$/, '').match(/[aeiouyé]+/g) ?? []).length);

/** The Flesch-Kincaid grade: four is a reading age of about nine. */
function gradeOf(texts: readonly string[]): number {
  const words = texts.flatMap(wordsIn);
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / texts.length) + 11.8 * (spoken / words.length) - 15.59;
}

test('a child of nine can read it: short sentences of short words', () => {
  expect(gradeOf(sentences)).toBeLessThan(4);
  for (const sentence of sentences) {
    expect([sentence, wordsIn(sentence).length < 17]).toEqual([sentence, true]);
    expect([sentence, wordsIn(sentence).filter((word) => syllables(word) > 3 && word !== 'interpreter')]).toEqual([
      sentence,
      [],
    ]);
  }
});

test('no word of the police or the courts stands on it', () => {
  expect(sentences.join(' ')).not.toMatch(/offen|suspect|victim|crime|guilt|disposal|assessment|referral|allegation/i);
});

test('it asks for every part of the child’s voice, and of a person harmed only where there is one', () => {
  const asked = questionsFor(true).map(({ id }) => id);
  expect(asked).toEqual(expect.arrayContaining(Object.keys(childParts)));
  expect(questionsFor(false).map(({ id }) => id)).toEqual(asked.filter((id) => id !== 'feelings'));
});
