import sql from 'sql-template-tag';
import { isNotStated, notStated } from '../policy/ethnicity.js';
import { rows } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { childSubject } from './add-child.js';
import { ChildEthnicity } from './child.entity.js';
import type { EthnicityInput } from './ethnicity.input.js';

type Stored = Pick<ChildEthnicity, 'childId' | 'code' | 'scheme' | 'source' | 'officerCode' | 'notStatedReason'>;

/**
 * Adds what is now said of a child's ethnicity beside what was recorded before; part of a unit of work. What is already
 * the latest record is not repeated. True when something was recorded.
 */
export async function recordEthnicity(
  work: Work,
  childId: string,
  panelAreaId: string,
  input: EthnicityInput,
): Promise<boolean> {
  const said = asStored(childId, input);
  if (await isLatest(work, said)) return false;
  const { tx, actor, now, record } = work;
  await tx.insert(ChildEthnicity, { id: newId(), ...said, recordedBy: actor.personId, recordedAt: now });
  record(childSubject(childId, panelAreaId), { type: 'ETHNICITY_RECORDED', source: said.source });
  return true;
}

/** The police write NS for what is kept as not stated; a reason belongs to that alone. */
function asStored(childId: string, input: EthnicityInput): Stored {
  const { scheme, source, officerCode = null, notStatedReason = null } = input;
  const isSilent = isNotStated(input.code);
  const code = isSilent ? notStated : input.code;
  return { childId, code, scheme, source, officerCode, notStatedReason: isSilent ? notStatedReason : null };
}

/** The latest both of this record and of the identity, so that it still stands when a match is undone. */
async function isLatest({ tx }: Work, said: Stored): Promise<boolean> {
  const known = await rows<Stored>(
    tx,
    sql`select e."childId", e.code, e.scheme, e.source, e."officerCode", e."notStatedReason"
        from children mine join children k on k."identityId" = mine."identityId"
        join child_ethnicities e on e."childId" = k.id
        where mine.id = ${said.childId} order by e."recordedAt" desc, e.id desc`,
  );
  const latest = [known[0], known.find(({ childId }) => childId === said.childId)];
  return latest.every((one) => one !== undefined && isSame(one, said));
}

const isSame = (one: Stored, other: Stored): boolean =>
  one.code === other.code &&
  one.scheme === other.scheme &&
  one.source === other.source &&
  one.officerCode === other.officerCode &&
  one.notStatedReason === other.notStatedReason;
