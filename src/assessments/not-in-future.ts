import { Invalid } from '../platform/errors.js';

/** Refuses a day that has not come yet. */
export function notInFuture(field: string, day: string, today: string): void {
  if (day > today) throw new Invalid([{ field, message: 'The day must be today or in the past' }]);
}
