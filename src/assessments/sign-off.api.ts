import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import { SetsOfCases } from '../cases/set-of-case.js';
import { currentCriteria } from '../policy/criteria/sign-off-criteria.js';
import { hasSection, sectionPage, sectionTitle } from '../policy/sections.js';
import type { Actor } from '../platform/actor.js';
import { Read } from '../platform/database/read.js';
import { By, Requires } from '../platform/web/requires.js';
import { AnswerReturn } from './answer-return.js';
import { ReturnAnswerInput } from './return.input.js';
import { type ReturnFound, ReturnsQueries } from './returns.queries.js';
import { signOffsOf } from './sign-offs.queries.js';

/** What a sign-off asks and what was said, and why the assessment was sent back. */
@Controller('api/cases/:id/assessment')
export class SignOffApi {
  constructor(
    private readonly read: Read,
    private readonly opened: OpenedCases,
    private readonly sets: SetsOfCases,
    private readonly returns: ReturnsQueries,
    private readonly answerReturn: AnswerReturn,
  ) {}

  @Get('sign-off')
  @Requires('case.read')
  async criteria(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const { version } = await this.opened.open(actor, 'case.read', id, 'SIGN_OFF');
    const [set, signOffs] = await Promise.all([this.sets.of(id), signOffsOf(this.read.source, id)]);
    const { edition, criteria } = currentCriteria();
    return {
      edition,
      criteria: criteria.map(({ about, ...criterion }) => ({
        ...criterion,
        about: about
          .filter((section) => hasSection(set, section))
          .map((section) => ({
            section,
            title: sectionTitle(section, set),
            href: `/cases/${id}/${sectionPage(section)}`,
          })),
      })),
      signOffs,
      version,
    };
  }

  @Get('returns')
  @Requires('case.read')
  async history(@By() actor: Actor, @Param('id') id: string): Promise<{ items: ReturnFound[] }> {
    await this.opened.open(actor, 'case.read', id, 'RETURNS');
    return { items: await this.returns.ofCase(id) };
  }

  @Put('returns/:reasonId/answer')
  @Requires('case.assess')
  answer(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('reasonId') reasonId: string,
    @Body() input: ReturnAnswerInput,
  ): Promise<{ version: number }> {
    return this.answerReturn.execute(actor, id, reasonId, input);
  }
}
