import { expect, test } from '@jest/globals';
import { usualSettings } from '../policy/area-settings.js';
import { routingWarnings } from './referral-faults.js';
import type { ReferralInput } from './referral.input.js';

const told = { date: '2026-09-01', description: 'Took a drink' };
const offence = { ...told, homeOfficeClass: '46', indictableOnly: false };
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
  const had = [{ disposal: 'COMMUNITY_RESOLUTION' }];
  expect(said({ offences: [offence] }, had, had)).toEqual(['POLICE_ONLY_RESOLUTION_LIMIT']);
  expect(said({ offences: [offence] }, [], had)).toEqual(['POLICE_ONLY_RESOLUTION_LIMIT']);
});

test('where nobody is sure how an offence is tried, what is usual for its class is taken, and no class is not no', () => {
  expect(said({ offences: [{ ...told, homeOfficeClass: '105A' }] })).toEqual([]);
  for (const homeOfficeClass of ['34B', '999Z']) {
    expect(said({ offences: [{ ...told, homeOfficeClass }] })).toEqual(['CPS_AUTHORITY_FIRST']);
    expect(said({ offences: [{ ...told, homeOfficeClass }], cpsAuthority: 'YES' })).toEqual([]);
    expect(said({ offences: [{ ...told, homeOfficeClass, indictableOnly: false }] })).toEqual([]);
  }
});
