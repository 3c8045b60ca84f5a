import { type Judgement, judgementCodes, judgements, levels } from '../policy/judgements.js';
import { section, type Section, type Shown } from '../platform/web/sections.js';
import { instantInWords } from '../platform/web/words.js';
import type { JudgementFound, JudgementGiven } from './judgements.queries.js';

/** What each part is called wherever a judgement is read, in the order in which it is read. */
const parts = {
  who: 'Who',
  what: 'What',
  when: 'When',
  reasoning: 'Why this level',
  controls: 'What is in place now',
  contingency: 'If it changes',
} as const;

const givenBy = ({ recordedByName, recordedAt }: JudgementGiven): string =>
  [recordedByName ?? 'Not recorded', recordedAt && instantInWords(recordedAt)].filter(Boolean).join(', ');

/** The level, and what it rests on; what is not written is said to be missing, since it should be there. */
export const judgementRows = (given: JudgementGiven): Shown[] => [
  { key: 'Level', value: levels[given.level] },
  ...Object.entries(parts).map(([part, key]) => ({
    key,
    value: given[part as keyof typeof parts] ?? 'Not written',
  })),
  { key: 'Given by', value: givenBy(given) },
];

/** An earlier judgement in a line: the level, who gave it when, and why. */
export const earlierLine = (given: JudgementGiven): string =>
  `${levels[given.level]}: ${givenBy(given)}${given.reasoning ? `\nWhy: ${given.reasoning}` : ''}`;

/** A change of level is a thing to see; that the words were put better is not. */
export const levelsBefore = ({ level, earlier }: JudgementFound): JudgementGiven[] =>
  earlier.filter((one, place) => one.level !== (earlier[place - 1]?.level ?? level));

function judgementSection(code: Judgement, found: JudgementFound | undefined): Section {
  const title = judgements[code];
  if (!found) return section(code, title, []);
  const before = levelsBefore(found).map(earlierLine);
  const rows = judgementRows(found);
  return section(code, title, before.length > 0 ? [...rows, { key: 'Before', value: before.join('\n') }] : rows);
}

/** The three judgements as people read them before they sign or recommend. */
export const judgementSections = (found: readonly JudgementFound[]): Section[] =>
  judgementCodes.map((code) =>
    judgementSection(
      code,
      found.find(({ judgement }) => judgement === code),
    ),
  );

/** Said above the form of a judgement that was given. */
export const givenWords = (given: JudgementGiven): string =>
  `${levels[given.level]}, given by ${givenBy(given)}. It is kept when you save another; a lower level needs its reasoning written anew.`;

/** The earlier judgements under the form of the one that stands. */
export const earlierSections = ({ earlier }: JudgementFound): Section[] =>
  earlier.map((one) =>
    section(`before-${one.version}`, `${levels[one.level]}, ${givenBy(one)}`, judgementRows(one).slice(1, -1)),
  );

/** Every judgement ever given, level after level, for the page that explains a change. */
export const judgementHistory = (found: readonly JudgementFound[]): Section[] =>
  judgementCodes.flatMap((code) => {
    const given = found.find(({ judgement }) => judgement === code);
    const all = given ? [given, ...given.earlier] : [];
    if (all.length === 0) return [section(code, judgements[code], [])];
    return all.map((one, place) =>
      section(
        `${code}-${one.version}`,
        place === 0 ? judgements[code] : `${judgements[code]}, before`,
        judgementRows(one),
      ),
    );
  });
