import { Entity } from 'typeorm';
import type { ReviewGrade } from '../policy/resolution-review.js';
import { Day, Id, Instant, Reference, Text, Version, Whole } from '../platform/database/columns.js';

/** Resolutions registered in one month in one panel area, drawn for review; the seed lets anybody draw them again. */
@Entity('resolution_samples')
export class ResolutionSample {
  @Id() id: string;
  @Reference() panelAreaId: string;
  /** YYYY-MM, of the registration, by the calendar of England and Wales. */
  @Text() month: string;
  @Text() seed: string;
  /** How many the area asked for then. */
  @Whole() wanted: number;
  /** How many were registered in the month when it was drawn. */
  @Whole() population: number;
  @Reference() drawnBy: string;
  @Instant() drawnAt: string;
}

/** A resolution of the sample, in the order drawn. */
@Entity('sampled_resolutions')
export class SampledResolution {
  @Id() id: string;
  @Reference() sampleId: string;
  @Reference() disposalId: string;
  @Whole() position: number;
  @Version() version: number;
}

/** What the panel found. The latest counts; an earlier one stays on record. */
@Entity('resolution_reviews')
export class ResolutionReview {
  @Id() id: string;
  @Reference() sampledId: string;
  @Text() grade: ReviewGrade;
  @Text() comment: string;
  @Reference() reviewedBy: string;
  @Instant() reviewedAt: string;
  /** When police were told of it, and who of them; null while that is still to be done. */
  @Day({ nullable: true }) toldOn: string | null;
  @Text({ nullable: true }) toldWhom: string | null;
  @Reference({ nullable: true }) toldBy: string | null;
  @Instant({ nullable: true }) toldAt: string | null;
}
