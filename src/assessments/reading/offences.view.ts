import { gravityLines } from '../../cases/gravity.view.js';
import { section, type Section, written } from '../../platform/web/sections.js';
import { codeInWords, dayInWords } from '../../platform/web/words.js';
import type { CaseRead } from './read-case.js';

/** What is alleged, how grave it is, and what the police know of it. */
export const offenceSection = (read: CaseRead): Section =>
  section('offences', 'Offences and gravity', [
    ...read.offences.map((offence) => ({
      key: `${dayInWords(offence.date)}, class ${offence.homeOfficeClass}`,
      value: `${offence.description}\nFinal gravity score: ${gravityLines(offence)}`,
    })),
    { key: 'Responsibility', value: codeInWords(read.responsibilityStance) },
    { key: 'Sufficient evidence', value: codeInWords(read.evidenceSufficient) },
    ...written('Arrested for', read.arrestedFor),
    ...written('Police information', read.policeInformation),
  ]);
