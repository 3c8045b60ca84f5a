import { Body, Controller, Get, Header, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { CaseLetters } from './case-letters.js';
import { caseKindNamed } from './kind-named.js';
import { DraftAskedInput, LetterInput, SendingInput } from './letter.input.js';
import { letterSent, lettersSent, toWriteSent } from './letters.view.js';
import { PrintLetter } from './print-letter.js';
import { SendLetter } from './send-letter.js';
import type { LetterKept } from './write-draft.js';
import { WriteLetter } from './write-letter.js';

/** The letters of a case to child, carer and police: what is due, what is being written, and what was sent. */
@Controller('api/cases/:id/letters')
export class LettersApi {
  constructor(
    private readonly letters: CaseLetters,
    private readonly writeLetter: WriteLetter,
    private readonly sendLetter: SendLetter,
    private readonly print: PrintLetter,
  ) {}

  @Get()
  @Requires('case.read')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return lettersSent(await this.letters.list(actor, id));
  }

  @Get(':kind/draft')
  @Requires('letter.write')
  async toWrite(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('kind') kind: string,
    @Query() { wording }: DraftAskedInput,
  ): Promise<object> {
    return toWriteSent(await this.letters.toWrite(actor, id, caseKindNamed(kind), wording));
  }

  @Put(':kind/draft')
  @Requires('letter.write')
  write(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('kind') kind: string,
    @Body() input: LetterInput,
  ): Promise<{ version: number }> {
    return this.writeLetter.execute(actor, id, caseKindNamed(kind), input);
  }

  @Get(':kind/draft/pdf')
  @Requires('letter.write')
  @Header('Content-Type', 'application/pdf')
  async draftPdf(@By() actor: Actor, @Param('id') id: string, @Param('kind') kind: string): Promise<StreamableFile> {
    const { sheet } = await this.letters.draft(actor, id, caseKindNamed(kind));
    return this.print.pdf(sheet);
  }

  /** Marks the draft as sent: it is kept as it is, and cannot be unsent. */
  @Post(':kind/sending')
  @Requires('letter.write')
  send(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('kind') kind: string,
    @Body() input: SendingInput,
  ): Promise<LetterKept> {
    return this.sendLetter.execute(actor, id, caseKindNamed(kind), input);
  }

  @Get(':letterId')
  @Requires('case.read')
  async one(@By() actor: Actor, @Param('id') id: string, @Param('letterId') letterId: string): Promise<object> {
    const { letter, sheet, isOutdated } = await this.letters.letter(actor, id, letterId);
    return letterSent(letter, sheet, isOutdated);
  }

  @Get(':letterId/pdf')
  @Requires('case.read')
  @Header('Content-Type', 'application/pdf')
  async pdf(@By() actor: Actor, @Param('id') id: string, @Param('letterId') letterId: string): Promise<StreamableFile> {
    const { sheet } = await this.letters.letter(actor, id, letterId);
    return this.print.pdf(sheet);
  }
}
