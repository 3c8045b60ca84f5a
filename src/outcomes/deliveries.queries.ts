import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type DecidedBefore, decidedBefore } from '../assessments/reading/decided-before.queries.js';
import { type DecisionOf, decisionOf } from '../decisions/decision-of.js';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import { editionAt } from '../policy/disposal-book.js';
import { type Completion, completionOf, type EndReason } from '../policy/delivery.js';
import { followsNotTakingPart } from '../policy/not-taking-part.js';
import { fromJson, type InText, Read } from '../platform/database/read.js';
import type { Named } from '../platform/ids.js';
import type { Delivery, DeliveryAction, PastDelivery } from './delivery.entity.js';

/** What somebody said of its end; null while it goes on. */
export type CompletionFound = {
  readonly completed: Completion;
  readonly reasonCode: EndReason | null;
  readonly reason: string | null;
  readonly endedOn: string | null;
  readonly by: Named | null;
  readonly at: string | null;
};

type Returned = Pick<
  DecidedBefore,
  'disposal' | 'name' | 'decidedOn' | 'returnedAt' | 'returnedByName' | 'returnedBecause'
>;

/** `returned` is the decision from which the case went back to the panel, and why; null where that is not why it is kept. */
export type PastDeliveryFound = Omit<PastDelivery, 'caseId' | 'endedBy' | 'outcomeId' | 'ownerId' | 'keptBy'> & {
  readonly returned: Returned | null;
  readonly keptByName: string | null;
};

/** With no status and version 0 where nothing is recorded yet; `past` is how it stood before. */
export type DeliveryFound = Omit<Delivery, 'status' | 'endedBy' | 'endReason' | 'endRecordedAt' | 'agreedAt'> & {
  readonly status: Delivery['status'] | null;
  readonly ownerName: string | null;
  readonly completion: CompletionFound | null;
  readonly past: readonly PastDeliveryFound[];
  /** The police decision that is delivered; null where there is none, or the case went back from it. */
  readonly decisionId: string | null;
  /** What follows when the child does not take part; null before police decided. */
  readonly notTakingPart: {
    readonly message: string;
    readonly source: string;
    readonly checkedOn: string | null;
  } | null;
};

type Row = InText<Omit<Delivery, 'agreedAt'>, 'actions'> & {
  readonly ownerName: string | null;
  readonly endedByName: string | null;
};

const none = {
  ...{ status: null, ownerId: null, ownerName: null, startedOn: null, dueOn: null, endedOn: null, completion: null },
  ...{ notCompletedReason: null, version: 0 },
};

@Injectable()
export class DeliveriesQueries {
  constructor(private readonly read: Read) {}

  async delivery(caseId: string): Promise<DeliveryFound> {
    const [found, past, decided, before] = await Promise.all([
      this.read.row<Row>(
        sql`select y."caseId", y.status, y."ownerId", p.name as "ownerName", y."startedOn", y."dueOn", y."endedOn",
                   y."endReason", y."endedBy", q.name as "endedByName", y."endRecordedAt", y.actions,
                   y."notCompletedReason", y.version
            from deliveries y left join people p on p.id = y."ownerId" left join people q on q.id = y."endedBy"
            where y."caseId" = ${caseId}`,
      ),
      this.read.rows<InText<Omit<PastDeliveryFound, 'returned'>, 'actions'>>(
        sql`select y.id, y.because, y."decisionId", y."changedBecause", y.status, y."startedOn", y."dueOn", y."endedOn",
                   y."endReason", y."endRecordedAt", y.actions, y."notCompletedReason", p.name as "keptByName", y."keptAt"
            from past_deliveries y left join people p on p.id = y."keptBy" where y."caseId" = ${caseId} order by y.id desc`,
      ),
      decisionOf(this.read.source, caseId),
      decidedBefore(this.read.source, caseId),
    ]);
    const latest = decided?.decision;
    const decision = before.some(({ id }) => id === latest?.id) ? null : (latest ?? null);
    const beside = {
      past: past.map((one) => ({ ...one, actions: actionsIn(one.actions), returned: returnedIn(before, one) })),
      decisionId: decision?.id ?? null,
      notTakingPart: await this.follows(decision),
    };
    return found ? { ...shown(found), ...beside } : { caseId, ...none, actions: [], ...beside };
  }

  /** By the edition under which it was decided; the rule book's own needs no statement. */
  private async follows(decided: DecisionOf['decision']): Promise<DeliveryFound['notTakingPart']> {
    if (!decided) return null;
    const { disposal, edition } = decided;
    const held = edition > 0 ? editionAt(await storedEditions(this.read.source), disposal, edition) : null;
    const found = followsNotTakingPart(disposal, held);
    return found && { message: found.message, source: found.source.citation, checkedOn: found.source.checkedOn };
  }
}

function returnedIn(before: readonly DecidedBefore[], { decisionId }: { decisionId: string | null }): Returned | null {
  const found = before.find(({ id }) => id === decisionId);
  if (!found) return null;
  const { disposal, name, decidedOn, returnedAt, returnedByName, returnedBecause } = found;
  return { disposal, name, decidedOn, returnedAt, returnedByName, returnedBecause };
}

const actionsIn = (text: string): readonly DeliveryAction[] => fromJson<DeliveryAction[]>(text, []);

function shown({
  endReason,
  endedBy,
  endedByName,
  endRecordedAt,
  ...found
}: Row): Omit<DeliveryFound, 'past' | 'decisionId' | 'notTakingPart'> {
  const completed = completionOf(found.status);
  const { endedOn, notCompletedReason: reason } = found;
  const by = endedBy ? { id: endedBy, name: endedByName ?? '' } : null;
  return {
    ...found,
    actions: actionsIn(found.actions),
    completion: completed && { completed, reasonCode: endReason, reason, endedOn, by, at: endRecordedAt },
  };
}
