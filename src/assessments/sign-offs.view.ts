import { instantInWords } from '../platform/web/words.js';
import type { SignOffFound } from './sign-offs.queries.js';

/** What managers said of the criteria when they signed, the latest first. In: sign-offs. Out: what templates print. */
export const signOffsShown = (signOffs: readonly SignOffFound[]) =>
  signOffs.map(({ signedBy, signedAt, isStanding, criteria, overrides }) => ({
    heading: `Signed off by ${signedBy}, ${instantInWords(signedAt)}`,
    stands: isStanding ? 'This sign-off stands' : 'This sign-off was removed later',
    isStanding,
    criteria: criteria.map(({ ask, met, comment }) => ({
      key: ask,
      value: [met ? 'Met' : 'Not met', comment].filter(Boolean).join(': '),
    })),
    overrides: overrides.map(({ code, reason }) => ({ code, reason })),
  }));
