import { Entity } from 'typeorm';
import type { Agency } from '../policy/agencies.js';
import { Day, Id, Instant, Json, Text, Version, Whole } from '../platform/database/columns.js';

/** The area that one panel serves, and the settings it decides by. */
@Entity('panel_areas')
export class PanelArea {
  @Id() id: string;
  @Text() name: string;
  /** What people there call their panel. */
  @Text() panelName: string;
  @Json() requiredChecks: Agency[];
  @Json() quorumAgencies: Agency[];
  /** From how many earlier informal disposals on the response to each must be explained, whoever asks. */
  @Whole() repeatThreshold: number;
  @Day() outcome23From: string;
  @Version() version: number;
  @Instant() createdAt: string;
}
