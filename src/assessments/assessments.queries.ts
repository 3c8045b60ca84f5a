import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import { type EthnicityKnown, ethnicityHistory, thresholdOf } from '../children/children.queries.js';
import type { Judgement as JudgementCode } from '../policy/judgements.js';
import type { Answers } from '../policy/questions/question-set.js';
import { type RepeatFlag, repeatFlags } from '../policy/repeat-disposals.js';
import { fromJson, Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import type { Assessment, AssessmentStatus } from './assessment.entity.js';
import {
  type CheckMade,
  disposalCheckOf,
  type EarlierDisposalKnown,
  type EarlierDisposalRow,
  earlierDisposalsOf,
  toEarlierDisposal,
} from './earlier-disposals.queries.js';
import type { Identity } from './identity.entity.js';
import { type JudgementFound, judgementsFound } from './judgements.queries.js';

export type AssessmentFound = Omit<Assessment, 'status'> & {
  readonly status: AssessmentStatus;
  readonly submittedByName: string | null;
};
export type IdentityFound = Pick<Identity, 'consideration' | 'version'>;
export type EarlierFound = {
  readonly items: readonly EarlierDisposalKnown[];
  readonly check: CheckMade | null;
  readonly flags: readonly RepeatFlag[];
};

/** What stands in the preparation of a case, for its own pages. */
@Injectable()
export class AssessmentsQueries {
  constructor(private readonly read: Read) {}

  async assessment({ id, signedOffBy }: CaseFound): Promise<AssessmentFound | null> {
    const found = await this.read.row<Omit<AssessmentFound, 'answers'> & { answers: string }>(
      sql`select s.id, s."caseId", s."setId", s."setVersion", s.status, s.answers, s."changeNote", s."returnReasons",
                 s."submittedBy", p.name as "submittedByName", s."submittedAt", s.version, s."updatedAt"
          from assessments s left join people p on p.id = s."submittedBy" where s."caseId" = ${id}`,
    );
    if (!found) return null;
    const status = found.status === 'SUBMITTED' && signedOffBy ? 'SIGNED_OFF' : found.status;
    return { ...found, status, answers: fromJson<Answers>(found.answers, {}) };
  }

  judgements(caseId: string): Promise<JudgementFound[]> {
    return judgementsFound(this.read.source, caseId);
  }

  async judgement(caseId: string, code: JudgementCode): Promise<JudgementFound | null> {
    return (await this.judgements(caseId)).find(({ judgement }) => judgement === code) ?? null;
  }

  identity(caseId: string): Promise<IdentityFound | null> {
    return this.read.row(sql`select i.consideration, i.version from identities i where i."caseId" = ${caseId}`);
  }

  /** Everything recorded of the child's ethnicity, newest first. */
  ethnicities({ identityId, reader }: CaseFound): Promise<EthnicityKnown[]> {
    return ethnicityHistory(this.read.source, reader, identityId);
  }

  async earlier(found: CaseFound, today: string): Promise<EarlierFound> {
    const [disposals, check, threshold] = await Promise.all([
      this.read.rows<EarlierDisposalRow>(earlierDisposalsOf(found)),
      this.check(found.id),
      thresholdOf(this.read.source, found.panelAreaId, today),
    ]);
    const items = disposals.map(toEarlierDisposal);
    return { items, check, flags: repeatFlags(items, today, threshold) };
  }

  async earlierDisposal(found: CaseFound, id: string): Promise<EarlierDisposalKnown> {
    const disposals = await this.read.rows<EarlierDisposalRow>(earlierDisposalsOf(found));
    const row = disposals.find((disposal) => disposal.id === id);
    if (!row || row.isClosed !== 0) throw new NotFound();
    return toEarlierDisposal(row);
  }

  check(caseId: string): Promise<CheckMade | null> {
    return disposalCheckOf(this.read.source, caseId);
  }
}
