import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { CaseForm } from '../cases/case-form.js';
import { caseHead } from '../cases/case-head.view.js';
import { hasShortWording, letterInWords } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { CaseLetters } from './case-letters.js';
import { caseKindNamed } from './kind-named.js';
import { letterFieldsOf, postedLetterFields, sendingFields } from './letter.fields.js';
import { DraftAskedInput, LetterInput, SendingInput } from './letter.input.js';
import { printedLetter } from './letter-sheet.js';
import { besideForm, lettersPage } from './letters.view.js';
import { SendLetter } from './send-letter.js';
import { WriteLetter } from './write-letter.js';

const WRITE = 'letters/views/write-letter';
const SEND = 'letters/views/send-letter';

/** Writing the letters of a case, and recording that they were sent: a worker’s pages. */
@Controller('cases/:id/letters')
export class LettersPages {
  constructor(
    private readonly letters: CaseLetters,
    private readonly clock: Clock,
    private readonly writeLetter: WriteLetter,
    private readonly sendLetter: SendLetter,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('letters/views/letters')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const letters = await this.letters.list(actor, id);
    return { ...lettersPage(letters), child: caseHead(letters.found, this.clock.today()), back: `/cases/${id}` };
  }

  @Get(':kind/draft')
  @Requires('letter.write')
  @Render(WRITE)
  async toWrite(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('kind') slug: string,
    @Query() { wording }: DraftAskedInput,
  ): Promise<CaseForm> {
    const kind = caseKindNamed(slug);
    const draft = await this.letters.toWrite(actor, id, kind, wording);
    const { found, input: values, version, earlier } = draft;
    const at = `/cases/${id}/letters`;
    const form = formPage({
      ...{ title: letterInWords(kind), caption: found.reference, fields: letterFieldsOf(earlier), values, version },
      ...{ submitText: 'Save and read it', back: at, action: `${at}/${slug}/draft`, lead: LEAD },
    });
    const beside = besideForm(draft, at, hasShortWording(kind));
    return { form, child: caseHead(found, this.clock.today()), notes: [], ...beside } as CaseForm;
  }

  @Post(':kind/draft')
  @Requires('letter.write')
  async write(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('kind') slug: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: LetterInput): Promise<string> => {
      await this.writeLetter.execute(actor, id, caseKindNamed(slug), input);
      return `/cases/${id}/letters/${slug}/sending`;
    };
    const again = () => this.toWrite(actor, id, slug, {});
    const sent = { fields: postedLetterFields, body, input: LetterInput, work, again, template: WRITE };
    await submit(response, sent);
  }

  /** The letter as it will be, and below it how it left once it did. */
  @Get(':kind/sending')
  @Requires('letter.write')
  @Render(SEND)
  async sending(@By() actor: Actor, @Param('id') id: string, @Param('kind') slug: string): Promise<FormModel> {
    const kind = caseKindNamed(slug);
    const { found, sheet, version } = await this.letters.draft(actor, id, kind);
    const at = `/cases/${id}/letters`;
    const form = formPage({
      ...{ title: letterInWords(kind), caption: found.reference, fields: sendingFields, version },
      ...{ submitText: 'Mark as sent', back: at },
    });
    const page = { letter: printedLetter(sheet), at: `${at}/${slug}`, notes: [] };
    return { form, child: caseHead(found, this.clock.today()), ...page } as FormModel;
  }

  @Post(':kind/sending')
  @Requires('letter.write')
  async send(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('kind') slug: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: SendingInput): Promise<string> => {
      const { id: letterId } = await this.sendLetter.execute(actor, id, caseKindNamed(slug), input);
      return `/cases/${id}/letters/${letterId}`;
    };
    const again = () => this.sending(actor, id, slug);
    await submit(response, { fields: sendingFields, body, input: SendingInput, work, again, template: SEND });
  }
}

const LEAD =
  'Read it before it goes. What colleagues wrote stands in it as they wrote it: take out what is not for whoever reads it, ' +
  'and the name of anybody else.';
