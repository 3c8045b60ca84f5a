import sql, { type Sql } from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import type { EthnicitySaid } from '../children/ethnicity-standing.js';
import type { BehaviourFacts } from '../policy/earlier-behaviour.js';
import type { ForumCode, ReferralReason } from '../policy/forums.js';
import type { Judgement, JudgementFacts } from '../policy/judgements.js';
import { fromJson, rows, type Source } from '../platform/database/read.js';

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

type Row = {
  readonly list: 'JUDGEMENT' | 'REFERRAL' | 'ETHNICITY' | 'BEHAVIOUR';
  readonly id: string;
  judgement: Judgement;
  because: string;
} & JudgementFacts &
  Omit<ReferralStanding, 'because'> &
  EthnicitySaid &
  BehaviourColumns;

/**
 * Four short lists of one case in one statement, since every page of a case reads them: what was judged, what was
 * referred to other forums, everything that was said of the child's ethnicity, and earlier behaviour as it stands here.
 */
const recordsOf = ({ id, identityId }: CaseFound): Sql => sql`
  select 'JUDGEMENT' as "list", j.id, j.judgement, j.level, j.reasoning, j.who, j.what, j."when", j.controls, j.contingency,
         null as "forum", null as "because", null as "openedAt", null as "referredOn", null as "resultOn",
         null as "code", null as "scheme", null as "source", null as "officerCode", null as "notStatedReason",
         null as "recordedByName", null as "recordedAt", null as "kind", null as "happenedOn", null as "withdrawnAt",
         null as "standing", cast(null as integer) as "version", cast(null as integer) as "itemVersion"
  from judgements j where j."caseId" = ${id}
  union all
  select 'REFERRAL', r.id, null, null, null, null, null, null, null, null,
         r.forum, r.because, r."openedAt", r."referredOn",
         case when r.result is null then null else coalesce(r."resultOn", r."referredOn") end,
         null, null, null, null, null, null, null, null, null, null, null, null, null
  from forum_referrals r where r."caseId" = ${id}
  union all
  select 'ETHNICITY', e.id, null, null, null, null, null, null, null, null, null, null, null, null, null,
         e.code, e.scheme, e.source, e."officerCode", e."notStatedReason", p.name, e."recordedAt",
         null, null, null, null, null, null
  from children k join child_ethnicities e on e."childId" = k.id join people p on p.id = e."recordedBy"
  where k."identityId" = ${identityId}
  union all
  select 'BEHAVIOUR', b.id, null, null, null, null, null, null, null, null, null, null, null, null, null,
         null, null, null, null, null, null, null,
         b.kind, b."happenedOn", b."withdrawnAt", n.standing, b.version, n."itemVersion"
  from children k join earlier_behaviour b on b."childId" = k.id
  left join behaviour_considerations n on n."caseId" = ${id} and n."itemId" = b.id
  where k."identityId" = ${identityId}`;

const newestFirst = (one: string, other: string): number => (one < other ? 1 : one > other ? -1 : 0);

/** What stands in the four lists. `source` is `read.source`, or the `tx` of a unit of work. */
export async function caseRecords(source: Source, found: CaseFound): Promise<CaseRecords> {
  const all = await rows<Row>(source, recordsOf(found));
  const of = (list: Row['list']) => all.filter((row) => row.list === list);
  const parts = ({ level, reasoning, who, what, when, controls, contingency }: Row): JudgementFacts => ({
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

const behaviourFrom = ({ id, kind, happenedOn, withdrawnAt, version, standing, itemVersion }: Row) => ({
  ...{ id, kind, happenedOn, withdrawnAt, version },
  consideration: standing === null ? null : { standing, itemVersion },
});

const inOrder = (one: { happenedOn: string; id: string }, other: { happenedOn: string; id: string }): number =>
  newestFirst(other.happenedOn + other.id, one.happenedOn + one.id);
