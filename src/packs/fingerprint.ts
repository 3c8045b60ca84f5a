import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal, by which it shows that something kept is what was issued. */
export const fingerprintOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Of a whole pack: over the fingerprints of its cases, in their order. */
export const fingerprintOfAll = (cases: readonly { readonly fingerprint: string }[]): string =>
  fingerprintOf(cases.map(({ fingerprint }) => fingerprint).join('\n'));
