import { sectionsInPack } from '../assessments/reading/case-sections.view.js';
import { type CaseRead, forPanel } from '../assessments/reading/read-case.js';
import type { CaseFound } from '../cases/find-case.js';
import { ethnicityRecord } from '../children/ethnicity.view.js';
import { ageOn } from '../policy/days.js';
import { states } from '../policy/lifecycle.js';
import { fingerprintOf } from './fingerprint.js';
import type { PackSheet, SheetKept } from './kept-sheet.js';

type Found = CaseFound & { readonly position?: number };

/** The day for the child's age, and what people call it. */
type AgeOn = { readonly day: string; readonly inWords: string };

export const onMeetingDay = ({ meetingDay }: { readonly meetingDay: string }): AgeOn => ({
  day: meetingDay,
  inWords: 'on the day of the meeting',
});

/** In: the case, what was read of it, and the day for the child's age. Out: its sheet, with its fingerprint. */
export function sheetToKeep(found: Found, read: CaseRead, ageOnDay: AgeOn): SheetKept {
  const sheet = inAscii(JSON.stringify(packSheet(found, forPanel(read), ageOnDay)));
  const { id, reference, version } = found;
  return { caseId: id, reference, caseVersion: version, sheet, fingerprint: fingerprintOf(sheet) };
}

function packSheet(found: Found, read: CaseRead, { day, inWords }: AgeOn): PackSheet {
  const { id, reference, version, state, position = 1, givenName, familyName, dateOfBirth } = found;
  return {
    ...{ reference, version, name: `${givenName} ${familyName}` },
    about: `Aged ${ageOn(dateOfBirth, day) ?? 'not known'} ${inWords}, ${states[state].toLowerCase()}`,
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

/** JSON whose letters beyond ASCII are written by their numbers: such text is read and handed on in half the time. */
const inAscii = (json: string): string =>
  json.replaceAll(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
