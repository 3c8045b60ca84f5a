import { Entity } from 'typeorm';
import type { OfferAnswer, OfferWay } from '../policy/victim-offers.js';
import type { FeltSafe, Known } from '../policy/victim-safety.js';
import type { Telling } from '../policy/victim-telling.js';
import type { ViewStatus } from './victim.entity.js';
import { Day, Id, Instant, Reference, Text, Version, Whole } from '../platform/database/columns.js';

/** Where victim and child may meet, and how safe the victim feels. The panel reads the places and what is done. */
@Entity('victim_safety')
export class VictimSafety {
  @Id() victimId: string;
  @Reference() caseId: string;
  @Text() sharedSchool: Known;
  @Text() sharedHome: Known;
  @Text() sharedStreet: Known;
  @Text({ nullable: true }) feltAtStart: FeltSafe | null;
  @Day({ nullable: true }) feltAtStartOn: string | null;
  @Text({ nullable: true }) feltAtEnd: FeltSafe | null;
  @Day({ nullable: true }) feltAtEndOn: string | null;
  @Version() version: number;
}

/** One thing that is done to keep a victim safe. */
@Entity('victim_safety_actions')
export class VictimSafetyAction {
  @Id() id: string;
  @Reference() victimId: string;
  @Reference() caseId: string;
  @Whole() position: number;
  @Text() what: string;
  @Text() who: string;
  @Day() dueOn: string;
  @Day({ nullable: true }) doneOn: string | null;
}

/** The offer to have the harm repaired, or why there was none, and the answer. */
@Entity('victim_offers')
export class VictimOffer {
  @Id() victimId: string;
  @Reference() caseId: string;
  @Day({ nullable: true }) offeredOn: string | null;
  @Text({ nullable: true }) way: OfferWay | null;
  /** When another way was said than before; null while none was. */
  @Instant({ nullable: true }) wayChangedAt: string | null;
  @Text({ nullable: true }) notOfferedReason: string | null;
  @Text({ nullable: true }) answer: OfferAnswer | null;
  @Day({ nullable: true }) answeredOn: string | null;
  @Day({ nullable: true }) tookPlaceOn: string | null;
  @Version() version: number;
}

/** Whether a victim wants to be told the outcome, and was. */
@Entity('victim_tellings')
export class VictimTelling {
  @Id() victimId: string;
  @Reference() caseId: string;
  @Text() status: Telling;
  @Day({ nullable: true }) toldOn: string | null;
  @Text({ nullable: true }) how: string | null;
  @Version() version: number;
}

/** That a victim was told an outcome which was taken back or replaced since: they are told anew, and this stays to be read. */
@Entity('past_tellings')
export class PastTelling {
  @Id() id: string;
  @Reference() victimId: string;
  @Reference() caseId: string;
  @Day({ nullable: true }) toldOn: string | null;
  @Text({ nullable: true }) how: string | null;
  @Instant() keptAt: string;
}

/** What a person harmed needs and is, kept only while they agree to that. */
@Entity('victim_needs')
export class VictimNeeds {
  @Id() harmedId: string;
  /** Whether they agree that it is kept; where they do not, nothing of it is, and they are not asked again. */
  @Text() agrees: 'YES' | 'NO';
  @Day() recordedOn: string;
  /** As they say it themselves, by the police list of 18+1. */
  @Text({ nullable: true }) ethnicityCode: string | null;
  @Text({ nullable: true }) disability: string | null;
  @Text({ nullable: true }) communication: string | null;
  @Text({ nullable: true }) language: string | null;
  @Text({ nullable: true }) otherNeeds: string | null;
  @Version() version: number;
}

/** Why a view was put away: something else took its place, or its victim took their agreement back. */
export type PutAwayBecause = 'CHANGED' | 'WITHDRAWN';

/**
 * What a victim had said before it was changed, or before they withdrew; only added to. What stood before they withdrew no
 * page and no answer reads: it is kept as a record of what was read.
 */
@Entity('victim_views_withdrawn')
export class ViewPutAway {
  @Id() id: string;
  @Reference() victimId: string;
  @Reference() caseId: string;
  @Text() status: ViewStatus;
  @Day({ nullable: true }) obtainedOn: string | null;
  @Text({ nullable: true }) view: string | null;
  @Text({ nullable: true }) impact: string | null;
  @Text({ nullable: true }) safetyNeeds: string | null;
  @Text({ nullable: true }) restorativeWish: string | null;
  @Text({ nullable: true }) reason: string | null;
  /** Until when it stood. */
  @Instant() withdrawnAt: string;
  @Text() because: PutAwayBecause;
}
