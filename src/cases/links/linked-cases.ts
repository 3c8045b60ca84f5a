import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Read } from '../../platform/database/read.js';
import { type CaseShown, OpenedCases } from '../find-case.js';
import { type CaseLinked, linksOf } from './links.queries.js';

/** The way to what is linked with a case: that it was looked at is on record. */
@Injectable()
export class LinkedCases {
  constructor(
    private readonly opened: OpenedCases,
    private readonly read: Read,
  ) {}

  async open(actor: Actor, caseId: string): Promise<{ found: CaseShown; links: readonly CaseLinked[] }> {
    const found = await this.opened.open(actor, 'case.read', caseId, 'LINKED_CASES');
    return { found, links: await linksOf(this.read.source, actor, caseId) };
  }

  /** For a page that opened the case already. */
  of(actor: Actor, caseId: string): Promise<CaseLinked[]> {
    return linksOf(this.read.source, actor, caseId);
  }
}
