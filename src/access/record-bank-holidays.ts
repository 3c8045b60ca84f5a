import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { faultIf, NotFound, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { BankHolidayYear } from './bank-holiday-year.entity.js';
import type { BankHolidaysInput } from './bank-holidays.input.js';

/** The year that an address names. */
export function yearFrom(text: string): number {
  if (!/^20[1-9]\d$/.test(text) || Number(text) < 2019) throw new NotFound();
  return Number(text);
}

/** Says which days of a year are bank holidays. Days that were counted before stay as they were counted. */
@Injectable()
export class RecordBankHolidays {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, year: number, input: BankHolidaysInput): Promise<{ year: number; days: string[] }> {
    return this.unitOfWork.run(actor, async ({ tx, now, record }) => {
      const faults = input.days.flatMap(({ day }, place) => [
        ...faultIf(!day.startsWith(`${year}-`), `days[${place}].day`, `Enter a day in ${year}`),
        ...faultIf(isWeekend(day), `days[${place}].day`, 'This day is at a weekend; enter the day kept instead of it'),
      ]);
      refuse(faults);
      const days = input.days.map(({ day }) => day).toSorted();
      const made = { source: input.source, recordedBy: actor.personId, recordedAt: now };
      await tx.insert(BankHolidayYear, { id: newId(), year, days, ...made });
      const subject = { type: 'SERVICE', id: 'SERVICE', panelAreaId: null } as const;
      record(subject, { type: 'BANK_HOLIDAYS_RECORDED', year, days: days.length });
      return { year, days };
    });
  }
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
