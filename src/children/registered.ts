import sql, { raw, type Sql } from 'sql-template-tag';

/**
 * In a statement, that a disposal, of which the name is given, is a resolution of the register: police issued it without the
 * panel, and it was registered as theirs, by form or import, with the officer. What somebody knew of it from elsewhere has none.
 */
export const isRegistered = (as: 'd' | 'hd'): Sql => {
  const of = (column: string): Sql => raw(`${as}.${column}`);
  return sql`(${of('route')} = 'POLICE_ISSUED' and ${of('disposal')} = 'COMMUNITY_RESOLUTION' and ${of('officer')} is not null)`;
};
