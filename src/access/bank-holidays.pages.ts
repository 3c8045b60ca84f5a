import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import { bankHolidayFields } from './bank-holidays.fields.js';
import { BankHolidaysInput } from './bank-holidays.input.js';
import { BankHolidaysQueries, daysToCompare, type ListKnown, type YearKnown } from './bank-holidays.queries.js';
import { RecordBankHolidays, yearFrom } from './record-bank-holidays.js';

const leads: Readonly<Record<YearKnown['known'], string>> = {
  RECORDED:
    'What is shown was recorded by an administrator. What you save counts from then on; what is shown stays on record.',
  RELEASE: 'What is shown came with the service. What you save counts instead of it; what is shown stays on record.',
  NOT_KNOWN:
    'Nothing is known of this year yet, and nothing is counted by it. The days shown are those that regularly fall in it: compare each with what is published before you save.',
};

@Controller('bank-holidays')
export class BankHolidaysPages {
  constructor(
    private readonly queries: BankHolidaysQueries,
    private readonly clock: Clock,
    private readonly recordDays: RecordBankHolidays,
  ) {}

  @Get()
  @Requires('calendar.administer')
  @Render('access/views/bank-holidays')
  async years(): Promise<object> {
    const years = await this.queries.years(this.clock.today());
    const last = await this.queries.lastKnown();
    return { title: 'Bank holidays', last, years: years.map(yearView).toReversed() };
  }

  @Get(':year')
  @Requires('calendar.administer')
  @Render(FORM_PAGE)
  async page(@Param('year') year: string): Promise<FormModel> {
    const found = await this.queries.year(yearFrom(year));
    const values = {
      days: daysToCompare(found).map((day) => ({ day })),
      source: found.known === 'RECORDED' ? found.source : undefined,
    };
    return {
      form: formPage({
        ...{ title: `Bank holidays of ${found.year}`, lead: leads[found.known], fields: fieldsOf(found), values },
        ...{ back: '/bank-holidays', submitText: 'Save', version: found.version },
      }),
    };
  }

  @Post(':year')
  @Requires('calendar.administer')
  async record(
    @By() actor: Actor,
    @Param('year') year: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: BankHolidaysInput): Promise<string> => {
      await this.recordDays.execute(actor, yearFrom(year), input);
      return '/bank-holidays';
    };
    const again = () => this.page(year);
    const fields = bankHolidayFields(true);
    await submit(response, { fields, body, input: BankHolidaysInput, work, again });
  }
}

const fieldsOf = ({ known }: YearKnown) => bankHolidayFields(known !== 'NOT_KNOWN');

const daysInWords = (days: readonly string[]): string => days.map(dayInWords).join('\n');

const sourceInWords = ({
  source,
  reason,
  recordedBy,
  recordedAt,
}: Omit<ListKnown, 'days' | 'source'> & Pick<YearKnown, 'source'>) =>
  [source, recordedBy && recordedAt && `${recordedBy}, ${instantInWords(recordedAt)}`, reason && `Why: ${reason}`]
    .filter(Boolean)
    .join('\n');

const yearView = ({ year, days, earlier, ...known }: YearKnown): object => ({
  ...{ year, href: `/bank-holidays/${year}` },
  days: days === null ? null : daysInWords(days),
  source: sourceInWords(known),
  earlier: earlier.map((one) => ({ days: daysInWords(one.days), source: sourceInWords(one) })),
});
