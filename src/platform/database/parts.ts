import sql, { join, raw, type Sql } from 'sql-template-tag';

/** Between two texts, and in place of one that is null. A text that holds the first is given with a space there. */
const BETWEEN = '\u001f';
const NOTHING = '\u001e';

const literal = (text: string): Sql => raw(`'${text}'`);

/**
 * Several texts as one column of a wide row: what it costs to take a row over, and to copy it, grows fast with its columns.
 * `partsOf` takes it apart.
 */
export const parts = (...texts: readonly Sql[]): Sql =>
  join(
    texts.map((text) => sql`coalesce(replace(${text}, ${literal(BETWEEN)}, ' '), ${literal(NOTHING)})`),
    ` || ${literal(BETWEEN).text} || `,
  );

/** The texts of such a column in their order. */
export const partsOf = (column: string): (string | null)[] =>
  column.split(BETWEEN).map((part) => (part === NOTHING ? null : part));
