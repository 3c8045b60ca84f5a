import { Entity } from 'typeorm';
import type { Agency } from '../policy/agencies.js';
import type { Role } from '../policy/permissions.js';
import { Id, Instant, Reference, Text, Version, Whole } from '../platform/database/columns.js';

export type PersonState = 'ACTIVE' | 'DISABLED';

/** Somebody who uses the service. */
@Entity('people')
export class Person {
  @Id() id: string;
  @Text() email: string;
  @Text() name: string;
  @Text() agency: Agency;
  @Text({ nullable: true }) collarNumber: string | null;
  @Text({ nullable: true }) passwordHash: string | null;
  @Text() state: PersonState;
  @Whole() failedSignIns: number;
  @Instant({ nullable: true }) lockedUntil: string | null;
  @Version() version: number;
  @Instant() createdAt: string;
}

/** A role somebody holds, for one panel area or (null) for the whole service. */
@Entity('role_assignments')
export class RoleAssignment {
  @Id() id: string;
  @Reference() personId: string;
  @Text() role: Role;
  @Reference({ nullable: true }) panelAreaId: string | null;
}
