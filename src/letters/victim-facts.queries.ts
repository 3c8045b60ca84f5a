import sql from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import type { VictimLetterFacts } from '../policy/letter-gates.js';
import type { VictimLetterKind } from '../policy/letters.js';
import type { OfferWay } from '../policy/victim-offers.js';
import { row, type Source } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { beforeRecommendation } from '../policy/lifecycle.js';
import type { VictimKind } from '../victims/victim.entity.js';
import type { MatterFacts } from './matters.queries.js';
import type { Drafted } from './write-draft.js';

/** What letters to a victim stand on: of the victim, and nothing of the child. */
export type VictimFacts = {
  readonly victimId: string;
  readonly name: string | null;
  readonly harmed: VictimKind;
  readonly consent: string;
  readonly telling: string | null;
  readonly tellingVersion: number;
  readonly viewStatus: string;
  readonly offerAnswer: string | null;
  readonly offerWay: OfferWay | null;
  readonly communication: string | null;
  readonly language: string | null;
  readonly otherNeeds: string | null;
};

/** `source` is `read.source`, or the `tx` of a unit. A victim of another case is not there. */
export async function victimFacts(source: Source, caseId: string, victimId: string): Promise<VictimFacts> {
  const found = await row<VictimFacts>(
    source,
    sql`select v.id as "victimId", h.name, v.kind as "harmed", h.consent, t.status as "telling", coalesce(t.version, 0) as "tellingVersion",
               coalesce(w.status, 'NOT_YET_SOUGHT') as "viewStatus", f.answer as "offerAnswer", f.way as "offerWay",
               n.communication, n.language, n."otherNeeds"
        from victims v join people_harmed h on h.id = v."harmedId"
        left join victim_views w on w."victimId" = v.id left join victim_tellings t on t."victimId" = v.id
        left join victim_offers f on f."victimId" = v.id
        left join victim_needs n on n."harmedId" = h.id and n.agrees = 'YES'
        where v.id = ${victimId} and v."caseId" = ${caseId}`,
  );
  if (!found) throw new NotFound();
  return found;
}

type Standing = MatterFacts & { readonly [Part in keyof Drafted]?: Drafted[Part] | undefined };

/** What the gates of a letter to a victim look at. */
export const gateFacts = (
  { id: caseId, state }: Pick<CaseFound, 'id' | 'state'>,
  kind: VictimLetterKind,
  { victimId, harmed, consent, telling, viewStatus, offerAnswer }: VictimFacts,
  standing: Standing,
): VictimLetterFacts => ({
  ...{ caseId, kind, victimId, harmed, consent, telling, viewStatus, offerAnswer, ...standing },
  isPastPanel: !beforeRecommendation.includes(state),
});
