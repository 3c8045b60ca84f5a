import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires, SignedIn } from '../platform/web/requires.js';
import { BankHolidaysInput } from './bank-holidays.input.js';
import { BankHolidaysQueries, type YearKnown } from './bank-holidays.queries.js';
import { RecordBankHolidays, yearFrom } from './record-bank-holidays.js';

@Controller('api/bank-holidays')
export class BankHolidaysApi {
  constructor(
    private readonly queries: BankHolidaysQueries,
    private readonly clock: Clock,
    private readonly recordDays: RecordBankHolidays,
  ) {}

  @Get()
  @SignedIn()
  async years(): Promise<{ items: YearKnown[]; next: null }> {
    return { items: await this.queries.years(this.clock.today()), next: null };
  }

  @Put(':year')
  @Requires('calendar.administer')
  record(
    @By() actor: Actor,
    @Param('year') year: string,
    @Body() input: BankHolidaysInput,
  ): Promise<{ year: number; days: string[] }> {
    return this.recordDays.execute(actor, yearFrom(year), input);
  }
}
