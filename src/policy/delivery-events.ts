import { agreers, endReasons, engagementSteps } from './delivery.js';
import { named, said } from './event-words.js';

const reasonOf = (code: string): string =>
  ((endReasons as Readonly<Record<string, { name: string }>>)[code]?.name ?? said(code)).toLowerCase();

/** What can happen when something is delivered, and to what it is counted and chosen by; as `events`. Source: as there. */
export const deliveryEvents = {
  DELIVERY_ENDED: ({ completed, reasonCode }: { completed: string; reasonCode: string }) =>
    `said whether the delivery was completed: ${said(completed)} (${reasonOf(reasonCode)})`,
  DELIVERY_CONTACT_ADDED: ({ result, heldOn }: { result: string; heldOn: string }) =>
    `added a contact with the child on ${heldOn}: ${said(result)}`,
  ENGAGEMENT_STEP_ADDED: ({ step }: { step: string }) =>
    `added what was done because the child did not take part: ${named(engagementSteps, step).toLowerCase()}`,
  DELIVERY_VARIED: ({ agreedBy }: { agreedBy: string[] }) =>
    `varied what was agreed; agreed by: ${agreedBy.map((one) => named(agreers, one).toLowerCase()).join(', ')}`,
  INTERVENTION_ADDED: () => 'added an intervention to the list of a panel area',
  INTERVENTION_CHANGED: ({ ended }: { ended: boolean }) =>
    ended ? 'took an intervention off the list of a panel area' : 'changed an intervention of a panel area',
  BANK_HOLIDAYS_RECORDED: ({ year, days }: { year: number; days: number }) =>
    `recorded the ${days} bank holidays of ${year}`,
  MEASURE_VIEWED: ({ measure }: { measure: string }) => `viewed the measure: ${said(measure)}`,
} as const;
