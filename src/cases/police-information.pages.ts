import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { gravityEditionOn } from '../policy/gravity.js';
import type { Actor } from '../platform/actor.js';
import { type FormOptions, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { dayInWords } from '../platform/web/words.js';
import { CASE_FORM, type CaseForm, CaseForms } from './case-form.js';
import { ChangePoliceInformation } from './change-police-information.js';
import { GravityScoreInput } from './gravity.input.js';
import { gravityFields, policeInformationFields } from './police-information.fields.js';
import { PoliceInformationInput } from './police-information.input.js';
import { type OffenceFound, PoliceInformationQueries } from './police-information.queries.js';
import { ScoreGravity } from './score-gravity.js';
import { signedOffLead } from './signed-off-lead.js';

const RECORD = 'police-information.record';

@Controller('cases/:id')
export class PoliceInformationPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly queries: PoliceInformationQueries,
    private readonly changeInformation: ChangePoliceInformation,
    private readonly scoreGravity: ScoreGravity,
  ) {}

  @Get('police-information')
  @Requires(RECORD)
  @Render(CASE_FORM)
  information(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, RECORD, id, 'POLICE_INFORMATION', async (found) => ({
      title: 'Police information',
      lead: signedOffLead(found),
      fields: policeInformationFields,
      values: await this.queries.policeInformation(id),
    }));
  }

  @Post('police-information')
  @Requires(RECORD)
  async change(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: PoliceInformationInput): Promise<string> => {
      await this.changeInformation.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.information(actor, id);
    const fields = policeInformationFields;
    await submit(response, { fields, body, input: PoliceInformationInput, work, again, template: CASE_FORM });
  }

  @Get('offences/:offenceId/gravity')
  @Requires(RECORD)
  @Render(CASE_FORM)
  gravity(@By() actor: Actor, @Param('id') id: string, @Param('offenceId') offenceId: string): Promise<CaseForm> {
    return this.forms.show(actor, RECORD, id, 'GRAVITY', async (found) => {
      const offence = await this.queries.offence(id, offenceId);
      return { ...gravityForm(offence), lead: signedOffLead(found, offence.description) };
    });
  }

  @Post('offences/:offenceId/gravity')
  @Requires(RECORD)
  async score(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('offenceId') offenceId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: GravityScoreInput): Promise<string> => {
      await this.scoreGravity.execute(actor, id, offenceId, input);
      return `/cases/${id}`;
    };
    const again = () => this.gravity(actor, id, offenceId);
    const sent = { fields: gravityFields, body, input: GravityScoreInput, work, again, template: CASE_FORM };
    await submit(response, sent);
  }
}

const gravityForm = (offence: OffenceFound): FormOptions => ({
  title: 'Gravity of the offence',
  caption: `Offence ${offence.position}, ${dayInWords(offence.date)}`,
  fields: gravityFields,
  version: offence.version,
  values: {
    edition: offence.gravityEdition ?? gravityEditionOn(offence.date),
    startScore: offence.gravityStart ?? undefined,
    finalScore: offence.gravityFinal ?? undefined,
    factors: offence.gravityFactors,
    indictableOnly: offence.indictableOnly === 1 ? 'YES' : 'NO',
    features: offence.features,
  },
});
