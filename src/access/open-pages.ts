import { Injectable } from '@nestjs/common';
import { type Actor, may } from '../platform/actor.js';
import type { Requirement } from '../platform/web/requires.js';
import { AccessGuard } from './guard-routes.js';

type Page = { readonly address: RegExp; readonly requires: Requirement | undefined };

/** Which pages somebody may open, as their routes ask it: a link that would be refused is better left out. */
@Injectable()
export class OpenPages {
  private pages: readonly Page[] | undefined;

  constructor(private readonly guard: AccessGuard) {}

  /** Whether a page of a panel area can be opened; an address that no page has cannot. */
  mayOpen(actor: Actor, address: string, panelAreaId: string): boolean {
    this.pages ??= this.guard
      .routes()
      .filter(({ verb }) => verb === 'GET')
      .map(({ path, requires }) => ({ address: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`), requires }));
    const [path = ''] = address.split(/[?#]/);
    const page = this.pages.find((one) => one.address.test(path));
    if (!page?.requires) return false;
    return page.requires === 'SIGNED_IN' || page.requires === 'NOTHING' || may(actor, page.requires, panelAreaId);
  }
}
