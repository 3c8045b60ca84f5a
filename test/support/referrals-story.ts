import { trialOf } from '../../src/policy/offence-classes.js';
import { done } from './clients.js';
import type { Team } from './people.js';

/** Invented names, dates and words; no child, officer or victim here exists. */
const givenNames = ['Tamsin', 'Jaroslav', 'Amara', 'Kit', 'Noor', 'Bram', 'Odette', 'Rufus', 'Zofia', 'Idris'];
const familyNames = [
  'Marchbank',
  'Okonjo',
  'Featherly',
  'Dhaliwal-Reed',
  'Quill',
  'Bracewell',
  'Sandoval',
  'Wrenfield',
];
const offences = [
  { homeOfficeClass: '46', description: 'Took make-up worth £14 from a shop in the town centre.' },
  { homeOfficeClass: '58D', description: 'Kicked and broke a panel of a bus shelter.' },
  { homeOfficeClass: '8N', description: 'Punched another pupil once after an argument at the bus stop.' },
  { homeOfficeClass: '105A', description: 'Pushed another child to the ground in the park.' },
];
const ethnicities = ['W1', 'M1', 'A1', 'B2', 'O9'];

let made = 0;
const pick = <Value>(values: readonly Value[], number: number): Value => values.at(number % values.length) as Value;

/** Every referral differs from the one before: another child, offence, day and crime reference. */
export function referral(panelAreaId: string, overrides: Record<string, unknown> = {}): Record<string, unknown> {
  const number = made++;
  const { offences: given = [{ ...pick(offences, number), gravity: gravity() }], ...more } = overrides;
  return {
    panelAreaId,
    child: {
      givenName: pick(givenNames, number),
      familyName: `${pick(familyNames, number)} ${lettersOf(number)}`,
      dateOfBirth: `${2010 + (number % 4)}-0${1 + (number % 9)}-${10 + (number % 18)}`,
      sex: pick(['MALE', 'FEMALE'], number),
      ethnicity: { code: pick(ethnicities, number), scheme: '18+1', source: 'SELF', officerCode: 'IC1' },
    },
    offences: Array.isArray(given) ? given.map(asSaid) : given,
    crimeReference: `26/${String(100_200 + number)}/26`,
    officer: { name: 'PC Rowan Ashdown', collarNumber: '4471' },
    policeStatus: 'VOLUNTARY_ATTENDANCE',
    responsibilityStance: 'FULL_ADMISSION',
    evidenceSufficient: true,
    victims: [{ kind: 'PERSON', name: 'Morgan Tollgate', consentToShare: 'GIVEN', sameSchoolOrHome: 'NO' }],
    appropriateAdult: { name: 'Jo Marchbank', relationship: 'Parent' },
    policeInformation: 'Attended with a parent and answered questions. Nothing else is known to police.',
    ...more,
  };
}

/** An offence of which somebody said what is part of it, and how it is tried where its class does not say it. */
const asSaid = (offence: Record<string, unknown>): Record<string, unknown> => ({
  ...{ date: '2026-09-12', features: [] },
  ...(trialOf({ homeOfficeClass: String(offence['homeOfficeClass']) }) === null ? { indictableOnly: false } : {}),
  ...offence,
});

export const gravity = (startScore = 2, finalScore = 2): object => ({
  edition: 'NPCC-CGM-2025-02',
  startScore,
  factors: [{ code: 'REMORSE', kind: 'MITIGATING', evidence: 'Wrote a letter of apology before the interview.' }],
  finalScore,
});

/** Names that fold apart from one another, so that no two children look alike by accident. */
const lettersOf = (number: number): string =>
  [...String(number)]
    .map((digit) => 'abcdefghij'[Number(digit)] ?? '')
    .join('')
    .replace(/^./, (first) => first.toUpperCase());

export type ReferredCase = {
  readonly caseId: string;
  readonly childId: string;
  readonly reference: string;
  readonly version: number;
  readonly possibleMatches: { childId: string; reasons: string[] }[];
  readonly warnings: { code: string; message: string }[];
};

/** A case in REFERRED, sent to the API by the team's referring officer, or by whoever is named. */
export async function referCase(
  team: Team,
  overrides: Record<string, unknown> = {},
  officer?: Awaited<ReturnType<Team['as']>>,
): Promise<ReferredCase> {
  const { api } = officer ?? (await team.as('REFERRING_OFFICER'));
  const panelAreaId = (overrides['panelAreaId'] as string | undefined) ?? team.areaId;
  return done('The referral', await api.post('/api/referrals', referral(panelAreaId, overrides))).body as ReferredCase;
}
