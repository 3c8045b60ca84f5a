import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { rows } from '../platform/database/read.js';
import sql from 'sql-template-tag';
import { foldName } from '../children/fold.js';
import { CaseSearch, type Criteria } from './case-search.entity.js';
import type { CaseSearchInput } from './case-search.input.js';

const A_DAY = 24 * 60 * 60_000;

/** Keeps what is looked for, so that the address of the results says nothing; what is a day old is thrown away. */
@Injectable()
export class KeepSearch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ personId }: Actor, input: CaseSearchInput): Promise<{ searchId: string }> {
    const criteria = criteriaFrom(input);
    const id = newId();
    const yesterday = new Date(this.clock.milliseconds() - A_DAY).toISOString();
    await this.unitOfWork.keep(async (tx) => {
      await rows(tx, sql`delete from case_searches where "createdAt" < ${yesterday}`);
      await tx.insert(CaseSearch, { id, personId, criteria, createdAt: this.clock.now() });
    });
    return { searchId: id };
  }
}

function criteriaFrom({ name, dateOfBirth, reference }: CaseSearchInput): Criteria {
  if (name && foldName(name).length < 2) {
    throw new Invalid([{ field: 'name', message: 'Enter at least two letters of the name' }]);
  }
  const criteria = {
    ...(name ? { name } : {}),
    ...(dateOfBirth ? { dateOfBirth } : {}),
    ...(reference ? { reference } : {}),
  };
  if (Object.keys(criteria).length > 0) return criteria;
  throw new Invalid([{ field: 'name', message: 'Enter a name, a date of birth or a reference' }]);
}
