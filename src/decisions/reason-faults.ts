import { agenciesPresent } from '../policy/discussion-gates.js';
import { criminalises } from '../policy/reasons.js';
import type { RecommendationFacts } from './decision-facts.js';
import { faultIf, type FieldError } from '../platform/errors.js';
import type { RecommendationInput } from './decision.input.js';

/** What contradicts itself in a recommendation, or names what is not of this case: each fault with its field. */
export const contradictionsIn = ({ basis, dissents, ...input }: RecommendationInput): FieldError[] => [
  ...faultIf(
    basis === 'UNANIMOUS' && (dissents ?? []).length > 0,
    'basis',
    'An agency disagreed, so not everybody agreed',
  ),
  ...faultIf(
    basis === 'MAJORITY' && (dissents ?? []).length === 0,
    'basis',
    'Most agreed, so an agency disagreed: add it under who disagreed',
  ),
  ...leastFaults(input),
];

const leastFaults = ({ leastCriminalising: least, disposal }: Partial<RecommendationInput>): FieldError[] =>
  faultIf(
    least !== undefined && least.disposal !== disposal && !least.reason,
    'leastCriminalising.reason',
    'Enter why the least criminalising option was not enough',
  );

/** A basis that only the end of an escalation gives. */
export const basisFaults = ({ basis }: RecommendationInput, { escalation }: RecommendationFacts): FieldError[] =>
  faultIf(
    basis === 'POLICE_FINAL' && !escalation.leftWithPolice,
    'basis',
    'It stays with police only where the seniors of an escalation left it with them',
  );

/** A caution or a charge is the least criminalising of nothing but itself. `entrants` make a first-time entrant. */
export const criminalisingFaults = (
  { leastCriminalising: least, disposal }: RecommendationInput,
  entrants: readonly string[],
): FieldError[] =>
  faultIf(
    least !== undefined && least.disposal !== disposal && criminalises({ entrants }, least.disposal),
    'leastCriminalising.disposal',
    'Select an option that is neither a caution nor a charge',
  );

/** A disagreement is of an agency that sits on the case, once, and with what is recommended. */
export function dissentFaults(
  { disposal, dissents = [] }: RecommendationInput,
  { meeting }: RecommendationFacts,
): FieldError[] {
  const sitting = agenciesPresent(meeting);
  const disagreed = dissents.map(({ agency }) => agency);
  return dissents.flatMap(({ agency, disposal: preferred }, place) => {
    const field = `dissents[${place}]`;
    return [
      ...faultIf(!sitting.includes(agency), `${field}.agency`, 'Select an agency that sits on this case'),
      ...faultIf(disagreed.indexOf(agency) < place, `${field}.agency`, 'This agency is on the list already'),
      ...faultIf(
        preferred === disposal,
        `${field}.disposal`,
        'Select another disposal than the panel recommends, or none',
      ),
    ];
  });
}

/** Victims who are not of this case, or are written about twice. */
export function victimFaults({ reasons }: RecommendationInput, { preparation }: RecommendationFacts): FieldError[] {
  const known = (preparation.victims ?? []).map(({ victimId }) => victimId);
  const written = (reasons?.victims ?? []).map(({ victimId }) => victimId);
  return written.flatMap((victimId, place) => {
    const field = `reasons.victims[${place}].victimId`;
    return [
      ...faultIf(!known.includes(victimId), field, 'Select a victim of this case'),
      ...faultIf(written.indexOf(victimId) < place, field, 'This victim is written about already'),
    ];
  });
}

/** Every disposal that a recommendation names, each with its field. */
export const disposalsNamed = ({
  disposal,
  optionsConsidered = [],
  dissents = [],
  leastCriminalising: least,
}: RecommendationInput) => [
  { field: 'disposal', code: disposal, message: 'Select what the panel recommends' },
  ...optionsConsidered.map(({ disposal: code }, place) => ({
    ...{ field: `optionsConsidered[${place}].disposal`, code, message: 'Select a disposal' },
  })),
  ...(least
    ? [
        {
          ...{ field: 'leastCriminalising.disposal', code: least.disposal },
          message: 'Select the least criminalising option that was considered',
        },
      ]
    : []),
  ...dissents.flatMap(({ disposal: code }, place) =>
    code === undefined
      ? []
      : [{ field: `dissents[${place}].disposal`, code, message: 'Select what that agency would have recommended' }],
  ),
];
