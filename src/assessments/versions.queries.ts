import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { Answers } from '../policy/questions/question-set.js';
import { fromJson, Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import type { AssessmentVersion } from './assessment-version.entity.js';

export type VersionListed = Omit<AssessmentVersion, 'answers'> & { readonly savedByName: string | null };
export type VersionFound = VersionListed & { readonly answers: Answers };

/** Every version of an assessment that was ever saved, with the answers as they stood. */
@Injectable()
export class VersionsQueries {
  constructor(private readonly read: Read) {}

  /** The newest first. */
  all(caseId: string): Promise<VersionListed[]> {
    return this.read.rows(
      sql`select ${head} from assessment_versions v left join people p on p.id = v."savedBy"
          where v."caseId" = ${caseId} order by v.number desc`,
    );
  }

  /** By its number as it stands in an address. */
  async one(caseId: string, named: string | number): Promise<VersionFound> {
    const number = /^[1-9]\d{0,8}$/.test(String(named)) ? Number(named) : 0;
    const found = await this.read.row<VersionListed & { answers: string }>(
      sql`select ${head}, v.answers from assessment_versions v left join people p on p.id = v."savedBy"
          where v."caseId" = ${caseId} and v.number = ${number}`,
    );
    if (!found) throw new NotFound();
    return { ...found, answers: fromJson<Answers>(found.answers, {}) };
  }
}

const head: Sql = sql`v.id, v."caseId", v.number, v."setId", v."setVersion", v.status, v."savedBy",
  p.name as "savedByName", v."savedAt"`;
