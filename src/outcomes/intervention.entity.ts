import { Entity } from 'typeorm';
import { Id, Reference, Text, Version, Whole } from '../platform/database/columns.js';

/** What may be provided in a panel area, and by whom: a list to choose from. */
@Entity('interventions')
export class Intervention {
  @Id() id: string;
  @Reference() panelAreaId: string;
  @Text() name: string;
  @Text() provider: string;
  /** 1 when it is no longer to be chosen; where it was chosen it stays. */
  @Whole() ended: number;
  @Version() version: number;
}
