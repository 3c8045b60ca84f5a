import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { gravityEditionOn, gravityEditions } from '../policy/gravity.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { type FormOptions, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { dayInWords } from '../platform/web/words.js';
import { type CaseForm, CaseForms } from './case-form.js';
import { caseHead } from './case-head.view.js';
import { OpenedCases } from './find-case.js';
import { gravityFields } from './gravity.fields.js';
import { GravityFormInput, scoreFrom } from './gravity.input.js';
import { gravityPage } from './gravity.view.js';
import { type OffenceFound, PoliceInformationQueries } from './police-information.queries.js';
import { ScoreGravity } from './score-gravity.js';
import { signedOffLead } from './signed-off-lead.js';

const RECORD = 'police-information.record';
const FORM = 'cases/views/gravity-form';

/** The child gravity matrix of a case: what a person scored, for everyone who reads it, and the form of one offence. */
@Controller('cases/:id')
export class GravityPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly forms: CaseForms,
    private readonly clock: Clock,
    private readonly queries: PoliceInformationQueries,
    private readonly scoreGravity: ScoreGravity,
  ) {}

  @Get('gravity')
  @Requires('case.read')
  @Render('cases/views/gravity')
  async scorings(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'GRAVITY');
    const today = this.clock.today();
    const [offences, scorings, on] = await Promise.all([
      this.queries.offences(id),
      this.queries.scorings(id),
      this.queries.disposalsOf(found, today),
    ]);
    const page = gravityPage(id, offences, scorings, may(actor, RECORD, found.panelAreaId), on);
    return { ...page, child: caseHead(found, today), back: `/cases/${id}` };
  }

  /** The factors are those of the edition of the scoring, or of the one asked for. */
  @Get('offences/:offenceId/gravity')
  @Requires(RECORD)
  @Render(FORM)
  async gravity(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('offenceId') offenceId: string,
    @Query('edition') edition?: string,
  ): Promise<CaseForm> {
    const known = Object.keys(gravityEditions).find((one) => one === edition);
    let chosen = '';
    const shown = await this.forms.show(actor, RECORD, id, 'GRAVITY', async (found) => {
      const offence = await this.queries.offence(id, offenceId);
      chosen = known ?? offence.gravityEdition ?? gravityEditionOn(offence.date);
      return { ...gravityForm(offence, chosen), lead: signedOffLead(found, offence.description) };
    });
    const others = Object.entries(gravityEditions).filter(([code]) => code !== chosen);
    const editions = others.map(([code, { name }]) => ({ text: name, href: `?edition=${code}` }));
    return Object.assign(shown, { editions });
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
    const work = async (input: GravityFormInput): Promise<string> => {
      const { gravityFactors } = await this.queries.offence(id, offenceId);
      await this.scoreGravity.execute(actor, id, offenceId, scoreFrom(input, gravityFactors));
      return `/cases/${id}/gravity`;
    };
    const again = () => this.gravity(actor, id, offenceId);
    const fields = gravityFields('', { gravityFactors: [], indictableOnly: null, features: null });
    await submit(response, { fields, body, input: GravityFormInput, work, again, template: FORM });
  }
}

const gravityForm = (offence: OffenceFound, edition: string): FormOptions => ({
  title: 'Gravity of the offence',
  caption: `Offence ${offence.position}, ${dayInWords(offence.date)}`,
  fields: gravityFields(edition, offence),
  version: offence.version,
  values: {
    edition,
    startScore: offence.gravityStart ?? undefined,
    finalScore: offence.gravityFinal ?? undefined,
    factors: offence.gravityFactors,
    indictableOnly: offence.indictableOnly === null ? undefined : offence.indictableOnly === 1 ? 'YES' : 'NO',
    features: offence.features?.length === 0 ? ['NONE'] : (offence.features ?? undefined),
  },
});
