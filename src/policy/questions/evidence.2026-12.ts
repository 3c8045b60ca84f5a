import type { GroupQuestion, Option, SingleQuestion } from './question-set.js';

/*
 * How the sets of December 2026 ask for facts, and apart from them for what the facts mean. As much a part of those sets
 * as their own words, and like them never edited once used.
 *
 * A row says what is known, from whom, on which day, and what it is: the Data Protection Act 2018 s38 wants facts kept
 * apart from opinion. Intelligence is kept with its grading under the national 3x5x2 intelligence report (College of
 * Policing, authorised professional practice); its grades are written here from general knowledge of the form.
 */

const kinds: readonly Option[] = [
  { value: 'FACT', label: 'Fact', hint: 'Seen, recorded or admitted' },
  { value: 'OPINION', label: 'Opinion', hint: 'What somebody thinks, professionals included' },
  { value: 'ALLEGATION', label: 'Allegation', hint: 'Said by somebody and not shown to be true' },
  { value: 'INTELLIGENCE', label: 'Intelligence', hint: 'With the grading it came with' },
];

/** The grades of the intelligence report, for whatever else keeps intelligence. */
export const gradings = {
  source: [
    { value: '1', label: '1: Reliable' },
    { value: '2', label: '2: Untested' },
    { value: '3', label: '3: Not reliable' },
  ],
  information: [
    { value: 'A', label: 'A: Known directly' },
    { value: 'B', label: 'B: Known indirectly but corroborated' },
    { value: 'C', label: 'C: Known indirectly' },
    { value: 'D', label: 'D: Not known' },
    { value: 'E', label: 'E: Suspected to be false' },
  ],
  handling: [
    { value: 'P', label: 'P: May be shared lawfully' },
    { value: 'C', label: 'C: May be shared lawfully, with conditions' },
  ],
} as const satisfies Record<string, readonly Option[]>;

const isIntelligence = { question: 'kind', is: 'INTELLIGENCE' } as const;

const ofEachFact: readonly SingleQuestion[] = [
  { id: 'what', kind: 'LONG_TEXT', ask: 'What is known', called: 'what is known', limit: 2000 },
  {
    id: 'from',
    kind: 'TEXT',
    ask: 'From whom',
    hint: 'Their role, and how they know. Do not name a person harmed.',
    called: 'who it comes from',
    limit: 200,
  },
  {
    id: 'on',
    kind: 'DAY',
    ask: 'On what date',
    hint: 'When they said it, or when it was recorded. For example, 27 3 2026',
    called: 'the date it was said or recorded',
  },
  { id: 'kind', kind: 'CHOICE', ask: 'What it is', called: 'what it is', options: kinds },
  {
    id: 'source-grade',
    kind: 'SELECT',
    ask: 'How good is the source?',
    called: 'how good the source is',
    options: gradings.source,
    when: isIntelligence,
  },
  {
    id: 'information-grade',
    kind: 'SELECT',
    ask: 'How does the source know?',
    called: 'how the source knows',
    options: gradings.information,
    when: isIntelligence,
  },
  {
    id: 'handling',
    kind: 'CHOICE',
    ask: 'Which handling code does it have?',
    called: 'the handling code',
    options: gradings.handling,
    when: isIntelligence,
  },
  {
    id: 'conditions',
    kind: 'TEXT',
    ask: 'Conditions on sharing it',
    called: 'the conditions on sharing it',
    limit: 500,
    when: { question: 'handling', is: 'C' },
  },
];

/** What is known about something, a row for each fact. */
export const facts = (id: string, about: string, hint: string): GroupQuestion => ({
  id,
  kind: 'GROUP',
  ask: `What is known about ${about}`,
  hint,
  called: `what is known about ${about}`,
  itemName: 'fact',
  rowsAre: 'STATEMENTS',
  most: 30,
  questions: ofEachFact,
});

/** What the facts mean for this child; the hint says what to weigh. */
export const meaning = (
  id: string,
  analyses: string | readonly string[],
  ask: string,
  hint: string,
): SingleQuestion => ({
  id,
  kind: 'LONG_TEXT',
  ask,
  hint,
  called: ask.charAt(0).toLowerCase() + ask.slice(1),
  limit: 4000,
  analyses,
});

/** Words without rows of their own: what a child says, or analysis of what stands elsewhere. */
export const words = (id: string, ask: string, hint: string, called = ''): SingleQuestion => ({
  id,
  kind: 'LONG_TEXT',
  ask,
  hint,
  called: called || ask.charAt(0).toLowerCase() + ask.slice(1),
  limit: 4000,
});

export const notKnown: Option = { value: 'NOT_KNOWN', label: 'Not known', hint: 'You asked and could not find out' };
