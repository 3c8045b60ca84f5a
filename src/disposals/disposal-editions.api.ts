import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Disposal } from '../policy/disposal.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires, SignedIn } from '../platform/web/requires.js';
import { DisposalChangeInput, DisposalEndInput, NewDisposalInput } from './disposal.input.js';
import { type DisposalFound, DisposalQueries } from './disposals.queries.js';
import { PreviewDisposal, type Previewed } from './preview-disposal.js';
import { proposedRow } from './proposed-row.js';
import { type EditionWritten, WriteDisposal } from './write-disposal.js';

@Controller('api/disposals')
export class DisposalEditionsApi {
  constructor(
    private readonly queries: DisposalQueries,
    private readonly preview: PreviewDisposal,
    private readonly write: WriteDisposal,
  ) {}

  /** As they hold today, in the order of the table, which says nothing of which is better. */
  @Get()
  @SignedIn()
  async list(): Promise<{ items: (Disposal & { edition: number })[]; next: null }> {
    const book = await this.queries.bookToday();
    return { items: [...book.values()].map(({ edition, row }) => ({ ...row, edition })), next: null };
  }

  @Get(':code')
  @SignedIn()
  show(@Param('code') code: string): Promise<DisposalFound> {
    return this.queries.disposal(code);
  }

  @Post()
  @Requires('disposal.administer')
  add(@By() actor: Actor, @Body() input: NewDisposalInput): Promise<EditionWritten> {
    return this.write.add(actor, input);
  }

  @Post(':code/editions')
  @Requires('disposal.administer')
  change(@By() actor: Actor, @Param('code') code: string, @Body() input: DisposalChangeInput): Promise<EditionWritten> {
    return this.write.change(actor, code, input);
  }

  /** What a change would touch, and where the disposal would stand otherwise, in numbers of open cases; nothing is saved. */
  @Post(':code/preview')
  @HttpCode(200)
  @Requires('disposal.administer')
  async touch(@Param('code') code: string, @Body() input: DisposalChangeInput): Promise<Omit<Previewed, 'mark'>> {
    const { touched, standings } = await this.preview.of(proposedRow(code, input), input.fromDay);
    return { touched, standings };
  }

  @Post(':code/end')
  @Requires('disposal.administer')
  end(@By() actor: Actor, @Param('code') code: string, @Body() input: DisposalEndInput): Promise<EditionWritten> {
    return this.write.end(actor, code, input);
  }
}
