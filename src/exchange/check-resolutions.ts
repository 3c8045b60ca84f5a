import { Injectable } from '@nestjs/common';
import { AccessQueries } from '../access/access.queries.js';
import { AreaSettingsQueries } from '../access/area-settings.queries.js';
import { registerBlockers } from '../policy/register-gates.js';
import { resolutionBlockers } from '../policy/routing.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { type RowFault, tableFrom } from './csv-table.js';
import { areaOfFile, assertMayImport, NOWHERE } from './file-area.js';
import type { FileText } from './file-text.js';
import { MatchRows, type RowMatch } from './match-rows.js';
import { readResolutions, type ResolutionRow } from './read-resolutions.js';
import { resolutionColumns } from './resolution-columns.js';
import { rowsBefore, twinsIn } from './twins.js';

/** A file as it was read: its resolutions when nothing is wrong with them, and whatever is. */
export type ResolutionsFile = {
  readonly text: string;
  readonly panelAreaId: string;
  readonly rows: number;
  readonly resolutions: readonly ResolutionRow[];
  readonly errors: readonly RowFault[];
};

export type ResolutionsChecked = Omit<ResolutionsFile, 'text' | 'resolutions'> & {
  /** The rows with nothing wrong in them. */
  readonly fit: readonly number[];
  readonly warnings: readonly RowFault[];
  readonly possibleMatches: readonly RowMatch[];
};

/** Reads a file of police-issued resolutions and says everything that is wrong with it. Nothing is changed. */
@Injectable()
export class CheckResolutions {
  constructor(
    private readonly clock: Clock,
    private readonly access: AccessQueries,
    private readonly settings: AreaSettingsQueries,
    private readonly matchRows: MatchRows,
  ) {}

  /** The dry run: faults by row and column, what local rules say, and children already known who may be the ones described. */
  async execute(actor: Actor, file: FileText, chosenArea?: string): Promise<ResolutionsChecked> {
    const { text: _, resolutions, ...found } = await this.fileRead(actor, file, chosenArea);
    const possibleMatches = await this.matchRows.of(actor, resolutions, found.panelAreaId);
    const { goesToPanel } = await this.settings.inForce(found.panelAreaId, this.clock.today());
    const faulty = new Set(found.errors.map(({ row }) => row));
    const fit = resolutions.map(({ row }) => row).filter((row) => !faulty.has(row));
    const described = resolutions.flatMap(({ row, input }) =>
      input.child ? [{ row, child: input.child, disposal: ISSUED, givenOn: input.givenOn }] : [],
    );
    const before = rowsBefore(described);
    const warnings = resolutions.flatMap((one) => {
      const matched = possibleMatches.filter(({ row }) => row === one.row).flatMap(({ disposals }) => disposals);
      return warningsOf(one, [...matched, ...(before.get(one.row) ?? [])], goesToPanel);
    });
    return { ...found, fit, possibleMatches, warnings: [...warnings, ...twinsIn(described)] };
  }

  async fileRead(actor: Actor, file: FileText, chosenArea?: string): Promise<ResolutionsFile> {
    const nothing = { text: '', panelAreaId: chosenArea ?? '', rows: 0, resolutions: [], errors: [] };
    if (chosenArea !== undefined) assertMayImport(actor, 'resolution.import', chosenArea);
    if ('fault' in file) return { ...nothing, errors: [{ row: 0, column: '', message: file.fault }] };
    const table = tableFrom(file.text, resolutionColumns);
    const area = await areaOfFile(this.access, actor, 'resolution.import', table.rows, chosenArea);
    const known = { ...nothing, text: file.text, panelAreaId: area.id ?? '', rows: table.rows.length };
    if (table.rows.length === 0) return { ...known, errors: table.faults };
    const { resolutions, faults } = await readResolutions(table.rows, area.id ?? NOWHERE, this.clock.today());
    const errors = [...table.faults, ...area.faults, ...faults].toSorted((one, other) => one.row - other.row);
    return { ...known, resolutions, errors };
  }
}

const ISSUED = 'COMMUNITY_RESOLUTION';

type Had = Pick<RowMatch['disposals'][number], 'disposal' | 'givenOn'>;

/**
 * A file tells of what was issued already: the rules inform, and a person looks at each afterwards. `possible` is what
 * children had before who may be the one of the row, also by the rows before it.
 */
function warningsOf(
  { row, input }: ResolutionRow,
  possible: readonly Had[],
  goesToPanel: readonly string[],
): RowFault[] {
  const { features, givenOn, child } = input;
  const issued = { disposal: ISSUED, givenOn, dateOfBirth: child?.dateOfBirth };
  const said = [
    ...resolutionBlockers({ earlier: [], possible, features, goesToPanel }),
    ...registerBlockers({ ...issued, earlier: [], possible }),
  ];
  return said.map(({ message }) => ({ row, column: '', message }));
}
