import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { LetterKind } from '../policy/letters.js';
import type { UsualLetter } from '../policy/usual-letters/usual-letter.js';
import { usualLetters } from '../policy/usual-letters/usual-letters.js';
import { Clock } from '../platform/clock.js';
import { Read, row, rows, type Source } from '../platform/database/read.js';
import type { LetterTemplateEdition } from './letter.entity.js';

/** A template in force, and the edition it is of: null for the usual one. */
export type TemplateInForce = UsualLetter & { readonly editionId: string | null; readonly isOfArea: boolean };

export type EditionFound = Omit<LetterTemplateEdition, 'writtenBy'> & {
  readonly writtenByName: string;
  readonly panelArea: string | null;
};

type Row = Pick<LetterTemplateEdition, 'id' | 'panelAreaId' | 'heading' | 'text' | 'shortText'>;

/**
 * The template of a kind in a panel area, or everywhere (null), on a day: the area’s own; otherwise everywhere’s;
 * otherwise the usual one. Of editions for one day the last counts, and one without words leaves it to what is more
 * usual.
 */
export async function templateOf(
  source: Source,
  kind: LetterKind,
  panelAreaId: string | null,
  day: string,
): Promise<TemplateInForce> {
  const found = await rows<Row>(
    source,
    sql`select e.id, e."panelAreaId", e.heading, e.text, e."shortText" from letter_template_editions e
        where e.kind = ${kind} and e."fromDay" <= ${day} and (e."panelAreaId" is null or e."panelAreaId" = ${panelAreaId})
        order by e."fromDay" desc, e.id desc`,
  );
  const own = found.find((one) => panelAreaId !== null && one.panelAreaId === panelAreaId);
  const everywhere = found.find((one) => one.panelAreaId === null);
  for (const edition of [own, everywhere]) {
    if (!edition || edition.heading === null || edition.text === null) continue;
    const { id: editionId, heading, text } = edition;
    // Written before there were words for a victim who is a child: the usual ones then hold beside it.
    const shortText = edition.shortText ?? usualLetters[kind].shortText;
    return { editionId, heading, text, shortText, isOfArea: edition === own };
  }
  return { ...usualLetters[kind], editionId: null, isOfArea: false };
}

@Injectable()
export class LetterTemplatesQueries {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  inForce(kind: LetterKind, panelAreaId: string | null): Promise<TemplateInForce> {
    return templateOf(this.read.source, kind, panelAreaId, this.clock.today());
  }

  /** How often the template of a kind was written: what a change carries, so that it overwrites nothing unread. */
  async version(kind: LetterKind): Promise<number> {
    const found = await row<{ version: number }>(
      this.read.source,
      sql`select t.version from letter_templates t where t.kind = ${kind}`,
    );
    return found?.version ?? 0;
  }

  /** What was written last, whether or not its day has come, in the words that hold by it; null where nothing was. */
  async latest(kind: LetterKind): Promise<EditionFound | null> {
    const [last] = (await this.editions(kind)).toSorted((one, other) => (one.id < other.id ? 1 : -1));
    if (!last) return null;
    const { heading, text, shortText } = await templateOf(this.read.source, kind, last.panelAreaId, last.fromDay);
    return { ...last, heading, text, shortText };
  }

  /** Every edition of a kind, or of all kinds, the latest day first. */
  editions(kind?: LetterKind): Promise<EditionFound[]> {
    const wanted = kind ? sql`e.kind = ${kind}` : sql`1 = 1`;
    return this.read.rows(
      sql`select e.id, e.kind, e."panelAreaId", e."fromDay", e.heading, e.text, e."shortText", e.reason, e."writtenAt",
                 p.name as "writtenByName", a.name as "panelArea"
          from letter_template_editions e join people p on p.id = e."writtenBy"
          left join panel_areas a on a.id = e."panelAreaId"
          where ${wanted} order by e."fromDay" desc, e.id desc`,
    );
  }
}
