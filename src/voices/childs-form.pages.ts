import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type CaseFound, OpenedCases } from '../cases/find-case.js';
import { signedOffLead } from '../cases/signed-off-lead.js';
import { childIntroduction, questionsFor } from '../policy/child-form.js';
import type { Actor } from '../platform/actor.js';
import { ForTheChild } from '../platform/web/for-the-child.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { ChildsFormInput } from './childs-form.input.js';
import { type ChildsForm, ChildsFormQueries } from './childs-form.queries.js';
import { childFields, lookClasses, picturesOf } from './childs-form.view.js';
import { SaveChildsForm } from './save-childs-form.js';

const FORM = 'voices/views/childs-form';

/** What a child reads and fills in with a worker, on a screen or on paper. */
@Controller('cases/:id/voices/child')
export class ChildsFormPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: ChildsFormQueries,
    private readonly saveForm: SaveChildsForm,
  ) {}

  @Get('form')
  @Requires('case.assess')
  @ForTheChild()
  @Render(FORM)
  async page(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    const found = await this.opened.open(actor, 'case.assess', id, 'CHILD_VOICE');
    const asked = await this.queries.form(id);
    const { questions, look, kept } = asked;
    const form = formPage({
      ...{ title: 'What I want to say', fields: childFields(questions, look), values: kept ?? {} },
      ...{ version: kept?.version ?? 0, submitText: 'I have finished' },
    });
    return { ...shownTo(found, asked), form, forWorker: signedOffLead(found) } as FormModel;
  }

  @Post('form')
  @Requires('case.assess')
  @ForTheChild()
  async save(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ChildsFormInput): Promise<string> => {
      await this.saveForm.execute(actor, id, input);
      return `/cases/${id}/voices/child/form/saved`;
    };
    const { look } = await this.queries.form(id);
    const fields = childFields(questionsFor(true), look);
    const again = () => this.page(actor, id);
    await submit(response, { fields, body, input: ChildsFormInput, work, again, template: FORM });
  }

  @Get('form/saved')
  @Requires('case.assess')
  @ForTheChild()
  @Render('voices/views/childs-form-saved')
  async saved(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.assess', id, 'CHILD_VOICE');
    return { ...shownTo(found, await this.queries.form(id)), title: 'Thank you' };
  }

  @Get('paper')
  @Requires('case.assess')
  @ForTheChild()
  @Render('voices/views/childs-paper')
  async paper(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.assess', id, 'CHILD_VOICE');
    const asked = await this.queries.form(id);
    return { ...shownTo(found, asked), title: 'What I want to say', reference: found.reference };
  }
}

/** Of the case nothing but the child's own first name stands on the page, and on paper the reference, so as to file it. */
const shownTo = ({ id, givenName }: CaseFound, { questions, look }: ChildsForm) => ({
  ...{ givenName, questions, look, introduction: childIntroduction },
  ...{
    pictures: picturesOf(questions, look),
    bodyClasses: lookClasses(look),
    workersPage: `/cases/${id}/voices/child`,
  },
});
