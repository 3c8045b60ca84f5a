import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { sectionNotes } from '../cases/section-notes.queries.js';
import { signedOffLead } from '../cases/signed-off-lead.js';
import { headFor } from '../cases/case-head.view.js';
import { type CaseShown, OpenedCases } from '../cases/find-case.js';
import { listSubject } from '../cases/list-cases.js';
import { openByAny } from '../cases/open-by-any.js';
import { agencies, agencyCodes } from '../policy/agencies.js';
import { type Actor, areasWhere, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { Views } from '../platform/trail/views.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { ListInput } from '../platform/web/list.input.js';
import { By, Requires, SignedIn } from '../platform/web/requires.js';
import { answerFields, askFields, checkFields, partnerLead } from './agency-check.fields.js';
import { AgencyCheckInput, AskAgenciesInput } from './agency-check.input.js';
import { checkLine, requestRows } from './agency-check.view.js';
import { AskAgencies } from './ask-agencies.js';
import { type CheckFound, ChecksQueries } from './checks.queries.js';
import { RecordAgencyCheck } from './record-agency-check.js';
import { agencyFrom, mayAnswer, shownTo, waysToChecks } from './ways-to-checks.js';

const LIST = 'checks/views/case-checks';
const FORM = 'checks/views/check-form';

@Controller()
export class ChecksPages {
  constructor(
    private readonly read: Read,
    private readonly opened: OpenedCases,
    private readonly views: Views,
    private readonly clock: Clock,
    private readonly queries: ChecksQueries,
    private readonly askAgencies: AskAgencies,
    private readonly recordCheck: RecordAgencyCheck,
  ) {}

  @Get('cases/:id/agency-checks')
  @SignedIn()
  @Render(LIST)
  async ofCase(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const { found, checks } = await this.open(actor, id);
    const isAsking = may(actor, 'check.request', found.panelAreaId);
    const today = this.clock.today();
    const lines = checks.map((check) =>
      checkLine(check, today, { caseId: mayAnswer(actor, found, check) ? id : null, mayChase: isAsking }),
    );
    const undoing = isAsking ? signedOffLead(found) : '';
    const stepOut = `/cases/${id}/conflicts/new`;
    const model = {
      title: 'Agency checks',
      stepOut,
      child: headFor(actor, found, this.clock.today()),
      lines,
      isAsking,
      undoing,
    };
    return { ...model, back: this.back(actor, found), ...this.askForm(isAsking ? checks : []) };
  }

  @Post('cases/:id/agency-checks')
  @Requires('check.request')
  async ask(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown, @Res() res: Response): Promise<void> {
    const fields = askFields(agencyCodes);
    const work = async (input: AskAgenciesInput): Promise<string> => {
      await this.askAgencies.execute(actor, id, input);
      return `/cases/${id}/agency-checks`;
    };
    const again = async () => (await this.ofCase(actor, id)) as FormModel;
    await submit(res, { fields, body, input: AskAgenciesInput, work, again, template: LIST });
  }

  @Get('cases/:id/agency-checks/:agency')
  @Requires('check.answer')
  @Render(FORM)
  async check(@By() actor: Actor, @Param('id') id: string, @Param('agency') code: string): Promise<FormModel> {
    const agency = agencyFrom(code);
    const { found, checks } = await this.open(actor, id);
    const check = checks.find((known) => known.agency === agency);
    if (!mayAnswer(actor, found, check ?? { agency, status: 'NOT_REQUESTED' })) throw new NotFound();
    const isAsking = may(actor, 'check.request', found.panelAreaId);
    const form = formPage({
      ...{ title: agencies[agency], caption: `Agency check, ${found.reference}`, submitText: 'Save' },
      ...{ fields: isAsking ? checkFields : answerFields, values: check ?? {}, version: check?.version ?? 0 },
      // What became of the case is not a partner's to see: their answer is wanted all the same.
      lead: isAsking ? signedOffLead(found) : partnerLead,
      back: isAsking ? `/cases/${id}/agency-checks` : '/agency-checks',
    });
    const notes = isAsking ? await sectionNotes(this.read.source, actor, found, `agency-checks/${agency}`) : [];
    return {
      form,
      ...{
        child: headFor(actor, found, this.clock.today()),
        notes,
        rows: check ? requestRows(check, this.clock.today()) : [],
      },
    };
  }

  @Post('cases/:id/agency-checks/:agency')
  @Requires('check.answer')
  async record(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('agency') code: string,
    @Body() body: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const shown = await this.check(actor, id, code);
    const work = async (input: AgencyCheckInput): Promise<string> => {
      await this.recordCheck.execute(actor, id, agencyFrom(code), input);
      return shown.form.back ?? '/agency-checks';
    };
    const again = () => this.check(actor, id, code);
    await submit(res, { fields: shown.form.fields, body, input: AgencyCheckInput, work, again, template: FORM });
  }

  @Get('agency-checks')
  @Requires('check.answer')
  @Render('checks/views/waiting')
  async waiting(@By() actor: Actor, @Query() input: ListInput): Promise<object> {
    const { items, next } = await this.queries.waiting(actor, input, this.clock.today());
    const subject = listSubject(actor, undefined, 'check.answer');
    await this.views.looked(actor, subject, { type: 'CASES_LISTED', found: items.length });
    const mayChase = areasWhere(actor, 'check.request').length > 0;
    return {
      title: 'Agency checks without an answer',
      checks: items.map((check) => ({
        ...check,
        agency: agencies[check.agency],
        href: `/cases/${check.caseId}/agency-checks/${check.agency}`,
        chase: mayChase ? `/cases/${check.caseId}/agency-checks/${check.agency}/chasers` : '',
      })),
      more: next ? `/agency-checks?after=${next}` : null,
      first: input.after ? '/agency-checks' : null,
    };
  }

  private async open(actor: Actor, id: string): Promise<{ found: CaseShown; checks: CheckFound[] }> {
    const { found } = await openByAny({ read: this.read, opened: this.opened }, actor, id, waysToChecks);
    return { found, checks: shownTo(actor, found, await this.queries.ofCase(id, this.clock.today())) };
  }

  private back(actor: Actor, found: CaseShown): string {
    return may(actor, 'case.read', found.panelAreaId) ? `/cases/${found.id}` : '/agency-checks';
  }

  /** The form that asks agencies, with those the area requires and nobody asked already chosen. */
  private askForm(checks: readonly CheckFound[]): FormModel {
    const asked = checks.filter(({ status }) => status !== 'NOT_REQUESTED').map(({ agency }) => agency);
    const fields = askFields(agencyCodes.filter((agency) => !asked.includes(agency)));
    const chosen = checks.filter(({ isRequired, status }) => isRequired && status === 'NOT_REQUESTED');
    const values = { agencies: chosen.map(({ agency }) => agency) };
    return { form: formPage({ title: 'Agency checks', fields, values, submitText: 'Ask' }) };
  }
}
