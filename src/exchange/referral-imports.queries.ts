import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { CaseState } from '../policy/lifecycle.js';
import { openTo } from '../access/open-cases.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import type { ImportedChild } from './match-rows.js';
import { keptSince } from './keep-import-file.js';

export type ImportFound = {
  readonly id: string;
  readonly panelAreaId: string;
  readonly panelArea: string;
  readonly importedBy: string;
  readonly rows: number;
  readonly createdAt: string;
  readonly undoneAt: string | null;
};

export type ImportedCase = { readonly id: string; readonly reference: string; readonly state: CaseState };

export type FileKept = { readonly id: string; readonly panelAreaId: string; readonly content: string };

/** Imports of the panel areas in which somebody may import, and the files they themselves sent. */
@Injectable()
export class ReferralImportsQueries {
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

  /** Each with its rows, without those that made a case which is closed to the actor. */
  private async find(actor: Actor, where: Sql): Promise<ImportFound[]> {
    const areas = areasWhere(actor, 'case.import');
    if (areas.length === 0) return [];
    return this.read.rows(
      sql`select i.id, i."panelAreaId", a.name as "panelArea", p.name as "importedBy", i."createdAt", i."undoneAt",
                 i.rows - (select cast(count(*) as integer) from cases c
                           where c."importId" = i.id and not (${openTo(actor)})) as "rows"
          from referral_imports i join panel_areas a on a.id = i."panelAreaId" join people p on p.id = i."personId"
          where i."panelAreaId" in (${join(areas)}) ${where}`,
    );
  }

  /** What an import made and is open to the actor, in the order of its rows. */
  casesOf(actor: Actor, importId: string): Promise<ImportedCase[]> {
    return this.read.rows(
      sql`select c.id, c.reference, c.state from cases c where c."importId" = ${importId} and ${openTo(actor)} order by c.id`,
    );
  }

  /** The children of its cases that are open to the actor, in the order of its rows. */
  childrenOf(actor: Actor, importId: string): Promise<ImportedChild[]> {
    return this.read.rows(
      sql`select k.id as "childId", k."givenName", k."familyName", k."dateOfBirth"
          from cases c join children k on k.id = c."childId"
          where c."importId" = ${importId} and ${openTo(actor)} order by c.id`,
    );
  }

  /** A file the actor sent in the last day and has not imported, or null. */
  keptFile(actor: Actor, id: string): Promise<FileKept | null> {
    return this.read.row(
      sql`select f.id, f."panelAreaId", f.content from referral_import_files f
          where f.id = ${id} and f."personId" = ${actor.personId} and f."createdAt" >= ${keptSince(this.clock)}`,
    );
  }
}
