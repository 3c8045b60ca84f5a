import { createParamDecorator, type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { Permission } from '../../policy/permissions.js';
import type { Actor } from '../actor.js';
import { NotSignedIn } from '../errors.js';

export const REQUIRES = 'requires';

/** What a route asks of whoever comes: a permission, only to be signed in, or nothing. */
export type Requirement = Permission | 'SIGNED_IN' | 'NOTHING';

/** The permission a route needs. The service does not start while any route is silent. */
export const Requires = (permission: Permission): CustomDecorator => SetMetadata(REQUIRES, permission);

/** Open to every signed-in person: their own start page, their own account. */
export const SignedIn = (): CustomDecorator => SetMetadata(REQUIRES, 'SIGNED_IN');

/** Open to all: signing in, set-up, health, and the pages the law wants public. */
export const OpenToAll = (): CustomDecorator => SetMetadata(REQUIRES, 'NOTHING');

export type RequestWithActor = Request & { actor?: Actor };

/** The person who asks. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!actor) throw new NotSignedIn();
  return actor;
});
