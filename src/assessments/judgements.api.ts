import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import { judgementCodes } from '../policy/judgements.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { JudgementInput } from './judgement.input.js';
import { judgementNamed, RecordJudgement } from './record-judgement.js';

@Controller('api/cases/:id')
export class JudgementsApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: AssessmentsQueries,
    private readonly recordJudgement: RecordJudgement,
  ) {}

  @Get('judgements')
  @Requires('case.read')
  async judgements(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    await this.opened.open(actor, 'case.read', id, 'JUDGEMENTS');
    const kept = await this.queries.judgements(id);
    const items = judgementCodes.map(
      (judgement) => kept.find((one) => one.judgement === judgement) ?? none({ judgement, earlier: [] }),
    );
    return { items };
  }

  @Get('judgements/:judgement')
  @Requires('case.read')
  async judgement(@By() actor: Actor, @Param('id') id: string, @Param('judgement') name: string): Promise<object> {
    const judgement = judgementNamed(name);
    await this.opened.open(actor, 'case.read', id, judgement);
    return (await this.queries.judgement(id, judgement)) ?? none({ judgement, earlier: [] });
  }

  @Put('judgements/:judgement')
  @Requires('case.assess')
  judge(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('judgement') judgement: string,
    @Body() input: JudgementInput,
  ): Promise<{ version: number }> {
    return this.recordJudgement.execute(actor, id, judgement, input);
  }
}

/** Nothing is stored yet: version 0 is what the first write was shown. */
const none = (named: object): object => ({ ...named, version: 0 });
