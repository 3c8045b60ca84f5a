import { Controller, Delete, Get, Header, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { Refusal } from '../platform/errors.js';
import { Views } from '../platform/trail/views.js';
import { By, Requires } from '../platform/web/requires.js';
import { type Checked, CheckReferrals, importSubject } from './check-referrals.js';
import { checkedText, type FileText, textOfFile } from './file-text.js';
import { type Imported, ImportReferrals } from './import-referrals.js';
import { type ImportedMatch, MatchRows } from './match-rows.js';
import { ListInput } from '../platform/web/list.input.js';
import { ReferralImportQuery } from './referral-import.input.js';
import { type ImportFound, ReferralImportsQueries } from './referral-imports.queries.js';
import { templateFile } from './referral-dictionary.js';
import { UndoImport } from './undo-import.js';

const USUAL = 25;

@Controller('api/referral-imports')
export class ReferralImportsApi {
  constructor(
    private readonly check: CheckReferrals,
    private readonly importReferrals: ImportReferrals,
    private readonly undoImport: UndoImport,
    private readonly queries: ReferralImportsQueries,
    private readonly matchRows: MatchRows,
    private readonly views: Views,
  ) {}

  @Get('template')
  @Requires('case.import')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="referrals.csv"')
  template(): string {
    return templateFile();
  }

  @Get()
  @Requires('case.import')
  list(@By() actor: Actor, @Query() { after, limit = USUAL }: ListInput): Promise<object> {
    return this.queries.imports(actor, limit, after);
  }

  @Get(':id')
  @Requires('case.import')
  async one(
    @By() actor: Actor,
    @Param('id') id: string,
  ): Promise<ImportFound & { cases: object[]; possibleMatches: ImportedMatch[] }> {
    const found = await this.queries.import(actor, id);
    const cases = await this.queries.casesOf(actor, id);
    const subject = importSubject(id, found.panelAreaId);
    await this.views.looked(actor, subject, { type: 'CASES_LISTED', found: cases.length });
    return { ...found, cases, possibleMatches: await this.matchesOf(actor, id, found.panelAreaId) };
  }

  /** Takes the file itself, or a form with the file in `file`. A dry run changes nothing and names every fault. */
  @Post()
  @Requires('case.import')
  @ApiConsumes('text/csv', 'multipart/form-data')
  @ApiBody({ schema: { type: 'string' } })
  async send(
    @By() actor: Actor,
    @Query() { dryRun, panelAreaId }: ReferralImportQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Checked | (Imported & { possibleMatches: ImportedMatch[] })> {
    const file = fileIn(request);
    if (dryRun !== 'true') {
      const imported = await this.importReferrals.execute(actor, file, panelAreaId);
      const { panelAreaId: area } = await this.queries.import(actor, imported.importId);
      return { ...imported, possibleMatches: await this.matchesOf(actor, imported.importId, area) };
    }
    response.status(HttpStatus.OK);
    return this.check.execute(actor, file, panelAreaId);
  }

  /** Children already known who may be those of the import; a person decides. */
  private async matchesOf(actor: Actor, id: string, panelAreaId: string): Promise<ImportedMatch[]> {
    return this.matchRows.afterwards(actor, await this.queries.childrenOf(actor, id), panelAreaId);
  }

  @Delete(':id')
  @Requires('case.import')
  undo(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return this.undoImport.execute(actor, id);
  }
}

/** The file that was sent, by itself or as a part of a form. */
export function fileIn({ file, body }: Request): FileText {
  if (file) return textOfFile(file.buffer);
  if (typeof body === 'string') return checkedText(body);
  throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, 'No file', 'Send a CSV file, by itself or as “file” of a form.');
}
