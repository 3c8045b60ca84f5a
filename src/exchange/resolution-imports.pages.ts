import { Body, Controller, Get, Header, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { VersionInput } from '../platform/input.js';
import type { Named } from '../platform/ids.js';
import { Views } from '../platform/trail/views.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { importSubject } from './check-referrals.js';
import { CheckResolutions } from './check-resolutions.js';
import { assertMayImport } from './file-area.js';
import { textOfFile } from './file-text.js';
import { ImportResolutions } from './import-resolutions.js';
import { KeepImportFile } from './keep-import-file.js';
import { MatchRows } from './match-rows.js';
import { checkedPage, importedMatches, importWords, RESOLUTIONS } from './referral-check.view.js';
import { ListInput } from '../platform/web/list.input.js';
import { ReferralFileInput } from './referral-import.input.js';
import { fileFields } from './referral-imports.fields.js';
import { factsOf } from './referral-imports.pages.js';
import { resolutionTemplate } from './resolution-dictionary.js';
import { ResolutionImportsQueries } from './resolution-imports.queries.js';
import { UndoResolutionImport } from './undo-resolution-import.js';

const LIST = 'exchange/views/resolution-imports';
const CHECK = 'exchange/views/referral-check';
const MAY = 'resolution.import';
const ROOT = '/resolution-imports';
const AT_A_TIME = 25;

@Controller('resolution-imports')
export class ResolutionImportsPages {
  constructor(
    private readonly access: AccessQueries,
    private readonly check: CheckResolutions,
    private readonly keepFile: KeepImportFile,
    private readonly importResolutions: ImportResolutions,
    private readonly undoImport: UndoResolutionImport,
    private readonly queries: ResolutionImportsQueries,
    private readonly matchRows: MatchRows,
    private readonly views: Views,
  ) {}

  @Get()
  @Requires(MAY)
  @Render(LIST)
  async start(@By() actor: Actor, @Query() { after }: ListInput): Promise<FormModel> {
    const { items, next } = await this.queries.imports(actor, AT_A_TIME, after);
    const areas = await this.areasOf(actor);
    const form = {
      ...{ title: 'Import police-issued resolutions', fields: fileFields(areas, 'resolutions') },
      ...{ values: areas.length === 1 ? { panelAreaId: areas[0]?.id } : {}, submitText: 'Check the file' },
      back: '/police-issued-resolutions',
    };
    return Object.assign(
      { form: formPage(form) },
      { imports: items, older: next && `${ROOT}?after=${next}`, newer: after && ROOT },
    );
  }

  @Post()
  @Requires(MAY)
  async send(
    @By() actor: Actor,
    @Body() body: Record<string, unknown>,
    @Req() { file }: Request,
    @Res() response: Response,
  ): Promise<void> {
    const fields = fileFields(await this.areasOf(actor), 'resolutions');
    const work = async ({ panelAreaId }: ReferralFileInput): Promise<string> => {
      const text = textOfFile(file?.buffer ?? new Uint8Array());
      assertMayImport(actor, MAY, panelAreaId);
      return `${ROOT}/files/${(await this.keepFile.execute(actor, 'RESOLUTIONS', text, panelAreaId)).fileId}`;
    };
    const sent = { fields, body: { ...body, file: file?.originalname }, input: ReferralFileInput, work };
    await submit(response, { ...sent, again: () => this.start(actor, {}), template: LIST });
  }

  @Get('template')
  @Requires(MAY)
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="police-issued-resolutions.csv"')
  template(): string {
    return resolutionTemplate();
  }

  @Get('files/:id')
  @Requires(MAY)
  @Render(CHECK)
  async file(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const file = await this.queries.keptFile(actor, id);
    if (!file) throw new NotFound();
    const checked = await this.check.execute(actor, { text: file.content }, file.panelAreaId);
    const { name: caption } = await this.access.panelArea(file.panelAreaId);
    const submitText = importWords(checked.rows, RESOLUTIONS);
    const form = { title: 'What was found in the file', caption, fields: [], submitText, back: ROOT };
    return Object.assign({ form: formPage(form) }, { checked: checkedPage(checked, RESOLUTIONS) });
  }

  @Post('files/:id')
  @Requires(MAY)
  async importFile(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (): Promise<string> => `${ROOT}/${(await this.importResolutions.kept(actor, id)).importId}`;
    const again = () => this.file(actor, id);
    await submit(response, { fields: [], body, input: VersionInput, work, again, template: CHECK });
  }

  @Get(':id')
  @Requires(MAY)
  @Render('exchange/views/resolution-import')
  async one(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.queries.import(actor, id);
    const resolutions = await this.queries.resolutionsOf(id);
    const subject = importSubject(id, found.panelAreaId);
    await this.views.looked(actor, subject, { type: 'RESOLUTIONS_LISTED', found: resolutions.length });
    const possible = await this.matchRows.afterwards(actor, resolutions, found.panelAreaId);
    const matches = importedMatches(resolutions, possible);
    return {
      title: 'Imported resolutions',
      found,
      resolutions,
      matches,
      facts: factsOf(found, 'Resolutions'),
      back: ROOT,
    };
  }

  @Get(':id/undo')
  @Requires(MAY)
  @Render(FORM_PAGE)
  async confirmUndo(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const { rows, panelArea: caption } = await this.queries.import(actor, id);
    const lead = `The ${rows.toLocaleString('en-GB')} resolutions of this import and the records of their children are removed. The trail keeps that they were imported and removed, and by whom. It cannot be done once anything else was recorded on one of them, or one was drawn for review.`;
    const form = { title: 'Undo this import', caption, lead, fields: [], submitText: 'Undo the import' };
    return { form: formPage({ ...form, back: `${ROOT}/${id}` }) };
  }

  @Post(':id/undo')
  @Requires(MAY)
  async undo(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (): Promise<string> => `${ROOT}/${(await this.undoImport.execute(actor, id)).importId}`;
    await submit(response, { fields: [], body, input: VersionInput, work, again: () => this.confirmUndo(actor, id) });
  }

  private areasOf(actor: Actor): Promise<Named[]> {
    return this.access.panelAreas(areasWhere(actor, MAY));
  }
}
