import { Injectable } from '@nestjs/common';
import { ChildRecords } from '../children/child-record.js';
import type { Actor } from '../platform/actor.js';
import type { Listed } from '../platform/database/keyset.js';
import { Views } from '../platform/trail/views.js';
import type { AreaListInput } from '../platform/web/list.input.js';
import {
  ResolutionSamplesQueries,
  type ReviewFound,
  type SampledFound,
  type SampleFound,
} from './resolution-samples.queries.js';

type Opened = {
  readonly found: SampledFound;
  readonly reviews: readonly ReviewFound[];
  readonly child: Awaited<ReturnType<ChildRecords['disposals']>>;
};

/** Shows samples and their resolutions; whoever sees children named is on record first. */
@Injectable()
export class OpenSample {
  constructor(
    private readonly queries: ResolutionSamplesQueries,
    private readonly records: ChildRecords,
    private readonly views: Views,
  ) {}

  list(actor: Actor, input: AreaListInput): Promise<Listed<SampleFound>> {
    return this.queries.samples(actor, input);
  }

  async sample(actor: Actor, id: string): Promise<{ sample: SampleFound; resolutions: SampledFound[] }> {
    const sample = await this.queries.sample(actor, id);
    const resolutions = await this.queries.resolutions(actor, id);
    const { panelAreaId } = sample;
    const subject = { type: 'PANEL_AREA', id: panelAreaId, panelAreaId } as const;
    await this.views.looked(actor, subject, { type: 'RESOLUTIONS_LISTED', found: resolutions.length });
    return { sample, resolutions };
  }

  async resolution(actor: Actor, sampleId: string, id: string): Promise<Opened> {
    const found = await this.queries.resolution(actor, 'resolution-sample.read', sampleId, id);
    const child = await this.records.disposals(actor, 'resolution-sample.read', found.childId);
    return { found, child, reviews: await this.queries.reviews(id) };
  }
}
