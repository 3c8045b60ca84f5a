import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { keptSince } from './keep-import-file.js';
import type { FileKept, ImportFound } from './referral-imports.queries.js';

export type ImportedResolution = {
  readonly id: string;
  readonly childId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly givenOn: string;
};

/** Imports of resolutions in the panel areas in which somebody may import them, and the files they themselves sent. */
@Injectable()
export class ResolutionImportsQueries {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  /** Newest first; `after` is the id of the last one seen. */
  async imports(actor: Actor, limit: number, after?: string): Promise<{ items: ImportFound[]; next: string | null }> {
    const older = after === undefined ? empty : sql`and i.id < ${after}`;
    const found = await this.find(actor, sql`${older} order by i.id desc limit ${limit + 1}`);
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async import(actor: Actor, id: string): Promise<ImportFound> {
    const [found] = await this.find(actor, sql`and i.id = ${id}`);
    if (!found) throw new NotFound();
    return found;
  }

  private async find(actor: Actor, where: Sql): Promise<ImportFound[]> {
    const areas = areasWhere(actor, 'resolution.import');
    if (areas.length === 0) return [];
    return this.read.rows(
      sql`select i.id, i."panelAreaId", a.name as "panelArea", p.name as "importedBy", i.rows, i."createdAt", i."undoneAt"
          from resolution_imports i join panel_areas a on a.id = i."panelAreaId" join people p on p.id = i."personId"
          where i."panelAreaId" in (${join(areas)}) ${where}`,
    );
  }

  /** What an import made, in the order of its rows. */
  resolutionsOf(importId: string): Promise<ImportedResolution[]> {
    return this.read.rows(
      sql`select d.id, d."childId", k."givenName", k."familyName", k."dateOfBirth", d."givenOn"
          from earlier_disposals d join children k on k.id = d."childId" where d."importId" = ${importId} order by d.id`,
    );
  }

  /** A file the actor sent in the last day and has not imported, or null. */
  keptFile(actor: Actor, id: string): Promise<FileKept | null> {
    return this.read.row(
      sql`select f.id, f."panelAreaId", f.content from resolution_import_files f
          where f.id = ${id} and f."personId" = ${actor.personId} and f."createdAt" >= ${keptSince(this.clock)}`,
    );
  }
}
