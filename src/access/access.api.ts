import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires, SignedIn } from '../platform/web/requires.js';
import { AccessQueries, type PanelAreaFound, type PersonFound } from './access.queries.js';
import { PanelAreaChangeInput, PanelAreaInput } from './panel-area.input.js';
import { PersonChangeInput, PersonInput } from './person.input.js';
import { MakePasswordLink } from './password-links.js';
import { AddPanelArea, ChangePanelArea } from './write-panel-area.js';
import { AddPerson, ChangePerson } from './write-person.js';

@Controller('api')
export class AccessApi {
  constructor(
    private readonly queries: AccessQueries,
    private readonly clock: Clock,
    private readonly addPanelArea: AddPanelArea,
    private readonly changePanelArea: ChangePanelArea,
    private readonly addPerson: AddPerson,
    private readonly changePerson: ChangePerson,
    private readonly makePasswordLink: MakePasswordLink,
  ) {}

  @Get('me')
  @SignedIn()
  async me(@By() actor: Actor): Promise<object> {
    const ids = actor.roles.flatMap(({ panelAreaId }) => panelAreaId ?? []);
    const areas = await this.queries.panelAreas([...new Set(ids)]);
    const { personId: id, name, agency, roles } = actor;
    return { id, name, agency, roles, panelAreas: areas.map((area) => ({ id: area.id, name: area.name })) };
  }

  @Get('panel-areas')
  @SignedIn()
  async panelAreas(): Promise<{ items: PanelAreaFound[]; next: null }> {
    return { items: await this.queries.panelAreasOn(this.clock.today()), next: null };
  }

  @Post('panel-areas')
  @Requires('area.administer')
  addArea(@By() actor: Actor, @Body() input: PanelAreaInput): Promise<{ id: string; version: number }> {
    return this.addPanelArea.execute(actor, input);
  }

  @Put('panel-areas/:id')
  @Requires('area.administer')
  changeArea(@By() actor: Actor, @Param('id') id: string, @Body() input: PanelAreaChangeInput): Promise<object> {
    return this.changePanelArea.execute(actor, id, input);
  }

  @Get('people')
  @Requires('person.administer')
  async people(): Promise<{ items: PersonFound[]; next: null }> {
    return { items: await this.queries.people(), next: null };
  }

  @Post('people')
  @Requires('person.administer')
  add(@By() actor: Actor, @Body() input: PersonInput): Promise<{ id: string; version: number }> {
    return this.addPerson.execute(actor, input);
  }

  @Put('people/:id')
  @Requires('person.administer')
  change(@By() actor: Actor, @Param('id') id: string, @Body() input: PersonChangeInput): Promise<object> {
    return this.changePerson.execute(actor, id, input);
  }

  /** The address is shown once, to the administrator, who passes it on; nobody can read it again. */
  @Post('people/:id/password-link')
  @Requires('person.administer')
  async link(@By() actor: Actor, @Param('id') id: string): Promise<{ path: string }> {
    const { token } = await this.makePasswordLink.execute(actor, id);
    return { path: `/set-password/${token}` };
  }
}
