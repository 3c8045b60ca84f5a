import { Entity } from 'typeorm';
import type { Judgement as JudgementCode, Level } from '../policy/judgements.js';
import { Id, Reference, Text, Version } from '../platform/database/columns.js';

/** One of the three judgements: its level, and apart from it the analysis on which it stands. */
@Entity('judgements')
export class Judgement {
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
}
