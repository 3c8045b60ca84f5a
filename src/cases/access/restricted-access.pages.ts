import { Body, Controller, Get, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type Actor, may } from '../../platform/actor.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../../platform/web/form.js';
import { By, Requires } from '../../platform/web/requires.js';
import { OpenRestricted } from './open-restricted.js';
import { openingFields } from './restriction.fields.js';
import { OpeningInput } from './restriction.input.js';

/** Opening a restricted case in an emergency. It says nothing of what there is until the right reference is given. */
@Controller('restricted-access')
export class RestrictedAccessPages {
  constructor(private readonly openRestricted: OpenRestricted) {}

  @Get()
  @Requires('restricted-case.open')
  @Render(FORM_PAGE)
  async form(): Promise<FormModel> {
    const lead =
      'For an emergency, when you need a case that is limited to other people. You see it for one hour. The managers named on it are told who opened it and why, and every try is on record.';
    return {
      form: formPage({ title: 'Open a restricted case', lead, fields: openingFields, submitText: 'Open for one hour' }),
    };
  }

  @Post()
  @Requires('restricted-case.open')
  async open(@By() actor: Actor, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const work = async (input: OpeningInput): Promise<string> => {
      const { caseId } = await this.openRestricted.execute(actor, input);
      return may(actor, 'case.read') ? `/cases/${caseId}` : `/cases/${caseId}/victims`;
    };
    const again = () => this.form();
    await submit(response, { fields: openingFields, body, input: OpeningInput, work, again });
  }
}
