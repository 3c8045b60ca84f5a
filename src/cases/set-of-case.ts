import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { currentQuestionSet, findQuestionSet } from '../policy/questions/published-sets.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { Read, row, type Source } from '../platform/database/read.js';

type Named = { readonly setId: string; readonly setVersion: string };

/** The question set with which a case is assessed: the one it was begun with, or the newest where none was. */
export async function setOfCase(source: Source, caseId: string): Promise<QuestionSet> {
  const named = await row<Named>(
    source,
    sql`select s."setId", s."setVersion" from assessments s where s."caseId" = ${caseId}`,
  );
  return (named && findQuestionSet(named.setId, named.setVersion)) ?? currentQuestionSet('child-assessment');
}

/** The same for pages. */
@Injectable()
export class SetsOfCases {
  constructor(private readonly read: Read) {}

  of(caseId: string): Promise<QuestionSet> {
    return setOfCase(this.read.source, caseId);
  }
}
