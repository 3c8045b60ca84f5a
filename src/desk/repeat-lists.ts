import sql, { join, type Sql } from 'sql-template-tag';
import { openTo } from '../access/open-cases.js';
import { informalWhenGiven } from '../disposals/disposal-book.queries.js';
import { addMonths } from '../policy/days.js';
import { cautions, earlierDisposalCodes, isInformal } from '../policy/disposals.js';
import { beforeMeeting } from '../policy/lifecycle.js';
import { type Asked, inAreas, MOST, own, total } from './work-list.js';

const informal = earlierDisposalCodes.filter((code) => isInformal(code));

const wasInformal = sql`coalesce(${informalWhenGiven}, case when d.disposal in (${join(informal)}) then 1 else 0 end) = 1`;
const wasCaution = sql`d.disposal in (${join([...cautions])})`;

/**
 * The earlier informal disposals and cautions (as `d`) of the child of case `c`, the one of the case itself apart; also those that a case
 * gave which is closed to whoever asks, since they count.
 */
const earlier = sql`from earlier_disposals d join children o on o.id = d."childId"
  where o."identityId" = k."identityId" and d."setAside" is null and (d."caseId" is null or d."caseId" <> c.id)
    and (${wasInformal} or ${wasCaution})`;

/** In one area: as many as its settings say, within the months they say. */
function comeToThreshold(area: string, { basis, today }: Asked): Sql {
  const {
    repeatReviewInformal,
    repeatReviewResolutions,
    repeatReviewCautions,
    repeatReviewMonths: months,
  } = basis(area).settings;
  const since = months > 0 ? addMonths(today, -months) : '';
  const counted = sql`select count(*) ${earlier} and d."givenOn" > ${since}`;
  return sql`(c."panelAreaId" = ${area} and ((${counted} and ${wasInformal}) >= ${repeatReviewInformal}
    or (${counted} and ${wasInformal} and d.disposal = 'COMMUNITY_RESOLUTION') >= ${repeatReviewResolutions}
    or (${counted} and ${wasCaution}) >= ${repeatReviewCautions}))`;
}

const anywhere = (asked: Asked): Sql =>
  asked.areas.length === 0
    ? sql`1 = 0`
    : sql`(${join(
        asked.areas.map((area) => comeToThreshold(area, asked)),
        ' or ',
      )})`;

/** The latest review of case `c`, which decides, as `r`. */
const latestReview = sql`left join repeat_reviews r on r.id = (
    select l.id from repeat_reviews l where l."caseId" = c.id order by l.id desc limit 1)`;

/** A person, in a column or given, wrote no part of the preparation of the case `c` and does not vouch for it. */
const isApart = (personId: Sql): Sql => sql`(${personId} <> coalesce(c."signedOffBy", '') and not exists (
  select 1 from preparation_authors pa where pa."caseId" = c.id and pa."personId" = ${personId}))`;

/** The review signed for the response to `d` as it reads now, by somebody who neither wrote a part nor vouches for it. */
const isSignedFor = sql`exists (select 1 from disposal_responses x
  where x."caseId" = c.id and x."disposalId" = d.id and r.finding = 'SIGNED' and ${isApart(sql`r."reviewedBy"`)}
    and replace(r.responses, '}', ',') like '%"' || d.id || '":' || x.version || ',%')`;

const columns = sql`c.id, null as "part", c.reference as "label", k."givenName", k."familyName"`;

/** Submitted, come to the threshold, and with a response for which, as it reads now, no senior reviewer has signed. */
export const repeatsToReview = (asked: Asked): Sql => sql`
  select ${columns}, case when r.finding = 'SENT_BACK' then 'Sent back before' else null end as "note",
         s."submittedAt" as "since", ${total}
  from cases c join children k on k.id = c."childId" join assessments s on s."caseId" = c.id
  ${latestReview}
  where c.state in (${join([...beforeMeeting])}) and s.status = 'SUBMITTED' and ${anywhere(asked)}
    and ${openTo(asked.actor)} and ${isApart(sql`${asked.actor.personId}`)} and exists (select 1 ${earlier} and not ${isSignedFor})
  order by s."submittedAt", c.id limit ${MOST}`;

/** What the senior reviewer wants to be written first, until it is signed for. */
export const repeatsSentBack = (asked: Asked): Sql => sql`
  select ${columns}, null as "note", r."reviewedAt" as "since", ${total}
  from cases c join children k on k.id = c."childId" ${latestReview}
  where ${inAreas(asked)} and c.state in (${join([...beforeMeeting])})
    and r.finding = 'SENT_BACK' and ${own(asked)}
  order by "since", c.id limit ${MOST}`;
