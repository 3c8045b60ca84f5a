import type { NextFunction, Response } from 'express';
import { agencies } from '../../policy/agencies.js';
import type { Config } from '../config.js';
import { csrfToken } from './csrf.js';
import { navigationOf } from './places.js';
import type { RequestWithActor } from './requires.js';

/** What every page shows around its content: who is signed in, where they can go, and the form token. */
export const frame =
  ({ isDemonstration }: Config) =>
  (request: RequestWithActor, response: Response, next: NextFunction): void => {
    const { actor, path } = request;
    if (path.startsWith('/api/')) return next();
    Object.assign(response.locals, {
      path,
      serviceName: 'Joint Decision Panel',
      demonstration: isDemonstration,
      actor: actor ? { id: actor.personId, name: actor.name, agency: agencies[actor.agency] } : null,
      navigation: actor ? navigationOf(actor, path) : [],
    });
    Object.defineProperty(response.locals, 'csrfToken', { enumerable: true, get: () => csrfToken(request) });
    return next();
  };
