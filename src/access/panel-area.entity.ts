import { Entity } from 'typeorm';
import { Id, Instant, Text, Version } from '../platform/database/columns.js';

/** The area that one panel serves. What it decides by is chosen from a day on: `AreaSettingChoice`. */
@Entity('panel_areas')
export class PanelArea {
  @Id() id: string;
  @Text() name: string;
  /** What people there call their panel. */
  @Text() panelName: string;
  @Version() version: number;
  @Instant() createdAt: string;
}
