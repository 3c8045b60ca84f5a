import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import { childIntroduction } from '../policy/child-form.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { ChildsFormInput } from './childs-form.input.js';
import { ChildsFormQueries } from './childs-form.queries.js';
import { SaveChildsForm } from './save-childs-form.js';

@Controller('api/cases/:id/voices/child/form')
export class ChildsFormApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: ChildsFormQueries,
    private readonly saveForm: SaveChildsForm,
  ) {}

  /** What the child is asked, in what look, and what was written before. */
  @Get()
  @Requires('case.assess')
  async form(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    await this.opened.open(actor, 'case.assess', id, 'CHILD_VOICE');
    const { questions, look, kept } = await this.queries.form(id);
    const values = Object.fromEntries(questions.map((question) => [question.id, kept?.[question.id] ?? null]));
    return { introduction: childIntroduction, questions, look, values, version: kept?.version ?? 0 };
  }

  @Put()
  @Requires('case.assess')
  save(@By() actor: Actor, @Param('id') id: string, @Body() input: ChildsFormInput): Promise<{ version: number }> {
    return this.saveForm.execute(actor, id, input);
  }
}
