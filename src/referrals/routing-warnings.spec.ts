import { expect, test } from '@jest/globals';
import { usualSettings } from '../policy/area-settings.js';
import { routingWarnings } from './referral-faults.js';
import type { ReferralInput } from './referral.input.js';

const offence = { date: '2026-09-01', homeOfficeClass: '46', description: 'Took a drink' };
type Had = { disposal: string }[];
const said = (input: Partial<ReferralInput>, earlierDisposals: Had = [], possible: Had = []) =>
  routingWarnings(input as ReferralInput, { settings: usualSettings, earlierDisposals, possible }).map(
    ({ code }) => code,
  );

test('a draft is told what local rules will say of it, and nothing while it names no offence', () => {
  expect(said({})).toEqual([]);
  expect(said({ offences: [offence] })).toEqual([]);
  expect(said({ offences: [{ ...offence, features: ['CANNABIS', 'HATE'] }] })).toEqual([
    'CANNABIS_TO_PANEL',
    'CPS_AUTHORITY_FIRST',
  ]);
  expect(said({ offences: [{ ...offence, homeOfficeClass: '34B' }] })).toEqual(['CPS_AUTHORITY_FIRST']);
  expect(said({ offences: [{ ...offence, homeOfficeClass: '34B' }], cpsAuthority: 'YES' })).toEqual([]);
  const had = [{ disposal: 'COMMUNITY_RESOLUTION' }];
  expect(said({ offences: [offence] }, had, had)).toEqual(['POLICE_ONLY_RESOLUTION_LIMIT']);
  expect(said({ offences: [offence] }, [], had)).toEqual(['POLICE_ONLY_RESOLUTION_LIMIT']);
});
