import type { Blocker } from '../policy/gate.js';
import type { Permission } from '../policy/permissions.js';
import type { PreparationKnown } from '../assessments/preparation-facts.js';
import type { CaseDetails, OffenceShown } from './case-details.queries.js';

export type TaskStatus = 'NOT_STARTED' | 'IN_PROGRESS' | 'CANNOT_START' | 'NEEDS_ATTENTION' | 'COMPLETE';

/** One part of the work on a case: where it stands and why. `needs` is what its page asks of whoever opens it. */
export type Task = {
  readonly title: string;
  readonly page: string;
  readonly status: TaskStatus;
  readonly why: string | null;
  readonly needs: Permission;
};

export type TaskGroup = { readonly title: string; readonly tasks: readonly Task[] };

export type TaskFacts = {
  readonly caseId: string;
  readonly facts: PreparationKnown;
  readonly blockers: readonly Blocker[];
  readonly details: CaseDetails;
  readonly offences: readonly OffenceShown[];
  readonly today: string;
  /** Whether whoever looks answers the check of an agency. */
  readonly mayAnswer: (check: { readonly agency: string; readonly status: string }) => boolean;
};
