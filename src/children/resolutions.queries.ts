import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { OffenceFeature } from '../policy/offence-classes.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { cursorFrom, listed, type Listed } from '../platform/database/keyset.js';
import { fromJson, type InText, Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { Views } from '../platform/trail/views.js';
import type { AreaListInput } from '../platform/web/list.input.js';
import type { Answered, EarlierDisposal } from './earlier-disposal.entity.js';
import { isKnowable } from './known-children.js';
import { isRegistered } from './registered.js';

export type ResolutionFound = Pick<EarlierDisposal, 'id' | 'childId' | 'givenOn' | 'offence' | 'recordedAt'> & {
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly identityId: string;
  readonly officer: string | null;
  readonly panelAreaId: string;
  readonly panelArea: string;
  /** What the offence is marked with; null where nobody looked. */
  readonly features: readonly OffenceFeature[] | null;
  readonly withoutPanelBecause: string | null;
  /** What was odd when it was registered, each with the words that answered it. */
  readonly registeredAlthough: readonly Answered[] | null;
  /** Why it does not count, or null. */
  readonly setAside: EarlierDisposal['setAside'];
};

type Row = InText<ResolutionFound, 'features' | 'registeredAlthough'>;

const USUAL = 25;

/**
 * The register of community resolutions that police issued without the panel. One that was set aside is there for whoever may
 * know of the child without it.
 */
@Injectable()
export class ResolutionQueries {
  constructor(
    private readonly read: Read,
    private readonly views: Views,
  ) {}

  /** The register of the actor's panel areas, latest first; that it was looked at is on record before it is shown. */
  async list(actor: Actor, { panelAreaId, after, limit = USUAL }: AreaListInput): Promise<Listed<ResolutionFound>> {
    const areas = areasWhere(actor, 'resolution.register').filter((id) => !panelAreaId || id === panelAreaId);
    const found = await this.find(actor, areas, olderThan(after), sql`limit ${limit + 1}`);
    const page = listed(found, limit, ({ givenOn, id }) => [givenOn, id]);
    const event = { type: 'RESOLUTIONS_LISTED', found: page.items.length } as const;
    const looked = areas.map((id) => this.views.looked(actor, { type: 'PANEL_AREA', id, panelAreaId: id }, event));
    await Promise.all(looked);
    return page;
  }

  /** One of them, in the actor's panel areas. */
  async one(actor: Actor, id: string): Promise<ResolutionFound> {
    const [found] = await this.find(actor, areasWhere(actor, 'resolution.register'), sql`and d.id = ${id}`, empty);
    if (!found) throw new NotFound();
    return found;
  }

  private async find(actor: Actor, areas: readonly string[], where: Sql, limit: Sql): Promise<ResolutionFound[]> {
    if (areas.length === 0) return [];
    const found = await this.read.rows<Row>(
      sql`select d.id, d."childId", k."identityId", k."givenName", k."familyName", k."dateOfBirth", d."givenOn",
                 d.offence, d.officer, d."panelAreaId", a.name as "panelArea", d.features,
                 d."withoutPanelBecause", d."registeredAlthough", d."setAside", d."recordedAt"
          from earlier_disposals d join children k on k.id = d."childId" join panel_areas a on a.id = d."panelAreaId"
          where d."panelAreaId" in (${join([...areas])}) and ${isRegistered('d')}
            and ${isKnowable(actor, sql`d."childId"`)} ${where}
          order by d."givenOn" desc, d.id desc ${limit}`,
    );
    return found.map((one) => ({
      ...one,
      features: fromJson<OffenceFeature[] | null>(one.features, null),
      registeredAlthough: fromJson<Answered[] | null>(one.registeredAlthough, null),
    }));
  }
}

/** What stands after the last one shown, in the order of the list. */
function olderThan(after: string | undefined): Sql {
  const [day, id] = cursorFrom(after, 2) ?? [];
  return day ? sql`and (d."givenOn" < ${day} or (d."givenOn" = ${day} and d.id < ${id}))` : empty;
}
