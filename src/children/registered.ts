import sql from 'sql-template-tag';

/**
 * In a statement, that the disposal `d` is a resolution of the register: police issued it without the panel, and it was
 * registered as theirs, by form or import, with the officer. What somebody knew of it from elsewhere has none.
 */
export const isRegistered = sql`d.route = 'POLICE_ISSUED' and d.disposal = 'COMMUNITY_RESOLUTION' and d.officer is not null`;
