import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../../access/access.queries.js';
import type { Actor } from '../../platform/actor.js';
import { NotFound } from '../../platform/errors.js';
import { submit } from '../../platform/web/form.js';
import { By, Requires } from '../../platform/web/requires.js';
import { instantInWords } from '../../platform/web/words.js';
import { CASE_FORM, type CaseForm, CaseForms } from '../case-form.js';
import { AcknowledgeOpening } from './acknowledge-opening.js';
import { ChangeRestriction } from './change-restriction.js';
import { acknowledgementFields, namingFields, removalFields } from './restriction.fields.js';
import { AcknowledgementInput, NamingInput, RemovalInput } from './restriction.input.js';
import { type RestrictionFound, RestrictionQueries } from './restriction.queries.js';

/** For whom a restricted case exists, and who opened it without being named. */
@Controller('cases/:id/restriction')
export class RestrictionPeoplePages {
  constructor(
    private readonly forms: CaseForms,
    private readonly access: AccessQueries,
    private readonly queries: RestrictionQueries,
    private readonly change: ChangeRestriction,
    private readonly acknowledgeOpening: AcknowledgeOpening,
  ) {}

  @Get('people/new')
  @Requires('case.restrict')
  @Render(CASE_FORM)
  naming(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.restrict', id, 'RESTRICTION', async ({ panelAreaId }) => {
      const named = new Set((await this.standing(id))?.people.filter(isNamed).map(({ personId }) => personId));
      const people = await this.access.peopleOf(panelAreaId);
      return {
        title: 'Name somebody on this restricted case',
        fields: namingFields(people.filter((one) => !named.has(one.id))),
        submitText: 'Name',
        back: `/cases/${id}/restriction`,
      };
    });
  }

  @Post('people/new')
  @Requires('case.restrict')
  async name(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: NamingInput): Promise<string> => {
      await this.change.name(actor, id, input);
      return `/cases/${id}/restriction`;
    };
    const again = () => this.naming(actor, id);
    await submit(response, { fields: namingFields([]), body, input: NamingInput, work, again, template: CASE_FORM });
  }

  @Get('people/:personId/removal')
  @Requires('case.restrict')
  @Render(CASE_FORM)
  removing(@By() actor: Actor, @Param('id') id: string, @Param('personId') personId: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.restrict', id, 'RESTRICTION', async () => {
      const people = (await this.standing(id))?.people.filter(isNamed) ?? [];
      const person = people.find((one) => one.personId === personId);
      if (!person) throw new NotFound();
      return {
        title: 'Take somebody off this restricted case',
        lead: `For ${person.name} the case no longer exists from then on. At least one panel team manager stays named.`,
        fields: removalFields,
        submitText: 'Take off',
        back: `/cases/${id}/restriction`,
      };
    });
  }

  @Post('people/:personId/removal')
  @Requires('case.restrict')
  async remove(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: RemovalInput): Promise<string> => {
      await this.change.remove(actor, id, personId, input);
      return personId === actor.personId ? '/' : `/cases/${id}/restriction`;
    };
    const again = () => this.removing(actor, id, personId);
    await submit(response, { fields: removalFields, body, input: RemovalInput, work, again, template: CASE_FORM });
  }

  @Get('openings/:openingId')
  @Requires('case.restrict')
  @Render(CASE_FORM)
  opening(@By() actor: Actor, @Param('id') id: string, @Param('openingId') openingId: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.restrict', id, 'RESTRICTION', async () => {
      const openings = (await this.queries.ofCase(id)).flatMap((one) => one.openings);
      const found = openings.find((one) => one.id === openingId && one.acknowledgedAt === null);
      if (!found) throw new NotFound();
      return {
        title: 'Look into who opened this case',
        lead: `${found.name} opened it ${instantInWords(found.openedAt)}, until ${instantInWords(found.endsAt)}, saying: ${found.reason}`,
        fields: acknowledgementFields,
        submitText: 'Save',
        back: `/cases/${id}/restriction`,
      };
    });
  }

  @Post('openings/:openingId')
  @Requires('case.restrict')
  async acknowledge(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('openingId') openingId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: AcknowledgementInput): Promise<string> => {
      await this.acknowledgeOpening.execute(actor, id, openingId, input);
      return `/cases/${id}/restriction`;
    };
    const again = () => this.opening(actor, id, openingId);
    const fields = acknowledgementFields;
    await submit(response, { fields, body, input: AcknowledgementInput, work, again, template: CASE_FORM });
  }

  private async standing(caseId: string): Promise<RestrictionFound | undefined> {
    return (await this.queries.ofCase(caseId)).find(({ liftedAt }) => liftedAt === null);
  }
}

const isNamed = ({ removedAt }: { readonly removedAt: string | null }): boolean => removedAt === null;
