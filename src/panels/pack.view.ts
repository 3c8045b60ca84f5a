import { ageOn } from '../policy/days.js';
import { ethnicityRecord } from '../children/ethnicity.view.js';
import { states } from '../policy/lifecycle.js';
import { instantInWords } from '../platform/web/words.js';
import type { Pack, PackCase } from './packs.js';
import { sectionsInPack } from '../assessments/reading/case-sections.view.js';
import type { CaseRead } from '../assessments/reading/read-case.js';

function sheetOf({ item, picture }: PackCase, meetingDay: string) {
  const age = ageOn(item.dateOfBirth, meetingDay);
  return {
    anchor: `case-${item.position}`,
    reference: item.reference,
    version: `Version ${item.version}`,
    name: `${item.givenName} ${item.familyName}`,
    about: `Aged ${age ?? 'not known'} on the day of the meeting, ${states[item.state].toLowerCase()}`,
    badges: picture.flags.map(({ message }) => ({ text: 'Repeat disposal', about: message })),
    sections: sectionsInPack(picture),
  };
}

/** The pack for paper: contents, then one section a case. */
export const packView = ({ meeting, cases, withheld }: Pack) => ({
  title: `Panel pack: ${meeting.panelArea}, ${instantInWords(meeting.startsAt)}`,
  back: `/meetings/${meeting.id}`,
  meeting,
  withheld,
  sheets: cases.map((one) => sheetOf(one, meeting.meetingDay)),
});

/** The same for a client of the API. */
export const packAnswer = ({ meeting, cases, withheld }: Pack) => ({
  meetingId: meeting.id,
  startsAt: meeting.startsAt,
  place: meeting.place,
  withheld,
  cases: cases.map(({ item, picture }) => ({
    caseId: item.id,
    reference: item.reference,
    version: item.version,
    state: item.state,
    position: item.position,
    child: { givenName: item.givenName, familyName: item.familyName, dateOfBirth: item.dateOfBirth },
    ...picture,
    ...ethnicityOf(picture),
  })),
});

/** The code, who said it, and beside it what an officer saw and whatever was recorded before. */
const ethnicityOf = ({ ethnicity: said }: CaseRead) => ({
  ...{ ethnicity: said?.code ?? null, ethnicitySource: said?.source ?? null, ethnicityScheme: said?.scheme ?? null },
  ...{ notStatedReason: said?.notStatedReason ?? null, officerEthnicityCode: said?.officer?.officerCode ?? null },
  earlierEthnicities: said?.earlier.map(ethnicityRecord) ?? [],
});
