import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type CaseForm, CaseForms } from '../cases/case-form.js';
import type { CaseFound } from '../cases/find-case.js';
import { LateNewsQueries } from '../cases/late-news.queries.js';
import { newsShown } from '../cases/late-news.view.js';
import { SetsOfCases } from '../cases/set-of-case.js';
import { preparationBlockers } from '../policy/preparation-gates.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { overrideFields } from './preparation.fields.js';
import { preparationFacts } from './preparation-facts.js';
import { sectionsAtSignOff } from './reading/case-sections.view.js';
import { readCase } from './reading/read-case.js';
import { ReturnsQueries } from './returns.queries.js';
import { returnsShown } from './returns.view.js';
import { asSignOff, SignOffFormInput } from './sign-off-form.input.js';
import { SignOffPreparation } from './sign-off-preparation.js';
import { criteriaFields } from './sign-off.fields.js';
import { signOffsOf } from './sign-offs.queries.js';
import { signOffsShown } from './sign-offs.view.js';

const SIGN_OFF = 'assessments/views/sign-off';

/** The manager reads the whole preparation, with what was sent back and what came since, judges it and signs. */
@Controller('cases/:id/assessment')
export class SignOffPages {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly forms: CaseForms,
    private readonly sets: SetsOfCases,
    private readonly news: LateNewsQueries,
    private readonly returns: ReturnsQueries,
    private readonly signOffPreparation: SignOffPreparation,
  ) {}

  @Get('sign-off')
  @Requires('case.sign-off')
  @Render(SIGN_OFF)
  async whole(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    let more = {};
    const shown = await this.forms.show(actor, 'case.sign-off', id, 'THE_PREPARATION', async (found) => {
      const { set, overrides, blockers, ...read } = await this.standing(actor, found);
      const mayStillOpen = blockers.every(
        ({ severity }) => severity !== 'STOP' && (severity !== 'OVERRIDE' || overrides.length > 0),
      );
      const isSigned = found.signedOffBy !== null;
      more = { ...read, blockers, isSigned, maySign: mayStillOpen && found.state === 'PREPARING' };
      const fields = [...criteriaFields(set), ...overrides];
      return { title: 'Sign off the preparation', fields, submitText: 'Sign off', back: `/cases/${id}/assessment` };
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
    const work = async (input: SignOffFormInput): Promise<string> => {
      await this.signOffPreparation.execute(actor, id, asSignOff(input));
      return `/cases/${id}`;
    };
    const again = () => this.whole(actor, id);
    // Any rule may be named here: the gates, not the form, say what can be passed over.
    const any = overrideFields([{ code: 'AGENCY_CHECK_OUTSTANDING', severity: 'OVERRIDE', message: '', mend: '' }]);
    const fields = [...criteriaFields(await this.sets.of(id)), ...any];
    await submit(response, { fields, body, input: SignOffFormInput, work, again, template: SIGN_OFF });
  }

  private async standing(actor: Actor, found: CaseFound) {
    const { id } = found;
    const [facts, set, returns, signOffs, reopened, whole] = await Promise.all([
      preparationFacts(this.read.source, found, actor.personId, this.clock.today()),
      this.sets.of(id),
      this.returns.ofCase(id),
      signOffsOf(this.read.source, id),
      this.news.ofCase(id),
      readCase(this.read.source, found, this.clock.today()),
    ]);
    const blockers = preparationBlockers({ ...facts, signer: actor.personId }, 'SIGN_OFF');
    const [signed] = signOffsShown(signOffs);
    return {
      ...{ set, blockers, overrides: may(actor, 'gate.override', found.panelAreaId) ? overrideFields(blockers) : [] },
      sections: sectionsAtSignOff({ ...whole, setId: set.id, setVersion: set.version }),
      returns: returnsShown(id, returns.slice(0, 1), { set, mayAnswer: false }),
      news: newsShown(
        id,
        reopened.filter(({ signedAt }) => signedAt === null),
        { set, maySettle: false },
      ),
      signed: signed?.isStanding ? signed : null,
    };
  }
}
