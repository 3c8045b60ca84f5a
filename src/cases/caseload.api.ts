import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { CaseloadInput } from './caseload.input.js';
import { type CaseloadWithClocks, ListedCases } from './list-cases.js';

@Controller('api/cases')
export class CaseloadApi {
  constructor(private readonly listed: ListedCases) {}

  @Get()
  @Requires('case.list')
  list(@By() actor: Actor, @Query() input: CaseloadInput): Promise<CaseloadWithClocks> {
    return this.listed.list(actor, input);
  }
}
