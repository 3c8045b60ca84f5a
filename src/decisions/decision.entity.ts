import { Entity } from 'typeorm';
import type { Agency } from '../policy/agencies.js';
import type { DisposalCode } from '../policy/disposals.js';
import type { DivergenceReason } from '../policy/divergence.js';
import type { Evaluation } from '../policy/evaluation.js';
import type { EvidencePart, MissingStanding, ReasonPart } from '../policy/reasons.js';
import type { SheetIssued } from '../packs/packs.queries.js';
import { Day, Id, Instant, Json, Reference, Text } from '../platform/database/columns.js';

export const bases = {
  UNANIMOUS: 'Everybody agreed',
  MAJORITY: 'Most agreed',
  CHAIR: 'The chair decided',
  POLICE_FINAL: 'It stayed with police: the seniors left it with them',
} as const;

export type Basis = keyof typeof bases;
export type OptionConsidered = { readonly disposal: DisposalCode; readonly reason: string };
export type Dissent = { readonly agency: Agency; readonly disposal?: DisposalCode; readonly reason: string };
export type VictimReason = { readonly victimId: string; readonly reason: string };
/** `victims` where there are several: how what each of them said bore on it. */
export type Reasons = { readonly [Part in ReasonPart]?: string } & { readonly victims?: readonly VictimReason[] };
export type LeastCriminalising = { readonly disposal: DisposalCode; readonly reason?: string };
export type MissingInformation = { readonly status: MissingStanding; readonly reason?: string };

/** What the reasons rest on, by the sections of the sheet that the panel was given; of a case in no pack, `pack` is null. */
export type Evidence = {
  readonly pack: Omit<SheetIssued, 'issuedAt'> | null;
  /** Of the case, when the recommendation was recorded. */
  readonly caseVersion: number;
  readonly restsOn: readonly { readonly part: EvidencePart; readonly sections: readonly string[] }[];
};

/** What a panel recommended, with its reasons and with what was asked and answered. Never changed; a later one counts. */
@Entity('recommendations')
export class Recommendation {
  @Id() id: string;
  @Reference() caseId: string;
  @Reference() meetingId: string;
  @Text() disposal: DisposalCode;
  @Text() basis: Basis;
  @Json() optionsConsidered: OptionConsidered[];
  @Json() reasons: Reasons;
  /** Why the panel departs from what the final gravity score points to. */
  @Text({ nullable: true }) gravityDeparture: string | null;
  /** Why one more informal disposal or caution will work now. */
  @Text({ nullable: true }) whyNow: string | null;
  @Json() dissents: Dissent[];
  @Json({ nullable: true }) leastCriminalising: LeastCriminalising | null;
  @Json({ nullable: true }) missingInformation: MissingInformation | null;
  /** Null where it was recorded before this was kept. */
  @Json({ nullable: true }) evidence: Evidence | null;
  @Json() evaluation: Evaluation;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}

/** What police decided on a recommendation: theirs alone to decide. */
@Entity('police_decisions')
export class PoliceDecision {
  @Id() id: string;
  @Reference() caseId: string;
  @Reference() recommendationId: string;
  @Text() disposal: DisposalCode;
  @Day() decidedOn: string;
  /** From the list, when the decision differs from the recommendation; and in words. */
  @Text({ nullable: true }) divergenceCode: DivergenceReason | null;
  @Text({ nullable: true }) reason: string | null;
  /** Why one more informal disposal will work now, where the panel has not said it of this one. */
  @Text({ nullable: true }) whyNow: string | null;
  @Json() evaluation: Evaluation;
  @Reference() decidedBy: string;
  @Instant() decidedAt: string;
}
