import { Entity } from 'typeorm';
import type { RefusalReason, VictimConsent } from '../policy/victim-consent.js';
import type { AttemptFacts } from '../policy/preparation-facts.js';
import type { Known } from '../policy/victim-safety.js';
import { Day, Id, Json, Reference, Text, Version, Whole } from '../platform/database/columns.js';

export const peopleKinds = ['PERSON', 'CHILD', 'AGE_NOT_KNOWN'] as const;
export const victimKinds = [...peopleKinds, 'BUSINESS'] as const;
export const viewStatuses = ['OBTAINED', 'DECLINED', 'CONSENT_REFUSED', 'NOT_CONTACTABLE', 'NOT_YET_SOUGHT'] as const;

export type VictimKind = (typeof victimKinds)[number];
/** What may be recorded of a view, and what withdrawing leaves of it. */
export type ViewStatus = (typeof viewStatuses)[number] | 'CONSENT_WITHDRAWN';

/**
 * A person or business harmed, in however many cases: asked once, and the same record in each of them. It names no case
 * and no child, so that whoever works in one case cannot read another from it.
 */
@Entity('people_harmed')
export class PersonHarmed {
  @Id() id: string;
  @Text({ nullable: true }) name: string | null;
  /** The name folded, by which a person already known is found. */
  @Text() nameKey: string;
  @Text({ nullable: true }) contactDetails: string | null;
  @Day({ nullable: true }) nextContactOn: string | null;
  /** Whether they agreed that their details go from police to the youth justice service. */
  @Text() consent: VictimConsent;
  @Day({ nullable: true }) consentAskedOn: string | null;
  /** What they were told before they answered. */
  @Text({ nullable: true }) consentInformed: string | null;
  @Text({ nullable: true }) consentRefusal: RefusalReason | null;
  @Text({ nullable: true }) consentReason: string | null;
  @Day({ nullable: true }) withdrawnOn: string | null;
  @Text({ nullable: true }) withdrawalReason: string | null;
  @Version() version: number;
}

/** The place of a person harmed in one case. Statement and all that the person's record holds are never for the panel. */
@Entity('victims')
export class Victim {
  @Id() id: string;
  @Reference() caseId: string;
  /** Whom it is; the column may be empty because it was added to rows that had none, and is not. */
  @Reference({ nullable: true }) harmedId: string;
  @Whole() position: number;
  @Text() kind: VictimKind;
  @Text({ nullable: true }) statement: string | null;
  @Text() sameSchoolOrHome: Known;
}

/** What the victim said and wants, which the panel reads. */
@Entity('victim_views')
export class VictimView {
  @Id() victimId: string;
  @Reference() caseId: string;
  @Text() status: ViewStatus;
  @Day({ nullable: true }) obtainedOn: string | null;
  @Text({ nullable: true }) view: string | null;
  @Text({ nullable: true }) impact: string | null;
  @Text({ nullable: true }) safetyNeeds: string | null;
  @Text({ nullable: true }) restorativeWish: string | null;
  @Json() attempts: readonly AttemptFacts[];
  @Text({ nullable: true }) reason: string | null;
  @Version() version: number;
}
