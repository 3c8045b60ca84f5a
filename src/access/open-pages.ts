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

  /** The address of a page of a panel area where it can be opened, and nothing where it cannot: no page, or not theirs. */
  leadsTo(actor: Actor, address: string, panelAreaId: string): string {
    return this.mayOpen(actor, address, panelAreaId) ? address : '';
  }

  private mayOpen(actor: Actor, address: string, panelAreaId: string): boolean {
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
