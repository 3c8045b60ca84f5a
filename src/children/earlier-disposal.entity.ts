import { Entity } from 'typeorm';
import type { OffenceFeature } from '../policy/offence-classes.js';
import { Day, Id, Instant, Json, Reference, Text, Whole } from '../platform/database/columns.js';

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
  /** Why it no longer counts: the outcome it came from was taken back or replaced after a review, or it was recorded wrongly. */
  @Text({ nullable: true }) setAside: 'UNDONE' | 'SUPERSEDED' | 'RECORDED_WRONGLY' | null;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}

/** That somebody set an earlier disposal aside, or counted it again, and why. Added, never changed; the last one holds. */
@Entity('settings_aside')
export class SettingAside {
  @Id() id: string;
  @Reference() disposalId: string;
  /** 1 when it was set aside, 0 when it counts again. */
  @Whole() isAside: number;
  @Text() reason: string;
  @Reference() decidedBy: string;
  @Instant() decidedAt: string;
}
