import { readFileSync } from 'node:fs';
import { csvFile } from '../../src/exchange/safe-csv.js';

export const believableFile = (): string => readFileSync(new URL('../data/referrals.csv', import.meta.url), 'utf8');

/** One good row by column, to be changed; `null` leaves the column out of the file. */
export const goodRow: Record<string, string> = {
  givenName: 'Rowan',
  familyName: 'Applegarth',
  dateOfBirth: '2011-05-04',
  sex: 'MALE',
  ethnicityCode: 'W1',
  ethnicityScheme: '18+1',
  ethnicitySource: 'SELF',
  offence1Date: '2026-09-01',
  offence1Class: '46',
  offence1Description: 'Took a drink, and said so',
  crimeReference: '26/000001',
  officerName: 'PC Example',
  officerCollarNumber: '1234',
  policeStatus: 'VOLUNTARY_ATTENDANCE',
  responsibilityStance: 'FULL_ADMISSION',
  evidenceSufficient: 'YES',
  policeInformation: 'Nothing else is known',
  noVictimReason: 'Nobody was harmed',
};

/** A file of rows that differ from the good one as said; the headings are those of all rows together. */
export function referralFile(...rows: Record<string, string | null>[]): string {
  const filled = rows.map((row) => ({ ...goodRow, ...row }) as Record<string, string | null>);
  const headings = [...new Set(filled.flatMap((row) => Object.keys(row).filter((name) => row[name] !== null)))];
  return csvFile([headings, ...filled.map((row) => headings.map((name) => row[name] ?? ''))]);
}
