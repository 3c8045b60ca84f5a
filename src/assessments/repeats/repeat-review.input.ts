import { IsIn } from 'class-validator';
import { IsVersion, Words } from '../../platform/input.js';
import { type ReviewFinding, reviewFindings } from './repeat-review.entity.js';

export class RepeatReviewInput {
  @IsIn(Object.keys(reviewFindings), { message: 'Select what you found' })
  finding: ReviewFinding;

  @Words(4000, 'Enter why')
  reason: string;

  /** Of the case. */
  @IsVersion()
  version: number;
}
