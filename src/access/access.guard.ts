import { type CanActivate, type ExecutionContext, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { may } from '../platform/actor.js';
import { NotPermitted, NotSignedIn } from '../platform/errors.js';
import { REQUIRES, type Requirement, type RequestWithActor } from '../platform/web/requires.js';

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

  /** Every route of the application and what it asks. */
  routes(): { name: string; requires: Requirement | undefined }[] {
    return this.discovery.getControllers().flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, Handler>;
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        if (!handler || !Reflect.hasMetadata('path', handler)) return [];
        return [{ name: `${String(name)}.${method}`, requires: this.reflector.get<Requirement>(REQUIRES, handler) }];
      });
    });
  }
}
