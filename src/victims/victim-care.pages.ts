import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { type FormModel, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { type CareForm, careForms, type CarePage, isCarePage } from './care-forms.js';
import { CareActs } from './care-acts.js';
import { VICTIM_FORM, VictimForm } from './victim-form.js';
import { identityRows, victimTitle } from './victim.view.js';
import { VictimsQueries } from './victims.queries.js';

/** The pages about one victim that are alike: a form about one part of their record. */
@Controller('cases/:id/victims/:victimId')
export class VictimCarePages {
  constructor(
    private readonly forms: VictimForm,
    private readonly queries: VictimsQueries,
    private readonly acts: CareActs,
  ) {}

  @Get('about/:page')
  @Requires('victim.record')
  @Render(VICTIM_FORM)
  async show(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('victimId') victimId: string,
    @Param('page') page: string,
  ): Promise<FormModel> {
    const form: CareForm = careForms[named(page)];
    const victim = await this.queries.victim(id, victimId);
    const { title, fields, values, version, lead, submitText = 'Save', isPreparation = false } = form;
    const model = await this.forms.page(
      ...([actor, id] as const),
      {
        ...{ title: `${victimTitle(victim)}. ${title}`, fields, values: values(victim), version: version(victim) },
        ...{ submitText, ...(lead ? { lead: lead(victim) } : {}) },
      },
      isPreparation,
    );
    return { ...model, ...{ rows: identityRows(victim) } };
  }

  @Post('about/:page')
  @Requires('victim.record')
  async save(
    @By() actor: Actor,
    @Param() { id, victimId, page }: { id: string; victimId: string; page: string },
    @Body() body: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const name = named(page);
    const { fields, input }: CareForm = careForms[name];
    const work = async (given: object): Promise<string> => {
      await this.acts.execute(name, { actor, caseId: id, victimId }, given);
      return `/cases/${id}/victims`;
    };
    const again = () => this.show(actor, id, victimId, page);
    await submit(res, { fields, body, input, work, again, template: VICTIM_FORM });
  }
}

function named(page: string): CarePage {
  if (!isCarePage(page)) throw new NotFound();
  return page;
}
