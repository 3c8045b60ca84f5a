import sql, { join } from 'sql-template-tag';
import { faultsInOrder } from '../cases/faults-in-order.js';
import type { CaseDays } from '../policy/case-days.js';
import type { ConditionFacts } from '../policy/conditions.js';
import { type Source, rows } from '../platform/database/read.js';
import { faultIf, type FieldError } from '../platform/errors.js';
import type { DeliveryAction } from './delivery.entity.js';
import type { DeliveryActionInput } from './delivery.input.js';

export type Condition = DeliveryAction & { readonly object: NonNullable<DeliveryAction['object']> };

/** What was agreed with the child; the rest is done for the child. */
export const isCondition = (action: DeliveryAction): action is Condition => action.object !== undefined;

const known = <Value>(name: string, value: Value | null | undefined | ''): object => (value ? { [name]: value } : {});

/** An action as it is kept: what is left out is not there. */
export const actionFrom = (sent: DeliveryActionInput): DeliveryAction => ({
  ...{ description: sent.description, owner: sent.owner },
  ...known('due', sent.due),
  ...known('object', sent.object),
  ...known('startsOn', sent.startsOn),
  ...known('interventionId', sent.interventionId),
  ...known('provider', sent.provider),
  ...known('penaltyPence', sent.penaltyPence),
  ...known('attendanceHours', sent.attendanceHours),
});

/** The conditions that were given with an outcome, as things to be delivered, before anybody planned how. */
export const actionsFromConditions = (conditions: readonly ConditionFacts[]): Condition[] =>
  conditions.map(({ object, description, due, penaltyPence, attendanceHours }) => ({
    ...{ description: description ?? '', owner: 'To be named' },
    object: object as Condition['object'],
    ...known('due', due),
    ...known('penaltyPence', penaltyPence),
    ...known('attendanceHours', attendanceHours),
  }));

/** Words by which a condition is known again, however they are spaced. */
export const inShort = ({ description }: Pick<DeliveryAction, 'description'>): string =>
  description.replaceAll(/\s+/g, ' ').trim().toLowerCase();

/**
 * What was planned, with the conditions that are given, each in the terms in which it was given and with whatever was planned
 * for one of its words. A condition that was planned and is not given is none.
 */
export function withConditions(before: readonly DeliveryAction[], given: readonly Condition[]): DeliveryAction[] {
  const planFor = (one: Condition) => before.find((other) => inShort(other) === inShort(one));
  const carried = given.map((one) => {
    const { penaltyPence: _, attendanceHours: __, due: ___, ...how } = planFor(one) ?? one;
    return { ...how, ...one, owner: how.owner };
  });
  const isGiven = (one: DeliveryAction) => given.some((condition) => inShort(condition) === inShort(one));
  return [...carried, ...before.filter((one) => !isCondition(one) && !isGiven(one))];
}

/** The last day of what is to be done, where none is named. */
export const lastDayOf = (actions: readonly DeliveryAction[], dueOn?: string): string | null =>
  dueOn ??
  actions
    .flatMap(({ due }) => due ?? [])
    .toSorted()
    .at(-1) ??
  null;

export const penaltyMisplaced = 'Only a condition of a youth conditional caution can be a penalty';

/**
 * Days out of order in what is to be done, of which `days` are those of the whole. What stands as it stood is not asked by
 * when it was due: it may be over.
 */
export const faultsInDeliveryDays = (
  actions: readonly DeliveryAction[],
  before: readonly DeliveryAction[],
  days: CaseDays,
): FieldError[] => [
  ...faultsInOrder(days, { dueOn: 'dueOn', startedOn: 'startedOn' }),
  ...faultsInOrder({ dueOn: days.dueOn, actionDueOn: lastDayOf(actions) }, { dueOn: 'dueOn' }),
  ...actions.flatMap((action, place) => {
    const { startsOn: actionStartsOn, due: actionDueOn } = action;
    const stood = before.some((one) => inShort(one) === inShort(action) && one.due === actionDueOn);
    const { dueOn: _, variedOn, ...whole } = days;
    const known = { ...whole, actionStartsOn, actionDueOn, variedOn: stood ? null : variedOn };
    return faultsInOrder(known, {
      ...{ actionDueOn: `actions[${place}].due`, actionStartsOn: `actions[${place}].startsOn` },
    });
  }),
];

/**
 * What costs the child something that nobody agreed to as a condition, and what has no day, but for a condition that stood
 * without one.
 */
export const faultsOfTerms = (
  actions: readonly DeliveryAction[],
  before: readonly DeliveryAction[],
  { mayHavePenalty }: { readonly mayHavePenalty: boolean },
): FieldError[] => [
  ...actions.flatMap((action, place) => {
    const stood = before.some((one) => isCondition(one) && !one.due && inShort(one) === inShort(action));
    return faultIf(!action.due && !(isCondition(action) && stood), `actions[${place}].due`, 'Enter by when');
  }),
  ...actions.flatMap((action, place) => [
    ...faultIf(!mayHavePenalty && Boolean(action.penaltyPence), `actions[${place}].penaltyPence`, penaltyMisplaced),
    ...faultIf(
      !isCondition(action) && Boolean(action.penaltyPence || action.attendanceHours),
      `actions[${place}].object`,
      'A penalty and hours of attendance are conditions: select what for',
    ),
  ]),
];

/** Interventions that the panel area does not list. */
export async function faultsInInterventions(
  source: Source,
  panelAreaId: string,
  actions: readonly DeliveryAction[],
  before: readonly DeliveryAction[],
): Promise<FieldError[]> {
  const chosen = actions.flatMap(({ interventionId }) => interventionId ?? []);
  const listed =
    chosen.length === 0
      ? []
      : await rows<{ id: string; ended: number }>(
          source,
          sql`select i.id, i.ended from interventions i
              where i."panelAreaId" = ${panelAreaId} and i.id in (${join(chosen)})`,
        );
  const stood = new Set(before.map(({ interventionId }) => interventionId));
  const isOpen = (id: string): boolean => listed.some((one) => one.id === id && (one.ended === 0 || stood.has(id)));
  return actions.flatMap(({ interventionId }, place) =>
    faultIf(
      interventionId !== undefined && !isOpen(interventionId),
      `actions[${place}].interventionId`,
      'Select from the list of the panel area',
    ),
  );
}
