import { Controller, Delete, Get, Header, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { Views } from '../platform/trail/views.js';
import { By, Requires } from '../platform/web/requires.js';
import { importSubject } from './check-referrals.js';
import { CheckResolutions, type ResolutionsChecked } from './check-resolutions.js';
import { ImportResolutions, type ResolutionsImported } from './import-resolutions.js';
import { type ImportedMatch, MatchRows } from './match-rows.js';
import { ListInput } from '../platform/web/list.input.js';
import { ReferralImportQuery } from './referral-import.input.js';
import { fileIn } from './referral-imports.api.js';
import { resolutionTemplate } from './resolution-dictionary.js';
import { ResolutionImportsQueries } from './resolution-imports.queries.js';
import { UndoResolutionImport } from './undo-resolution-import.js';

const USUAL = 25;
const MAY = 'resolution.import';

@Controller('api/resolution-imports')
export class ResolutionImportsApi {
  constructor(
    private readonly check: CheckResolutions,
    private readonly importResolutions: ImportResolutions,
    private readonly undoImport: UndoResolutionImport,
    private readonly queries: ResolutionImportsQueries,
    private readonly matchRows: MatchRows,
    private readonly views: Views,
  ) {}

  @Get('template')
  @Requires(MAY)
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="police-issued-resolutions.csv"')
  template(): string {
    return resolutionTemplate();
  }

  @Get()
  @Requires(MAY)
  list(@By() actor: Actor, @Query() { after, limit = USUAL }: ListInput): Promise<object> {
    return this.queries.imports(actor, limit, after);
  }

  @Get(':id')
  @Requires(MAY)
  async one(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.queries.import(actor, id);
    const resolutions = await this.queries.resolutionsOf(id);
    const subject = importSubject(id, found.panelAreaId);
    await this.views.looked(actor, subject, { type: 'RESOLUTIONS_LISTED', found: resolutions.length });
    const possibleMatches = await this.matchRows.afterwards(actor, resolutions, found.panelAreaId);
    return { ...found, resolutions, possibleMatches };
  }

  /** Takes the file itself, or a form with the file in `file`. A dry run changes nothing and names every fault. */
  @Post()
  @Requires(MAY)
  @ApiConsumes('text/csv', 'multipart/form-data')
  @ApiBody({ schema: { type: 'string' } })
  async send(
    @By() actor: Actor,
    @Query() { dryRun, panelAreaId }: ReferralImportQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ResolutionsChecked | (ResolutionsImported & { possibleMatches: ImportedMatch[] })> {
    const file = fileIn(request);
    if (dryRun !== 'true') {
      const imported = await this.importResolutions.execute(actor, file, panelAreaId);
      const { panelAreaId: area } = await this.queries.import(actor, imported.importId);
      const made = await this.queries.resolutionsOf(imported.importId);
      return { ...imported, possibleMatches: await this.matchRows.afterwards(actor, made, area) };
    }
    response.status(HttpStatus.OK);
    return this.check.execute(actor, file, panelAreaId);
  }

  @Delete(':id')
  @Requires(MAY)
  undo(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return this.undoImport.execute(actor, id);
  }
}
