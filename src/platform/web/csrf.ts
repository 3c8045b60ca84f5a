import type { NestExpressApplication } from '@nestjs/platform-express';
import { csrfSync } from 'csrf-sync';
import type { NextFunction, Request, Response } from 'express';
import { NotPermitted } from '../errors.js';

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: ({ body }) => (body as Record<string, string> | undefined)?.['_csrf'],
  size: 32,
});

/** Pages only: the API takes no cookies, so nothing can be forged there. There is no switch to turn this off. */
export function useCsrfProtection(app: NestExpressApplication): void {
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.path.startsWith('/api/')) return next();
    if (!['GET', 'HEAD'].includes(request.method) && comesFromElsewhere(request)) throw new NotPermitted(ELSEWHERE);
    return csrfSynchronisedProtection(request, response, next);
  });
}

const ELSEWHERE = 'The form is out of date or came from elsewhere. Open it again.';

/** What the browser itself says about where a request comes from. */
function comesFromElsewhere({ headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return headers.origin !== undefined && hostOf(headers.origin) !== headers.host;
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/** The token for the forms of this page, made when first asked for, so that pages without a form need no session. */
export const csrfToken = (request: Request): string => generateToken(request);
