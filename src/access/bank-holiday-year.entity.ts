import { Entity } from 'typeorm';
import { Id, Instant, Json, Reference, Text, Whole } from '../platform/database/columns.js';

/** The bank holidays of a year as somebody recorded them; the latest row of a year counts. */
@Entity('bank_holiday_years')
export class BankHolidayYear {
  @Id() id: string;
  @Whole() year: number;
  @Json() days: readonly string[];
  /** Where they were published. */
  @Text() source: string;
  /** Why it took the place of a list that was known; null where none was. */
  @Text({ nullable: true }) reason: string | null;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}
