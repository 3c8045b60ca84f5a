import { Body, Controller, Get, Header, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { letterInWords } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { victimKindNamed } from './kind-named.js';
import { DraftAskedInput, LetterInput, VictimSendingInput } from './letter.input.js';
import { keptSent, letterSent, toWriteSent } from './letters.view.js';
import { PrintLetter } from './print-letter.js';
import { SendVictimLetter, type VictimLetterKept } from './send-victim-letter.js';
import { VictimLetters } from './victim-letters.js';
import { type ToVictim, WriteVictimLetter } from './write-victim-letter.js';

type Address = { readonly id: string; readonly victimId: string; readonly kind: string };

/** Which letter an address names. */
export const toVictim = ({ id, victimId, kind }: Address): ToVictim => ({
  ...{ caseId: id, victimId, kind: victimKindNamed(kind) },
});

/** Letters to one victim, apart from those of the case. */
@Controller('api/cases/:id/victims/:victimId/letters')
export class VictimLettersApi {
  constructor(
    private readonly letters: VictimLetters,
    private readonly writeLetter: WriteVictimLetter,
    private readonly sendLetter: SendVictimLetter,
    private readonly print: PrintLetter,
  ) {}

  @Get()
  @Requires('victim.record')
  async list(@By() actor: Actor, @Param('id') caseId: string, @Param('victimId') victimId: string): Promise<object> {
    const { due, shut, ...kept } = await this.letters.list(actor, { caseId, victimId });
    const kinds = [...shut].map(([kind, blockers]) => ({ kind, name: letterInWords(kind), blockers }));
    return { due, kinds, ...keptSent(kept) };
  }

  @Get(':kind/draft')
  @Requires('victim.record')
  async toWrite(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Param('kind') kind: string,
    @Query() { wording }: DraftAskedInput,
  ): Promise<object> {
    return toWriteSent(await this.letters.toWrite(actor, toVictim({ id, victimId, kind }), wording));
  }

  @Put(':kind/draft')
  @Requires('victim.record')
  write(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Param('kind') kind: string,
    @Body() input: LetterInput,
  ): Promise<{ version: number }> {
    return this.writeLetter.execute(actor, toVictim({ id, victimId, kind }), input);
  }

  @Get(':kind/draft/pdf')
  @Requires('victim.record')
  @Header('Content-Type', 'application/pdf')
  async draftPdf(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Param('kind') kind: string,
  ): Promise<StreamableFile> {
    return this.print.pdf((await this.letters.draft(actor, toVictim({ id, victimId, kind }))).sheet);
  }

  @Post(':kind/sending')
  @Requires('victim.record')
  send(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Param('kind') kind: string,
    @Body() input: VictimSendingInput,
  ): Promise<VictimLetterKept> {
    return this.sendLetter.execute(actor, toVictim({ id, victimId, kind }), input);
  }

  @Get(':letterId')
  @Requires('victim.record')
  async one(
    @By() actor: Actor,
    @Param('id') caseId: string,
    @Param('victimId') victimId: string,
    @Param('letterId') letterId: string,
  ): Promise<object> {
    const { letter, sheet, isOutdated } = await this.letters.letter(actor, { caseId, victimId }, letterId);
    return letterSent(letter, sheet, isOutdated);
  }

  @Get(':letterId/pdf')
  @Requires('victim.record')
  @Header('Content-Type', 'application/pdf')
  async pdf(
    @By() actor: Actor,
    @Param('id') caseId: string,
    @Param('victimId') victimId: string,
    @Param('letterId') letterId: string,
  ): Promise<StreamableFile> {
    return this.print.pdf((await this.letters.letter(actor, { caseId, victimId }, letterId)).sheet);
  }
}
