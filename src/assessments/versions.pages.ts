import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import { caseHead } from '../cases/case-head.view.js';
import { type CaseShown, OpenedCases } from '../cases/find-case.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires } from '../platform/web/requires.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { answerCards } from './answers.view.js';
import { setInForce } from './set-in-force.js';
import { CompareInput } from './versions.input.js';
import { VersionsQueries } from './versions.queries.js';
import { comparison, versionHead, versionRows } from './versions.view.js';

const columns = ['Version', 'Saved by', 'Status', 'Questions'].map((text) => ({ text }));

/** What an assessment said before, with the questions as they were asked, and what changed between two savings. */
@Controller('cases/:id/assessment/versions')
export class VersionsPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: AssessmentsQueries,
    private readonly versions: VersionsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('assessments/views/versions')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_ASSESSMENT');
    const [all, kept] = await Promise.all([this.versions.all(id), this.queries.assessment(found)]);
    const at = `/cases/${id}`;
    return {
      ...this.head(found, 'Versions of the assessment'),
      ...{ at, back: `${at}/assessment`, versions: versionRows(at, all, kept), mayCompare: all.length > 1, columns },
    };
  }

  @Get('comparison')
  @Requires('case.read')
  @Render('assessments/views/comparison')
  async compare(@By() actor: Actor, @Param('id') id: string, @Query() input: CompareInput): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_ASSESSMENT');
    const [one, other] = await Promise.all([
      this.versions.one(id, Math.min(input.one, input.other)),
      this.versions.one(id, Math.max(input.one, input.other)),
    ]);
    return {
      ...this.head(found, `Version ${one.number} beside version ${other.number}`),
      ...{ back: `/cases/${id}/assessment/versions`, before: versionHead(one), after: versionHead(other) },
      ...comparison(one, other),
    };
  }

  @Get(':number')
  @Requires('case.read')
  @Render('assessments/views/version')
  async one(@By() actor: Actor, @Param('id') id: string, @Param('number') number: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_ASSESSMENT');
    const version = await this.versions.one(id, number);
    return {
      ...this.head(found, `Version ${number} of the assessment`),
      ...{ back: `/cases/${id}/assessment/versions`, version: versionHead(version) },
      sections: answerCards(`/cases/${id}`, setInForce(version), version.answers),
    };
  }

  private head(found: CaseShown, title: string): object {
    return { title, child: caseHead(found, this.clock.today()) };
  }
}
