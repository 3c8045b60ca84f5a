import { Entity } from 'typeorm';
import { Id, Instant, Json, Reference, Text, Whole } from '../platform/database/columns.js';
import type { GravityFactor, Offence } from './offence.entity.js';

/** What an offence is marked with, and how it is tried; null while nobody said. */
export type OffenceMarks = Pick<Offence, 'features' | 'indictableOnly'>;

/** One scoring of an offence in the child gravity matrix. Added, never changed; the last one is the one on the offence. */
@Entity('gravity_scorings')
export class GravityScoring {
  @Id() id: string;
  @Reference() offenceId: string;
  @Text({ nullable: true }) edition: string | null;
  @Whole({ nullable: true }) startScore: number | null;
  @Whole() finalScore: number;
  @Json() factors: GravityFactor[];
  /** As the offence was marked before; null where the scoring changed nothing of it. */
  @Json({ nullable: true }) marksBefore: OffenceMarks | null;
  /** Null where it was scored again before this was kept, and the trail does not tell by whom. */
  @Reference({ nullable: true }) scoredBy: string | null;
  @Instant({ nullable: true }) scoredAt: string | null;
}
