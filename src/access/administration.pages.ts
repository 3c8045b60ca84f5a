import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { agencies } from '../policy/agencies.js';
import { roles } from '../policy/permissions.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AccessQueries } from './access.queries.js';
import { PanelAreaChangeInput, PanelAreaInput } from './panel-area.input.js';
import { MakePasswordLink } from './password-links.js';
import { panelAreaFields, personChangeFields, personFields } from './person.fields.js';
import { PersonChangeInput, PersonInput } from './person.input.js';
import { AddPanelArea, ChangePanelArea } from './write-panel-area.js';
import { AddPerson, ChangePerson } from './write-person.js';

@Controller()
export class AdministrationPages {
  constructor(
    private readonly queries: AccessQueries,
    private readonly clock: Clock,
    private readonly addPerson: AddPerson,
    private readonly changePerson: ChangePerson,
    private readonly addPanelArea: AddPanelArea,
    private readonly changePanelArea: ChangePanelArea,
    private readonly makePasswordLink: MakePasswordLink,
  ) {}

  @Get('people')
  @Requires('person.administer')
  @Render('access/views/people')
  async people(): Promise<object> {
    const areas = new Map((await this.queries.panelAreas()).map(({ id, name }) => [id, name]));
    const people = (await this.queries.people()).map((person) => ({
      ...person,
      agency: agencies[person.agency],
      roles: person.roles.map(
        ({ role, panelAreaId }) => roles[role] + (panelAreaId ? `, ${areas.get(panelAreaId) ?? ''}` : ''),
      ),
    }));
    return { title: 'People', people };
  }

  @Get('people/new')
  @Requires('person.administer')
  @Render(FORM_PAGE)
  async newPerson(): Promise<FormModel> {
    const fields = personFields(await this.queries.panelAreas());
    return { form: formPage({ title: 'Add a person', fields, submitText: 'Add', back: '/people' }) };
  }

  @Post('people/new')
  @Requires('person.administer')
  async add(@By() actor: Actor, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const fields = personFields(await this.queries.panelAreas());
    const work = async (input: PersonInput): Promise<string> => {
      const { id } = await this.addPerson.execute(actor, input);
      return `/people/${id}/password-link`;
    };
    const again = () => this.newPerson();
    await submit(response, { fields, body, input: PersonInput, work, again });
  }

  @Get('people/:id')
  @Requires('person.administer')
  @Render(FORM_PAGE)
  async person(@Param('id') id: string): Promise<FormModel> {
    const person = await this.queries.person(id);
    const fields = personChangeFields(await this.queries.panelAreas());
    const { name: title, version } = person;
    return { form: formPage({ title, fields, values: person, version, submitText: 'Save', back: '/people' }) };
  }

  @Post('people/:id')
  @Requires('person.administer')
  async change(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const fields = personChangeFields(await this.queries.panelAreas());
    const work = async (input: PersonChangeInput): Promise<string> => {
      await this.changePerson.execute(actor, id, input);
      return '/people';
    };
    await submit(response, { fields, body, input: PersonChangeInput, work, again: () => this.person(id) });
  }

  @Get('people/:id/password-link')
  @Requires('person.administer')
  @Render('access/views/password-link')
  async showLink(@Param('id') id: string): Promise<object> {
    return { title: 'Send a password link', person: await this.queries.person(id), back: '/people' };
  }

  @Post('people/:id/password-link')
  @Requires('person.administer')
  @Render('access/views/password-link')
  async link(@By() actor: Actor, @Param('id') id: string, @Req() request: Request): Promise<object> {
    const person = await this.queries.person(id);
    const { token } = await this.makePasswordLink.execute(actor, id);
    const address = `${request.protocol}://${request.get('host') ?? ''}/set-password/${token}`;
    return { title: 'Send a password link', person, address, back: '/people' };
  }

  @Get('panel-areas')
  @Requires('area.administer')
  @Render('access/views/panel-areas')
  async areas(): Promise<object> {
    return { title: 'Panel areas', areas: await this.queries.panelAreasOn(this.clock.today()) };
  }

  @Get('panel-areas/new')
  @Requires('area.administer')
  @Render(FORM_PAGE)
  async newArea(): Promise<FormModel> {
    const form = {
      title: 'Add a panel area',
      lead: 'It decides by what is usual until it chooses. What that is, you are shown next.',
      fields: panelAreaFields,
      submitText: 'Add',
      back: '/panel-areas',
    };
    return { form: formPage(form) };
  }

  @Post('panel-areas/new')
  @Requires('area.administer')
  async addArea(@By() actor: Actor, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const work = async (input: PanelAreaInput): Promise<string> => {
      const { id } = await this.addPanelArea.execute(actor, input);
      return `/panel-areas/${id}/settings`;
    };
    const again = () => this.newArea();
    await submit(response, { fields: panelAreaFields, body, input: PanelAreaInput, work, again });
  }

  @Get('panel-areas/:id')
  @Requires('area.administer')
  @Render(FORM_PAGE)
  async area(@Param('id') id: string): Promise<FormModel> {
    const area = await this.queries.panelArea(id);
    const { name: title, version } = area;
    const form = { title, version, fields: panelAreaFields, values: area, submitText: 'Save', back: '/panel-areas' };
    return { form: formPage(form) };
  }

  @Post('panel-areas/:id')
  @Requires('area.administer')
  async changeArea(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: PanelAreaChangeInput): Promise<string> => {
      await this.changePanelArea.execute(actor, id, input);
      return '/panel-areas';
    };
    const again = () => this.area(id);
    await submit(response, { fields: panelAreaFields, body, input: PanelAreaChangeInput, work, again });
  }
}
