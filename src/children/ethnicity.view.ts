import { ethnicityName, ethnicitySources, notStatedReasons, officerCodes, schemes } from '../policy/ethnicity.js';
import type { Shown } from '../platform/web/sections.js';
import { dayOf } from '../platform/clock.js';
import { dayInWords } from '../platform/web/words.js';
import type { EthnicitySaid, EthnicityStanding } from './ethnicity-standing.js';

type Words = Readonly<Record<string, string>>;
const word = (words: Words, code: string): string => words[code] ?? code;

/** The ethnicity as it was said, with the reason where it was not. */
export const ethnicityWords = ({ code, notStatedReason }: EthnicitySaid): string =>
  [ethnicityName(code) ?? code, notStatedReason && word(notStatedReasons, notStatedReason)].filter(Boolean).join(': ');

export const officerWords = (code: string | null | undefined): string | null =>
  code ? `${word(officerCodes, code)} (${code})` : null;

const saidBy = ({ source }: EthnicitySaid): string => `said by: ${word(ethnicitySources, source).toLowerCase()}`;
const recorded = ({ recordedAt, recordedByName }: EthnicitySaid): string =>
  `recorded ${dayInWords(dayOf(recordedAt))} by ${recordedByName}`;

/** An earlier record in a line: what was said and by whom, what the officer saw, who recorded it and when. */
export function earlierEthnicity(said: EthnicitySaid): string {
  const officer = officerWords(said.officerCode);
  return [`${ethnicityWords(said)} (${saidBy(said)})`, officer && `officer saw: ${officer}`, recorded(said)]
    .filter(Boolean)
    .join('; ');
}

/** For the bar above a page: what the child says, what an officer saw, and what was recorded before and differs. */
export function ethnicityFacts(standing: EthnicityStanding | null): { label: string; text: string }[] {
  if (!standing) return [{ label: 'Ethnicity', text: 'Not recorded' }];
  const { officer, earlier } = standing;
  const before = earlier.map((said) =>
    [ethnicityWords(said), officerWords(said.officerCode)].filter(Boolean).join(', officer saw '),
  );
  return [
    { label: 'Ethnicity', text: `${ethnicityWords(standing)} (${saidBy(standing)})` },
    { label: 'Officer saw', text: officerWords(officer?.officerCode) ?? 'Not recorded' },
    ...(before.length > 0 ? [{ label: 'Recorded before', text: [...new Set(before)].join('; ') }] : []),
  ];
}

/** The same in full, for what manager and panel read. */
export function ethnicityRows(standing: EthnicityStanding | null): Shown[] {
  if (!standing) return [{ key: 'Ethnicity', value: 'Not recorded' }];
  const { officer, earlier } = standing;
  return [
    { key: 'Ethnicity, as said', value: `${ethnicityWords(standing)}\n${word(schemes, standing.scheme)}` },
    { key: 'Who said so', value: `${word(ethnicitySources, standing.source)}, ${recorded(standing)}` },
    {
      key: 'What an officer saw',
      value: officer ? `${officerWords(officer.officerCode)}, ${recorded(officer)}` : 'Not recorded',
    },
    ...(earlier.length > 0
      ? [{ key: 'Earlier records that differ', value: earlier.map(earlierEthnicity).join('\n') }]
      : []),
  ];
}

/** One record, as the API answers it. */
export const ethnicityRecord = ({
  code,
  scheme,
  source,
  officerCode,
  notStatedReason,
  recordedByName,
  recordedAt,
}: EthnicitySaid) => ({
  ...{ code, name: ethnicityName(code), scheme, source, officerCode, notStatedReason, recordedByName, recordedAt },
});

/** What stands of a child's ethnicity, as the API answers it wherever a case is read; nothing recorded is left out. */
export const ethnicityBody = ({ officer, earlier, ...said }: EthnicityStanding): object => ({
  ...ethnicityRecord(said),
  officerCode: officer?.officerCode ?? null,
  earlier: earlier.map(ethnicityRecord),
});
