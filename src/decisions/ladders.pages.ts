import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import type { LadderStep } from '../policy/escalation.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import { ladderFields } from './escalation.fields.js';
import { LadderInput } from './escalation.input.js';
import { ladderOf, laddersOf } from './ladder-of.js';
import { type Senior, seniorsOf } from './seniors.js';
import { WriteLadder } from './write-ladder.js';

const TEMPLATE = 'decisions/views/ladder';

/** The ladder that disagreements of a panel area climb, and what it was before. */
@Controller('panel-areas/:id/escalation-ladder')
export class LaddersPages {
  constructor(
    private readonly access: AccessQueries,
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly writeLadder: WriteLadder,
  ) {}

  @Get()
  @Requires('area.administer')
  @Render(TEMPLATE)
  async ladder(@Param('id') id: string): Promise<FormModel> {
    const { name: caption } = await this.access.panelArea(id);
    const { source } = this.read;
    const seniors = await seniorsOf(source, id);
    const steps = await ladderOf(source, id, this.clock.now());
    const form = formPage({
      ...{ title: 'The ladder for disagreements', caption, values: { steps } },
      lead: 'Local configuration, not law: what is usual here until you write your own is a house rule.',
      fields: ladderFields(
        seniors.filter(({ agency }) => agency === 'POLICE'),
        seniors.filter(({ agency }) => agency === 'YOUTH_JUSTICE_SERVICE'),
      ),
      ...{ submitText: 'Write the ladder', back: '/panel-areas' },
    });
    const ladders = (await laddersOf(source, id)).map((one) => ({
      from: dayInWords(one.fromDay),
      steps: one.steps.map((step) => stepInWords(step, seniors)),
      reason: one.reason,
      by: `${one.writtenBy}, ${instantInWords(one.writtenAt)}`,
    }));
    const page = { form, inForce: steps.map((step) => stepInWords(step, seniors)), ladders };
    return page;
  }

  @Post()
  @Requires('area.administer')
  async write(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: LadderInput): Promise<string> => {
      await this.writeLadder.execute(actor, id, input);
      return `/panel-areas/${id}/escalation-ladder`;
    };
    const again = () => this.ladder(id);
    const fields = ladderFields([], []);
    await submit(response, { fields, body, input: LadderInput, work, again, template: TEMPLATE });
  }
}

function stepInWords({ name, policeId, youthJusticeId, workingDays }: LadderStep, seniors: readonly Senior[]): string {
  const named = (id: string | null, otherwise: string) =>
    id === null ? otherwise : (seniors.find((one) => one.id === id)?.name ?? 'somebody who left');
  const who = [
    named(policeId, 'a senior of police, named by whoever escalates'),
    named(youthJusticeId, 'one of youth justice, likewise'),
  ];
  return `${name}: ${who.join(' and ')}, ${workingDays === 1 ? '1 working day' : `${workingDays} working days`}`;
}
