import { sectionsInPack } from '../assessments/reading/case-sections.view.js';
import type { CaseRead } from '../assessments/reading/read-case.js';
import type { CaseFound } from '../cases/find-case.js';
import { ethnicityRecord } from '../children/ethnicity.view.js';
import { ageOn } from '../policy/days.js';
import { states } from '../policy/lifecycle.js';
import type { Section } from '../platform/web/sections.js';

/**
 * One case of a pack: the words that are printed, and the same as the API sends it. Both are kept when the pack is issued,
 * so that what the panel read can be shown whatever becomes of the case, the wording or the code.
 */
export type PackSheet = {
  readonly caseId: string;
  readonly reference: string;
  /** The version of the case that was read. */
  readonly version: number;
  readonly name: string;
  readonly about: string;
  readonly flags: readonly string[];
  readonly sections: readonly Section[];
  readonly sent: object;
};

/** In: the case, what was read of it, and the day for the child's age. Out: its sheet. */
export function packSheet(found: CaseFound & { readonly position?: number }, read: CaseRead, day: string): PackSheet {
  const { id, reference, version, state, position = 1, givenName, familyName, dateOfBirth } = found;
  return {
    ...{ caseId: id, reference, version, name: `${givenName} ${familyName}` },
    about: `Aged ${ageOn(dateOfBirth, day) ?? 'not known'} on the day of the meeting, ${states[state].toLowerCase()}`,
    flags: read.flags.map(({ message }) => message),
    sections: sectionsInPack(read),
    sent: {
      ...{ caseId: id, reference, version, state, position, child: { givenName, familyName, dateOfBirth } },
      ...read,
      ...ethnicitySent(read),
    },
  };
}

/** The code, who said it, and beside it what an officer saw and whatever was recorded before. */
const ethnicitySent = ({ ethnicity: said }: CaseRead) => ({
  ...{ ethnicity: said?.code ?? null, ethnicitySource: said?.source ?? null, ethnicityScheme: said?.scheme ?? null },
  ...{ notStatedReason: said?.notStatedReason ?? null, officerEthnicityCode: said?.officer?.officerCode ?? null },
  earlierEthnicities: said?.earlier.map(ethnicityRecord) ?? [],
});
