import type { EntityManager } from 'typeorm';
import { isIndictableOnly } from '../policy/offence-classes.js';
import { firstState } from '../policy/lifecycle.js';
import type { CpsAuthority, PoliceStatus, ResponsibilityStance } from '../policy/police-information.js';
import { mayNeedAuthority } from '../policy/routing.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { newReference } from './case-reference.js';
import { type AppropriateAdult, Case, type YesNoNotKnown } from './case.entity.js';
import { enterStage } from './enter-stage.js';
import { keepScoring } from './keep-scoring.js';
import { Offence } from './offence.entity.js';
import type { OffenceInput } from './offence.input.js';
import { caseSubject } from './visible-cases.js';

export type NewCase = {
  readonly childId: string;
  readonly panelAreaId: string;
  readonly offences: readonly OffenceInput[];
  readonly crimeReference: string;
  readonly officer: { readonly name: string; readonly collarNumber: string };
  readonly policeStatus: PoliceStatus;
  readonly bailDate?: string | null | undefined;
  readonly responsibilityStance: ResponsibilityStance;
  readonly evidenceSufficient: YesNoNotKnown;
  readonly policeInformation: string;
  readonly arrestedFor?: string | null | undefined;
  readonly appropriateAdult?: AppropriateAdult | null | undefined;
  readonly noIdentifiableVictimReason?: string | null | undefined;
  readonly cpsAuthority?: CpsAuthority | undefined;
  readonly importId?: string | null | undefined;
};

export type CaseOpened = { readonly caseId: string; readonly reference: string; readonly version: number };

/** Opens a case with its offences, referred today by the actor; part of a unit of work. */
export async function openCase(work: Work, given: NewCase): Promise<CaseOpened> {
  const { tx, actor, now, today } = work;
  const id = newId();
  const reference = await freeReference(tx, today);
  const { childId, panelAreaId, crimeReference, policeStatus, responsibilityStance, evidenceSufficient } = given;
  await tx.insert(Case, {
    ...{ id, reference, childId, panelAreaId, state: firstState, stateSince: now, version: 1 },
    ...{ referredBy: actor.personId, referredAt: now, referredOn: today, importId: given.importId ?? null },
    ...{ crimeReference, officerName: given.officer.name, officerCollarNumber: given.officer.collarNumber },
    ...{ policeStatus, bailDate: given.bailDate ?? null, responsibilityStance, evidenceSufficient },
    ...{ policeInformation: given.policeInformation, cpsAuthority: given.cpsAuthority ?? authorityFor(given) },
    ...{ appropriateAdult: given.appropriateAdult ?? null, allocatedTo: null, allocatedAt: null },
    ...{ noIdentifiableVictimReason: given.noIdentifiableVictimReason ?? null },
    arrestedFor: given.arrestedFor || null,
    ...{ signedOffBy: null, signedOffAt: null, signedOffOn: null },
  });
  for (const [index, offence] of given.offences.entries()) await addOffence(work, id, index + 1, offence);
  await enterStage(work, id, 'CASE', firstState);
  work.record(caseSubject({ id, panelAreaId }), { type: 'CASE_REFERRED', reference });
  return { caseId: id, reference, version: 1 };
}

async function addOffence(work: Work, caseId: string, position: number, given: OffenceInput): Promise<void> {
  const { date, description, gravity } = given;
  const isOnly = isIndictableOnly(given);
  const id = newId();
  await work.tx.insert(Offence, {
    ...{ id, caseId, position, date, description, version: 1 },
    homeOfficeClass: given.homeOfficeClass.toUpperCase(),
    features: given.features ?? null,
    indictableOnly: isOnly === null ? null : Number(isOnly),
    gravityEdition: gravity?.edition ?? null,
    gravityStart: gravity?.startScore ?? null,
    gravityFinal: gravity?.finalScore ?? null,
    gravityFactors: (gravity?.factors ?? []).map(({ code, kind, evidence }) => ({ code, kind, evidence })),
  });
  if (gravity) await keepScoring(work, id, gravity);
}

/** Nobody asked the Crown Prosecution Service yet, or nobody needs to. */
const authorityFor = ({ offences }: NewCase): CpsAuthority =>
  offences.some(mayNeedAuthority) ? 'NOT_KNOWN' : 'NOT_NEEDED';

async function freeReference(tx: EntityManager, today: string): Promise<string> {
  const reference = newReference(today);
  return (await tx.existsBy(Case, { reference })) ? freeReference(tx, today) : reference;
}
