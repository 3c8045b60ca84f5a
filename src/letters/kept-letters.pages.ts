import { Controller, Get, Header, Param, Render, type StreamableFile } from '@nestjs/common';
import { caseHead } from '../cases/case-head.view.js';
import { letterInWords } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { ForTheChild } from '../platform/web/for-the-child.js';
import { By, Requires } from '../platform/web/requires.js';
import { CaseLetters } from './case-letters.js';
import { caseKindNamed } from './kind-named.js';
import { printedLetter } from './letter-sheet.js';
import { letterPage, sentRows } from './letters.view.js';
import { PrintLetter } from './print-letter.js';

const PAPER = 'letters/views/letter';

/** Letters as they are read: the draft that is to be printed, and what was sent, word for word. */
@Controller('cases/:id/letters')
export class KeptLettersPages {
  constructor(
    private readonly letters: CaseLetters,
    private readonly clock: Clock,
    private readonly print: PrintLetter,
  ) {}

  @Get(':kind/draft/paper')
  @Requires('letter.write')
  @ForTheChild()
  @Render(PAPER)
  async draftPaper(@By() actor: Actor, @Param('id') id: string, @Param('kind') slug: string): Promise<object> {
    const { sheet } = await this.letters.draft(actor, id, caseKindNamed(slug));
    return letterPage(sheet, `/cases/${id}/letters/${slug}/sending`);
  }

  @Get(':kind/draft/pdf')
  @Requires('letter.write')
  @Header('Content-Type', 'application/pdf')
  @Header('Content-Disposition', 'attachment; filename="letter.pdf"')
  async draftPdf(@By() actor: Actor, @Param('id') id: string, @Param('kind') slug: string): Promise<StreamableFile> {
    const { sheet } = await this.letters.draft(actor, id, caseKindNamed(slug));
    return this.print.pdf(sheet);
  }

  @Get(':letterId')
  @Requires('case.read')
  @Render('letters/views/kept-letter')
  async one(@By() actor: Actor, @Param('id') id: string, @Param('letterId') letterId: string): Promise<object> {
    const { found, letter, sheet, isOutdated } = await this.letters.letter(actor, id, letterId);
    const at = `/cases/${id}/letters`;
    return {
      ...{
        title: letterInWords(letter.kind),
        reference: found.reference,
        rows: sentRows(letter, isOutdated),
        back: at,
      },
      ...{ letter: printedLetter(sheet), at: `${at}/${letterId}`, child: caseHead(found, this.clock.today()) },
      corrects: letter.correctsId && `${at}/${letter.correctsId}`,
      corrected: letter.correctedById && `${at}/${letter.correctedById}`,
    };
  }

  @Get(':letterId/paper')
  @Requires('case.read')
  @ForTheChild()
  @Render(PAPER)
  async paper(@By() actor: Actor, @Param('id') id: string, @Param('letterId') letterId: string): Promise<object> {
    const { sheet } = await this.letters.letter(actor, id, letterId);
    return letterPage(sheet, `/cases/${id}/letters/${letterId}`);
  }

  @Get(':letterId/pdf')
  @Requires('case.read')
  @Header('Content-Type', 'application/pdf')
  @Header('Content-Disposition', 'attachment; filename="letter.pdf"')
  async pdf(@By() actor: Actor, @Param('id') id: string, @Param('letterId') letterId: string): Promise<StreamableFile> {
    const { sheet } = await this.letters.letter(actor, id, letterId);
    return this.print.pdf(sheet);
  }
}
