import { Injectable } from '@nestjs/common';
import { type CaseHead, caseHead } from '../cases/case-head.view.js';
import { type CaseFound, OpenedCases } from '../cases/find-case.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { sideCodes, sideOf } from '../policy/escalation.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { type FormModel, type FormPage, formPage } from '../platform/web/form.js';
import type { Field } from '../platform/web/form-fields.js';
import { acknowledgementFields, escalationFields, namingFields, seniorViewFields } from './escalation.fields.js';
import { escalationsOf } from './escalations.queries.js';
import { ladderOf } from './ladder-of.js';
import { ableFor, keptOutOf, seatOf, seatsByLadder, seniorsFor } from './seniors.js';
import { asSeen, escalationViews, type SeenEscalation } from './escalations.view.js';

type Page = FormModel & {
  readonly title: string;
  readonly child: CaseHead;
  readonly mayAnswer: boolean;
  /** Where somebody is named who is asked; null for those who do not, or where nobody is waited for. */
  readonly toName: string | null;
  readonly mayAcknowledge: boolean;
  readonly acknowledgement: FormPage;
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

  /** What is asked of whoever escalates a case: the pair too, as far as the first step of the ladder names nobody. */
  async escalateFields(actor: Actor, found: CaseFound): Promise<Field[]> {
    const { source } = this.read;
    const [first] = await ladderOf(source, found.panelAreaId, this.clock.now());
    const [seniors, keptOut] = [await seniorsFor(source, found), await keptOutOf(source, found.id, actor.personId)];
    const seats = first && seatsByLadder(first, seniors, keptOut);
    const empty = sideCodes.filter((side) => !seats?.[seatOf[side]]);
    return escalationFields(Object.fromEntries(empty.map((side) => [side, ableFor(side, seniors, keptOut)])));
  }

  /** What is asked of whoever names a senior. */
  async namingFields(found: CaseFound): Promise<Field[]> {
    const { source } = this.read;
    const [seniors, keptOut] = [await seniorsFor(source, found), await keptOutOf(source, found.id)];
    return namingFields(sideCodes.flatMap((side) => ableFor(side, seniors, keptOut)));
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
    const keptOut = await keptOutOf(this.read.source, id);
    const side = step && sideOf({ ...step, actorId: actor.personId, given, keptOut });
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
      toName: isUnderWay && step && mayHere('escalation.name-senior') ? `${at}/escalations/senior` : null,
      acknowledgement: formPage({
        ...{
          title: 'Take note of this for the panel',
          fields: acknowledgementFields,
          version: found.version,
          back: at,
        },
        ...{ action: `${at}/escalations/acknowledgement`, submitText: 'Take note of this for the panel' },
      }),
      mayAcknowledge: all.some(({ end }) => end?.acknowledgedAt === null) && mayHere('escalation.acknowledge'),
      escalations: escalationViews(asSeen(all, actor.personId), isUnderWay, today),
    };
  }
}
