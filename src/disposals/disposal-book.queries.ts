import sql, { type Sql } from 'sql-template-tag';
import type { Disposal } from '../policy/disposal.js';
import { bookOn, type DisposalBook, type StoredEdition } from '../policy/disposal-book.js';
import { rows, type Source } from '../platform/database/read.js';

type Row = Omit<StoredEdition, 'row'> & { readonly disposalRow: string };

/**
 * Every change of a disposal, the earliest first: one statement over a table of a few rows. It is read where it is needed
 * and kept nowhere, so that several servers, and a unit of work, always see what is in force.
 */
export async function storedEditions(source: Source): Promise<StoredEdition[]> {
  const found = await rows<Row>(
    source,
    sql`select e.code, e.edition, e."fromDay", e."recordedAt", e."disposalRow"
        from disposal_editions e order by e."recordedAt", e.id`,
  );
  return found.map(({ disposalRow, ...edition }) => ({ ...edition, row: JSON.parse(disposalRow) as Disposal }));
}

/** The disposals of a day. `source` is `tx` or `read.source`. */
export const disposalBook = async (source: Source, day: string): Promise<DisposalBook> =>
  bookOn(await storedEditions(source), day);

/**
 * A column of the edition that held on a day, among those known at an instant; null is the rule book’s row. What was
 * added is called by its first name even on a day before it was.
 */
const heldOn = (column: Sql, code: Sql, day: Sql, known: Sql): Sql =>
  sql`(select ${column} from disposal_editions de
       where de.code = ${code} and (de."fromDay" <= ${day} or (de.edition = 1 and de."isAdded" = 1)) ${known}
       order by de.edition desc limit 1)`;

/** The name a disposal had on a day, as it was known at an instant; null where nobody had changed it. */
export const nameHeld = (code: Sql, day: Sql, at: Sql): Sql =>
  heldOn(sql`de.name`, code, day, sql`and de."recordedAt" <= ${at}`);

/** Whether an earlier disposal counted as informal when it was given; null where nobody had changed it; `d` is its row. */
export const informalWhenGiven: Sql = heldOn(sql`de.informal`, sql`d.disposal`, sql`d."givenOn"`, sql``);

/** What the edition of the day on which an earlier disposal was given says of it; `d` is its row. */
export const heldWhenGiven: Sql = sql`
  ${heldOn(sql`de.name`, sql`d.disposal`, sql`d."givenOn"`, sql``)} as name,
  ${informalWhenGiven} as informal,
  ${heldOn(sql`de."firstTimeEntrant"`, sql`d.disposal`, sql`d."givenOn"`, sql``)} as "firstTimeEntrant"`;
