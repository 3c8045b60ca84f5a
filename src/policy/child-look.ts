/**
 * How a page or a sheet for a child looks, and what is said on it to the child and to whoever helps.
 * Source: `communication.ts` (the adjustments a child needs; Leicester City Youth Justice Plan 2025 to 2030, section 9).
 */
export type ChildLook = {
  readonly isLarge: boolean;
  /** The colour behind the words, or null for white. */
  readonly paper: PaperColour | null;
  readonly hasPictures: boolean;
  /** Only the question, without the lines below it, and one question to a sheet. */
  readonly isShort: boolean;
  /** How many lines a sheet leaves for each answer. */
  readonly lines: number;
  readonly forChild: readonly string[];
  readonly forHelper: readonly string[];
};

type Answered = Readonly<Record<string, unknown>>;

export const paperColours = ['CREAM', 'YELLOW', 'BLUE', 'GREEN', 'PINK', 'PEACH', 'LILAC'] as const;
export type PaperColour = (typeof paperColours)[number];

/** Black on cream reads softer than on white; a child who asked for another colour gets that one. */
const usualPaper: PaperColour = 'CREAM';

const saidToChild: Readonly<Record<string, string>> = {
  EXTRA_TIME: 'Take as long as you want.',
  BREAKS: 'You can stop for a break at any time.',
  PICTURES: 'You can draw if you want to.',
};

const saidToHelper: Readonly<Record<string, string>> = {
  CHECK_UNDERSTANDING: 'Ask me to say it back in my own words.',
  READ_ALOUD: 'Read all of this out loud to me.',
  QUIET_PLACE: 'Find a quiet place, with few people.',
  TRUSTED_ADULT: 'Ask me who I want to sit with me.',
  INTERPRETER: 'Ask for my interpreter first. Write down my words in English.',
  SIGN_LANGUAGE: 'Ask for my sign language interpreter first.',
};

const usualLines = 5;
const roomyLines = 8;

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The colour that is named first in what was written about the adjustments. */
function colourNamed(more: unknown): PaperColour | undefined {
  const words = typeof more === 'string' ? (more.toUpperCase().match(/[A-Z]+/g) ?? []) : [];
  return words.flatMap((word) => paperColours.filter((colour) => colour === word))[0];
}

/**
 * The look that a child's adjustments ask for. In: the answers of the assessment, of any set; none is no adjustment, and
 * so is `NONE`. Out: the look. Source: the tables above.
 */
export function childLook(answers: Answered): ChildLook {
  const needs = listed(answers['adjustments']);
  const has = (need: string): boolean => needs.includes(need);
  const said = (words: Readonly<Record<string, string>>): string[] =>
    Object.entries(words).flatMap(([need, sentence]) => (has(need) ? [sentence] : []));
  const isRoomy = has('LARGE_PRINT') || has('EXTRA_TIME');
  return {
    isLarge: has('LARGE_PRINT'),
    paper: has('COLOURED_PAPER') ? (colourNamed(answers['adjustments-more']) ?? usualPaper) : null,
    hasPictures: has('PICTURES'),
    isShort: has('SHORT_SENTENCES'),
    lines: isRoomy ? roomyLines : usualLines,
    forChild: said(saidToChild),
    forHelper: said(saidToHelper),
  };
}

/** Everything such a page may say, for the test of its words. */
export const saidOnLook = [...Object.values(saidToChild), ...Object.values(saidToHelper)];
