import sql from 'sql-template-tag';
import { claim } from '../platform/database/claim.js';
import { row } from '../platform/database/read.js';
import { faultIf, Invalid, NotFound, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { childSubject } from './add-child.js';
import { isPastClosed } from './known-children.js';
import type { BehaviourCorrectionInput, BehaviourInput, BehaviourWithdrawalInput } from './behaviour.input.js';
import { EarlierBehaviour, EarlierBehaviourVersion } from './earlier-behaviour.entity.js';

/** The child as a case or a page knows it. */
type OfChild = {
  /** Of the case in which it is written down. */
  readonly id: string;
  readonly childId: string;
  readonly identityId: string;
  readonly panelAreaId: string;
};

/** Adds something known of the child's past; part of a unit of work. Gives its id. */
export async function addBehaviour(work: Work, child: OfChild, input: BehaviourInput): Promise<string> {
  const { tx, actor, now, record } = work;
  const { id: caseId, childId, panelAreaId } = child;
  const said = await saidIn(work, childId, input);
  const id = newId();
  const recorded = { recordedBy: actor.personId, recordedAt: now, because: null, version: 1 };
  const kept = { withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null };
  await tx.insert(EarlierBehaviour, { id, childId, caseId, panelAreaId, ...said, ...recorded, ...kept });
  const { kind, happenedOn } = said;
  record(childSubject(childId, panelAreaId), { type: 'BEHAVIOUR_RECORDED', kind, happenedOn });
  return id;
}

/** What an item should have said, with why; what it said is kept. Part of a unit of work. Gives the item as it is now. */
export async function correctBehaviour(
  work: Work,
  child: OfChild,
  id: string,
  input: BehaviourCorrectionInput,
): Promise<EarlierBehaviour> {
  const { tx, actor, now, record } = work;
  const found = await claimItem(work, child, id, input.version);
  const said = await saidIn(work, found.childId, input);
  const { childId: _, caseId: __, panelAreaId: ___, ...whole } = found;
  const { withdrawnAt: ____, withdrawnBy: _____, withdrawnBecause: ______, ...before } = whole;
  await tx.insert(EarlierBehaviourVersion, { ...before, id: newId(), itemId: id, version: input.version });
  const changes = { ...said, because: input.because, recordedBy: actor.personId, recordedAt: now };
  await tx.update(EarlierBehaviour, { id }, changes);
  const { kind, happenedOn } = said;
  record(childSubject(found.childId, child.panelAreaId), { type: 'BEHAVIOUR_CORRECTED', kind, happenedOn });
  return Object.assign(found, changes);
}

/** Says of an item that it was wrong, and why; part of a unit of work. Gives the item. */
export async function withdrawBehaviour(
  work: Work,
  child: OfChild,
  id: string,
  { because, version }: BehaviourWithdrawalInput,
): Promise<EarlierBehaviour> {
  const { tx, actor, now, record } = work;
  const found = await claimItem(work, child, id, version);
  const changes = { withdrawnAt: now, withdrawnBy: actor.personId, withdrawnBecause: because };
  await tx.update(EarlierBehaviour, { id }, changes);
  const { kind, happenedOn, childId } = found;
  record(childSubject(childId, child.panelAreaId), { type: 'BEHAVIOUR_WITHDRAWN', kind, happenedOn });
  return found;
}

/** An item of this child, under whichever record of the same child; one that was withdrawn can no longer be changed. */
async function claimItem(work: Work, child: OfChild, id: string, version: number): Promise<EarlierBehaviour> {
  const known = await row<{ withdrawnAt: string | null; isClosed: number }>(
    work.tx,
    sql`select b."withdrawnAt", ${isPastClosed(work.actor, 'b')} as "isClosed"
        from earlier_behaviour b join children k on k.id = b."childId"
        where b.id = ${id} and k."identityId" = ${child.identityId}`,
  );
  if (!known || known.isClosed !== 0) throw new NotFound();
  if (known.withdrawnAt) {
    throw new Invalid([{ field: 'because', message: 'It was withdrawn, and can no longer be changed' }]);
  }
  return claim(work.tx, EarlierBehaviour, { id }, version);
}

type Said = Pick<
  EarlierBehaviour,
  'kind' | 'happenedOn' | 'what' | 'source' | 'sourceGrade' | 'informationGrade' | 'handling' | 'conditions'
>;

/** What was sent, with grades for intelligence alone; refused where the day cannot be or a grade is missing. */
async function saidIn({ tx, today }: Work, childId: string, input: BehaviourInput): Promise<Said> {
  const { kind, happenedOn, what, source } = input;
  const { sourceGrade = null, informationGrade = null, handling = null, conditions = null } = input;
  const born = await row<{ on: string }>(
    tx,
    sql`select k."dateOfBirth" as "on" from children k where k.id = ${childId}`,
  );
  const isGraded = kind === 'INTELLIGENCE';
  const isConditional = isGraded && handling === 'C';
  const errors = [
    ...faultIf(happenedOn > today, 'happenedOn', 'The day must be today or in the past'),
    ...faultIf(happenedOn < (born?.on ?? ''), 'happenedOn', 'Enter a day after the child was born'),
    ...faultIf(isGraded && !sourceGrade, 'sourceGrade', 'Select how good the source is'),
    ...faultIf(isGraded && !informationGrade, 'informationGrade', 'Select how the source knows'),
    ...faultIf(isGraded && !handling, 'handling', 'Select the handling code'),
    ...faultIf(isConditional && !conditions, 'conditions', 'Enter the conditions on sharing it'),
  ];
  refuse(errors);
  const grades = isGraded ? { sourceGrade, informationGrade, handling } : noGrades;
  return { kind, happenedOn, what, source, ...grades, conditions: isConditional ? conditions : null };
}

const noGrades = { sourceGrade: null, informationGrade: null, handling: null };
