import { Entity } from 'typeorm';
import { Day, Id, Instant, Json, Reference, Text } from '../platform/database/columns.js';

/** What a panel area decides by from a day on. Rows are added and never changed: of those for a day the last counts. */
@Entity('area_settings')
export class AreaSettingChoice {
  @Id() id: string;
  @Reference() panelAreaId: string;
  @Text() setting: string;
  @Json() value: string | number | string[];
  @Day() fromDay: string;
  @Text() reason: string;
  @Reference() chosenBy: string;
  @Instant() chosenAt: string;
}
