import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import { BehaviourCorrectionInput, BehaviourInput, BehaviourWithdrawalInput } from '../children/behaviour.input.js';
import { behaviourStanding } from '../policy/earlier-behaviour.js';
import type { Actor } from '../platform/actor.js';
import { Read } from '../platform/database/read.js';
import { By, Requires } from '../platform/web/requires.js';
import { ConsiderationInput } from './behaviour-consideration.input.js';
import { ConsiderBehaviour } from './consider-behaviour.js';
import {
  type BehaviourBefore,
  behaviourBefore,
  type BehaviourFound,
  behaviourOpen,
  pastOf,
} from './earlier-behaviour.queries.js';
import type { EarlierDisposalKnown } from './earlier-disposals.queries.js';
import { RecordBehaviour } from './record-behaviour.js';

type Item = BehaviourFound & { readonly standing: string };
type Past = Item | (Omit<EarlierDisposalKnown, 'givenOn'> & { kind: 'DISPOSAL'; happenedOn: string; standing: string });
type Kept = { id: string; version: number };

const withStanding = (item: BehaviourFound): Item => ({ ...item, standing: behaviourStanding(item) });

/** A disposal among the rest: used once the response to it is analysed, at its own address. */
const asItem = ({ givenOn: happenedOn, ...one }: EarlierDisposalKnown): Past => ({
  ...{ ...one, kind: 'DISPOSAL', happenedOn },
  standing: one.response ? 'USED' : 'NOT_CONSIDERED',
});

/** What is known of the child's earlier behaviour beside disposals, and what a case makes of it. */
@Controller('api/cases/:id/earlier-behaviour')
export class EarlierBehaviourApi {
  constructor(
    private readonly read: Read,
    private readonly opened: OpenedCases,
    private readonly recordBehaviour: RecordBehaviour,
    private readonly considerBehaviour: ConsiderBehaviour,
  ) {}

  @Get()
  @Requires('case.read')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<{ items: Past[] }> {
    const found = await this.opened.open(actor, 'case.read', id, 'EARLIER_BEHAVIOUR');
    const { behaviour, disposals } = await pastOf(this.read.source, found);
    const items = [...behaviour.map(withStanding), ...disposals.map(asItem)];
    return { items: items.toSorted((one, other) => one.happenedOn.localeCompare(other.happenedOn)) };
  }

  @Post()
  @Requires('disposal.record')
  add(@By() actor: Actor, @Param('id') id: string, @Body() input: BehaviourInput): Promise<Kept> {
    return this.recordBehaviour.add(actor, id, input);
  }

  @Get(':itemId')
  @Requires('case.read')
  async one(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('itemId') itemId: string,
  ): Promise<Item & { before: BehaviourBefore[] }> {
    const found = await this.opened.open(actor, 'case.read', id, 'EARLIER_BEHAVIOUR');
    const item = await behaviourOpen(this.read.source, found, itemId);
    return { ...withStanding(item), before: await behaviourBefore(this.read.source, itemId) };
  }

  @Put(':itemId')
  @Requires('disposal.record')
  correct(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @Body() input: BehaviourCorrectionInput,
  ): Promise<Kept> {
    return this.recordBehaviour.correct(actor, id, itemId, input);
  }

  @Post(':itemId/withdrawal')
  @HttpCode(200)
  @Requires('disposal.record')
  withdraw(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @Body() input: BehaviourWithdrawalInput,
  ): Promise<Kept> {
    return this.recordBehaviour.withdraw(actor, id, itemId, input);
  }

  @Put(':itemId/consideration')
  @Requires('case.assess')
  consider(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @Body() input: ConsiderationInput,
  ): Promise<{ version: number }> {
    return this.considerBehaviour.execute(actor, id, itemId, input);
  }
}
