import sql from 'sql-template-tag';

/**
 * In a statement, that the undoing `x` of a record of the case `c` came with the withdrawal of the case as entered in error,
 * and is no slip that somebody took back: both were done at once.
 */
export const fellWithCase = sql`c.state = 'WITHDRAWN' and x."undoneAt" = c."stateSince"`;
