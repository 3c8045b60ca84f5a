import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Disposal } from '../policy/disposal.js';
import { faultsInRow } from '../policy/disposal-changes.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { refuse } from '../platform/errors.js';
import { storedEditions } from './disposal-book.queries.js';
import { OpenCaseStandings, type StandingsCompared } from './open-case-standings.queries.js';
import { type Touched, TouchedCases } from './touched-cases.queries.js';
import { changeFacts } from './write-disposal.js';

export type Previewed = {
  readonly touched: readonly Touched[];
  readonly standings: StandingsCompared;
  /** Of what was sent: what is saved from a page is what was shown. */
  readonly mark: string;
};

/** What a change would do, before it is saved: its faults, or the open cases it touches, in numbers alone. */
@Injectable()
export class PreviewDisposal {
  constructor(
    private readonly read: Read,
    private readonly touched: TouchedCases,
    private readonly standings: OpenCaseStandings,
    private readonly clock: Clock,
  ) {}

  async of(row: Disposal, fromDay: string, faultsIn = faultsInRow): Promise<Previewed> {
    const stored = await storedEditions(this.read.source);
    const faults = faultsIn(row, changeFacts(stored, row.code, fromDay, this.clock.today()));
    refuse(faults);
    const text = JSON.stringify([row, fromDay]);
    const mark = createHash('sha256').update(text).digest('hex').slice(0, 32);
    const standings = await this.standings.compare(row, stored, fromDay);
    return { touched: await this.touched.of(row.code), standings, mark };
  }
}
