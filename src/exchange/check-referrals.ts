import { Injectable } from '@nestjs/common';
import { AccessQueries } from '../access/access.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import type { Subject } from '../platform/trail/append-to-trail.js';
import { type RowFault, tableFrom } from './csv-table.js';
import { areaOfFile, assertMayImport, NOWHERE } from './file-area.js';
import { type FileText } from './file-text.js';
import { MatchRows, type RowMatch } from './match-rows.js';
import { twinsIn } from './twins.js';
import { readReferrals, type ReferralRow } from './read-referrals.js';

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
  readonly possibleMatches: readonly RowMatch[];
};

export const importSubject = (id: string, panelAreaId: string): Subject => ({ type: 'IMPORT', id, panelAreaId });

/** Reads a file of referrals and says everything that is wrong with it. Nothing is changed. */
@Injectable()
export class CheckReferrals {
  constructor(
    private readonly clock: Clock,
    private readonly access: AccessQueries,
    private readonly matchRows: MatchRows,
  ) {}

  /** The dry run: each fault by row and column, and the children already known who may be the ones described. */
  async execute(actor: Actor, file: FileText, chosenArea?: string): Promise<Checked> {
    const { text: _, referrals, ...found } = await this.fileRead(actor, file, chosenArea);
    const possibleMatches = await this.matchRows.of(actor, referrals, found.panelAreaId);
    const faulty = new Set(found.errors.map(({ row }) => row));
    const fit = referrals.map(({ row }) => row).filter((row) => !faulty.has(row));
    return { ...found, fit, possibleMatches };
  }

  async fileRead(actor: Actor, file: FileText, chosenArea?: string): Promise<FileRead> {
    const nothing = { text: '', panelAreaId: chosenArea ?? '', rows: 0, referrals: [], errors: [], warnings: [] };
    if (chosenArea !== undefined) assertMayImport(actor, 'case.import', chosenArea);
    if ('fault' in file) return { ...nothing, errors: [{ row: 0, column: '', message: file.fault }] };
    const table = tableFrom(file.text);
    const area = await areaOfFile(this.access, actor, 'case.import', table.rows, chosenArea);
    const known = { ...nothing, text: file.text, panelAreaId: area.id ?? '', rows: table.rows.length };
    if (table.rows.length === 0) return { ...known, errors: table.faults };
    // Without a panel area the rows are read all the same, so that every fault is named at once.
    const read = await readReferrals(table.rows, area.id ?? NOWHERE, this.clock.today());
    const errors = [...table.faults, ...area.faults, ...read.faults].toSorted((one, other) => one.row - other.row);
    return { ...known, referrals: read.referrals, errors, warnings: [...read.warnings, ...twins(read.referrals)] };
  }
}

/** Children who stand in the file twice: each row makes a record, and a person decides afterwards. */
const twins = (referrals: readonly ReferralRow[]): RowFault[] =>
  twinsIn(referrals.flatMap(({ row, input: { child } }) => (child ? [{ row, child }] : [])));
