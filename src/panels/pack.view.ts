import { ageOn } from '../policy/days.js';
import { states } from '../policy/lifecycle.js';
import { instantInWords } from '../platform/web/words.js';
import type { Pack, PackCase } from './packs.js';
import { pictureInPack } from './panel-picture.view.js';

function sheetOf({ item, picture }: PackCase, meetingDay: string) {
  const age = ageOn(item.dateOfBirth, meetingDay);
  return {
    anchor: `case-${item.position}`,
    reference: item.reference,
    version: `Version ${item.version}`,
    name: `${item.givenName} ${item.familyName}`,
    about: `Aged ${age ?? 'not known'} on the day of the meeting, ${states[item.state].toLowerCase()}`,
    badges: picture.flags.map(({ message }) => ({ text: 'Repeat disposal', about: message })),
    sections: pictureInPack(picture),
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
  })),
});
