import { Entity } from 'typeorm';
import type { AttemptFacts } from '../policy/preparation-facts.js';
import { Day, Id, Json, Reference, Text, Version, Whole } from '../platform/database/columns.js';

export const victimKinds = ['PERSON', 'CHILD', 'BUSINESS'] as const;
export const consents = ['GIVEN', 'REFUSED', 'NOT_YET_SOUGHT'] as const;
export const viewStatuses = ['OBTAINED', 'DECLINED', 'CONSENT_REFUSED', 'NOT_CONTACTABLE', 'NOT_YET_SOUGHT'] as const;

export type VictimKind = (typeof victimKinds)[number];
export type Consent = (typeof consents)[number];
export type ViewStatus = (typeof viewStatuses)[number];
export type Known = 'YES' | 'NO' | 'NOT_KNOWN';

/** Who was harmed. Name, contact details and statement are for those who speak with victims, never for the panel. */
@Entity('victims')
export class Victim {
  @Id() id: string;
  @Reference() caseId: string;
  @Whole() position: number;
  @Text() kind: VictimKind;
  @Text({ nullable: true }) name: string | null;
  @Text({ nullable: true }) contactDetails: string | null;
  @Text({ nullable: true }) statement: string | null;
  /** Whether the victim agreed that their details go from police to the youth justice service. */
  @Text() consentToShare: Consent;
  @Text({ nullable: true }) consentReason: string | null;
  @Text() sameSchoolOrHome: Known;
  @Version() version: number;
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
