import { Entity } from 'typeorm';
import type { OffenceFeature } from '../policy/offence-classes.js';
import { Day, Id, Instant, Json, Reference, Text } from '../platform/database/columns.js';

export type DisposalRoute = 'POLICE_ISSUED' | 'PANEL' | 'OTHER_AREA' | 'COURT';

export type Answered = { readonly code: string; readonly reason: string };

/** A disposal the child had before, from any source: this service, an import, typed in, police alone, another area. */
@Entity('earlier_disposals')
export class EarlierDisposal {
  @Id() id: string;
  @Reference() childId: string;
  @Text() disposal: string;
  @Day() givenOn: string;
  @Text() offence: string;
  @Text() route: DisposalRoute;
  @Text() source: string;
  @Text() completed: 'YES' | 'NO' | 'NOT_KNOWN';
  /** The case of this service in which it was given. */
  @Reference({ nullable: true }) caseId: string | null;
  @Reference({ nullable: true }) panelAreaId: string | null;
  /** Who issued it, where police did without the panel. */
  @Text({ nullable: true }) officer: string | null;
  /** What the offence of a registered resolution is marked with; null where nobody looked. */
  @Json({ nullable: true }) features: OffenceFeature[] | null;
  /** Why police issued one that goes to the panel, in their words. */
  @Text({ nullable: true }) withoutPanelBecause: string | null;
  /** What was odd about it when it was registered, each with the words that answered it; null where nothing was. */
  @Json({ nullable: true }) registeredAlthough: Answered[] | null;
  /** The file in which it came. */
  @Reference({ nullable: true }) importId: string | null;
  /** Why it no longer counts, where the outcome it came from was taken back or replaced after a review. */
  @Text({ nullable: true }) setAside: 'UNDONE' | 'SUPERSEDED' | null;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}
