import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { searchFields } from './case-search.fields.js';
import { CaseSearchInput, SearchPageInput } from './case-search.input.js';
import { resultsPage } from './case-searches.view.js';
import { KeepSearch } from './keep-search.js';
import { SearchCases } from './search-cases.js';

@Controller('case-searches')
export class CaseSearchesPages {
  constructor(
    private readonly keepSearch: KeepSearch,
    private readonly searchCases: SearchCases,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('case.list')
  @Render(FORM_PAGE)
  async form(): Promise<FormModel> {
    const lead = 'What you look for is never part of an address. That you searched, and by what, is on record.';
    return { form: formPage({ title: 'Find a case', lead, fields: searchFields, submitText: 'Search' }) };
  }

  @Post()
  @Requires('case.list')
  async search(@By() actor: Actor, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const work = async (input: CaseSearchInput): Promise<string> => {
      const { searchId } = await this.keepSearch.execute(actor, input);
      return `/case-searches/${searchId}`;
    };
    const again = () => this.form();
    await submit(response, { fields: searchFields, body, input: CaseSearchInput, work, again });
  }

  @Get(':id')
  @Requires('case.list')
  @Render('desk/views/case-search')
  async results(@By() actor: Actor, @Param('id') id: string, @Query() input: SearchPageInput): Promise<object> {
    return resultsPage(id, input, await this.searchCases.show(actor, id, input), this.clock.today());
  }
}
