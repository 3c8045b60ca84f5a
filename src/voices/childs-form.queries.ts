import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type ChildQuestion, questionsFor } from '../policy/child-form.js';
import { type ChildLook, childLook } from '../policy/child-look.js';
import { fromJson, Read, row, type Source } from '../platform/database/read.js';
import { isSomebodyHarmed } from './person-harmed.queries.js';
import type { VoiceFound } from './voices.queries.js';
import { voicesFound } from './voices.queries.js';

/** What a page for the child needs to know of its look: nothing else of the assessment is read. */
export async function childLookOf(source: Source, caseId: string): Promise<ChildLook> {
  const kept = await row<{ answers: string }>(
    source,
    sql`select s.answers from assessments s where s."caseId" = ${caseId}`,
  );
  return childLook(fromJson<Record<string, unknown>>(kept?.answers, {}));
}

export type ChildsForm = {
  readonly questions: readonly ChildQuestion[];
  readonly look: ChildLook;
  readonly kept: VoiceFound | null;
};

@Injectable()
export class ChildsFormQueries {
  constructor(private readonly read: Read) {}

  /** What the child is asked, how it looks, and what was written before. */
  async form(caseId: string): Promise<ChildsForm> {
    const { source } = this.read;
    const [isHarmed, look, voices] = await Promise.all([
      isSomebodyHarmed(source, caseId),
      childLookOf(source, caseId),
      voicesFound(source, caseId),
    ]);
    return { questions: questionsFor(isHarmed), look, kept: voices.find(({ who }) => who === 'CHILD') ?? null };
  }
}
