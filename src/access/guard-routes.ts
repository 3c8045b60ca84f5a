import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  type OnApplicationBootstrap,
  RequestMethod,
} from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { may } from '../platform/actor.js';
import { NotPermitted, NotSignedIn } from '../platform/errors.js';
import { FOR_THE_CHILD } from '../platform/web/for-the-child.js';
import { REQUIRES, type Requirement, type RequestWithActor } from '../platform/web/requires.js';

export type Route = {
  name: string;
  verb: string;
  path: string;
  requires: Requirement | undefined;
  isForTheChild: boolean;
};

type Handler = (...given: unknown[]) => unknown;

/** Shut unless the route says otherwise; the service does not start while any route is silent about who may use it. */
@Injectable()
export class AccessGuard implements CanActivate, OnApplicationBootstrap {
  constructor(
    private readonly reflector: Reflector,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const silent = this.routes().filter(({ requires }) => requires === undefined);
    if (silent.length > 0) throw new Error(`No permission named for ${silent.map(({ name }) => name).join(', ')}`);
  }

  canActivate(context: ExecutionContext): boolean {
    const requires = this.reflector.get<Requirement | undefined>(REQUIRES, context.getHandler());
    if (requires === 'NOTHING') return true;
    const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
    if (!actor) throw new NotSignedIn();
    if (requires === 'SIGNED_IN' || (requires && may(actor, requires))) return true;
    throw new NotPermitted();
  }

  /** Every route of the application: where it is, what it asks, and whether a child reads it. */
  routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, Handler>;
      const [base] = pathsOf(instance.constructor as Handler);
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        if (!handler || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
        const requires = this.reflector.get<Requirement | undefined>(REQUIRES, handler);
        const isForTheChild = this.reflector.get<boolean | undefined>(FOR_THE_CHILD, handler) === true;
        const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
        return pathsOf(handler).map((path) => {
          const whole = `/${base ?? ''}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1');
          return { name: `${String(name)}.${method}`, verb, path: whole, requires, isForTheChild };
        });
      });
    });
  }
}

const pathsOf = (target: Handler): string[] => [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();
