import { Entity } from 'typeorm';
import { Id, Instant, Json, Reference, Text, Whole } from '../platform/database/columns.js';
import type { GravityFactor } from './offence.entity.js';

/** One scoring of an offence in the child gravity matrix. Added, never changed; the last one is the one on the offence. */
@Entity('gravity_scorings')
export class GravityScoring {
  @Id() id: string;
  @Reference() offenceId: string;
  @Text({ nullable: true }) edition: string | null;
  @Whole({ nullable: true }) startScore: number | null;
  @Whole() finalScore: number;
  @Json() factors: GravityFactor[];
  /** Null where it was scored again before this was kept, and the trail does not tell by whom. */
  @Reference({ nullable: true }) scoredBy: string | null;
  @Instant({ nullable: true }) scoredAt: string | null;
}
