import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { settingsOf } from '../access/area-settings.queries.js';
import { blocker } from '../policy/gate.js';
import { drawSample } from '../policy/sampling.js';
import { type Actor, may } from '../platform/actor.js';
import { row, rows } from '../platform/database/read.js';
import { Blocked, Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { registeredIn } from './registered-in.js';
import { ResolutionSample, SampledResolution } from './resolution-sample.entity.js';
import type { ResolutionSampleInput } from './resolution-sample.input.js';

export type ResolutionsDrawn = {
  readonly sampleId: string;
  readonly month: string;
  readonly population: number;
  readonly size: number;
  readonly seed: string;
};

/** Draws from the resolutions that police registered in a month those that the panel reviews, and freezes them. */
@Injectable()
export class DrawResolutionSample {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, input: ResolutionSampleInput): Promise<ResolutionsDrawn> {
    const { panelAreaId, month } = input;
    if (!may(actor, 'resolution-sample.draw', panelAreaId)) throw new NotFound();
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today, now, record } = work;
      if (month >= today.slice(0, 7)) throw refusal('Choose a month that is over');
      await refuseSecond(work, input);
      const { resolutionSample: wanted } = await settingsOf(tx, panelAreaId, today);
      const ids = await populationOf(work, input);
      if (ids.length === 0) throw refusal('No resolution was registered there in this month');
      const seed = input.seed || randomBytes(8).toString('hex');
      const drawn = drawSample(ids, wanted, seed);
      const sampleId = newId();
      await tx.insert(ResolutionSample, {
        ...{ id: sampleId, panelAreaId, month, seed, wanted, population: ids.length },
        ...{ drawnBy: actor.personId, drawnAt: now },
      });
      const items = drawn.map((disposalId, index) => ({ id: newId(), sampleId, disposalId, position: index + 1 }));
      await tx.insert(
        SampledResolution,
        items.map((item) => ({ ...item, version: 1 })),
      );
      const counted = { month, population: ids.length, size: drawn.length };
      record({ type: 'PANEL_AREA', id: panelAreaId, panelAreaId }, { type: 'RESOLUTIONS_SAMPLED', ...counted });
      return { sampleId, ...counted, seed };
    });
  }
}

const refusal = (message: string): Invalid => new Invalid([{ field: 'month', message }]);

/** One sample of a month: a second draw could be repeated until it pleases. */
async function refuseSecond({ tx }: Work, { panelAreaId, month }: ResolutionSampleInput): Promise<void> {
  await rows(tx, sql`update panel_areas set version = version where id = ${panelAreaId}`);
  const first = await row<{ id: string }>(
    tx,
    sql`select s.id from resolution_samples s where s."panelAreaId" = ${panelAreaId} and s.month = ${month}`,
  );
  if (!first) return;
  const found = blocker('WRONG_STATE', `/resolution-samples/${first.id}`);
  throw new Blocked([{ ...found, message: 'The resolutions of this month were drawn already' }]);
}

async function populationOf({ tx }: Work, { panelAreaId, month }: ResolutionSampleInput): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    sql`select d.id from earlier_disposals d where d."panelAreaId" = ${panelAreaId} and ${registeredIn(month, month)}`,
  );
  return found.map(({ id }) => id);
}
