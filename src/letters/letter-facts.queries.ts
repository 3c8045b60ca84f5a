import sql from 'sql-template-tag';
import { settingsOf } from '../access/area-settings.queries.js';
import { nameHeld } from '../disposals/disposal-book.queries.js';
import { row, type Source, together } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { correctedAt } from './matters.queries.js';

/** What stands in a letter to anybody: nothing of the child, and nothing of a victim. */
export type CommonFacts = {
  readonly panelName: string;
  readonly panelArea: string;
  readonly contact: string;
  readonly reference: string;
  readonly crimeReference: string;
  readonly offenceDay: string | null;
  readonly writerName: string;
  readonly today: string;
};

type Asked = {
  readonly caseId: string;
  readonly panelAreaId: string;
  readonly writerName: string;
  readonly today: string;
};

export async function commonFacts(source: Source, asked: Asked): Promise<CommonFacts> {
  const { caseId, panelAreaId, writerName, today } = asked;
  const [found, settings] = await together(source, [
    () =>
      row<Omit<CommonFacts, 'contact' | 'writerName' | 'today'>>(
        source,
        sql`select a."panelName", a.name as "panelArea", c.reference, c."crimeReference",
                   (select min(x.date) from offences x where x."caseId" = c.id) as "offenceDay"
            from cases c join panel_areas a on a.id = c."panelAreaId" where c.id = ${caseId}`,
      ),
    () => settingsOf(source, panelAreaId, today),
  ]);
  if (!found) throw new NotFound();
  return { ...found, contact: settings.letterContact, writerName, today };
}

/** What a victim may be told of what was decided; `name` as it was called then, null where nobody had changed it. */
export type OutcomeTold = {
  readonly disposal: string;
  readonly name: string | null;
  readonly givenOn: string;
  /** When its day was corrected last. */
  readonly movedAt: string | null;
};

export const outcomeTold = (source: Source, caseId: string): Promise<OutcomeTold | null> =>
  row(
    source,
    sql`select o.disposal, o."givenOn", ${correctedAt(sql`o.id`, sql`and k.field = 'givenOn'`)} as "movedAt",
               ${nameHeld(sql`o.disposal`, sql`d."decidedOn"`, sql`d."decidedAt"`)} as name
        from standing_outcomes o left join standing_police_decisions d on d."caseId" = o."caseId"
        where o."caseId" = ${caseId} order by o.id desc, d.id desc limit 1`,
  );

/** The day for which the case is listed now; null where it is not. Of a meeting at which it was heard it is none. */
export async function meetingDayOf(source: Source, caseId: string): Promise<string | null> {
  const found = await row<{ day: string | null }>(
    source,
    sql`select m."meetingDay" as "day" from cases c join agenda_items g on g."caseId" = c.id
        join meetings m on m.id = g."meetingId"
        where c.id = ${caseId} and c.state = 'LISTED' and g."adjournedAt" is null order by g.id desc limit 1`,
  );
  return found?.day ?? null;
}
