import { Entity } from 'typeorm';
import type { OffenceFeature } from '../policy/offence-classes.js';
import { Day, Id, Json, Reference, Text, Version, Whole } from '../platform/database/columns.js';

export type GravityFactor = {
  readonly code: string;
  readonly kind: 'AGGRAVATING' | 'MITIGATING';
  readonly evidence: string;
};

/** What the child is said to have done, with its score in the child gravity matrix (1 to 5). */
@Entity('offences')
export class Offence {
  @Id() id: string;
  @Reference() caseId: string;
  @Whole() position: number;
  @Day() date: string;
  @Text() homeOfficeClass: string;
  @Text() description: string;
  /** 1 when it can be tried in the Crown Court alone, 0 when not; null while nobody said and its class does not say it. */
  @Whole({ nullable: true }) indictableOnly: number | null;
  /** What it is marked with; null while nobody said. */
  @Json({ nullable: true }) features: OffenceFeature[] | null;
  @Text({ nullable: true }) gravityEdition: string | null;
  @Whole({ nullable: true }) gravityStart: number | null;
  @Whole({ nullable: true }) gravityFinal: number | null;
  @Json() gravityFactors: GravityFactor[];
  @Version() version: number;
}
