import { Entity } from 'typeorm';
import { Day, Id, Instant, Reference, Text, Whole } from '../platform/database/columns.js';

/** Which questions a panel area asks from a day on. Rows are added and never changed: of those for a day the last counts. */
@Entity('question_set_choices')
export class QuestionSetChoice {
  @Id() id: string;
  @Reference() panelAreaId: string;
  @Day() fromDay: string;
  /** By id and version, `child-assessment@2026-12`. */
  @Text() fullSet: string;
  @Text({ nullable: true }) shortSet: string | null;
  /** How many months after an earlier assessment the short set may be used. */
  @Whole({ nullable: true }) withinMonths: number | null;
  @Reference() chosenBy: string;
  @Instant() chosenAt: string;
}
