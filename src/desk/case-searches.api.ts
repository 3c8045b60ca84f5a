import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { CaseSearchInput, SearchPageInput } from './case-search.input.js';
import { KeepSearch } from './keep-search.js';
import { type CasesFound, SearchCases } from './search-cases.js';

@Controller('api/case-searches')
export class CaseSearchesApi {
  constructor(
    private readonly keepSearch: KeepSearch,
    private readonly searchCases: SearchCases,
  ) {}

  @Post()
  @Requires('case.list')
  search(@By() actor: Actor, @Body() input: CaseSearchInput): Promise<{ searchId: string }> {
    return this.keepSearch.execute(actor, input);
  }

  @Get(':id')
  @Requires('case.list')
  show(@By() actor: Actor, @Param('id') id: string, @Query() input: SearchPageInput): Promise<CasesFound> {
    return this.searchCases.show(actor, id, input);
  }
}
