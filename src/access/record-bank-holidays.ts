import { Injectable } from '@nestjs/common';
import { bankHolidays } from '../policy/bank-holidays.js';
import type { Actor } from '../platform/actor.js';
import type { EntityManager } from 'typeorm';
import { forUpdate } from '../platform/database/options.js';
import { faultIf, NotFound, refuse, StaleVersion } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { BankHolidayYear } from './bank-holiday-year.entity.js';
import { dayInWords } from '../platform/web/words.js';
import type { BankHolidaysInput } from './bank-holidays.input.js';
import { type YearKnown, yearIn } from './bank-holidays.queries.js';

/** The year that an address names. */
export function yearFrom(text: string): number {
  if (!/^20[1-9]\d$/.test(text) || Number(text) < 2019) throw new NotFound();
  return Number(text);
}

/**
 * Says which days of a year are bank holidays. Days that were counted before stay as they were counted, and the list that was
 * known stays readable: it gives way to another one only with a reason. Of a year that was not known a regular day is left
 * out only with a reason, so that half a year is not taken for the whole.
 */
@Injectable()
export class RecordBankHolidays {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, year: number, input: BankHolidaysInput): Promise<{ year: number; days: string[] }> {
    return this.unitOfWork.run(actor, async ({ tx, now, record }) => {
      const faults = input.days.flatMap(({ day }, place) => [
        ...faultIf(!day.startsWith(`${year}-`), `days[${place}].day`, `Enter a day in ${year}`),
        ...faultIf(isWeekend(day), `days[${place}].day`, 'This day is at a weekend; enter the day kept instead of it'),
      ]);
      await lockRows(tx, year);
      const before = await yearIn(tx, year);
      const days = input.days.map(({ day }) => day).toSorted();
      const change = changeInWords(before, days);
      const { reason = null } = input;
      refuse([...faults, ...faultIf(change !== '' && reason === null, 'reason', `${change}. Enter why`)]);
      if (before.version !== (input.version ?? 0)) throw new StaleVersion(before.version);
      const made = { source: input.source, reason, recordedBy: actor.personId, recordedAt: now };
      await tx.insert(BankHolidayYear, { id: newId(), year, days, ...made });
      const subject = { type: 'SERVICE', id: 'SERVICE', panelAreaId: null } as const;
      record(subject, { type: 'BANK_HOLIDAYS_RECORDED', year, days: days.length });
      return { year, days };
    });
  }
}

/** Whoever writes the year after this waits, and reads what was written. */
const lockRows = (tx: EntityManager, year: number): Promise<unknown> =>
  forUpdate(tx.connection)
    ? tx.getRepository(BankHolidayYear).find({ where: { year }, lock: { mode: 'pessimistic_write' } })
    : Promise.resolve();

/** Which days of a known year come and go, or which regular days of another year are left out; nothing where none does. */
function changeInWords({ year, days: known }: YearKnown, days: readonly string[]): string {
  if (known === null) return leftOutInWords(bankHolidays(year).filter((day) => !days.includes(day)));
  const said = (some: readonly string[], what: string) =>
    some.length === 0 ? [] : [`${some.map(dayInWords).join(', ')} ${what}`];
  const come = said(
    days.filter((day) => !known.includes(day)),
    'would be added',
  );
  const go = said(
    known.filter((day) => !days.includes(day)),
    'would be taken away',
  );
  return [...come, ...go].length === 0
    ? ''
    : `The bank holidays of ${year} are known already: ${[...come, ...go].join('; ')}`;
}

const leftOutInWords = (days: readonly string[]): string =>
  days.length === 0 ? '' : `${days.map(dayInWords).join(', ')} regularly are bank holidays and would be left out`;

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
