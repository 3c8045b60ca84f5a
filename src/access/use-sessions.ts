import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import session from 'express-session';
import { Config } from '../platform/config.js';
import { sessionSecret } from './session-secret.js';
import { SessionStore } from './session-store.js';

/** Sessions for pages; the API has none. Behind TLS the cookie is bound to this very host. */
export function useSessions(app: NestExpressApplication): void {
  const config = app.get(Config);
  if (config.tlsInFront) app.set('trust proxy', 1);
  const handle = session({
    store: app.get(SessionStore),
    secret: sessionSecret(config),
    name: config.tlsInFront ? '__Host-session' : 'session',
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: config.tlsInFront, path: '/' },
  });
  app.use((request: Request, response: Response, next: NextFunction) =>
    request.path.startsWith('/api/') || request.path.startsWith('/assets/') ? next() : handle(request, response, next),
  );
}
