import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { caseHead } from '../cases/case-head.view.js';
import type { Page } from '../policy/questions/question-set.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { auditCaseView, auditPage } from './audit-case.view.js';
import { AuditPageInput } from './audit.input.js';
import { asFieldErrors, pageAnswers, pageFields, pageValues } from './audit-questions.fields.js';
import { OpenAudit, type OpenedAudit } from './open-audit.js';
import { PapersQueries } from './papers.queries.js';
import { SaveAudit } from './save-audit.js';

const OVERVIEW = 'quality/views/audit-case';
const QUESTIONS = 'quality/views/audit-questions';

@Controller('audit-plans/:id/cases/:caseId')
export class AuditCasesPages {
  constructor(
    private readonly clock: Clock,
    private readonly openAudit: OpenAudit,
    private readonly papers: PapersQueries,
    private readonly saveAudit: SaveAudit,
  ) {}

  @Get()
  @Requires('audit.complete')
  @Render(OVERVIEW)
  async overview(@By() actor: Actor, @Param('id') id: string, @Param('caseId') caseId: string): Promise<FormModel> {
    const opened = await this.openAudit.execute(actor, id, caseId);
    const papers = await this.papers.of(caseId);
    if (!papers) throw new NotFound();
    const form = {
      title: `Audit of case ${opened.drawn.reference}`,
      fields: [],
      version: opened.audit?.version ?? 0,
      submitText: 'Complete the audit',
      back: `/audit-plans/${id}`,
    };
    return { form: formPage(form), ...auditCaseView(opened, papers, this.clock.today()) };
  }

  @Post()
  @Requires('audit.complete')
  async complete(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('caseId') caseId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async ({ version = 0 }: AuditPageInput): Promise<string> => {
      await this.saveAudit.execute(actor, id, caseId, { version, complete: true }).catch(inOneSentence);
      return `/audit-plans/${id}`;
    };
    const again = () => this.overview(actor, id, caseId);
    await submit(response, { fields: [], body, input: AuditPageInput, work, again, template: OVERVIEW });
  }

  @Get(':slug')
  @Requires('audit.complete')
  @Render(QUESTIONS)
  async questions(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('caseId') caseId: string,
    @Param('slug') slug: string,
  ): Promise<FormModel> {
    const opened = await this.openAudit.execute(actor, id, caseId);
    const page = pageOf(opened, slug);
    const form = {
      title: page.title,
      caption: `Audit of case ${opened.drawn.reference}`,
      ...(page.lead === undefined ? {} : { lead: page.lead }),
      fields: pageFields(page),
      values: pageValues(page, opened.audit?.answers ?? {}),
      version: opened.audit?.version ?? 0,
      back: auditPage(opened),
    };
    return { form: formPage(form), ...{ child: caseHead(opened.found, this.clock.today()) } };
  }

  @Post(':slug')
  @Requires('audit.complete')
  async save(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('caseId') caseId: string,
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const opened = await this.openAudit.execute(actor, id, caseId);
    const page = pageOf(opened, slug);
    const work = async ({ version = 0, answers }: AuditPageInput): Promise<string> => {
      const sent = { version, answers: pageAnswers(page, answers) };
      await this.saveAudit.execute(actor, id, caseId, sent).catch(besideTheFields);
      return auditPage(opened, nextAfter(opened, page));
    };
    const again = () => this.questions(actor, id, caseId, slug);
    const fields = pageFields(page);
    await submit(response, { fields, body, input: AuditPageInput, work, again, template: QUESTIONS });
  }
}

function pageOf({ set }: OpenedAudit, slug: string): Page {
  const page = set.pages.find((each) => each.slug === slug);
  if (!page) throw new NotFound();
  return page;
}

/** The next page of questions, or after the last the audit itself. */
function nextAfter({ set }: OpenedAudit, page: Page): string {
  const next = set.pages[set.pages.indexOf(page) + 1];
  return next ? `/${next.slug}` : '';
}

const besideTheFields = (refusal: unknown): never => {
  throw refusal instanceof Invalid ? new Invalid(asFieldErrors(refusal.errors)) : refusal;
};

/** The page lists what is missing, with links; above it one sentence is enough. */
const inOneSentence = (refusal: unknown): never => {
  if (!(refusal instanceof Invalid)) throw refusal;
  const { length } = refusal.errors;
  const message = `${length} ${length === 1 ? 'answer is' : 'answers are'} missing. They are listed below.`;
  throw new Invalid([{ field: '', message }]);
};
