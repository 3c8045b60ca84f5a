import { Injectable } from '@nestjs/common';
import sql, { empty, join } from 'sql-template-tag';
import type { AttemptFacts } from '../policy/preparation-facts.js';
import type { Known } from '../policy/victim-safety.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { cursorFrom, listed, type Listed } from '../platform/database/keyset.js';
import { fromJson, Read, rows, type Source, together } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import type { AreaListInput } from '../platform/web/list.input.js';
import type { Consent, RefusalReason } from '../policy/victim-consent.js';
import { type Care, careOf, type SafetyAction, safetyActions } from './victim-care.queries.js';
import type { VictimKind, ViewStatus } from './victim.entity.js';

/** What the panel reads of a victim. There is no name, no address and no statement in it, and none may be added. */
export type VictimSummary = {
  readonly id: string;
  readonly position: number;
  readonly kind: VictimKind;
  readonly sameSchoolOrHome: Known;
  readonly status: ViewStatus;
  readonly obtainedOn: string | null;
  readonly view: string | null;
  readonly safetyNeeds: string | null;
  readonly restorativeWish: string | null;
  readonly sharedSchool: Known;
  readonly sharedHome: Known;
  readonly sharedStreet: Known;
  readonly safetyActions: readonly SafetyAction[];
};

/** All that is known of a victim, for those who speak with victims. */
export type VictimFound = VictimSummary &
  Care & {
    readonly name: string | null;
    readonly contactDetails: string | null;
    readonly statement: string | null;
    readonly consentToShare: Consent;
    readonly consentReason: string | null;
    readonly consentRefusal: RefusalReason | null;
    readonly consentAskedOn: string | null;
    readonly consentInformed: string | null;
    readonly withdrawnOn: string | null;
    readonly withdrawalReason: string | null;
    readonly nextContactOn: string | null;
    /** The record that stands once for the person, in whatever cases they were harmed. */
    readonly harmedId: string;
    readonly impact: string | null;
    readonly attempts: readonly AttemptFacts[];
    readonly reason: string | null;
    /** Of the person's record, which moves with each change of it from whichever case. */
    readonly version: number;
    /** Of the view, which changes apart; 0 until one is recorded. */
    readonly viewVersion: number;
  };

export type VictimWaiting = {
  readonly caseId: string;
  readonly victimId: string;
  readonly reference: string;
  readonly panelArea: string;
  readonly position: number;
  readonly kind: VictimKind;
  readonly consentToShare: Consent;
  readonly status: ViewStatus;
  readonly referredOn: string;
};

const summary = sql`v.id, v.position, v.kind, v."sameSchoolOrHome", coalesce(w.status, 'NOT_YET_SOUGHT') as "status",
                    w."obtainedOn", w.view, w."safetyNeeds", w."restorativeWish",
                    coalesce(s."sharedSchool", 'NOT_KNOWN') as "sharedSchool",
                    coalesce(s."sharedHome", 'NOT_KNOWN') as "sharedHome",
                    coalesce(s."sharedStreet", 'NOT_KNOWN') as "sharedStreet"`;

const person = sql`h.id as "harmedId", h.name, h."contactDetails", h."nextContactOn", h.consent as "consentToShare",
                   h."consentReason", h."consentRefusal", h."consentAskedOn", h."consentInformed", h."withdrawnOn",
                   h."withdrawalReason", h.version`;

/** The victims of a case as the panel reads them. `source` is `read.source`, or the `tx` of a unit. */
export async function victimSummaries(source: Source, caseId: string): Promise<VictimSummary[]> {
  const [found, actions] = await together(source, [
    () =>
      rows<Omit<VictimSummary, 'safetyActions'>>(
        source,
        sql`select ${summary} from victims v left join victim_views w on w."victimId" = v.id
            left join victim_safety s on s."victimId" = v.id
            where v."caseId" = ${caseId} order by v.position`,
      ),
    () => safetyActions(source, caseId),
  ]);
  return found.map((victim) => ({ ...victim, safetyActions: actions.get(victim.id) ?? [] }));
}

/** Two tries that failed are enough; counted in the stored text, which is the same on both databases. */
const stillWaits = sql`(w.status is null or w.status = 'NOT_YET_SOUGHT'
  or (w.status = 'NOT_CONTACTABLE' and w.attempts not like '%"on":"%"on":"%'))`;

@Injectable()
export class VictimsQueries {
  constructor(private readonly read: Read) {}

  summaries(caseId: string): Promise<VictimSummary[]> {
    return victimSummaries(this.read.source, caseId);
  }

  async victims(caseId: string): Promise<VictimFound[]> {
    const { source } = this.read;
    const [found, actions, care] = await Promise.all([
      this.read.rows<Omit<VictimFound, 'attempts' | 'safetyActions' | keyof Care> & { attempts: string | null }>(
        sql`select ${summary}, ${person}, v.statement, w.impact, w.attempts, w.reason,
                   coalesce(w.version, 0) as "viewVersion"
            from victims v join people_harmed h on h.id = v."harmedId"
            left join victim_views w on w."victimId" = v.id left join victim_safety s on s."victimId" = v.id
            where v."caseId" = ${caseId} order by v.position`,
      ),
      safetyActions(source, caseId),
      careOf(source, caseId),
    ]);
    return found.map((victim) => ({
      ...{ ...victim, ...care(victim.id), safetyActions: actions.get(victim.id) ?? [] },
      attempts: fromJson<AttemptFacts[]>(victim.attempts, []),
    }));
  }

  async victim(caseId: string, victimId: string): Promise<VictimFound> {
    const victim = (await this.victims(caseId)).find(({ id }) => id === victimId);
    if (!victim) throw new NotFound();
    return victim;
  }

  /** What those who speak with victims need to know of a case: nothing about the child. */
  async about(
    caseId: string,
  ): Promise<{ panelArea: string; offenceDay: string | null; noVictimReason: string | null }> {
    const about = await this.read.row<{ panelArea: string; offenceDay: string | null; noVictimReason: string | null }>(
      sql`select a.name as "panelArea", c."noIdentifiableVictimReason" as "noVictimReason",
                 (select min(o.date) from offences o where o."caseId" = c.id) as "offenceDay"
          from cases c join panel_areas a on a.id = c."panelAreaId" where c.id = ${caseId}`,
    );
    if (!about) throw new NotFound();
    return about;
  }

  /**
   * Victims whose view the panel has still to get, those who wait longest first. They are sorted after they are found
   * by the state of their case: read in the order of an index of days, every closed case would be passed first.
   */
  async waiting(actor: Actor, { limit = 25, after, panelAreaId }: AreaListInput): Promise<Listed<VictimWaiting>> {
    const areas = areasWhere(actor, 'victim.record').filter((area) => !panelAreaId || area === panelAreaId);
    if (areas.length === 0) return { items: [], next: null };
    const [day, id] = cursorFrom(after, 2) ?? [];
    const further =
      day && id ? sql`and (c."referredOn" > ${day} or (c."referredOn" = ${day} and v.id > ${id}))` : empty;
    const found = await this.read.rows<VictimWaiting>(
      sql`select c.id as "caseId", v.id as "victimId", c.reference, a.name as "panelArea", v.position, v.kind,
                 h.consent as "consentToShare", coalesce(w.status, 'NOT_YET_SOUGHT') as "status", c."referredOn"
          from cases c join panel_areas a on a.id = c."panelAreaId" join victims v on v."caseId" = c.id
          join people_harmed h on h.id = v."harmedId"
          left join victim_views w on w."victimId" = v.id
          where c."panelAreaId" in (${join(areas)})
            and c.state in ('REFERRED', 'PREPARING', 'READY', 'LISTED', 'ESCALATED') and ${stillWaits} ${further}
          order by substr(c."referredOn", 1, 10), v.id limit ${limit + 1}`,
    );
    return listed(found, limit, ({ referredOn, victimId }) => [referredOn, victimId]);
  }
}
