import { Injectable } from '@nestjs/common';
import type { Described } from '../children/compare-children.js';
import { openMatchesFor, possibleMatchesFor, type PossibleMatch } from '../children/matches.queries.js';
import { type Actor, may } from '../platform/actor.js';
import { Read } from '../platform/database/read.js';
import type { Subject } from '../platform/trail/append-to-trail.js';
import { Views } from '../platform/trail/views.js';

/** A row of a file and a child already known who may be the one it describes. */
export type RowMatch = { readonly row: number } & PossibleMatch;

/** A child whose record an import made. */
export type ImportedChild = Described & { readonly childId: string };

/** Such a child and one already known who may be the same; `decideAt` is the page on which a person decides, where the reader may. */
export type ImportedMatch = { readonly importedChildId: string; readonly decideAt: string | null } & PossibleMatch;

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
    await this.shown(actor, panelAreaId, found.length);
    return found;
  }

  /** The same after a file was imported: of its children, those of whom a person has not decided who they are. */
  async afterwards(actor: Actor, imported: readonly ImportedChild[], panelAreaId: string): Promise<ImportedMatch[]> {
    const children = imported.map(({ childId, ...child }) => ({ ...child, id: childId }));
    const matches = await openMatchesFor(this.read.source, actor, children);
    const mayDecide = may(actor, 'child.match', panelAreaId);
    const found = children.flatMap(({ id }, place) =>
      (matches[place] ?? []).map((match) => ({
        ...{ importedChildId: id, decideAt: mayDecide ? `/children/${id}/match/${match.childId}` : null },
        ...match,
      })),
    );
    await this.shown(actor, panelAreaId, found.length);
    return found;
  }

  private async shown(actor: Actor, panelAreaId: string, found: number): Promise<void> {
    if (found === 0) return;
    const area = panelAreaId || null;
    const subject: Subject = { type: area ? 'PANEL_AREA' : 'SERVICE', id: area ?? 'SERVICE', panelAreaId: area };
    await this.views.looked(actor, subject, { type: 'POSSIBLE_MATCHES_SHOWN', found });
  }
}
