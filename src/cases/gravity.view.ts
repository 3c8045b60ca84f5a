import { rowIn } from '../policy/disposal-book.js';
import { type Disposal, disposalName, isInForce } from '../policy/disposals.js';
import {
  gravityEditions,
  type GravityEdition,
  gravityScores,
  placedByThisProject,
  pointsTo,
} from '../policy/gravity.js';
import { alsoAt } from '../policy/gravity-departures.js';
import { factorName } from '../policy/gravity-factors.js';
import { scoringWarnings } from '../policy/gravity-scoring.js';
import type { Shown } from '../platform/web/sections.js';
import { featuresInWords, withoutFeatures } from '../policy/offence-classes.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { OnDay } from './disposals-of-case.queries.js';
import type { OffenceMarks } from './gravity-scoring.entity.js';
import type { GravityFactor } from './offence.entity.js';

/** A scoring as it is stored; nulls where nobody has scored. */
export type Scored = {
  readonly gravityEdition: string | null;
  readonly gravityStart: number | null;
  readonly gravityFinal: number | null;
  readonly gravityFactors: readonly GravityFactor[];
};

const kinds = { AGGRAVATING: 'Aggravates', MITIGATING: 'Mitigates' } as const;

const meaning = (score: number | null): string =>
  score === null ? 'Not scored' : `${score} (${(gravityScores as Record<number, string>)[score] ?? ''})`;

/** Those in force that stand at a score and that nobody placed there. */
function alsoThere(edition: string | null, score: number, { book, day }: OnDay): Disposal[] {
  const inForce = [...book.values()].map(({ row }) => row).filter((row) => isInForce(row, day));
  return alsoAt(edition ?? '', score, inForce);
}

/** What a final score points to, with what the matrix does not place there said so. It is a guide and chooses nothing. */
export function pointsInWords(edition: string | null, score: number | null, on: OnDay): string {
  if (score === null) return '';
  const codes = pointsTo(edition ?? '', score);
  const namesOf = (all: readonly string[]) => all.map((code) => disposalName(code, rowIn(on.book, code)?.name));
  const named = namesOf(codes.filter((code) => !placedByThisProject.includes(code)));
  const placed = namesOf(codes.filter((code) => placedByThisProject.includes(code)));
  const also = alsoThere(edition, score, on).map(({ name }) => name);
  const parts = [
    ...(named.length > 0 ? [named.join('; ')] : []),
    ...(placed.length > 0 ? [`Placed beside them by this service, not by the matrix: ${placed.join('; ')}`] : []),
    ...(also.length > 0 ? [`Informal as well, and placed by nobody: ${also.join('; ')}`] : []),
  ];
  return parts.join('. ');
}

const factorLine = (edition: string | null, { code, kind, evidence }: GravityFactor): Shown => ({
  key: `${kinds[kind]}: ${factorName(edition, code)}`,
  value: evidence,
});

/** A scoring line by line: where it starts, each factor with its evidence, where it ends, what that points to. */
export function gravityRows(scored: Scored, on: OnDay): Shown[] {
  const { gravityEdition, gravityStart, gravityFinal, gravityFactors } = scored;
  if (gravityFinal === null) return [{ key: 'Gravity', value: 'Not scored' }];
  const name = gravityEditions[gravityEdition as GravityEdition]?.name ?? gravityEdition ?? 'Not recorded';
  return [
    { key: 'Matrix', value: name },
    { key: 'Starts from', value: meaning(gravityStart) },
    ...gravityFactors.map((factor) => factorLine(gravityEdition, factor)),
    { key: 'Final score, as a person set it', value: meaning(gravityFinal) },
    { key: 'What it points to', value: pointsInWords(gravityEdition, gravityFinal, on) },
  ];
}

/** The same in a few lines, for a page or a pack on which it is one of many things. */
export function gravityLines(scored: Scored): string {
  const { gravityEdition, gravityStart, gravityFinal, gravityFactors } = scored;
  if (gravityFinal === null) return 'Not scored';
  const factors = gravityFactors.map((factor) => factorLine(gravityEdition, factor));
  return [
    `${meaning(gravityFinal)}, starting from ${gravityStart ?? 'no score'}`,
    ...factors.map(({ key, value }) => `${key} (${value})`),
  ].join('\n');
}

/** One scoring of an offence; `scoredBy` is a name, null where it is not known who scored. */
export type ScoringFound = Scored & {
  readonly offenceId: string;
  readonly gravityFinal: number;
  /** As the offence was marked until then; null where that did not change. */
  readonly marksBefore: OffenceMarks | null;
  readonly scoredBy: string | null;
  readonly scoredAt: string | null;
};

const madeInWords = ({ scoredBy, scoredAt }: ScoringFound): string =>
  scoredAt === null
    ? 'Not known: it was scored again before this was kept'
    : `${scoredBy}, ${instantInWords(scoredAt)}`;

const marksInWords = ({ features, indictableOnly }: OffenceMarks): string => {
  const said = indictableOnly ? 'yes' : 'no';
  const only = indictableOnly === null ? withoutFeatures.NOT_KNOWN.toLowerCase() : said;
  return `${featuresInWords(features)}\nTried in the Crown Court alone: ${only}`;
};

const scoringRows = (scored: Scored, made: ScoringFound | undefined, on: OnDay): Shown[] => [
  ...gravityRows(scored, on),
  ...(made?.marksBefore ? [{ key: 'Marked until then', value: marksInWords(made.marksBefore) }] : []),
  ...(made ? [{ key: 'Scored by', value: madeInWords(made) }] : []),
];

/** Of an offence, the latest scoring and those before it. */
function madeOf(scorings: readonly ScoringFound[], id: string) {
  const [latest, ...earlier] = scorings.filter(({ offenceId }) => offenceId === id);
  return { latest, earlier };
}

const factorsNamed = (edition: string | null, factors: readonly GravityFactor[]) =>
  factors.map((factor) => ({ ...factor, name: factorName(edition, factor.code) }));

const marksBody = (marks: OffenceMarks | null) =>
  marks && { ...marks, indictableOnly: marks.indictableOnly === null ? null : marks.indictableOnly === 1 };

const scoringBody = ({
  gravityEdition,
  gravityStart,
  gravityFinal,
  gravityFactors,
  marksBefore,
  scoredBy,
  scoredAt,
}: ScoringFound) => ({
  ...{ edition: gravityEdition, startScore: gravityStart, finalScore: gravityFinal, scoredBy, scoredAt },
  ...{ marksBefore: marksBody(marksBefore), factors: factorsNamed(gravityEdition, gravityFactors) },
});

type OffenceScored = Scored & {
  readonly id: string;
  readonly position: number;
  readonly date: string;
  readonly description: string;
  readonly version: number;
};

const warningsOf = ({ position, gravityStart, gravityFinal, gravityFactors }: OffenceScored) =>
  gravityStart === null || gravityFinal === null
    ? []
    : scoringWarnings(
        { startScore: gravityStart, finalScore: gravityFinal, factors: gravityFactors },
        `offence ${position}`,
      );

/** Every offence with its scoring, as its page prints it. */
export const gravityPage = (
  caseId: string,
  offences: readonly OffenceScored[],
  scorings: readonly ScoringFound[],
  mayScore: boolean,
  on: OnDay,
): object => ({
  title: 'Gravity, factor by factor',
  offences: offences.map((offence) => {
    const { latest, earlier } = madeOf(scorings, offence.id);
    return {
      title: `Offence ${offence.position}, ${dayInWords(offence.date)}`,
      description: offence.description,
      rows: scoringRows(offence, latest, on),
      earlier: earlier.map((made) => scoringRows(made, made, on)),
      warnings: warningsOf(offence).map(({ message }) => message),
      score: mayScore ? `/cases/${caseId}/offences/${offence.id}/gravity` : null,
      scoreWords: offence.gravityFinal === null ? 'Score it' : 'Score it again',
    };
  }),
});

/** The same as the API answers it; `scorings` the latest first. */
export function gravityBody(offence: OffenceScored, scorings: readonly ScoringFound[], on: OnDay): object {
  const { id, position, version, gravityEdition, gravityStart, gravityFinal, gravityFactors } = offence;
  const { latest, earlier } = madeOf(scorings, id);
  return {
    ...{ offenceId: id, position, version },
    ...{ edition: gravityEdition, startScore: gravityStart, finalScore: gravityFinal },
    factors: factorsNamed(gravityEdition, gravityFactors),
    ...{ scoredBy: latest?.scoredBy ?? null, scoredAt: latest?.scoredAt ?? null },
    marksBefore: marksBody(latest?.marksBefore ?? null),
    earlierScorings: earlier.map(scoringBody),
    pointsTo: gravityFinal === null ? [] : pointsTo(gravityEdition ?? '', gravityFinal),
    alsoAtScore: gravityFinal === null ? [] : alsoThere(gravityEdition, gravityFinal, on).map(({ code }) => code),
    warnings: warningsOf(offence),
  };
}
