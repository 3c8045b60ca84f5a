import sql, { join, type Sql } from 'sql-template-tag';
import {
  type EarlierDisposalKnown,
  type EarlierDisposalRow,
  earlierDisposalsOf,
  toEarlierDisposal,
} from '../assessments/earlier-disposals.queries.js';
import { type SettingColumns, settingColumns, settingsIn } from '../access/area-settings.queries.js';
import { preparationFacts } from '../assessments/preparation-facts.js';
import type { CaseFound } from '../cases/find-case.js';
import { answeredAt, attendancesOf, isPanelAdministrator } from '../discussions/hearing.js';
import { type SheetIssued, sheetIssuedFor } from '../packs/packs.queries.js';
import { notHeard } from '../panels/places.queries.js';
import type { AreaSettings } from '../policy/area-settings.js';
import type { DisposalFacts, OffenceFacts } from '../policy/disposal-gates.js';
import type { EscalationStanding } from '../policy/escalation.js';
import type { ExploitationFacts } from '../policy/exploitation.js';
import type { AttendanceFacts } from '../policy/discussion-gates.js';
import type { MeetingFacts } from '../policy/meeting-gates.js';
import type { OffenceGravityFacts, PreparationFacts } from '../policy/preparation-facts.js';
import { preparationBlockers } from '../policy/preparation-gates.js';
import type { ProsecutorResult } from '../policy/prosecutor.js';
import type { Actor } from '../platform/actor.js';
import { fromJson, row, rows, type Source, together } from '../platform/database/read.js';
import { escalationStanding } from './escalation-standing.js';
import { exploitationKnown } from './exploitation-known.js';
import { lastAdvice } from './last-advice.js';
import { unansweredSince } from './unanswered-since.js';

/** What a recommendation says of itself, as about to be stored; none of it yet when only readiness is asked. */
export type Proposed = Pick<
  MeetingFacts,
  'disposal' | 'optionsConsidered' | 'reasons' | 'gravityDeparture' | 'leastCriminalising' | 'missingInformation'
> & {
  readonly whyNow?: string;
  /** The meeting for which the case was listed last when left out. */
  readonly meetingId?: string;
};

export type RecommendationFacts = {
  readonly preparation: PreparationFacts;
  readonly meeting: MeetingFacts;
  readonly disposal: DisposalFacts;
  readonly escalation: EscalationStanding;
  /** Why one more informal disposal or caution will work now. */
  readonly whyNow: string | null;
  /** What the panel was given to read; null where no pack was issued. */
  readonly pack: SheetIssued | null;
};

/** What a police decision stands on; the day since which the prosecutor owes an answer, where one does. */
export type DecisionFacts = DisposalFacts &
  ExploitationFacts & {
    readonly prosecutorOpenSince: string | null;
    /** When what the prosecutor advised was recorded. */
    readonly advisedAt: string | null;
    readonly earlierDisposals: readonly EarlierDisposalKnown[];
    readonly escalation: EscalationStanding;
  };

const settings = ['quorumAgencies', 'outcome23From', 'viewsBeforeDiscussion'] as const;

type Place = Pick<AreaSettings, (typeof settings)[number]> & {
  readonly responsibilityStance: string;
  readonly evidenceSufficient: string;
  readonly cpsAuthority: string;
  readonly advised: ProsecutorResult | null;
  readonly advisedAt: string | null;
  readonly disposalsCheckedOn: string | null;
  readonly meetingId: string | null;
  readonly meetingDay: string | null;
  readonly startsAt: string | null;
  readonly latestMeetingId: string | null;
  readonly adjournedAt: string | null;
};

const area = sql`c."panelAreaId"`;

/**
 * The case and what its area decides by, the meeting asked about if it is one of that area, else the one for which the case is
 * or was heard and has not gone back since, and the case's latest place on an agenda. Who must attend is what holds on the
 * day of the meeting.
 */
const placeOf = (caseId: string, meetingId: string | null, today: string): Sql => sql`
  select c."responsibilityStance", c."evidenceSufficient", c."cpsAuthority", k."checkedOn" as "disposalsCheckedOn",
         av.result as "advised", av."recordedAt" as "advisedAt",
         m.id as "meetingId", m."meetingDay", m."startsAt", i."meetingId" as "latestMeetingId", i."adjournedAt",
         ${settingColumns(['outcome23From', 'viewsBeforeDiscussion'], area, today)},
         ${settingColumns(['quorumAgencies'], area, sql`coalesce(m."meetingDay", ${today})`)}
  from cases c
  ${lastAdvice}
  left join disposal_checks k on k."caseId" = c.id
  left join agenda_items i on i.id = (
    select l.id from agenda_items l where l."caseId" = c.id order by l.id desc limit 1)
  left join meetings m on m.id = coalesce(${meetingId}, case
    when i."adjournedAt" is null and c.state not in (${join([...notHeard])}) then i."meetingId" end) and m."panelAreaId" = c."panelAreaId"
  where c.id = ${caseId}`;

type PlaceRow = Omit<Place, keyof AreaSettings> & SettingColumns<(typeof settings)[number]>;

type OffenceRow = Omit<OffenceFacts, 'features'> & OffenceGravityFacts & { readonly features: string };

const offencesOf = (caseId: string): Sql => sql`
  select o.id, o.date, o."homeOfficeClass", o."indictableOnly", o.features, o."gravityFinal", o."gravityEdition"
  from offences o where o."caseId" = ${caseId} order by o.position`;

const conflictsOf = (caseId: string): Sql => sql`
  select x."personId" from conflicts x where x."caseId" = ${caseId} and x."liftedAt" is null order by x.id`;

/**
 * Everything the gates of a recommendation look at, as it is stored now: a dozen statements by index. With a meeting that
 * is not one of the case's area, only the agenda gate tells; the others are dated by today.
 */
export async function recommendationFacts(
  source: Source,
  found: CaseFound,
  actor: Actor,
  today: string,
  { whyNow, ...proposed }: Proposed = {},
): Promise<RecommendationFacts> {
  const place = await placeFor(source, found, proposed.meetingId ?? null, today);
  const { meetingId, latestMeetingId, adjournedAt, startsAt, viewsBeforeDiscussion: viewsBefore } = place;
  const meetingDay = place.meetingDay ?? today;
  const [preparation, offenceRows, attendances, conflicts, viewsGivenBy, pack, escalation] = await together(source, [
    () => preparationFacts(source, found, actor.personId, today, { meetingDay, startsAt }),
    () => rows<OffenceRow>(source, offencesOf(found.id)),
    () => rows<AttendanceFacts>(source, attendancesOf(found.id, meetingId)),
    () => rows<{ personId: string }>(source, conflictsOf(found.id)),
    async () => (viewsBefore === 'REQUIRED' ? answeredAt(source, found.id) : []),
    () => sheetIssuedFor(source, found.id, meetingId),
    () => escalationStanding(source, found),
  ]);
  const offences = offenceRows.map(withFeatures);
  const out = new Set(conflicts.map(({ personId }) => personId));
  const meeting: MeetingFacts = {
    ...proposed,
    ...{ viewsBefore, viewsGivenBy },
    ...{ victims: preparation.victims, missing: missingIn(preparation) },
    ...{ caseId: found.id, meetingId, meetingDay, today },
    ...{ offences, attendances, conflicts, actorId: actor.personId },
    onAgenda: meetingId !== null && meetingId === latestMeetingId && adjournedAt === null,
    quorumAgencies: place.quorumAgencies,
    takingPart: attendances.map(({ personId }) => personId).filter((id) => !out.has(id)),
    actorIsPanelAdministrator: isPanelAdministrator(actor, found.panelAreaId),
  };
  const earlierDisposals = preparation.earlierDisposals ?? null;
  const disposal = { ...disposalFrom(found, place, offences, proposed.disposal, meetingDay), earlierDisposals };
  return { preparation, meeting, disposal, escalation, pack, whyNow: whyNow ?? null };
}

/** What the gates of a disposal look at, on the day of a police decision: six statements. */
export async function decisionFacts(
  source: Source,
  found: CaseFound,
  chosen: string | null,
  day: string,
): Promise<DecisionFacts> {
  const place = await placeFor(source, found, null, day);
  const offences = (await rows<OffenceRow>(source, offencesOf(found.id))).map(withFeatures);
  const earlier = await rows<EarlierDisposalRow>(source, earlierDisposalsOf(found));
  return {
    ...disposalFrom(found, place, offences, chosen, day),
    ...(await exploitationKnown(source, found.id)),
    advisedAt: place.advisedAt,
    prosecutorOpenSince: await unansweredSince(source, found.id),
    escalation: await escalationStanding(source, found),
    earlierDisposals: earlier.map(toEarlierDisposal),
  };
}

function disposalFrom(
  { id: caseId, dateOfBirth }: CaseFound,
  { outcome23From, responsibilityStance, evidenceSufficient, cpsAuthority, advised, disposalsCheckedOn }: Place,
  offences: readonly OffenceFacts[],
  disposal: string | null | undefined,
  day: string,
): DisposalFacts {
  const known = { responsibilityStance, evidenceSufficient, cpsAuthority, advised, disposalsCheckedOn };
  return { ...{ caseId, disposal, day, outcome23From, dateOfBirth, offences }, ...known };
}

async function placeFor(source: Source, found: CaseFound, meetingId: string | null, day: string): Promise<Place> {
  const place = await row<PlaceRow>(source, placeOf(found.id, meetingId, day));
  if (!place) throw new Error('A case was lost while its facts were read');
  return { ...place, ...settingsIn(settings, place) };
}

const withFeatures = ({ features, ...offence }: OffenceRow) => ({
  ...offence,
  features: fromJson<string[] | null>(features, null),
});

/** What was not known, in the words of its rules: what the panel may go on without, saying why. */
const missingIn = (facts: PreparationFacts): string[] => [
  ...new Set(
    preparationBlockers(facts, 'RECOMMEND')
      .filter(({ severity }) => severity === 'OVERRIDE')
      .map(({ message }) => message),
  ),
];
