import sql from 'sql-template-tag';
import { type LadderStep, usualLadder } from '../policy/escalation.js';
import { dayOf } from '../platform/clock.js';
import { fromJson, row, rows, type Source } from '../platform/database/read.js';

export type LadderFound = {
  readonly id: string;
  readonly fromDay: string;
  readonly steps: readonly LadderStep[];
  readonly reason: string;
  readonly writtenBy: string;
  readonly writtenAt: string;
};

/**
 * The ladder of a panel area at an instant: what it had written by then, last, for a day not after it, or the usual one.
 * What is written later, though for the same day, changes nothing of what began before. One statement.
 */
export async function ladderOf(source: Source, panelAreaId: string, at: string): Promise<readonly LadderStep[]> {
  const found = await row<{ steps: string }>(
    source,
    sql`select l.steps from escalation_ladders l
        where l."panelAreaId" = ${panelAreaId} and l."fromDay" <= ${dayOf(at)} and l."writtenAt" <= ${at}
        order by l."fromDay" desc, l.id desc limit 1`,
  );
  return fromJson<readonly LadderStep[]>(found?.steps, usualLadder);
}

/** Every ladder an area wrote, the latest day first. */
export async function laddersOf(source: Source, panelAreaId: string): Promise<LadderFound[]> {
  const found = await rows<Omit<LadderFound, 'steps'> & { steps: string }>(
    source,
    sql`select l.id, l."fromDay", l.steps, l.reason, p.name as "writtenBy", l."writtenAt"
        from escalation_ladders l join people p on p.id = l."writtenBy"
        where l."panelAreaId" = ${panelAreaId} order by l."fromDay" desc, l.id desc`,
  );
  return found.map((one) => ({ ...one, steps: fromJson<readonly LadderStep[]>(one.steps, []) }));
}
