import { Injectable } from '@nestjs/common';
import type { Work } from '../platform/unit-of-work.js';
import type { CaseFound } from './find-case.js';

/** Takes a case that has just become ready for panel; gives it as it stands afterwards. */
type Step = (work: Work, found: CaseFound) => Promise<CaseFound>;

/**
 * What slices that come later do with a case once it is ready for panel, in the unit in which it becomes so: the sign-off
 * knows nothing of meetings, and a case that was adjourned comes back to one.
 */
@Injectable()
export class ReadySteps {
  private readonly steps: Step[] = [];

  add(step: Step): void {
    this.steps.push(step);
  }

  async take(work: Work, found: CaseFound): Promise<CaseFound> {
    let standing = found;
    for (const step of this.steps) standing = await step(work, standing);
    return standing;
  }
}
