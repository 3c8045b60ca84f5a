import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import type { CaseFound } from '../cases/find-case.js';
import { preparationBlockers } from '../policy/preparation-gates.js';
import { type Actor, may } from '../platform/actor.js';
import { Read } from '../platform/database/read.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { ReturnInput, SignOffInput } from './assessment.input.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { overrideFields, returnFields } from './preparation.fields.js';
import { preparationFacts } from './preparation-facts.js';
import { ReadPreparation } from './read-preparation.js';
import { ReturnAssessment } from './return-assessment.js';
import { SignOffPreparation } from './sign-off-preparation.js';

const SIGN_OFF = 'assessments/views/sign-off';

/** What the manager does with a submitted assessment: sign the whole preparation, or send it back. */
@Controller('cases/:id/assessment')
export class SignOffPages {
  constructor(
    private readonly read: Read,
    private readonly forms: CaseForms,
    private readonly queries: AssessmentsQueries,
    private readonly preparation: ReadPreparation,
    private readonly returnAssessment: ReturnAssessment,
    private readonly signOffPreparation: SignOffPreparation,
  ) {}

  @Get('return')
  @Requires('case.sign-off')
  @Render(CASE_FORM)
  back(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.sign-off', id, 'THE_ASSESSMENT', async (found) => ({
      title: 'Send the assessment back',
      fields: returnFields,
      version: (await this.queries.assessment(found))?.version ?? 0,
      submitText: 'Send back',
      back: `/cases/${id}/assessment`,
    }));
  }

  @Post('return')
  @Requires('case.sign-off')
  async sendBack(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ReturnInput): Promise<string> => {
      await this.returnAssessment.execute(actor, id, input);
      return `/cases/${id}/assessment`;
    };
    const again = () => this.back(actor, id);
    await submit(response, { fields: returnFields, body, input: ReturnInput, work, again, template: CASE_FORM });
  }

  @Get('sign-off')
  @Requires('case.sign-off')
  @Render(SIGN_OFF)
  async whole(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    let more = {};
    const shown = await this.forms.show(actor, 'case.sign-off', id, 'THE_PREPARATION', async (found) => {
      const { fields, blockers, sections } = await this.standing(actor, found);
      const mayStillOpen = blockers.every(
        ({ severity }) => severity !== 'STOP' && (severity !== 'OVERRIDE' || fields.length > 0),
      );
      more = {
        sections,
        blockers,
        maySign: mayStillOpen && found.state === 'PREPARING',
        isSigned: found.signedOffBy !== null,
      };
      const back = `/cases/${id}/assessment`;
      return { title: 'Sign off the preparation', fields, submitText: 'Sign off', back };
    });
    return { ...shown, ...more };
  }

  @Post('sign-off')
  @Requires('case.sign-off')
  async sign(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: SignOffInput): Promise<string> => {
      await this.signOffPreparation.execute(actor, id, input);
      return `/cases/${id}`;
    };
    const again = () => this.whole(actor, id);
    // Any rule may be named here: the gates, not the form, say what can be passed over.
    const fields = overrideFields([{ code: 'AGENCY_CHECK_OUTSTANDING', severity: 'OVERRIDE', message: '', mend: '' }]);
    await submit(response, { fields, body, input: SignOffInput, work, again, template: SIGN_OFF });
  }

  private async standing(actor: Actor, found: CaseFound) {
    const facts = await preparationFacts(this.read.source, found, actor.personId);
    const blockers = preparationBlockers(facts, 'SIGN_OFF');
    const fields = may(actor, 'gate.override', found.panelAreaId) ? overrideFields(blockers) : [];
    return { blockers, fields, sections: await this.preparation.sections(found, facts) };
  }
}
