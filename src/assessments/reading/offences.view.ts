import { gravityScores } from '../../policy/gravity.js';
import { section, type Section, written } from '../../platform/web/sections.js';
import { codeInWords, dayInWords } from '../../platform/web/words.js';
import type { CaseRead, OffenceRead } from './read-case.js';

function gravityWords({ gravityFinal, gravityStart }: OffenceRead): string {
  if (!gravityFinal) return 'Not scored';
  const meaning = (gravityScores as Record<number, string>)[gravityFinal] ?? '';
  return `${gravityFinal} (${meaning})${gravityStart && gravityStart !== gravityFinal ? `, starting from ${gravityStart}` : ''}`;
}

/** What is alleged, how grave it is, and what the police know of it. */
export const offenceSection = (read: CaseRead): Section =>
  section('offences', 'Offences and gravity', [
    ...read.offences.map((offence) => ({
      key: `${dayInWords(offence.date)}, class ${offence.homeOfficeClass}`,
      value: `${offence.description}\nFinal gravity score: ${gravityWords(offence)}`,
    })),
    { key: 'Responsibility', value: codeInWords(read.responsibilityStance) },
    { key: 'Sufficient evidence', value: codeInWords(read.evidenceSufficient) },
    ...written('Arrested for', read.arrestedFor),
    ...written('Police information', read.policeInformation),
  ]);
