import { Entity } from 'typeorm';
import { Day, Id, Instant, Json, Reference, Text, Version } from '../platform/database/columns.js';

/** How far what was agreed has come, in the words people read. */
export const deliveryStatuses = {
  NOT_NEEDED: 'Nothing has to be delivered',
  PLANNED: 'Planned',
  UNDER_WAY: 'Under way',
  COMPLETED: 'Completed',
  NOT_COMPLETED: 'Ended without being completed',
} as const;

export type DeliveryStatus = keyof typeof deliveryStatuses;
export type DeliveryAction = { readonly description: string; readonly owner: string; readonly due: string };

/** What was agreed and how it went, since the latest police decision. */
@Entity('deliveries')
export class Delivery {
  @Id() caseId: string;
  @Text() status: DeliveryStatus;
  @Day({ nullable: true }) startedOn: string | null;
  @Day({ nullable: true }) endedOn: string | null;
  @Json() actions: readonly DeliveryAction[];
  @Text({ nullable: true }) notCompletedReason: string | null;
  @Version() version: number;
}

/** How it went under an earlier decision, before the case went back to the panel. It opens no gate of a later one. */
@Entity('past_deliveries')
export class PastDelivery {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() status: DeliveryStatus;
  @Day({ nullable: true }) startedOn: string | null;
  @Day({ nullable: true }) endedOn: string | null;
  @Json() actions: readonly DeliveryAction[];
  @Text({ nullable: true }) notCompletedReason: string | null;
  @Instant() keptAt: string;
}
