import { Body, Controller, Get, Header, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { VersionInput } from '../platform/input.js';
import { Views } from '../platform/trail/views.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { instantInWords } from '../platform/web/words.js';
import { CheckReferrals, importSubject } from './check-referrals.js';
import { assertMayImport } from './file-area.js';
import { textOfFile } from './file-text.js';
import { ImportKeptFile } from './import-kept-file.js';
import { KeepImportFile } from './keep-import-file.js';
import { MatchRows } from './match-rows.js';
import { checkedPage, importedMatches, importWords, REFERRALS } from './referral-check.view.js';
import { templateFile } from './referral-dictionary.js';
import { ListInput } from '../platform/web/list.input.js';
import { ReferralFileInput } from './referral-import.input.js';
import { fileFields } from './referral-imports.fields.js';
import { type ImportFound, ReferralImportsQueries } from './referral-imports.queries.js';
import { UndoImport } from './undo-import.js';

const LIST = 'exchange/views/referral-imports';
const CHECK = 'exchange/views/referral-check';
const AT_A_TIME = 25;

@Controller('referral-imports')
export class ReferralImportsPages {
  constructor(
    private readonly access: AccessQueries,
    private readonly check: CheckReferrals,
    private readonly keepFile: KeepImportFile,
    private readonly importKeptFile: ImportKeptFile,
    private readonly undoImport: UndoImport,
    private readonly queries: ReferralImportsQueries,
    private readonly matchRows: MatchRows,
    private readonly views: Views,
  ) {}

  @Get()
  @Requires('case.import')
  @Render(LIST)
  async start(@By() actor: Actor, @Query() { after }: ListInput): Promise<FormModel> {
    const { items, next } = await this.queries.imports(actor, AT_A_TIME, after);
    const areas = await this.access.panelAreas(areasWhere(actor, 'case.import'));
    const values = areas.length === 1 ? { panelAreaId: areas[0]?.id } : {};
    const form = {
      title: 'Import referrals',
      fields: fileFields(areas, 'referrals'),
      values,
      submitText: 'Check the file',
    };
    const older = next && `/referral-imports?after=${next}`;
    return Object.assign({ form: formPage(form) }, { imports: items, older, newer: after && '/referral-imports' });
  }

  @Post()
  @Requires('case.import')
  async send(
    @By() actor: Actor,
    @Body() body: Record<string, unknown>,
    @Req() { file }: Request,
    @Res() response: Response,
  ): Promise<void> {
    const fields = fileFields(await this.access.panelAreas(areasWhere(actor, 'case.import')), 'referrals');
    const work = async ({ panelAreaId }: ReferralFileInput): Promise<string> => {
      const text = textOfFile(file?.buffer ?? new Uint8Array());
      assertMayImport(actor, 'case.import', panelAreaId);
      const { fileId } = await this.keepFile.execute(actor, 'REFERRALS', text, panelAreaId);
      return `/referral-imports/files/${fileId}`;
    };
    await submit(response, {
      fields,
      body: { ...body, file: file?.originalname },
      input: ReferralFileInput,
      work,
      again: () => this.start(actor, {}),
      template: LIST,
    });
  }

  @Get('template')
  @Requires('case.import')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="referrals.csv"')
  template(): string {
    return templateFile();
  }

  @Get('files/:id')
  @Requires('case.import')
  @Render(CHECK)
  async file(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const file = await this.queries.keptFile(actor, id);
    if (!file) throw new NotFound();
    const checked = await this.check.execute(actor, { text: file.content }, file.panelAreaId);
    const { name: area } = await this.access.panelArea(file.panelAreaId);
    const submitText = importWords(checked.rows, REFERRALS);
    const form = { title: 'What was found in the file', caption: area, fields: [], submitText };
    const back = '/referral-imports';
    return Object.assign({ form: formPage({ ...form, back }) }, { checked: checkedPage(checked, REFERRALS) });
  }

  @Post('files/:id')
  @Requires('case.import')
  async importFile(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (): Promise<string> => {
      const { importId } = await this.importKeptFile.execute(actor, id);
      return `/referral-imports/${importId}`;
    };
    const again = () => this.file(actor, id);
    await submit(response, { fields: [], body, input: VersionInput, work, again, template: CHECK });
  }

  @Get(':id')
  @Requires('case.import')
  @Render('exchange/views/referral-import')
  async one(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.queries.import(actor, id);
    const cases = await this.queries.casesOf(actor, id);
    const subject = importSubject(id, found.panelAreaId);
    await this.views.looked(actor, subject, { type: 'CASES_LISTED', found: cases.length });
    const children = await this.queries.childrenOf(actor, id);
    const matches = importedMatches(children, await this.matchRows.afterwards(actor, children, found.panelAreaId));
    return { title: 'Imported referrals', found, cases, matches, facts: factsOf(found), back: '/referral-imports' };
  }

  @Get(':id/undo')
  @Requires('case.import')
  @Render(FORM_PAGE)
  async confirmUndo(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const { rows, panelArea } = await this.queries.import(actor, id);
    const cases = `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'case' : 'cases'}`;
    const lead = `The ${cases} of this import and the records of their children and victims are removed. The trail keeps that they were imported and removed, and by whom. It cannot be done once somebody has worked on any of them.`;
    const form = { title: 'Undo this import', caption: panelArea, lead, fields: [], submitText: 'Undo the import' };
    return { form: formPage({ ...form, back: `/referral-imports/${id}` }) };
  }

  @Post(':id/undo')
  @Requires('case.import')
  async undo(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (): Promise<string> => {
      await this.undoImport.execute(actor, id);
      return `/referral-imports/${id}`;
    };
    const again = () => this.confirmUndo(actor, id);
    await submit(response, { fields: [], body, input: VersionInput, work, again });
  }
}

/** An import in rows; `of` says of what. */
export const factsOf = ({ panelArea, importedBy, createdAt, undoneAt, rows }: ImportFound, of = 'Referrals') => [
  { key: 'Panel area', value: panelArea },
  { key: 'Imported', value: `${instantInWords(createdAt)} by ${importedBy}` },
  { key: of, value: String(rows) },
  ...(undoneAt ? [{ key: 'Undone', value: instantInWords(undoneAt) }] : []),
];
