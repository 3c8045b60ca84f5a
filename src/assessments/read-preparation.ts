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
  identitySection,
  judgementSections,
  type Section,
  victimSections,
  voiceSections,
} from './preparation.view.js';
import { QuestionSetsQueries } from './question-sets.queries.js';

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
    const [kept, voices, judged, identity, earlier, victims, checks] = await Promise.all([
      this.queries.assessment(found),
      this.queries.voices(id),
      this.queries.judgements(id),
      this.queries.identity(id),
      this.queries.earlier(found, today),
      victimSummaries(this.read.source, id),
      this.checks.ofCase(id, today),
    ]);
    const at = `/cases/${id}`;
    return [
      ...voiceSections(at, voices),
      ...victimSections(victims, facts.noIdentifiableVictimReason),
      identitySection(at, facts.ethnicity, identity),
      ...judgementSections(at, judged),
      ...earlierSections(at, earlier),
      checkSection(at, checks),
      ...answerSections(at, await this.sets.asked(found, kept), kept),
    ];
  }
}
