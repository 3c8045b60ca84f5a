import { Injectable } from '@nestjs/common';
import type { CaseFound } from '../cases/find-case.js';
import { ChecksQueries } from '../checks/checks.queries.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { victimSummaries } from '../victims/victims.queries.js';
import { AssessmentsQueries } from './assessments.queries.js';
import type { PreparationKnown } from './preparation-facts.js';
import {
  answerSections,
  checkSection,
  earlierSections,
  type Section,
  victimSections,
  voiceSections,
} from './preparation.view.js';
import { referralSection } from './forum-referral.view.js';
import { referralsFound } from './forum-referrals.queries.js';
import { identitySection } from './identity.view.js';
import { judgementSections } from './judgement.view.js';
import { QuestionSetsQueries } from './question-sets.queries.js';
import { readAnchor } from './sign-off.fields.js';

/** The whole preparation as the manager reads it before signing: people first, then what was made of it. */
@Injectable()
export class ReadPreparation {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly queries: AssessmentsQueries,
    private readonly sets: QuestionSetsQueries,
    private readonly checks: ChecksQueries,
  ) {}

  async sections(found: CaseFound, facts: PreparationKnown): Promise<Section[]> {
    const { id } = found;
    const today = this.clock.today();
    const [kept, voices, judged, identity, earlier, victims, checks, referrals] = await Promise.all([
      this.queries.assessment(found),
      this.queries.voices(id),
      this.queries.judgements(id),
      this.queries.identity(id),
      this.queries.earlier(found, today),
      victimSummaries(this.read.source, id),
      this.checks.ofCase(id, today),
      referralsFound(this.read.source, id),
    ]);
    const at = `/cases/${id}`;
    const set = await this.sets.asked(found, kept);
    const { consideration } = identity ?? {};
    const read = { ethnicity: facts.ethnicity, consideration, set, answers: kept?.answers ?? {} };
    return [
      ...voiceSections(at, voices),
      ...victimSections(victims, facts.noIdentifiableVictimReason),
      anchored(identitySection(read, at)),
      ...judgementSections(judged, at).map(anchored),
      referralSection(referrals, at),
      ...earlierSections(at, earlier),
      checkSection(at, checks, today),
      ...answerSections(at, set, kept),
    ];
  }
}

/** With the place on the page to which a criterion of the sign-off leads. */
const anchored = <Read extends { readonly id: string }>(read: Read) => ({ ...read, anchor: readAnchor(read.id) });
