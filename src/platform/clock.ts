import { Injectable } from '@nestjs/common';

/**
 * The only source of the time. Tests set `fixed` or `ahead`, the making of the demonstration `ahead`; nothing else does.
 * Days are those of England and Wales.
 */
@Injectable()
export class Clock {
  fixed: Date | null = null;
  /** Milliseconds by which this clock is ahead of the machine's. */
  ahead = 0;

  milliseconds(): number {
    return this.fixed?.getTime() ?? Date.now() + this.ahead;
  }

  now(): string {
    return new Date(this.milliseconds()).toISOString();
  }

  today(): string {
    return dayOf(new Date(this.milliseconds()));
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
