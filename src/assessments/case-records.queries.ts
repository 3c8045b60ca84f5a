import sql, { join, type Sql } from 'sql-template-tag';
import type { EthnicitySaid } from '../children/ethnicity-standing.js';
import type { BehaviourFacts } from '../policy/earlier-behaviour.js';
import type { ForumCode, ReferralReason } from '../policy/forums.js';
import type { Judgement, JudgementFacts } from '../policy/judgements.js';
import { fromJson } from '../platform/database/read.js';

/** A referral in short: what it is for, and whether it was made and answered. */
export type ReferralStanding = {
  readonly forum: ForumCode;
  readonly because: readonly ReferralReason[];
  readonly openedAt: string;
  readonly referredOn: string | null;
  /** The day of the result; of the referral, where an old record holds a result without its day. */
  readonly resultOn: string | null;
};

export type CaseRecords = {
  readonly judgements: Partial<Record<Judgement, JudgementFacts>>;
  /** Newest first. */
  readonly referrals: readonly ReferralStanding[];
  /** Newest first. */
  readonly ethnicities: readonly EthnicitySaid[];
  /** Earliest first. */
  readonly earlierBehaviour: readonly BehaviourFacts[];
};

type BehaviourColumns = {
  kind: string;
  happenedOn: string;
  withdrawnAt: string | null;
  standing: string | null;
  version: number;
  itemVersion: number | null;
};

export type RecordRow = {
  readonly caseId: string;
  readonly list: 'JUDGEMENT' | 'REFERRAL' | 'ETHNICITY' | 'BEHAVIOUR';
  readonly id: string;
  judgement: Judgement;
  because: string;
} & JudgementFacts &
  Omit<ReferralStanding, 'because'> &
  EthnicitySaid &
  BehaviourColumns;

/** Every record of the same child, as `k`. */
const sameChild = sql`join children own on own.id = c."childId" join children k on k."identityId" = own."identityId"`;

/**
 * Four short lists of each case in one statement, since every page of a case reads them: what was judged, what was
 * referred to other forums, everything that was said of the child's ethnicity, and earlier behaviour as it stands here.
 */
export const recordsOf = (caseIds: readonly string[]): Sql => sql`
  select j."caseId", 'JUDGEMENT' as "list", j.id, j.judgement, j.level, j.reasoning, j.who, j.what, j."when", j.controls, j.contingency,
         null as "forum", null as "because", null as "openedAt", null as "referredOn", null as "resultOn",
         null as "code", null as "scheme", null as "source", null as "officerCode", null as "notStatedReason",
         null as "recordedByName", null as "recordedAt", null as "kind", null as "happenedOn", null as "withdrawnAt",
         null as "standing", cast(null as integer) as "version", cast(null as integer) as "itemVersion"
  from judgements j where j."caseId" in (${join([...caseIds])})
  union all
  select r."caseId", 'REFERRAL', r.id, null, null, null, null, null, null, null, null,
         r.forum, r.because, r."openedAt", r."referredOn",
         case when r.result is null then null else coalesce(r."resultOn", r."referredOn") end,
         null, null, null, null, null, null, null, null, null, null, null, null, null
  from forum_referrals r where r."caseId" in (${join([...caseIds])})
  union all
  select c.id, 'ETHNICITY', e.id, null, null, null, null, null, null, null, null, null, null, null, null, null,
         e.code, e.scheme, e.source, e."officerCode", e."notStatedReason", p.name, e."recordedAt",
         null, null, null, null, null, null
  from cases c ${sameChild} join child_ethnicities e on e."childId" = k.id join people p on p.id = e."recordedBy"
  where c.id in (${join([...caseIds])})
  union all
  select c.id, 'BEHAVIOUR', b.id, null, null, null, null, null, null, null, null, null, null, null, null, null,
         null, null, null, null, null, null, null,
         b.kind, b."happenedOn", b."withdrawnAt", n.standing, b.version, n."itemVersion"
  from cases c ${sameChild} join earlier_behaviour b on b."childId" = k.id
  left join behaviour_considerations n on n."caseId" = c.id and n."itemId" = b.id
  where c.id in (${join([...caseIds])})`;

const newestFirst = (one: string, other: string): number => (one < other ? 1 : one > other ? -1 : 0);

/** What stands in the four lists of one case. In: the rows of that case. */
export function caseRecords(all: readonly RecordRow[]): CaseRecords {
  const of = (list: RecordRow['list']) => all.filter((row) => row.list === list);
  const parts = ({ level, reasoning, who, what, when, controls, contingency }: RecordRow): JudgementFacts => ({
    ...{ level, reasoning, who, what, when, controls, contingency },
  });
  return {
    judgements: Object.fromEntries(of('JUDGEMENT').map((row) => [row.judgement, parts(row)])),
    referrals: of('REFERRAL')
      .toSorted((one, other) => newestFirst(one.id, other.id))
      .map(({ forum, because, openedAt, referredOn, resultOn }) => ({
        ...{ forum, because: fromJson<ReferralReason[]>(because, []), openedAt, referredOn, resultOn },
      })),
    ethnicities: of('ETHNICITY')
      .toSorted((one, other) => newestFirst(one.recordedAt + one.id, other.recordedAt + other.id))
      .map(({ code, scheme, source: saidBy, officerCode, notStatedReason, recordedByName, recordedAt }) => ({
        ...{ code, scheme, source: saidBy, officerCode, notStatedReason, recordedByName, recordedAt },
      })),
    earlierBehaviour: of('BEHAVIOUR').map(behaviourFrom).toSorted(inOrder),
  };
}

const behaviourFrom = ({ id, kind, happenedOn, withdrawnAt, version, standing, itemVersion }: RecordRow) => ({
  ...{ id, kind, happenedOn, withdrawnAt, version },
  consideration: standing === null ? null : { standing, itemVersion },
});

const inOrder = (one: { happenedOn: string; id: string }, other: { happenedOn: string; id: string }): number =>
  newestFirst(other.happenedOn + other.id, one.happenedOn + one.id);
