import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { bookOn, type DisposalBook, type StoredEdition } from '../policy/disposal-book.js';
import type { Disposal } from '../policy/disposal.js';
import { disposalOf } from '../policy/disposals.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import type { Named } from '../platform/ids.js';
import { storedEditions } from './disposal-book.queries.js';
import { latestOf } from './write-disposal.js';

export type EditionFound = Omit<StoredEdition, 'code'> & { readonly reason: string; readonly recordedBy: Named };

export type DisposalFound = {
  readonly code: string;
  /** Every change, the newest first; the row of the rule book, where there is one, comes last as edition 0. */
  readonly editions: readonly EditionFound[];
  readonly ruleBook: Disposal | null;
  readonly inForce: { readonly edition: number; readonly row: Disposal } | null;
  readonly latest: { readonly edition: number; readonly row: Disposal };
};

type Row = Omit<EditionFound, 'row' | 'recordedBy'> & {
  readonly disposalRow: string;
  readonly byId: string;
  readonly byName: string;
};

@Injectable()
export class DisposalQueries {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  stored(): Promise<StoredEdition[]> {
    return storedEditions(this.read.source);
  }

  async bookToday(): Promise<DisposalBook> {
    return bookOn(await this.stored(), this.clock.today());
  }

  async disposal(code: string): Promise<DisposalFound> {
    const [stored, found] = await Promise.all([
      this.stored(),
      this.read.rows<Row>(
        sql`select e.edition, e."fromDay", e."recordedAt", e."disposalRow", e.reason, p.id as "byId", p.name as "byName"
            from disposal_editions e join people p on p.id = e."recordedBy"
            where e.code = ${code} order by e.edition desc`,
      ),
    ]);
    const latest = latestOf(stored, code);
    if (!latest.row) throw new NotFound();
    return {
      code,
      editions: found.map(({ disposalRow, byId, byName, ...edition }) => ({
        ...edition,
        row: JSON.parse(disposalRow) as Disposal,
        recordedBy: { id: byId, name: byName },
      })),
      ruleBook: disposalOf(code),
      inForce: bookOn(stored, this.clock.today()).get(code) ?? null,
      latest: { edition: latest.edition, row: latest.row },
    };
  }
}
