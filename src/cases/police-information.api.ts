import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires } from '../platform/web/requires.js';
import { ChangePoliceInformation } from './change-police-information.js';
import { OpenedCases } from './find-case.js';
import { GravityScoreInput } from './gravity.input.js';
import { gravityBody } from './gravity.view.js';
import type { CaseMoved } from './move-case.js';
import { PoliceInformationInput } from './police-information.input.js';
import { PoliceInformationQueries } from './police-information.queries.js';
import { type GravityScored, ScoreGravity } from './score-gravity.js';

@Controller('api/cases/:id')
export class PoliceInformationApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly clock: Clock,
    private readonly queries: PoliceInformationQueries,
    private readonly changeInformation: ChangePoliceInformation,
    private readonly scoreGravity: ScoreGravity,
  ) {}

  @Get('police-information')
  @Requires('case.read')
  async show(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const { version } = await this.opened.open(actor, 'case.read', id, 'POLICE_INFORMATION');
    return { ...(await this.queries.policeInformation(id)), version };
  }

  @Put('police-information')
  @Requires('police-information.record')
  change(@By() actor: Actor, @Param('id') id: string, @Body() input: PoliceInformationInput): Promise<CaseMoved> {
    return this.changeInformation.execute(actor, id, input);
  }

  @Get('offences/:offenceId/gravity')
  @Requires('case.read')
  async gravity(@By() actor: Actor, @Param('id') id: string, @Param('offenceId') offenceId: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'GRAVITY');
    const offence = await this.queries.offence(id, offenceId);
    const on = await this.queries.disposalsOf(found, this.clock.today());
    const scorings = await this.queries.scorings(id);
    return {
      ...gravityBody(offence, scorings, on),
      features: offence.features,
      indictableOnly: offence.indictableOnly === null ? null : offence.indictableOnly === 1,
    };
  }

  /** Every offence as a person scored it: start, each factor with its evidence, final score, what that points to. */
  @Get('gravity')
  @Requires('case.read')
  async scorings(@By() actor: Actor, @Param('id') id: string): Promise<{ items: object[]; next: null }> {
    const found = await this.opened.open(actor, 'case.read', id, 'GRAVITY');
    const on = await this.queries.disposalsOf(found, this.clock.today());
    const [offences, scorings] = await Promise.all([this.queries.offences(id), this.queries.scorings(id)]);
    return { items: offences.map((offence) => gravityBody(offence, scorings, on)), next: null };
  }

  @Put('offences/:offenceId/gravity')
  @Requires('police-information.record')
  score(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('offenceId') offenceId: string,
    @Body() input: GravityScoreInput,
  ): Promise<GravityScored> {
    return this.scoreGravity.execute(actor, id, offenceId, input);
  }
}
