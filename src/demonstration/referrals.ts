import { addDays } from '../policy/days.js';
import { gravityEditionOn } from '../policy/gravity.js';
import { ethnicities, familyNames, givenNames, type Situation, situations } from './situations.js';

let made = 0;
const pick = <Value>(values: readonly Value[], number: number): Value => values[number % values.length] as Value;

/** A child the story needs: one already known, or one described. */
export type Who = { readonly childId: string } | { readonly child: object };

/** A referral of today: the next situation, of the next child unless the story says who it is. */
export function newReferral(panelAreaId: string, today: string, who?: Who): Record<string, unknown> {
  const number = made++;
  const situation = pick(situations, number);
  return {
    ...{
      panelAreaId,
      ...(who ?? { child: newChild(number, today, situation) }),
      offences: [offence(situation, today)],
    },
    crimeReference: `${today.slice(2, 4)}/${500_100 + number * 137}`,
    officer: { name: 'PC Rowan Hartwell', collarNumber: '2114' },
    policeStatus: number % 3 === 0 ? 'RELEASED_UNDER_INVESTIGATION' : 'VOLUNTARY_ATTENDANCE',
    ...{ responsibilityStance: 'FULL_ADMISSION', evidenceSufficient: 'YES', policeInformation: situation.information },
    appropriateAdult: {
      name: `${pick(familyNames, number + 3)}, by telephone`,
      relationship: pick(['Mother', 'Father', 'Aunt', 'Carer'], number),
    },
    ...victimOf(situation, number),
  };
}

/** Ages from eleven to seventeen, and ten where the situation says so. */
export function newChild(number: number, today: string, { homeOfficeClass }: Pick<Situation, 'homeOfficeClass'>) {
  const age = homeOfficeClass === '56B' ? 10 : 12 + (number % 5);
  const born = addDays(`${Number(today.slice(0, 4)) - age}-${today.slice(5, 7)}-01`, -60 - ((number * 37) % 250));
  return {
    givenName: pick(givenNames, number),
    familyName: pick(familyNames, number),
    dateOfBirth: born,
    sex: pick(['MALE', 'MALE', 'FEMALE'], number),
    ethnicity: { code: pick(ethnicities, number), scheme: '18+1', source: 'SELF' },
  };
}

function offence({ homeOfficeClass, description, features = [], score }: Situation, today: string) {
  const evidence = 'Said so at once, and offered to put it right.';
  return {
    ...{ date: addDays(today, -18), homeOfficeClass, description, features, indictableOnly: false },
    gravity: {
      ...{ edition: gravityEditionOn(today), startScore: score, finalScore: score },
      factors: [{ code: 'REMORSE', kind: 'MITIGATING', evidence }],
    },
  };
}

const victimNames = ['Morgan', 'Alex', 'Robin', 'Sam', 'Charlie'];
const victimFamilies = ['Tollgate', 'Dunmore', 'Eastleigh', 'Whitby', 'Farrow', 'Lindop', 'Marchbank'];

function victimOf({ victim }: Situation, number: number) {
  if (victim === null) {
    const arrestedFor = 'Suspected burglary of a shed with two others; cannabis was found when the child was searched.';
    return { arrestedFor, noIdentifiableVictim: { reason: 'Possession; nobody was harmed directly' } };
  }
  const name =
    victim === 'BUSINESS' ? 'The owner, by letter' : `${pick(victimNames, number)} ${pick(victimFamilies, number)}`;
  const sameSchoolOrHome = victim === 'CHILD' ? 'YES' : 'NO';
  return { victims: [{ kind: victim, name, consentToShare: 'GIVEN', sameSchoolOrHome }] };
}
