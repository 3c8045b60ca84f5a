import type { DataSource } from 'typeorm';

/** For a story that cannot be told otherwise: lets tables be changed that the database keeps as they were written. */
export async function letChange(source: DataSource, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    if (source.options.type === 'postgres') await source.query(`drop trigger ${table}_refuse_change on ${table}`);
    else await source.query(`drop trigger ${table}_refuse_update`);
  }
}
