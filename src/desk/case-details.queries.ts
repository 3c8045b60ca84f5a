import sql from 'sql-template-tag';
import { dutiesIn } from '../cases/case-clocks.queries.js';
import { conditionsColumns, stepUnderWay, wasDecidedColumn } from '../cases/near-clocks.js';
import { nameHeld } from '../disposals/disposal-book.queries.js';
import { isNamedOn } from '../access/open-cases.js';
import { type SettingColumns, settingColumns, settingsIn } from '../access/area-settings.queries.js';
import type { GravityFactor } from '../cases/offence.entity.js';
import { linkedWith } from '../cases/links/links.queries.js';
import { checkedFirstColumn } from '../cases/routing.queries.js';
import type { OffenceFound } from '../cases/police-information.queries.js';
import type { AreaSettings } from '../policy/area-settings.js';
import type { OffenceFeature } from '../policy/offence-classes.js';
import { routingSettings } from '../policy/routing.js';
import type { Actor } from '../platform/actor.js';
import { fromJson, rows, type Source } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { adviceColumns, type LastAdvice, lastAdvice } from '../decisions/last-advice.js';

/** What the page of a case shows beside what its gates look at. */
export type CaseDetails = {
  readonly panelArea: string;
  readonly panelName: string;
  readonly referredByName: string;
  readonly allocatedToName: string | null;
  readonly signedOffByName: string | null;
  readonly sex: string;
  readonly crimeReference: string;
  readonly officerName: string;
  readonly officerCollarNumber: string;
  readonly policeStatus: string;
  readonly bailDate: string | null;
  readonly responsibilityStance: string;
  readonly evidenceSufficient: string;
  readonly cpsAuthority: string;
  readonly assessmentStatus: string | null;
  readonly returnReasons: string | null;
  readonly childHeardOn: string | null;
  readonly childWords: string | null;
  readonly carerWords: string | null;
  readonly recommended: string | null;
  readonly recommendedName: string | null;
  readonly recommendedAt: string | null;
  readonly decided: string | null;
  readonly decidedName: string | null;
  readonly decidedOn: string | null;
  readonly decidedAt: string | null;
  /** When the case last went back to the panel from a decision, and why. */
  readonly returnedAt: string | null;
  readonly returnedBecause: string | null;
  /** The step of an escalation that is under way, and its day. */
  readonly escalationStep: string | null;
  readonly escalationDueOn: string | null;
  readonly outcome: string | null;
  readonly outcomeName: string | null;
  readonly givenOn: string | null;
  readonly deliveryStatus: string | null;
  readonly deliveryDueOn: string | null;
  readonly wasDecided: number;
  readonly conditionsGiven: number;
  readonly conditionsDueOn: string | null;
  readonly meetingId: string | null;
  readonly meetingDay: string | null;
  readonly checkedFirst: string | null;
  /** Since when the case is limited to named people, and when that is looked at again. */
  readonly restrictedAt: string | null;
  /** When the reader's hour ends, where they opened the case in an emergency and are not named on it. */
  readonly openedUntil: string | null;
  readonly reviewOn: string | null;
  /** How many things the panel asked for, and how many are not done. */
  readonly panelActions: number;
  readonly openPanelActions: number;
  /** It was adjourned from a meeting: 1, or 0. */
  readonly wasAdjourned: number;
  /** Other records are the same child: 1, or 0. */
  readonly isJoined: number;
} & RoutingSettings &
  LastAdvice;

/** Another case of the same incident that the reader may open too. */
export type LinkShown = { readonly caseId: string; readonly reference: string };

export type OffenceShown = Omit<OffenceFound, 'indictableOnly'> & { readonly indictableOnly: boolean | null };

type RoutingSettings = Pick<AreaSettings, (typeof routingSettings)[number]>;

type Row = Omit<CaseDetails, keyof RoutingSettings> &
  SettingColumns<(typeof routingSettings)[number]> &
  Omit<OffenceShown, 'indictableOnly' | 'features' | 'gravityFactors'> & {
    indictableOnly: number | null;
    features: string | null;
    gravityFactors: string;
    dutyCode: string | null;
    dutyDueOn: string | null;
    linkedId: string | null;
    linkedReference: string | null;
  };

/** When a case last went back to the panel from a decision, as `back`. */
const lastReturn = sql`
  left join case_move_reasons back on back.id = (
    select max(bb.id) from case_move_reasons bb where bb."caseId" = c.id and bb.action = 'RETURN_TO_PANEL')`;

/** The end of the hour for which the reader opened the restriction `x`, where they are not named on it. */
const openedUntil = ({ personId }: Actor) => sql`
  select max(b."endsAt") from glass_breaks b where b."restrictionId" = x.id and b."personId" = ${personId}
    and not ${isNamedOn(sql`x.id`, sql`${personId}`)}`;

/** What meetings left to be done of the case, and whether one adjourned it. */
const leftByPanels = sql`
  (select cast(count(*) as integer) from panel_actions x where x."caseId" = c.id) as "panelActions",
  (select cast(count(*) as integer) from panel_actions x
   where x."caseId" = c.id and x."doneAt" is null) as "openPanelActions",
  case when exists (select 1 from agenda_items ai where ai."caseId" = c.id and ai."adjournedAt" is not null)
    then 1 else 0 end as "wasAdjourned",
  case when exists (select 1 from children kk where kk."identityId" = k."identityId" and kk.id <> k.id)
    then 1 else 0 end as "isJoined"`;

/**
 * The case with its offences, open duties and linked cases in one statement: the latest recommendation and decision, its
 * meeting, its outcome.
 */
const detailsOf = (actor: Actor, caseId: string, today: string) => sql`
  select a.name as "panelArea", a."panelName", pr.name as "referredByName", pa.name as "allocatedToName",
         ps.name as "signedOffByName", k.sex, c."crimeReference", c."officerName", c."officerCollarNumber",
         c."policeStatus", c."bailDate", c."responsibilityStance", c."evidenceSufficient", c."cpsAuthority",
         s.status as "assessmentStatus", s."returnReasons", vk."heardOn" as "childHeardOn", vk.words as "childWords",
         vc.words as "carerWords", r.disposal as "recommended", r."recordedAt" as "recommendedAt",
         d.disposal as "decided", d."decidedOn", d."decidedAt", u.disposal as "outcome", u."givenOn", y.status as "deliveryStatus",
         y."dueOn" as "deliveryDueOn", ${wasDecidedColumn}, ${conditionsColumns}, es.name as "escalationStep", es."dueOn" as "escalationDueOn", du.code as "dutyCode", du."dueOn" as "dutyDueOn",
         ${adviceColumns}, back."movedAt" as "returnedAt", back.reason as "returnedBecause", m.id as "meetingId", m."meetingDay",
         x."restrictedAt", x."reviewOn", (${openedUntil(actor)}) as "openedUntil", one.id as "linkedId", one.reference as "linkedReference",
         ${nameHeld(sql`r.disposal`, sql`rm."meetingDay"`, sql`r."recordedAt"`)} as "recommendedName",
         ${nameHeld(sql`d.disposal`, sql`d."decidedOn"`, sql`d."decidedAt"`)} as "decidedName",
         ${nameHeld(sql`u.disposal`, sql`d."decidedOn"`, sql`d."decidedAt"`)} as "outcomeName",
         ${checkedFirstColumn},
         ${settingColumns(routingSettings, sql`c."panelAreaId"`, today)},
         ${leftByPanels},
         o.id, o.position, o.date, o."homeOfficeClass", o.description, o."indictableOnly", o.features,
         o."gravityEdition", o."gravityStart", o."gravityFinal", o."gravityFactors", o.version
  from cases c join offences o on o."caseId" = c.id
  join children k on k.id = c."childId" join panel_areas a on a.id = c."panelAreaId"
  join people pr on pr.id = c."referredBy"
  left join people pa on pa.id = c."allocatedTo" left join people ps on ps.id = c."signedOffBy"
  left join assessments s on s."caseId" = c.id
  left join voices vk on vk."caseId" = c.id and vk.who = 'CHILD'
  left join voices vc on vc."caseId" = c.id and vc.who = 'CARER'
  left join standing_recommendations r on r.id = (
    select max(rr.id) from standing_recommendations rr where rr."caseId" = c.id)
  left join meetings rm on rm.id = r."meetingId"
  left join standing_police_decisions d on d."recommendationId" = r.id
  left join escalation_steps es on c.state = 'ESCALATED' and es.id = (
    select s.id from escalation_steps s where ${stepUnderWay})
  ${lastAdvice} ${lastReturn} left join standing_outcomes u on u."caseId" = c.id
  left join deliveries y on y."caseId" = c.id
  left join duties du on du."caseId" = c.id and du."doneOn" is null
  left join agenda_items g on g.id = (select max(gg.id) from agenda_items gg where gg."caseId" = c.id)
  left join meetings m on m.id = g."meetingId" and g."adjournedAt" is null
  left join case_restrictions x on x."caseId" = c.id and x."liftedAt" is null
  left join (${linkedWith(actor, caseId)}) one on 1 = 1
  where c.id = ${caseId} order by o.position, one.reference`;

type CaseInDetail = {
  readonly details: CaseDetails;
  readonly offences: OffenceShown[];
  readonly duties: { code: string; dueOn: string | null }[];
  readonly links: LinkShown[];
};

/** `source` is `read.source`, or the `tx` of a unit of work. */
export async function caseDetails(source: Source, actor: Actor, caseId: string, today: string): Promise<CaseInDetail> {
  const found = await rows<Row>(source, detailsOf(actor, caseId, today));
  const [first] = found;
  if (!first) throw new NotFound();
  const { goesToPanel, borderlineScores } = settingsIn(routingSettings, first);
  const details = { ...first, goesToPanel, borderlineScores };
  const rowOfEach = new Map(found.map((row) => [row.position, row]));
  const offences = [...rowOfEach.values()].map((row) => ({
    ...{ id: row.id, position: row.position, date: row.date, homeOfficeClass: row.homeOfficeClass },
    ...{
      description: row.description,
      indictableOnly: row.indictableOnly === null ? null : row.indictableOnly === 1,
      version: row.version,
    },
    ...{ gravityEdition: row.gravityEdition, gravityStart: row.gravityStart, gravityFinal: row.gravityFinal },
    features: fromJson<OffenceFeature[] | null>(row.features, null),
    gravityFactors: fromJson<GravityFactor[]>(row.gravityFactors, []),
  }));
  return { details, offences, duties: dutiesIn(found), links: linksIn(found) };
}

function linksIn(found: readonly Row[]): LinkShown[] {
  const known = new Map<string, string>();
  for (const { linkedId, linkedReference } of found) if (linkedId !== null) known.set(linkedId, linkedReference ?? '');
  return [...known].map(([caseId, reference]) => ({ caseId, reference }));
}
