import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Agency } from '../policy/agencies.js';
import { usualSettings } from '../policy/area-settings.js';
import { checkStanding } from '../policy/check-standing.js';
import { type SettingColumns, settingColumns, settingsIn } from '../access/area-settings.queries.js';
import { openTo } from '../access/open-cases.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { cursorFrom, listed, type Listed } from '../platform/database/keyset.js';
import { Read, row, rows, type Source, together } from '../platform/database/read.js';
import type { ListInput } from '../platform/web/list.input.js';
import { beforeRecommendation } from '../policy/lifecycle.js';
import type { CheckStatus } from './agency-check.entity.js';

export type CheckFound = {
  readonly agency: Agency;
  readonly status: CheckStatus;
  /** Whether the panel area does not go on without it. */
  readonly isRequired: boolean;
  readonly isOverdue: boolean;
  readonly requestedOn: string | null;
  readonly requestedBy: string | null;
  readonly dueOn: string | null;
  readonly respondedOn: string | null;
  readonly respondedBy: string | null;
  readonly content: string | null;
  readonly analysis: string | null;
  readonly reason: string | null;
  /** 0 until something is stored. */
  readonly version: number;
  /** When the agency was reminded, and how, the latest first. */
  readonly chasers: readonly Chaser[];
};

export type Chaser = { readonly on: string; readonly how: string; readonly by: string };

type Stored = Omit<CheckFound, 'isRequired' | 'isOverdue' | 'chasers'>;

export type CheckWaiting = {
  readonly id: string;
  readonly caseId: string;
  readonly agency: Agency;
  readonly reference: string;
  readonly panelArea: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly requestedOn: string;
  readonly dueOn: string;
  readonly isOverdue: boolean;
  /** The latest reminder; null when there was none. */
  readonly chasedOn: string | null;
};

const nothing = { requestedOn: null, requestedBy: null, dueOn: null, respondedOn: null, respondedBy: null };

/** A required check of which nothing is stored: nobody has asked. */
const notRequested = (agency: Agency): Stored => ({
  ...{ agency, status: 'NOT_REQUESTED', content: null, analysis: null, reason: null, version: 0 },
  ...nothing,
});

/** What was asked and answered on a case: first what its panel area requires, in that order, then the rest. */
export async function checksOfCase(source: Source, caseId: string, today: string): Promise<CheckFound[]> {
  const [area, stored, chasers] = await together(source, [
    () => row<SettingColumns<'requiredChecks'>>(source, requiredIn(caseId, today)),
    () => rows<Stored>(source, storedOf(caseId)),
    () => rows<Chaser & { agency: Agency }>(source, chasersOf(caseId)),
  ]);
  const { requiredChecks: required } = area ? settingsIn(['requiredChecks'], area) : usualSettings;
  const known = new Map(stored.map((check) => [check.agency, check]));
  const others = stored.filter(({ agency }) => !required.includes(agency));
  return [...required.map((agency) => known.get(agency) ?? notRequested(agency)), ...others].map((check) => ({
    ...check,
    isRequired: required.includes(check.agency),
    isOverdue: checkStanding(check, today) === 'OVERDUE',
    chasers: chasers.filter(({ agency }) => agency === check.agency).map(({ on, how, by }) => ({ on, how, by })),
  }));
}

const requiredIn = (caseId: string, today: string): Sql => sql`
  select ${settingColumns(['requiredChecks'], sql`c."panelAreaId"`, today)} from cases c where c.id = ${caseId}`;

const storedOf = (caseId: string): Sql => sql`
  select k.agency, k.status, k."requestedOn", asking.name as "requestedBy", k."dueOn", k."respondedOn",
         answering.name as "respondedBy", k.content, k.analysis, k.reason, k.version
  from agency_checks k left join people asking on asking.id = k."requestedBy"
  left join people answering on answering.id = k."respondedBy"
  where k."caseId" = ${caseId} order by k.agency`;

const chasersOf = (caseId: string): Sql => sql`
  select r.agency, r."chasedOn" as "on", r.how, p.name as "by"
  from check_chasers r join people p on p.id = r."chasedBy"
  where r."caseId" = ${caseId} order by r."chasedOn" desc, r.id desc`;

@Injectable()
export class ChecksQueries {
  constructor(private readonly read: Read) {}

  ofCase(caseId: string, today: string): Promise<CheckFound[]> {
    return checksOfCase(this.read.source, caseId, today);
  }

  /** Questions without an answer, those due first: of the partner's own agency, or of all for those who ask. */
  async waiting(actor: Actor, { limit = 25, after }: ListInput, today: string): Promise<Listed<CheckWaiting>> {
    const asking = areasWhere(actor, 'check.request');
    const own = areasWhere(actor, 'check.answer').filter((area) => !asking.includes(area));
    const [due, id] = cursorFrom(after, 2) ?? [];
    const further = due && id ? sql`and (k."dueOn" > ${due} or (k."dueOn" = ${due} and k.id > ${id}))` : empty;
    const inAsking = asking.length > 0 ? sql`c."panelAreaId" in (${join(asking)})` : sql`1 = 0`;
    const inOwn = own.length > 0 ? sql`(k.agency = ${actor.agency} and c."panelAreaId" in (${join(own)}))` : sql`1 = 0`;
    const onlyOwn = asking.length > 0 ? empty : sql`and k.agency = ${actor.agency}`;
    const found = await this.read.rows<Omit<CheckWaiting, 'isOverdue'>>(
      sql`select k.id, c.id as "caseId", k.agency, c.reference, a.name as "panelArea", h."givenName", h."familyName",
                 h."dateOfBirth", k."requestedOn", k."dueOn",
                 (select max(r."chasedOn") from check_chasers r
                  where r."caseId" = k."caseId" and r.agency = k.agency) as "chasedOn"
          from agency_checks k join cases c on c.id = k."caseId" join children h on h.id = c."childId"
          join panel_areas a on a.id = c."panelAreaId"
          where k.status = 'REQUESTED' ${onlyOwn} and (${inAsking} or ${inOwn}) and ${openTo(actor)}
            and c.state in (${join([...beforeRecommendation])}) ${further}
          order by k."dueOn", k.id limit ${limit + 1}`,
    );
    const dated = found.map((check) => ({ ...check, isOverdue: check.dueOn < today }));
    return listed(dated, limit, (check) => [check.dueOn, check.id]);
  }
}
