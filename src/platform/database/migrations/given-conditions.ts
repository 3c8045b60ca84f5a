import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** Each condition of an outcome that counts, with its last day as corrected, so that lists can ask for those that pass. */
export class GivenConditions1700000079500 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    const { place, due, each } = runner.connection.options.type === 'postgres' ? onPostgres : onSqlite;
    await runner.query(`create view given_conditions as
      select o."caseId", coalesce((
        select k."after" from record_corrections k
        where k."subjectId" = o.id and k.field = 'conditions.' || ${place} || '.due' order by k.id desc limit 1),
        ${due}) as "due"
      from standing_outcomes o ${each}`);
  }
}

const onSqlite = {
  place: 'one.key',
  due: `json_extract(one.value, '$.due')`,
  each: 'join json_each(o.conditions) one',
};

const onPostgres = {
  place: '(one.place - 1)::text',
  due: `one.value ->> 'due'`,
  each: 'cross join lateral jsonb_array_elements(o.conditions::jsonb) with ordinality one (value, place)',
};
