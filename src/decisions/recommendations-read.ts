import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import type { Seat } from '../panels/meetings.queries.js';
import type { Agency } from '../policy/agencies.js';
import type { AttendanceFacts } from '../policy/discussion-gates.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { idsIn, Read } from '../platform/database/read.js';
import type { Named } from '../platform/ids.js';
import type { Reasons } from './decision.entity.js';
import { DecisionsQueries, type RecommendationFound } from './decisions.queries.js';
import { type EvidenceRead, evidenceRead } from './evidence-read.js';

/** A recommendation as somebody may read it, with what its reasons rest on; null where that was not kept yet. */
export type RecommendationRead = Omit<RecommendationFound, 'evidence'> & {
  readonly evidence: EvidenceRead | null;
  /** The victims of the case by their places, for the reasons about each. */
  readonly victims: readonly VictimPlace[];
  /** Who sat on the case when it was recorded, as it was kept then. */
  readonly tookPart: readonly Seat[];
};

type VictimPlace = {
  readonly id: string;
  readonly position: number;
  /** When they last took back their agreement, and what they had said went out of sight. */
  readonly withdrawnAt: string | null;
};

const WITHHELD = 'Withheld: a victim took their agreement back after this was recorded.';

@Injectable()
export class RecommendationsRead {
  constructor(
    private readonly queries: DecisionsQueries,
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  /** Every recommendation on a case, the latest first: the one that counts. */
  async of(actor: Actor, found: CaseFound): Promise<RecommendationRead[]> {
    const isAssuring = may(actor, 'audit.read', found.panelAreaId);
    const [recommended, victims] = await Promise.all([this.queries.recommendations(found.id), this.victims(found.id)]);
    const names = await this.names(recommended);
    const reader = { found, isAssuring, today: this.clock.today() };
    const { source } = this.read;
    return Promise.all(
      recommended.map(async ({ evidence, ...one }) => ({
        ...{ ...one, victims, tookPart: seatsKept(one, names) },
        reasons: isAssuring ? one.reasons : withoutWithdrawn(one, victims),
        evidence: evidence && (await evidenceRead(source, evidence, reader)),
      })),
    );
  }

  private async names(recommended: readonly RecommendationFound[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(recommended.flatMap((one) => sittingIn(one).map(({ personId }) => personId)))];
    const people = await this.read.rows<Named>(sql`select p.id, p.name from people p where p.id in (${idsIn(ids)})`);
    return new Map(people.map(({ id, name }) => [id, name]));
  }

  private victims(caseId: string): Promise<VictimPlace[]> {
    return this.read.rows<VictimPlace>(
      sql`select v.id, v.position, (select max(w."withdrawnAt") from victim_views_withdrawn w
                                    where w."victimId" = v.id and w.because = 'WITHDRAWN') as "withdrawnAt"
          from victims v where v."caseId" = ${caseId} order by v.position`,
    );
  }
}

/** What was written about a victim who has taken their agreement back since is kept for those who audit (docs/decisions 0017). */
function withoutWithdrawn(
  { reasons, recordedAt }: Pick<RecommendationFound, 'reasons' | 'recordedAt'>,
  victims: readonly VictimPlace[],
): Reasons {
  const out = victims.filter(({ withdrawnAt }) => withdrawnAt !== null && withdrawnAt > recordedAt).map(({ id }) => id);
  if (out.length === 0) return reasons;
  const each = reasons.victims?.map((one) => (out.includes(one.victimId) ? { ...one, reason: WITHHELD } : one));
  return {
    ...reasons,
    ...(reasons.victim === undefined ? {} : { victim: WITHHELD }),
    ...(each ? { victims: each } : {}),
  };
}

type Kept = { readonly attendances?: readonly AttendanceFacts[]; readonly conflicts?: readonly { personId: string }[] };

/** Those in attendance of whom none had a conflict of interest, as the facts of the gates were stored. */
function sittingIn({ evaluation }: Pick<RecommendationFound, 'evaluation'>): AttendanceFacts[] {
  const { attendances = [], conflicts = [] }: Kept = evaluation.inputs;
  const out = new Set(conflicts.map(({ personId }) => personId));
  return attendances.filter(({ personId }) => !out.has(personId));
}

const seatsKept = (found: Pick<RecommendationFound, 'evaluation'>, names: ReadonlyMap<string, string>): Seat[] =>
  sittingIn(found).map(({ personId, agency, deputyFor = null }) => ({
    ...{ personId, name: names.get(personId) ?? '', agency: agency as Agency, deputyFor: deputyFor as Agency | null },
  }));
