import { onlyEarlier } from '../policy/disposals.js';
import type { DisposalBook } from '../policy/disposal-book.js';
import { type FieldError, refuse } from '../platform/errors.js';

/** The form of a code; whether there is such a disposal the book of the day says. */
export const disposalCode = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

type Sent = { readonly field: string; readonly code: string; readonly message: string };

/** Refuses codes that are no disposal of that day; each fault names its field. */
export function refuseUnknown(book: DisposalBook, sent: readonly Sent[]): void {
  const faults: FieldError[] = sent
    .filter(({ code }) => !book.has(code))
    .map(({ field, message }) => ({ field, message }));
  refuse(faults);
}

/** The same for what a child had before, which may be more than a panel can recommend. */
export function refuseNeverKnown(book: DisposalBook, field: string, code: string): void {
  if (!Object.hasOwn(onlyEarlier, code)) refuseUnknown(book, [{ field, code, message: 'Select the disposal' }]);
}
