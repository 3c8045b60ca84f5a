import { Entity } from 'typeorm';
import type { Judgement as JudgementCode, Level } from '../policy/judgements.js';
import { Id, Instant, Reference, Text, Version } from '../platform/database/columns.js';

/** What a judgement says: its level, and apart from it the analysis on which it stands. */
abstract class Judged {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() judgement: JudgementCode;
  @Text() level: Level;
  @Text({ nullable: true }) reasoning: string | null;
  @Text({ nullable: true }) who: string | null;
  @Text({ nullable: true }) what: string | null;
  @Text({ nullable: true }) when: string | null;
  @Text({ nullable: true }) controls: string | null;
  @Text({ nullable: true }) contingency: string | null;
  @Version() version: number;
  @Reference({ nullable: true }) recordedBy: string | null;
  @Instant({ nullable: true }) recordedAt: string | null;
}

/** One of the three judgements as it stands now, with who gave it and when. */
@Entity('judgements')
export class Judgement extends Judged {}

/** The same as it stood before: kept whole when a new one is given, and never changed, so that a change can be explained. */
@Entity('earlier_judgements')
export class EarlierJudgement extends Judged {}
