import type sqlite3 from 'sqlite3';
import { ask } from './captured-statements.js';

/** The tables that hold one case, and how their rows are found from its id (`$case`) and its child's (`$child`). */
const parts: Record<string, string> = {
  children: 'id = $child',
  child_search_names: '"childId" = $child',
  child_ethnicities: '"childId" = $child',
  earlier_disposals: '"childId" = $child',
  earlier_behaviour: '"childId" = $child',
  earlier_behaviour_versions: '"itemId" in (select b.id from earlier_behaviour b where b."childId" = $child)',
  cases: 'id = $case',
  case_stages: '"caseId" = $case',
  offences: '"caseId" = $case',
  preparation_authors: '"caseId" = $case',
  agency_checks: '"caseId" = $case',
  people_harmed: 'id in (select "harmedId" from victims where "caseId" = $case)',
  victims: '"caseId" = $case',
  victim_views: '"caseId" = $case',
  victim_views_withdrawn: '"caseId" = $case',
  victim_safety: '"caseId" = $case',
  victim_safety_actions: '"caseId" = $case',
  victim_offers: '"caseId" = $case',
  victim_tellings: '"caseId" = $case',
  victim_needs: '"harmedId" in (select "harmedId" from victims where "caseId" = $case)',
  assessments: '"caseId" = $case',
  judgements: '"caseId" = $case',
  earlier_judgements: '"caseId" = $case',
  forum_referrals: '"caseId" = $case',
  voices: '"caseId" = $case',
  voice_attempts: '"caseId" = $case',
  identities: '"caseId" = $case',
  disposal_checks: '"caseId" = $case',
  disposal_responses: '"caseId" = $case',
  behaviour_considerations: '"caseId" = $case',
  agenda_items: '"caseId" = $case',
};

/** Columns that name a row of this case, and so must name the copy's row in the copy. */
const own = ['id', 'childId', 'identityId', 'caseId', 'victimId', 'harmedId', 'disposalId', 'itemId'];
const different = ['reference', 'term'];

/** Copies a prepared case so many times in one statement a table; copy n has `-n` behind its own ids. */
export async function copyCase(
  connection: sqlite3.Database,
  from: { caseId: string; childId: string },
  first: number,
  last: number,
): Promise<void> {
  await ask(connection, 'begin');
  for (const [table, where] of Object.entries(parts)) {
    const columns = (await ask(connection, `pragma table_info(${table})`)) as { name: string }[];
    const names = columns.map(({ name }) => `"${name}"`);
    const values = columns.map(({ name }) => {
      const isOwn = own.includes(name) || different.includes(name);
      if (table === 'agenda_items' && name === 'position') return 't.position + n.i';
      return isOwn ? `t."${name}" || '-' || n.i` : `t."${name}"`;
    });
    const rows = where.replace('$case', '?1').replace('$child', '?2');
    await ask(
      connection,
      `with recursive n(i) as (select ${first} union all select i + 1 from n where i < ${last})
       insert into ${table} (${names.join(', ')})
       select ${values.join(', ')} from n, (select * from ${table} where ${rows}) t where ?1 is not null and ?2 is not null`,
      [from.caseId, from.childId],
    );
  }
  await ask(connection, 'commit');
  await ask(connection, 'analyze');
}
