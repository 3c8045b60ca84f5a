import type { AreaSettings } from '../policy/area-settings.js';
import { ageOn } from '../policy/days.js';
import type { Blocker } from '../policy/gate.js';
import { factorFaults } from '../policy/gravity-factors.js';
import { type Scoring, scoringWarnings } from '../policy/gravity-scoring.js';
import { isIndictableOnly } from '../policy/offence-classes.js';
import { routingFlags } from '../policy/routing.js';
import type { FieldError } from '../platform/errors.js';
import { faultsInOrder } from '../cases/faults-in-order.js';
import type { GravityInput } from '../cases/offence.input.js';
import type { ReferralInput } from './referral.input.js';

/** What each field cannot say for itself: whether the parts of a referral fit together. */
export const faultsOf = (input: ReferralInput): FieldError[] => [
  ...oneOf(Boolean(input.child), Boolean(input.childId), 'child', 'Enter a new child or select a known one, not both'),
  ...oneOf(
    (input.victims?.length ?? 0) > 0,
    Boolean(input.noIdentifiableVictim),
    'victims',
    'Add the victims, or say why there is no identifiable victim, not both',
  ),
  ...(input.offences ?? []).flatMap(({ gravity }, index) => faultsInFactors(gravity, `offences[${index}].gravity`)),
];

/** A police file may name a factor in its own words (docs/referral-import.md); one of the list keeps to it. */
const faultsInFactors = (gravity: GravityInput | null | undefined, path: string): FieldError[] =>
  factorFaults(gravity?.edition, gravity?.factors ?? [], 'ALL').map(({ field, message }) => ({
    field: `${path}.${field}`,
    message,
  }));

const oneOf = (first: boolean, second: boolean, field: string, message: string): FieldError[] =>
  first === second ? [{ field, message }] : [];

/**
 * Days that cannot be: an offence after the referral, or by a child who was not born or not yet ten; bail that ended before.
 * Source: Children and Young Persons Act 1933 s50 (no child under ten can be guilty of an offence).
 */
export function faultsInDays(input: ReferralInput, dateOfBirth: string, today: string): FieldError[] {
  const birth = dateOfBirth > today ? [{ field: 'child.dateOfBirth', message: 'The child was born after today' }] : [];
  const offences = input.offences.flatMap(({ date }, index) => {
    const message = faultInDay(date, dateOfBirth, today);
    return message ? [{ field: `offences[${index}].date`, message }] : [];
  });
  const [offenceOn] = input.offences.map(({ date }) => date).toSorted();
  return [...birth, ...offences, ...faultsInOrder({ offenceOn, bailDate: input.bailDate }, { bailDate: 'bailDate' })];
}

function faultInDay(date: string, dateOfBirth: string, today: string): string | null {
  if (date > today) return 'The offence is dated after today';
  const age = ageOn(dateOfBirth, date);
  if (age === null || age < 0) return 'The offence is dated before the child was born';
  if (age < 10) return 'The child was under 10 on the date of the offence, and cannot be referred for it';
  return null;
}

export type Warning = { readonly code: string; readonly message: string };

/** What local rules say of it, among the other warnings. */
export const asWarning = ({ code, message }: Blocker): Warning => ({ code, message });

type Had = readonly { readonly disposal: string }[];
/** `possible` is what children had who may be this one. */
type Asked = { readonly settings: AreaSettings; readonly earlierDisposals: Had; readonly possible: Had };

/** What local rules will say of a referral that is still a draft: marks that nobody was asked about yet are not held against it. */
export function routingWarnings(input: ReferralInput, { settings, earlierDisposals, possible }: Asked): Warning[] {
  const { goesToPanel, borderlineScores } = settings;
  const offences = (input.offences ?? []).map((offence) => ({
    ...{ features: offence.features ?? [], gravityFinal: offence.gravity?.finalScore },
    indictableOnly: isIndictableOnly(offence),
  }));
  if (offences.length === 0) return [];
  const { cpsAuthority } = input;
  const known = { goesToPanel, borderlineScores, offences, earlierDisposals, possible, cpsAuthority };
  return routingFlags({ ...known, harmLevel: 'NOT_ASSESSED', checkedFirst: [] }).map(asWarning);
}

/** What does not stop a referral and should be looked at before the panel meets. */
export function warningsFor(
  offences: readonly Scored[],
  { dateOfBirth, referredOn }: { dateOfBirth: string; referredOn: string },
): Warning[] {
  const age = ageOn(dateOfBirth, referredOn);
  const grown =
    age !== null && age >= 18
      ? [{ code: 'AGE_18_OR_OVER', message: 'The child was 18 or over on the day of the referral' }]
      : [];
  return [...grown, ...offences.flatMap(({ gravity }, index) => scoringWarnings(gravity, `offence ${index + 1}`))];
}

export type Scored = {
  readonly gravity?: Scoring;
};
