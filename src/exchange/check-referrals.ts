import { Injectable } from '@nestjs/common';
import { AccessQueries } from '../access/access.queries.js';
import { fullName } from '../children/fold.js';
import { type PossibleMatch, possibleMatchesFor } from '../children/matches.queries.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { NotPermitted } from '../platform/errors.js';
import type { Subject } from '../platform/trail/append-to-trail.js';
import { Views } from '../platform/trail/views.js';
import { areaNamedIn, type RowFault, tableFrom, type TableRow } from './csv-table.js';
import { type FileText } from './file-text.js';
import { readReferrals, type ReferralRow } from './read-referrals.js';
import { PANEL_AREA } from './referral-columns.js';

/** A file as it was read: its referrals when nothing is wrong with them, and whatever is. */
export type FileRead = {
  readonly text: string;
  readonly panelAreaId: string;
  readonly rows: number;
  readonly referrals: readonly ReferralRow[];
  readonly errors: readonly RowFault[];
  readonly warnings: readonly RowFault[];
};

export type Checked = Omit<FileRead, 'text' | 'referrals'> & {
  /** The rows with nothing wrong in them. */
  readonly fit: readonly number[];
  readonly possibleMatches: readonly ({ readonly row: number } & PossibleMatch)[];
};

export const importSubject = (id: string, panelAreaId: string): Subject => ({ type: 'IMPORT', id, panelAreaId });

type Area = { readonly id: string | null; readonly faults: readonly RowFault[] };

/** Reads a file of referrals and says everything that is wrong with it. Nothing is changed. */
@Injectable()
export class CheckReferrals {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly access: AccessQueries,
    private readonly views: Views,
  ) {}

  /** The dry run: each fault by row and column, and the children already known who may be the ones described. */
  async execute(actor: Actor, file: FileText, chosenArea?: string): Promise<Checked> {
    const { text: _, referrals, ...found } = await this.fileRead(actor, file, chosenArea);
    const possibleMatches = await this.matchesOf(actor, referrals, found.panelAreaId);
    const faulty = new Set(found.errors.map(({ row }) => row));
    const fit = referrals.map(({ row }) => row).filter((row) => !faulty.has(row));
    return { ...found, fit, possibleMatches };
  }

  /** Whoever is shown children already known is on record before they see them. */
  private async matchesOf(
    actor: Actor,
    referrals: readonly ReferralRow[],
    panelAreaId: string,
  ): Promise<Checked['possibleMatches']> {
    const described = referrals.flatMap(({ row, input: { child } }) => (child ? [{ row, child }] : []));
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

  async fileRead(actor: Actor, file: FileText, chosenArea?: string): Promise<FileRead> {
    const nothing = { text: '', panelAreaId: chosenArea ?? '', rows: 0, referrals: [], errors: [], warnings: [] };
    if (chosenArea !== undefined) assertMayImport(actor, chosenArea);
    if ('fault' in file) return { ...nothing, errors: [{ row: 0, column: '', message: file.fault }] };
    const table = tableFrom(file.text);
    const area = await this.areaOf(actor, table.rows, chosenArea);
    const known = { ...nothing, text: file.text, panelAreaId: area.id ?? '', rows: table.rows.length };
    if (table.rows.length === 0) return { ...known, errors: table.faults };
    // Without a panel area the rows are read all the same, so that every fault is named at once.
    const read = await readReferrals(table.rows, area.id ?? NOWHERE, this.clock.today());
    const errors = [...table.faults, ...area.faults, ...read.faults].toSorted((one, other) => one.row - other.row);
    return { ...known, referrals: read.referrals, errors, warnings: [...read.warnings, ...twins(read.referrals)] };
  }

  /** The area chosen with the file, or named in it, or the only one in which the actor may import. */
  private async areaOf(actor: Actor, rows: readonly TableRow[], chosen?: string): Promise<Area> {
    const { named, faults } = areaNamedIn(rows);
    const areas = await this.access.panelAreas(areasWhere(actor, 'case.import'));
    if (named === null) {
      const id = chosen ?? (areas.length === 1 ? areas[0]?.id : undefined);
      return id === undefined ? noArea(0, 'Choose the panel area, or name it in the file') : { id, faults };
    }
    const area = areas.find(({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase());
    const { row } = rows.find(({ cells }) => cells.has(PANEL_AREA)) ?? { row: 0 };
    if (!area) return noArea(row, 'There is no such panel area, or you cannot import to it');
    if (chosen !== undefined && chosen !== area.id) {
      return noArea(row, 'This is not the panel area chosen with the file');
    }
    return { id: area.id, faults };
  }
}

const noArea = (row: number, message: string): Area => ({ id: null, faults: [{ row, column: PANEL_AREA, message }] });

const NOWHERE = '00000000-0000-7000-8000-000000000000';

export function assertMayImport(actor: Actor, panelAreaId: string): void {
  if (!areasWhere(actor, 'case.import').includes(panelAreaId)) {
    throw new NotPermitted('You cannot import to this panel area.');
  }
}

/** Children who stand in the file twice: each row makes a record, and a person decides afterwards. */
function twins(referrals: readonly ReferralRow[]): RowFault[] {
  const first = new Map<string, number>();
  return referrals.flatMap(({ row, input: { child } }) => {
    if (!child) return [];
    const key = `${child.dateOfBirth} ${fullName(child)}`;
    const before = first.get(key);
    first.set(key, before ?? row);
    const message = `A child of the same name and date of birth stands in row ${before}`;
    return before === undefined ? [] : [{ row, column: '', message }];
  });
}
