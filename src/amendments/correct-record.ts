import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { RecordCorrection } from '../decisions/amendment.entity.js';
import { conditionIn } from '../outcomes/correct-condition.js';
import { type Correctable, correctableField, recordKinds, type RecordKind } from '../policy/amendments.js';
import { isRealDay } from '../policy/days.js';
import { evaluation } from '../policy/evaluation.js';
import { type Blocker, isPlain, type Lifted, openWith } from '../policy/gate.js';
import { type Actor, may } from '../platform/actor.js';
import { Invalid, refuseShut } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { notPlain } from '../platform/input.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import type { CorrectionInput } from './amendment.input.js';
import { refuseDaysOutOfOrder } from './days-in-order.js';
import { type DecisionRecord, decisionRecords, standingRecord, textAt, wouldRead } from './decision-records.js';
import { followCorrection } from './follow-correction.js';
import { blockersOfRecord } from './gates-again.js';

export type RecordCorrected = {
  correctionId: string;
  caseId: string;
  record: RecordKind;
  field: string;
  before: string;
  after: string;
  version: number;
  overridden: Lifted[];
  /** What it brings that only warns. */
  informed: Blocker[];
};

@Injectable()
export class CorrectRecord {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A slip of the pen is put right beside the record: not the disposal, and never counted as a changed outcome. */
  execute(actor: Actor, caseId: string, input: CorrectionInput): Promise<RecordCorrected> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now } = work;
      const { record: kind, field, whatWasWrong, why, overrides = [] } = input;
      const row = correctableField(kind, field);
      if (!row) throw new Invalid([{ field: 'field', message: 'This cannot be corrected as a slip of the pen' }]);
      const found = await claimCase(work, 'record.correct', caseId, input.version);
      const records = await decisionRecords(tx, caseId);
      const standing = standingRecord(records, kind);
      const { before, after } = refuseFaults(kind, standing, row, input);
      const then = wouldRead(standing!.whole, field, after);
      await refuseDaysOutOfOrder(work, found, records, { kind, field, after });
      const known = (await blockersOfRecord(work, found, kind, standing!.whole)).map(({ code }) => code);
      // A day that is put off warns again, though it was late already.
      const isLater = conditionIn(field)?.part === 'due' && after > before;
      const shutNow = (await blockersOfRecord(work, found, kind, then)).filter(
        ({ code }) => !known.includes(code) || (isLater && code === 'YCC_DEADLINE'),
      );
      const mayOverride = may(actor, 'gate.override', found.panelAreaId);
      const { shut, overridden, informed } = openWith(shutNow, overrides, mayOverride);
      refuseShut(shut);
      const looked = { codes: shutNow.map(({ code }) => code), blockers: shutNow, overrides, may: mayOverride };
      const asked = evaluation({ ...looked, by: actor.personId, at: now, inputs: { field } });
      const correctionId = newId();
      const made = { id: correctionId, caseId, record: kind, subjectId: standing!.id, field, before, after };
      const by = { correctedBy: actor.personId, correctedAt: now };
      const evaluated = shutNow.length > 0 ? JSON.stringify(asked) : null;
      await tx.insert(RecordCorrection, { ...made, whatWasWrong, why, evaluation: evaluated, ...by });
      await followCorrection(work, found, { kind, field, before, after });
      work.record(caseSubject(found), { type: 'RECORD_CORRECTED', kind, field });
      for (const { code } of overridden) work.record(caseSubject(found), { type: 'GATE_OVERRIDDEN', code });
      return { correctionId, caseId, record: kind, field, before, after, version: found.version, overridden, informed };
    });
  }
}

type Texts = { readonly before: string; readonly after: string };

/** A correction changes what is written; it adds nothing that was not, and changes something. */
function refuseFaults(
  kind: RecordKind,
  standing: DecisionRecord | null,
  { kind: asked, limit }: Correctable,
  { field, after }: CorrectionInput,
): Texts {
  const fault = (name: string, message: string) => new Invalid([{ field: name, message }]);
  if (!standing) throw fault('record', `${recordKinds[kind]} is not recorded, or does not stand`);
  const before = textAt(standing, field);
  if (before === '') throw fault('field', 'Nothing is written there, so nothing can be corrected');
  if (asked === 'DAY' && !isRealDay(after)) throw fault('after', 'Enter a real date');
  if (asked === 'NAME' && !isPlain(after)) throw fault('after', notPlain);
  if (after.length > limit) throw fault('after', `Use ${limit.toLocaleString('en-GB')} characters or fewer`);
  if (after === before) throw fault('after', 'This is what stands there already: a correction changes something');
  return { before, after };
}
