import { apartBlockers, type Side, sideCodes, sides } from '../policy/escalation.js';
import { faultIf, type FieldError, refuse, refuseShut } from '../platform/errors.js';
import type { EscalationInput } from './escalation.input.js';
import { ableFor, seatOf, type Seats, type Senior } from './seniors.js';

type Chosen = Pick<EscalationInput, 'policeId' | 'youthJusticeId'>;
type Asked = { readonly caseId: string; readonly seniors: readonly Senior[]; readonly keptOut: readonly string[] };

/** The pair of the first step: whom the ladder names, and where it names nobody whom the escalator does. */
export function chooseSeats(byLadder: Seats, chosen: Chosen, asked: Asked): Seats {
  const blockers = apartBlockers(
    asked,
    sideCodes.flatMap((side) => chosen[seatOf[side]] ?? []),
  );
  refuseShut(blockers);
  const faults = sideCodes.flatMap((side) => faultsOf(side, byLadder[seatOf[side]], chosen[seatOf[side]], asked));
  refuse(faults);
  const { policeId, youthJusticeId } = byLadder;
  return {
    policeId: policeId ?? chosen.policeId ?? null,
    youthJusticeId: youthJusticeId ?? chosen.youthJusticeId ?? null,
  };
}

function faultsOf(side: Side, named: string | null, chosen: string | undefined, asked: Asked): FieldError[] {
  const field = seatOf[side];
  const able = ableFor(side, asked.seniors, asked.keptOut);
  if (named) return faultIf(Boolean(chosen) && chosen !== named, field, 'The ladder of this area names who is asked');
  return faultIf(!able.some(({ id }) => id === chosen), field, whoToSelect(side, able.length > 0));
}

/** What to do where nobody, or somebody who may not, was chosen for a side. */
export const whoToSelect = (side: Side, isAnybody: boolean): string =>
  isAnybody
    ? `Select the senior of ${sides[side].toLowerCase()} who is asked`
    : `Nobody of ${sides[side].toLowerCase()} who may be asked holds the role of a senior here and can open this case: an administrator gives somebody the role, or a manager names somebody on a restricted case`;
