import { Injectable } from '@nestjs/common';
import type { Described } from '../children/compare-children.js';
import { possibleMatchesFor, type PossibleMatch } from '../children/matches.queries.js';
import type { Actor } from '../platform/actor.js';
import { Read } from '../platform/database/read.js';
import type { Subject } from '../platform/trail/append-to-trail.js';
import { Views } from '../platform/trail/views.js';

/** A row of a file and a child already known who may be the one it describes. */
export type RowMatch = { readonly row: number } & PossibleMatch;

type RowDescribing = { readonly row: number; readonly input: { readonly child?: Described | null } };

@Injectable()
export class MatchRows {
  constructor(
    private readonly read: Read,
    private readonly views: Views,
  ) {}

  /** Whoever is shown children already known is on record before they see them. */
  async of(actor: Actor, rows: readonly RowDescribing[], panelAreaId: string): Promise<RowMatch[]> {
    const described = rows.flatMap(({ row, input: { child } }) => (child ? [{ row, child }] : []));
    const children = described.map(({ child }) => child);
    const matches = await possibleMatchesFor(this.read.source, actor, children);
    const found = described.flatMap(({ row }, index) => (matches[index] ?? []).map((match) => ({ row, ...match })));
    if (found.length > 0) {
      const area = panelAreaId || null;
      const subject: Subject = { type: area ? 'PANEL_AREA' : 'SERVICE', id: area ?? 'SERVICE', panelAreaId: area };
      await this.views.looked(actor, subject, { type: 'POSSIBLE_MATCHES_SHOWN', found: found.length });
    }
    return found;
  }
}
