import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import type { Listed } from '../platform/database/keyset.js';
import { Views } from '../platform/trail/views.js';
import { listSubject } from '../cases/list-cases.js';
import type { Criteria } from './case-search.entity.js';
import type { SearchPageInput } from './case-search.input.js';
import { type CaseMatched, CaseSearchQueries } from './case-searches.queries.js';

export type CasesFound = Listed<CaseMatched> & { readonly criteria: Criteria };

/** Shows what a search finds. On record is by what kinds of thing was searched and how many were shown, not the words. */
@Injectable()
export class SearchCases {
  constructor(
    private readonly queries: CaseSearchQueries,
    private readonly views: Views,
  ) {}

  async show(actor: Actor, searchId: string, input: SearchPageInput): Promise<CasesFound> {
    const criteria = await this.queries.criteria(actor, searchId);
    const found = await this.queries.matches(actor, criteria, input);
    const by = Object.keys(criteria).map((kind) => kind.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase());
    await this.views.looked(actor, listSubject(actor), { type: 'CASES_SEARCHED', by, found: found.items.length });
    return { ...found, criteria };
  }
}
