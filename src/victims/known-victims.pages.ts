import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { Read } from '../platform/database/read.js';
import type { FieldError } from '../platform/errors.js';
import { type FormModel, submit } from '../platform/web/form.js';
import { isRecord } from '../platform/web/form-fields.js';
import { By, Requires } from '../platform/web/requires.js';
import { peopleNamed } from './known-people.queries.js';
import { KnownPageInput } from './known-victim.input.js';
import { AddKnownVictim } from './record-victims.js';
import { knownFields, searchFields } from './victim.fields.js';
import { VICTIM_FORM, VictimForm } from './victim-form.js';

const TITLE = 'Is it somebody already known?';
const noName = { field: 'name', message: 'Enter a name, or a part of one' };
const nobody = { field: 'name', message: 'Nobody was found by that name. Try a part of it, or add the victim as new' };

@Controller('cases/:id/known-victims')
export class KnownVictimsPages {
  constructor(
    private readonly read: Read,
    private readonly forms: VictimForm,
    private readonly addKnown: AddKnownVictim,
  ) {}

  @Get()
  @Requires('victim.record')
  @Render(VICTIM_FORM)
  start(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    return this.searchForm(actor, id);
  }

  /** What is found is shown at once: a name does not go into an address. */
  @Post()
  @Requires('victim.record')
  async search(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const name = nameIn(body);
    const page = name ? await this.found(actor, id, name) : await this.searchForm(actor, id, [noName]);
    res.status(name ? 200 : 422).render(VICTIM_FORM, page);
  }

  @Post('add')
  @Requires('victim.record')
  async add(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown, @Res() res: Response): Promise<void> {
    const work = async ({ name: _, ...input }: KnownPageInput): Promise<string> => {
      await this.addKnown.execute(actor, id, input);
      return `/cases/${id}/victims`;
    };
    const again = () => this.found(actor, id, nameIn(body));
    await submit(res, { fields: knownFields([]), body, input: KnownPageInput, work, again, template: VICTIM_FORM });
  }

  private searchForm(actor: Actor, id: string, errors: readonly FieldError[] = []): Promise<FormModel> {
    const lead = 'You search among those whom you may see. What they were asked before is not asked again.';
    const action = `/cases/${id}/known-victims`;
    return this.forms.page(actor, id, {
      title: TITLE,
      fields: searchFields,
      lead,
      errors,
      action,
      submitText: 'Search',
    });
  }

  private async found(actor: Actor, id: string, name: string): Promise<FormModel> {
    const found = await peopleNamed(this.read.source, actor, id, name);
    if (found.length === 0) return this.searchForm(actor, id, [nobody]);
    const action = `/cases/${id}/known-victims/add`;
    return this.forms.page(actor, id, {
      ...{ title: TITLE, fields: knownFields(found), values: { name }, action, submitText: 'Add this person' },
    });
  }
}

function nameIn(body: unknown): string {
  const { name } = isRecord(body) ? body : {};
  return typeof name === 'string' ? name.trim().slice(0, 200) : '';
}
