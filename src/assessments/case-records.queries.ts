import sql, { type Sql } from 'sql-template-tag';
import type { EthnicitySaid } from '../children/ethnicity-standing.js';
import type { BehaviourFacts } from '../policy/earlier-behaviour.js';
import type { ForumCode, ReferralReason } from '../policy/forums.js';
import type { Judgement, JudgementFacts } from '../policy/judgements.js';
import type { News } from '../policy/late-news.js';
import type { AttemptFacts, VoiceFacts } from '../policy/preparation-facts.js';
import { type ColumnsOf, fromJson } from '../platform/database/read.js';

/** A referral in short: what it is for, and whether it was made and answered. */
export type ReferralStanding = {
  readonly forum: ForumCode;
  readonly because: readonly ReferralReason[];
  readonly openedAt: string;
  readonly referredOn: string | null;
  /** The day of the result; of the referral, where an old record holds a result without its day. */
  readonly resultOn: string | null;
};

/**
 * Something said of one section after it was written: late news that reopened it, or why the manager sent it back. The
 * news stays until the preparation is signed off again, the reason until the assessment is submitted again.
 */
export type Point = {
  readonly kind: 'NEWS' | 'RETURNED';
  readonly section: string;
  readonly news: News | null;
  readonly about: string | null;
  readonly at: string;
  /** When the news was considered, or the reason answered. */
  readonly settledAt: string | null;
  readonly reason: string | null;
};

export type CaseRecords = {
  readonly judgements: Partial<Record<Judgement, JudgementFacts>>;
  /** Newest first. */
  readonly referrals: readonly ReferralStanding[];
  /** Newest first. */
  readonly ethnicities: readonly EthnicitySaid[];
  /** Earliest first. */
  readonly earlierBehaviour: readonly BehaviourFacts[];
  readonly voices: { readonly child: VoiceFacts | null; readonly carer: VoiceFacts | null };
  /** Earliest first. */
  readonly points: readonly Point[];
};

/**
 * A row of any of the lists. Each puts its parts into the same few columns, so that a row is short: an agenda has
 * hundreds of them.
 */
export type RecordRow = {
  readonly caseId: string;
  readonly list: 'JUDGEMENT' | 'REFERRAL' | 'ETHNICITY' | 'BEHAVIOUR' | 'VOICE' | Point['kind'];
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly c: string | null;
  readonly d: string | null;
  readonly e: string | null;
  readonly f: string | null;
  readonly g: string | null;
  readonly h: string | null;
  readonly m: number | null;
  readonly n: number | null;
};

export const recordColumns: ColumnsOf<RecordRow> = {
  ...{ caseId: true, list: true, id: true, a: true, b: true, c: true, d: true, e: true, f: true, g: true, h: true },
  ...{ m: true, n: true },
};

/** Every record of the same child, as `k`. */
const sameChild = sql`join children own on own.id = c."childId" join children k on k."identityId" = own."identityId"`;

/**
 * Short lists of each case in one statement, since every page of a case reads them: what was judged, what was referred to
 * other forums, everything that was said of the child's ethnicity, earlier behaviour as it stands here, whether child and
 * carer were heard, and the points that are open.
 */
export const recordsOf = (among: Sql): Sql => sql`
  select j."caseId", 'JUDGEMENT' as "list", j.id, j.judgement as "a", j.level as "b", j.reasoning as "c", j.who as "d",
         j.what as "e", j."when" as "f", j.controls as "g", j.contingency as "h",
         cast(null as integer) as "m", cast(null as integer) as "n"
  from judgements j where j."caseId" in (${among})
  union all
  select r."caseId", 'REFERRAL', r.id, r.forum, r.because, r."openedAt", r."referredOn",
         case when r.result is null then null else coalesce(r."resultOn", r."referredOn") end,
         null, null, null, null, null
  from forum_referrals r where r."caseId" in (${among})
  union all
  select c.id, 'ETHNICITY', e.id, e.source, e."recordedAt", e.code, e.scheme, e."officerCode", e."notStatedReason",
         p.name, null, null, null
  from cases c ${sameChild} join child_ethnicities e on e."childId" = k.id join people p on p.id = e."recordedBy"
  where c.id in (${among})
  union all
  select c.id, 'BEHAVIOUR', b.id, b.kind, b."happenedOn", b."withdrawnAt", n.standing, null, null, null, null,
         b.version, n."itemVersion"
  from cases c ${sameChild} join earlier_behaviour b on b."childId" = k.id
  left join behaviour_considerations n on n."caseId" = c.id and n."itemId" = b.id
  where c.id in (${among})
  union all
  select v."caseId", 'VOICE', '', v.who, v.status, v."heardOn", v.attempts, v.reason, v."approvedBy", v."approvedAt",
         (select max(t."on") from voice_attempts t where t."caseId" = v."caseId" and t.who = v.who), null, null
  from voices v where v."caseId" in (${among})
  union all
  select r."caseId", 'NEWS', r.id, r.section, r."cameAt", r.news, r.about, r."settledAt", null, null, null, null, null
  from reopened_sections r
  where r."caseId" in (${among}) and (r."settledAt" is null or r."signedAt" is null) and r.section is not null
  union all
  select q."caseId", 'RETURNED', q.id, q.section, t."returnedAt", null, null, q."answeredAt", q.reason, null, null,
         null, null
  from return_reasons q join assessment_returns t on t.id = q."returnId"
  where q."caseId" in (${among}) and t."submittedAgainAt" is null and q.section is not null`;

const newestFirst = (one: string, other: string): number => (one < other ? 1 : one > other ? -1 : 0);

/** What stands in the lists of one case. In: the rows of that case. */
export function caseRecords(all: readonly RecordRow[]): CaseRecords {
  const of = (list: RecordRow['list']) => all.filter((row) => row.list === list);
  return {
    judgements: Object.fromEntries(of('JUDGEMENT').map((row) => [row.a, judgementFrom(row)])),
    referrals: of('REFERRAL')
      .toSorted((one, other) => newestFirst(one.id, other.id))
      .map(referralFrom),
    ethnicities: of('ETHNICITY')
      .toSorted((one, other) => newestFirst(one.b + one.id, other.b + other.id))
      .map(ethnicityFrom),
    earlierBehaviour: of('BEHAVIOUR').map(behaviourFrom).toSorted(inOrder),
    voices: { child: voiceAmong(of('VOICE'), 'CHILD'), carer: voiceAmong(of('VOICE'), 'CARER') },
    points: [...of('NEWS'), ...of('RETURNED')].map(pointFrom).toSorted((one, other) => one.at.localeCompare(other.at)),
  };
}

const judgementFrom = ({ b, c, d, e, f, g, h }: RecordRow): JudgementFacts => ({
  ...{ level: b, reasoning: c, who: d, what: e, when: f, controls: g, contingency: h },
});

const referralFrom = ({ a, b, c, d, e }: RecordRow): ReferralStanding => ({
  ...{ forum: a as ForumCode, because: fromJson<ReferralReason[]>(b, []) },
  ...{ openedAt: c ?? '', referredOn: d, resultOn: e },
});

const ethnicityFrom = ({ a, b, c, d, e, f, g }: RecordRow): EthnicitySaid => {
  const said = { source: a, recordedAt: b, code: c, scheme: d, officerCode: e, notStatedReason: f, recordedByName: g };
  return said as EthnicitySaid;
};

const behaviourFrom = ({ id, a, b, c, d, m, n }: RecordRow) => ({
  consideration: d === null ? null : { standing: d, itemVersion: n },
  ...{ id, kind: a, happenedOn: b, withdrawnAt: c, version: m ?? 0 },
});

function voiceAmong(all: readonly RecordRow[], who: 'CHILD' | 'CARER'): VoiceFacts | null {
  const row = all.find(({ a }) => a === who);
  if (!row) return null;
  const { b: status, c: heardOn, d: attempts, e: reason, f: approvedBy, g: approvedAt, h: triedOn } = row;
  // The gates ask whether anybody tried on a real day: the last try answers for the whole log.
  const logged = triedOn === null ? [] : [{ on: triedOn }];
  return {
    attempts: [...fromJson<AttemptFacts[]>(attempts, []), ...logged],
    ...{ status, heardOn, reason, approvedBy, approvedAt },
  };
}

const pointFrom = ({ list, a, b, c, d, e, f }: RecordRow): Point => ({
  ...{ kind: list as Point['kind'], section: a, at: b, news: c as News | null },
  ...{ about: d, settledAt: e, reason: f },
});

const inOrder = (one: { happenedOn: string; id: string }, other: { happenedOn: string; id: string }): number =>
  newestFirst(other.happenedOn + other.id, one.happenedOn + one.id);
