import { disposalName } from '../policy/disposals.js';
import {
  gravityEditions,
  type GravityEdition,
  gravityScores,
  placedByThisProject,
  pointsTo,
} from '../policy/gravity.js';
import { factorName } from '../policy/gravity-factors.js';
import { scoringWarnings } from '../policy/gravity-scoring.js';
import type { Shown } from '../platform/web/sections.js';
import { dayInWords } from '../platform/web/words.js';
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

/** What a final score points to, with what this project placed there said so. It is a guide and chooses nothing. */
export function pointsInWords(edition: string | null, score: number | null): string {
  if (score === null) return '';
  const codes = pointsTo(edition ?? '', score);
  const named = codes.filter((code) => !placedByThisProject.includes(code)).map((code) => disposalName(code));
  const placed = codes.filter((code) => placedByThisProject.includes(code)).map((code) => disposalName(code));
  const beside =
    placed.length > 0 ? `. Placed beside them by this service, not by the matrix: ${placed.join('; ')}` : '';
  return `${named.join('; ')}${beside}`;
}

const factorLine = (edition: string | null, { code, kind, evidence }: GravityFactor): Shown => ({
  key: `${kinds[kind]}: ${factorName(edition, code)}`,
  value: evidence,
});

/** A scoring line by line: where it starts, each factor with its evidence, where it ends, what that points to. */
export function gravityRows({ gravityEdition, gravityStart, gravityFinal, gravityFactors }: Scored): Shown[] {
  if (gravityFinal === null) return [{ key: 'Gravity', value: 'Not scored' }];
  const name = gravityEditions[gravityEdition as GravityEdition]?.name ?? gravityEdition ?? 'Not recorded';
  return [
    { key: 'Matrix', value: name },
    { key: 'Starts from', value: meaning(gravityStart) },
    ...gravityFactors.map((factor) => factorLine(gravityEdition, factor)),
    { key: 'Final score, as a person set it', value: meaning(gravityFinal) },
    { key: 'What it points to', value: pointsInWords(gravityEdition, gravityFinal) },
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
export const gravityPage = (caseId: string, offences: readonly OffenceScored[], mayScore: boolean): object => ({
  title: 'Gravity, factor by factor',
  offences: offences.map((offence) => ({
    title: `Offence ${offence.position}, ${dayInWords(offence.date)}`,
    description: offence.description,
    rows: gravityRows(offence),
    warnings: warningsOf(offence).map(({ message }) => message),
    score: mayScore ? `/cases/${caseId}/offences/${offence.id}/gravity` : null,
    scoreWords: offence.gravityFinal === null ? 'Score it' : 'Score it again',
  })),
});

/** The same as the API answers it. */
export const gravityBody = (offence: OffenceScored): object => ({
  ...{ offenceId: offence.id, position: offence.position, version: offence.version },
  ...{ edition: offence.gravityEdition, startScore: offence.gravityStart, finalScore: offence.gravityFinal },
  factors: offence.gravityFactors.map((factor) => ({
    ...factor,
    name: factorName(offence.gravityEdition, factor.code),
  })),
  pointsTo: offence.gravityFinal === null ? [] : pointsTo(offence.gravityEdition ?? '', offence.gravityFinal),
  warnings: warningsOf(offence),
});
