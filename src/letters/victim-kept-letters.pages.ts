import { Controller, Get, Header, Param, Render, type StreamableFile } from '@nestjs/common';
import { headIfRead } from '../cases/case-head.view.js';
import { letterInWords } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires } from '../platform/web/requires.js';
import { printedLetter } from './letter-sheet.js';
import { letterPage, sentRows } from './letters.view.js';
import { PrintLetter } from './print-letter.js';
import { toVictim } from './victim-letters.api.js';
import { VictimLetters } from './victim-letters.js';
import { lettersOf } from './victim-letters.pages.js';

const PAPER = 'letters/views/letter';
const AS_FILE = 'attachment; filename="letter.pdf"';

type Draft = { readonly id: string; readonly victimId: string; readonly kind: string };
type Sent = { readonly id: string; readonly victimId: string; readonly letterId: string };

/** Letters to a victim as they are read; no page of a case or of a child shows them. */
@Controller('cases/:id/victims/:victimId/letters')
export class VictimKeptLettersPages {
  constructor(
    private readonly letters: VictimLetters,
    private readonly clock: Clock,
    private readonly print: PrintLetter,
  ) {}

  @Get(':kind/draft/paper')
  @Requires('victim.record')
  @Render(PAPER)
  async draftPaper(@By() actor: Actor, @Param() address: Draft): Promise<object> {
    const { sheet } = await this.letters.draft(actor, toVictim(address));
    return letterPage(sheet, `${lettersOf(address)}/${address.kind}/sending`);
  }

  @Get(':kind/draft/pdf')
  @Requires('victim.record')
  @Header('Content-Type', 'application/pdf')
  @Header('Content-Disposition', AS_FILE)
  async draftPdf(@By() actor: Actor, @Param() address: Draft): Promise<StreamableFile> {
    return this.print.pdf((await this.letters.draft(actor, toVictim(address))).sheet);
  }

  @Get(':letterId')
  @Requires('victim.record')
  @Render('letters/views/kept-letter')
  async one(@By() actor: Actor, @Param() address: Sent): Promise<object> {
    const { found, letter, sheet, isOutdated } = await this.open(actor, address);
    const at = lettersOf(address);
    return {
      ...{
        title: letterInWords(letter.kind),
        reference: found.reference,
        rows: sentRows(letter, isOutdated),
        back: at,
      },
      ...{
        letter: printedLetter(sheet),
        at: `${at}/${letter.id}`,
        child: headIfRead(actor, found, this.clock.today()),
      },
      corrects: letter.correctsId && `${at}/${letter.correctsId}`,
      corrected: letter.correctedById && `${at}/${letter.correctedById}`,
    };
  }

  @Get(':letterId/paper')
  @Requires('victim.record')
  @Render(PAPER)
  async paper(@By() actor: Actor, @Param() address: Sent): Promise<object> {
    const { sheet } = await this.open(actor, address);
    return letterPage(sheet, `${lettersOf(address)}/${address.letterId}`);
  }

  @Get(':letterId/pdf')
  @Requires('victim.record')
  @Header('Content-Type', 'application/pdf')
  @Header('Content-Disposition', AS_FILE)
  async pdf(@By() actor: Actor, @Param() address: Sent): Promise<StreamableFile> {
    return this.print.pdf((await this.open(actor, address)).sheet);
  }

  private open(actor: Actor, { id: caseId, victimId, letterId }: Sent) {
    return this.letters.letter(actor, { caseId, victimId }, letterId);
  }
}
