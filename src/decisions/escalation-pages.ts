import { Injectable } from '@nestjs/common';
import { type CaseHead, caseHead } from '../cases/case-head.view.js';
import { OpenedCases } from '../cases/find-case.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { sideOf } from '../policy/escalation.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { type FormModel, formPage } from '../platform/web/form.js';
import type { Field } from '../platform/web/form-fields.js';
import { seniorViewFields } from './escalation.fields.js';
import { escalationsOf } from './escalations.queries.js';
import { asSeen, escalationViews, type SeenEscalation } from './escalations.view.js';

type Page = FormModel & {
  readonly title: string;
  readonly child: CaseHead;
  readonly mayAnswer: boolean;
  readonly mayAcknowledge: boolean;
  readonly escalations: readonly object[];
};

/** What stands on the page of a case's disagreements, and what the API answers of them. */
@Injectable()
export class EscalationPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  /** With the disposals that hold today. */
  async viewFields(): Promise<Field[]> {
    const today = this.clock.today();
    return seniorViewFields(await disposalBook(this.read.source, today), today);
  }

  async seen(actor: Actor, id: string): Promise<SeenEscalation[]> {
    await this.opened.open(actor, 'case.read', id, 'THE_ESCALATION');
    return asSeen(await escalationsOf(this.read.source, id), actor.personId);
  }

  async page(actor: Actor, id: string): Promise<Page> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_ESCALATION');
    const all = await escalationsOf(this.read.source, id);
    const isUnderWay = found.state === 'ESCALATED';
    const step = all[0]?.steps.find(({ endedAt }) => endedAt === null);
    const given = step?.views.map(({ side, by }) => ({ side, personId: by.id }));
    const side = step && sideOf({ ...step, actorId: actor.personId, agency: actor.agency, given });
    const today = this.clock.today();
    const mayHere = (permission: Parameters<typeof may>[1]) => may(actor, permission, found.panelAreaId);
    const at = `/cases/${id}`;
    const form = formPage({
      ...{ title: 'Your view', fields: await this.viewFields(), version: found.version, back: at },
      ...{ action: `${at}/escalations`, submitText: 'Give your view' },
    });
    return {
      ...{ title: 'Disagreement', child: caseHead(found, today), form },
      mayAnswer: isUnderWay && Boolean(side) && mayHere('escalation.settle'),
      mayAcknowledge: all.some(({ end }) => end?.acknowledgedAt === null) && mayHere('escalation.acknowledge'),
      escalations: escalationViews(asSeen(all, actor.personId), isUnderWay, today),
    };
  }
}
