import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { TooManyTries } from '../platform/errors.js';

const A_MINUTE = 60_000;

/** Tries from one address, per server; the count for an account is in the database (see `sign-in.ts`). */
export const limitTries = (tries: number): RequestHandler =>
  rateLimit({
    windowMs: A_MINUTE,
    limit: tries,
    legacyHeaders: false,
    standardHeaders: 'draft-8',
    keyGenerator: ({ ip }) => ipKeyGenerator(ip ?? 'unknown'),
    handler: (_request, _response, next) => next(new TooManyTries()),
  });
