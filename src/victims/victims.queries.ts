import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { AttemptFacts } from '../policy/preparation-facts.js';
import type { Known } from '../policy/victim-safety.js';
import { fromJson, Read, rows, type Source, together } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import type { RefusalReason, VictimConsent } from '../policy/victim-consent.js';
import { type Care, careOf, type SafetyAction, safetyActions } from './victim-care.queries.js';
import type { VictimKind, ViewStatus } from './victim.entity.js';
import { type ViewBefore, viewsBefore } from './views-put-away.js';

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
    readonly consentToShare: VictimConsent;
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
    /** What they had said before it was changed, the latest first; nothing of what stood before they withdrew. */
    readonly viewsBefore: readonly ViewBefore[];
    /** Of the person's record, which moves with each change of it from whichever case. */
    readonly version: number;
    /** Of the view, which changes apart; 0 until one is recorded. */
    readonly viewVersion: number;
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

type AboutCase = {
  /** Of the case, which moves with each change of it. */
  readonly caseVersion: number;
  readonly panelArea: string;
  readonly offenceDay: string | null;
  readonly noVictimReason: string | null;
  /** What every victim is to be told of the last review; null where nobody is, or that was done. */
  readonly ofReview: string | null;
};

const ofReview = sql`(select r."tellVictim" from decision_reviews r join duties d on d."caseId" = r."caseId"
  where r."caseId" = c.id and d.code = 'TELL_VICTIM_OF_REVIEW' and d."doneOn" is null
  order by r."reviewedAt" desc, r.id desc limit 1)`;

@Injectable()
export class VictimsQueries {
  constructor(private readonly read: Read) {}

  summaries(caseId: string): Promise<VictimSummary[]> {
    return victimSummaries(this.read.source, caseId);
  }

  async victims(caseId: string): Promise<VictimFound[]> {
    const { source } = this.read;
    const [found, actions, care, before] = await Promise.all([
      this.read.rows<
        Omit<VictimFound, 'attempts' | 'viewsBefore' | 'safetyActions' | keyof Care> & { attempts: string | null }
      >(
        sql`select ${summary}, ${person}, v.statement, w.impact, w.attempts, w.reason,
                   coalesce(w.version, 0) as "viewVersion"
            from victims v join people_harmed h on h.id = v."harmedId"
            left join victim_views w on w."victimId" = v.id left join victim_safety s on s."victimId" = v.id
            where v."caseId" = ${caseId} order by v.position`,
      ),
      safetyActions(source, caseId),
      careOf(source, caseId),
      viewsBefore(source, caseId),
    ]);
    return found.map((victim) => ({
      ...{ ...victim, ...care(victim.id), safetyActions: actions.get(victim.id) ?? [] },
      attempts: fromJson<AttemptFacts[]>(victim.attempts, []),
      viewsBefore: before.get(victim.id) ?? [],
    }));
  }

  async victim(caseId: string, victimId: string): Promise<VictimFound> {
    const victim = (await this.victims(caseId)).find(({ id }) => id === victimId);
    if (!victim) throw new NotFound();
    return victim;
  }

  /** What those who speak with victims need to know of a case: nothing about the child. */
  async about(caseId: string): Promise<AboutCase> {
    const about = await this.read.row<AboutCase>(
      sql`select c.version as "caseVersion", a.name as "panelArea", c."noIdentifiableVictimReason" as "noVictimReason", ${ofReview} as "ofReview",
                 (select min(o.date) from offences o where o."caseId" = c.id) as "offenceDay"
          from cases c join panel_areas a on a.id = c."panelAreaId" where c.id = ${caseId}`,
    );
    if (!about) throw new NotFound();
    return about;
  }
}
