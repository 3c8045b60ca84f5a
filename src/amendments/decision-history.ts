import { Injectable } from '@nestjs/common';
import { settingsOf } from '../access/area-settings.queries.js';
import type { CaseFound } from '../cases/find-case.js';
import type { CorrectionFound, ReviewFound, UndoingFound } from '../decisions/amendments.queries.js';
import type { PoliceDecisionFound } from '../decisions/decisions.queries.js';
import { type RecommendationRead, RecommendationsRead } from '../decisions/recommendations-read.js';
import type { OutcomeFound } from '../outcomes/outcomes.queries.js';
import { recordOfState, type RecordKind, type RecordStanding, undoBlockers, undoUntil } from '../policy/amendments.js';
import { actionsFrom } from '../policy/lifecycle.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import type { Named } from '../platform/ids.js';
import { builtUpon } from './built-upon.js';
import { type DecisionRecord, decisionRecords } from './decision-records.js';

export type HistoryItem = {
  readonly record: RecordKind;
  readonly id: string;
  readonly disposal: string;
  readonly disposalName: string;
  readonly day: string;
  readonly madeBy: Named;
  readonly madeAt: string;
  readonly standing: RecordStanding;
  readonly undoing: Omit<UndoingFound, 'record' | 'subjectId'> | null;
  readonly corrections: readonly Omit<CorrectionFound, 'record' | 'subjectId'>[];
  /** The review with which it fell. */
  readonly review: ReviewFound | null;
};

/** One of them as it was recorded, with every reason in it, whether or not it still counts. */
export type WholeRecord = HistoryItem & { readonly whole: RecommendationRead | PoliceDecisionFound | OutcomeFound };

/** What the reader may do about what was decided: until when they can take their slip back, and whether correct or review. */
export type Open = { readonly undoUntil: string | null; readonly mayCorrect: boolean; readonly mayReview: boolean };

export type DecisionHistory = {
  readonly items: readonly HistoryItem[];
  readonly open: Open;
  readonly records: readonly DecisionRecord[];
};

/** Everything decided in a case, what became of it, and what the reader may do about it. */
@Injectable()
export class DecisionHistories {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly recommendations: RecommendationsRead,
  ) {}

  /** What does not count any more can still be read, since whoever assures a decision must see what it replaced. */
  async whole(actor: Actor, found: CaseFound, recordId: string): Promise<WholeRecord> {
    const { items, records } = await this.of(actor, found);
    const item = items.find(({ id }) => id === recordId);
    const record = records.find(({ id }) => id === recordId);
    if (!item || !record) throw new NotFound();
    if (record.kind !== 'RECOMMENDATION') return { ...item, whole: record.whole as PoliceDecisionFound | OutcomeFound };
    // What a victim who withdrew had said is left out of it, as on its own page.
    const whole = (await this.recommendations.of(actor, found)).find(({ id }) => id === recordId);
    if (!whole) throw new NotFound();
    return { ...item, whole };
  }

  async of(actor: Actor, found: CaseFound): Promise<DecisionHistory> {
    const { records, amendments } = await decisionRecords(this.read.source, found.id);
    const items = records.map(({ kind, whole: _, ...one }) => ({
      record: kind,
      ...one,
      undoing: firstOf(amendments.undoings.filter(({ subjectId }) => subjectId === one.id)),
      corrections: amendments.corrections
        .filter(({ subjectId }) => subjectId === one.id)
        .map(({ record: __, subjectId: ___, ...correction }) => correction),
      review: amendments.reviews.find(({ id }) => id === amendments.superseded.get(one.id)) ?? null,
    }));
    return { items, records, open: await this.open(actor, found, records) };
  }

  private async open(actor: Actor, found: CaseFound, records: readonly DecisionRecord[]): Promise<Open> {
    const { panelAreaId, state } = found;
    const standing = records.filter((one) => one.standing === 'STANDING');
    const mayReview = actionsFrom(state).includes('REVIEW') && may(actor, 'record.review', panelAreaId);
    return {
      undoUntil: await this.undoUntil(actor, found, standing),
      mayCorrect: standing.length > 0 && may(actor, 'record.correct', panelAreaId),
      mayReview: mayReview && standing.length > 0,
    };
  }

  private async undoUntil(
    actor: Actor,
    { id, state, panelAreaId }: CaseFound,
    standing: readonly DecisionRecord[],
  ): Promise<string | null> {
    const slip = standing.find(({ kind }) => kind === recordOfState[state]);
    if (!slip || !actionsFrom(state).includes('UNDO') || !may(actor, 'record.undo', panelAreaId)) return null;
    const { source } = this.read;
    const { undoMinutes: minutes } = await settingsOf(source, panelAreaId, this.clock.today());
    const who = { actorId: actor.personId, recordedBy: slip.madeBy.id };
    const times = { recordedAt: slip.madeAt, now: this.clock.now(), minutes };
    const shut = undoBlockers({ caseId: id, ...who, ...times, builtUpon: await builtUpon(source, id, slip) });
    return shut.length > 0 ? null : undoUntil(slip.madeAt, minutes);
  }
}

function firstOf([one]: readonly UndoingFound[]): HistoryItem['undoing'] {
  if (!one) return null;
  const { record: _, subjectId: __, ...undoing } = one;
  return undoing;
}
