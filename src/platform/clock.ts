import { Injectable } from '@nestjs/common';

/** The only source of the time. A test sets `fixed`; nothing else does. Days are those of England and Wales. */
@Injectable()
export class Clock {
  fixed: Date | null = null;

  now(): string {
    return (this.fixed ?? new Date()).toISOString();
  }

  milliseconds(): number {
    return (this.fixed ?? new Date()).getTime();
  }

  today(): string {
    return dayOf(this.fixed ?? new Date());
  }
}

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in England and Wales on which an instant falls, YYYY-MM-DD. */
export const dayOf = (instant: Date | string): string => london.format(new Date(instant));
