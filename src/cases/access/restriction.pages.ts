import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../../access/access.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { submit } from '../../platform/web/form.js';
import { By, Requires } from '../../platform/web/requires.js';
import { CASE_FORM, type CaseForm, CaseForms } from '../case-form.js';
import { caseHead } from '../case-head.view.js';
import { OpenedCases } from '../find-case.js';
import { ChangeRestriction } from './change-restriction.js';
import { RestrictCase } from './restrict-case.js';
import { restrictionFields, restrictionLiftingFields, reviewFields } from './restriction.fields.js';
import { RestrictionInput, RestrictionLiftingInput, ReviewInput } from './restriction.input.js';
import { RestrictionQueries } from './restriction.queries.js';

/** Whether a case is limited to named people: begun, looked at again, lifted. */
@Controller('cases/:id/restriction')
export class RestrictionPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly forms: CaseForms,
    private readonly access: AccessQueries,
    private readonly queries: RestrictionQueries,
    private readonly clock: Clock,
    private readonly restrictCase: RestrictCase,
    private readonly change: ChangeRestriction,
  ) {}

  @Get()
  @Requires('case.restrict')
  @Render('cases/views/restriction')
  async overview(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.restrict', id, 'RESTRICTION');
    const restrictions = await this.queries.ofCase(id);
    return {
      ...{ title: 'Who may know of this case', child: caseHead(found, this.clock.today()), back: `/cases/${id}` },
      standing: restrictions.find(({ liftedAt }) => liftedAt === null) ?? null,
      lifted: restrictions.filter(({ liftedAt }) => liftedAt !== null),
      reader: actor.personId,
    };
  }

  @Get('new')
  @Requires('case.restrict')
  @Render(CASE_FORM)
  restriction(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.restrict', id, 'RESTRICTION', async ({ panelAreaId }) => ({
      title: 'Restrict this case',
      lead: 'For everybody who is not named the case no longer exists: in no list, search, count, pack or report. In an emergency they can open it for an hour, and you are told.',
      fields: restrictionFields(await this.access.peopleOf(panelAreaId)),
      values: { people: [actor.personId] },
      submitText: 'Restrict',
      back: `/cases/${id}/restriction`,
    }));
  }

  @Post('new')
  @Requires('case.restrict')
  async restrict(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: RestrictionInput): Promise<string> => {
      await this.restrictCase.execute(actor, id, input);
      return input.people.includes(actor.personId) ? `/cases/${id}/restriction` : '/';
    };
    const again = () => this.restriction(actor, id);
    const fields = restrictionFields([]);
    await submit(response, { fields, body, input: RestrictionInput, work, again, template: CASE_FORM });
  }

  @Get('review')
  @Requires('case.restrict')
  @Render(CASE_FORM)
  reviewing(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.restrict', id, 'RESTRICTION', () => ({
      title: 'The case stays restricted',
      lead: 'If the restriction is no longer needed, lift it instead.',
      fields: reviewFields,
      submitText: 'Save',
      back: `/cases/${id}/restriction`,
    }));
  }

  @Post('review')
  @Requires('case.restrict')
  async review(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ReviewInput): Promise<string> => {
      await this.change.review(actor, id, input);
      return `/cases/${id}/restriction`;
    };
    const again = () => this.reviewing(actor, id);
    await submit(response, { fields: reviewFields, body, input: ReviewInput, work, again, template: CASE_FORM });
  }

  @Get('lifting')
  @Requires('case.restrict')
  @Render(CASE_FORM)
  lifting(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.restrict', id, 'RESTRICTION', () => ({
      title: 'Lift the restriction',
      lead: 'Everybody whose role opens cases of this panel area finds the case again, with everything that is in it.',
      fields: restrictionLiftingFields,
      submitText: 'Lift',
      back: `/cases/${id}/restriction`,
    }));
  }

  @Post('lifting')
  @Requires('case.restrict')
  async lift(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: RestrictionLiftingInput): Promise<string> => {
      await this.change.lift(actor, id, input);
      return `/cases/${id}/restriction`;
    };
    const again = () => this.lifting(actor, id);
    const fields = restrictionLiftingFields;
    await submit(response, { fields, body, input: RestrictionLiftingInput, work, again, template: CASE_FORM });
  }
}
