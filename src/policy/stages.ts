import { states } from './lifecycle.js';

/** What stages are recorded of, with the words people read. Source: house rule. */
export const stageSubjects = { CASE: 'The case', ASSESSMENT: 'The assessment' } as const;

export type StageSubject = keyof typeof stageSubjects;

/** The stages of an assessment, with the words people read. Source: rules of a case's life, what runs beside it. */
export const assessmentStages = {
  DRAFT: 'Draft',
  SUBMITTED: 'Submitted, with the manager',
  RETURNED: 'Sent back',
  SIGNED_OFF: 'Signed off',
} as const;

/** What people call a stage. In: whose it is, its code. Out: words. Source: the two tables. */
export const stageName = (subject: StageSubject, stage: string): string =>
  ((subject === 'CASE' ? states : assessmentStages) as Readonly<Record<string, string>>)[stage] ?? stage;
