import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { isRecused, isRestricted } from '../../access/open-cases.js';
import type { Actor } from '../../platform/actor.js';
import { row, rows } from '../../platform/database/read.js';
import { Invalid, TooManyTries } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { UnitOfWork, type Work } from '../../platform/unit-of-work.js';
import { readReference } from '../case-reference.js';
import { caseSubject, permittedCases } from '../visible-cases.js';
import { GlassBreak, GlassTry } from './restriction.entity.js';
import type { OpeningInput } from './restriction.input.js';

export type CaseOpened = { readonly caseId: string; readonly endsAt: string };

type Answer = CaseOpened | 'NOTHING' | 'TOO_MANY';
type Found = { readonly id: string; readonly panelAreaId: string; readonly restrictionId: string };

const AN_HOUR = 3_600_000;
/** Tries in an hour, whether they opened anything or not. */
const TRIES = 5;

/** The same words for a reference that is wrong, one of a case that is not restricted, and one that is not theirs to open. */
const NOTHING = 'No case is opened in this way by this reference. Check it, or ask a panel team manager.';

const hoursFrom = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * AN_HOUR).toISOString();

/**
 * Opens a restricted case for an hour to somebody who is not named on it, but whose role would open it and who knows its
 * reference. The reason is kept, the managers named are told, and every try is on the trail. Source: security checklist 41.
 */
@Injectable()
export class OpenRestricted {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(actor: Actor, { reference, reason }: OpeningInput): Promise<CaseOpened> {
    const answer = await this.unitOfWork.run<Answer>(actor, async (work) => {
      const found = (await isTooOften(work)) ? 'TOO_MANY' : await caseBehind(work, reference);
      if (found === 'TOO_MANY' || found === null) {
        work.record({ type: 'PERSON', id: actor.personId, panelAreaId: null }, { type: 'RESTRICTED_CASE_NOT_OPENED' });
        return found ?? 'NOTHING';
      }
      const { id: caseId, restrictionId } = found;
      const endsAt = hoursFrom(work.now, 1);
      const opened = { personId: actor.personId, reason, brokenAt: work.now, endsAt };
      await work.tx.insert(GlassBreak, { ...{ id: newId(), caseId, restrictionId }, ...opened });
      work.record(caseSubject(found), { type: 'RESTRICTED_CASE_OPENED', endsAt });
      return { caseId, endsAt };
    });
    // Said after the try is on record: what is thrown within the unit would take that back.
    if (answer === 'TOO_MANY') throw new TooManyTries();
    if (answer === 'NOTHING') throw new Invalid([{ field: 'reference', message: NOTHING }]);
    return answer;
  }
}

/** Counts this try too, in the database, so that neither a restart nor a second server forgets it. */
async function isTooOften({ tx, actor: { personId }, now }: Work): Promise<boolean> {
  await rows(tx, sql`update people set version = version where id = ${personId}`);
  const tried = await row<{ tries: number }>(
    tx,
    sql`select cast(count(*) as integer) as "tries" from glass_tries t
        where t."personId" = ${personId} and t.at > ${hoursFrom(now, -1)}`,
  );
  if ((tried?.tries ?? 0) >= TRIES) return true;
  await tx.insert(GlassTry, { id: newId(), personId, at: now });
  return false;
}

const caseBehind = ({ tx, actor }: Work, reference: string): Promise<Found | null> =>
  row<Found>(
    tx,
    sql`select c.id, c."panelAreaId", r.id as "restrictionId"
        from cases c join case_restrictions r on r."caseId" = c.id and r."liftedAt" is null
        where c.reference = ${readReference(reference)} and ${permittedCases(actor, 'restricted-case.open')}
          and ${isRestricted(actor, sql`c.id`)} and not ${isRecused(actor, sql`c.id`)}`,
  );
