import { Injectable } from '@nestjs/common';
import { headIfRead } from '../cases/case-head.view.js';
import { OpenedCases } from '../cases/find-case.js';
import { signedOffLead } from '../cases/signed-off-lead.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { type FormModel, formPage, type FormOptions } from '../platform/web/form.js';
import { VictimsQueries } from './victims.queries.js';

export const VICTIM_FORM = 'victims/views/victim-form';

@Injectable()
export class VictimForm {
  constructor(
    private readonly opened: OpenedCases,
    private readonly clock: Clock,
    private readonly queries: VictimsQueries,
  ) {}

  /**
   * A form about a case: the case is opened, and who looked recorded, before anything of it is shown. `isPreparation`
   * where saving would take a sign-off away, which is said first.
   */
  async page(actor: Actor, id: string, options: FormOptions, isPreparation = true): Promise<FormModel> {
    const found = await this.opened.open(actor, 'victim.record', id, 'VICTIMS');
    const about = await this.queries.about(id);
    const child = headIfRead(actor, found, this.clock.today());
    const back = `/cases/${id}/victims`;
    const lead = isPreparation ? signedOffLead(found, options.lead) : (options.lead ?? '');
    const form = formPage({ caption: found.reference, submitText: 'Save', back, ...options, lead });
    return { form, ...{ child, about } };
  }
}
