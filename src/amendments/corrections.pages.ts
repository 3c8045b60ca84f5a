import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import { overridable } from '../panels/overridable.js';
import { type Correctable, correctableField, type RecordKind, recordKinds } from '../policy/amendments.js';
import { blocker } from '../policy/gate.js';
import type { Option } from '../policy/questions/question-set.js';
import { type Actor, may } from '../platform/actor.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { correctionFields } from './amendment.fields.js';
import { CorrectionHead } from './amendment.input.js';
import { CorrectRecord } from './correct-record.js';
import { type DecisionRecord, decisionRecords, nameIn, standingRecord, textAt } from './decision-records.js';
import { kindFrom } from './decision-history.view.js';

/** One slip of the pen in one record, put right. */
@Controller('cases/:id/corrections/:record/:field')
export class CorrectionsPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly read: Read,
    private readonly correctRecord: CorrectRecord,
  ) {}

  @Get()
  @Requires('record.correct')
  @Render(CASE_FORM)
  correcting(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('record') record: string,
    @Param('field') field: string,
  ): Promise<CaseForm> {
    const { kind, row } = named(record, field);
    return this.forms.show(actor, 'record.correct', id, 'A_CORRECTION', async (found) => {
      const standing = standingRecord(await decisionRecords(this.read.source, id), kind);
      if (!standing || textAt(standing, field) === '') throw new NotFound();
      const liftable = askedAgain(standing, may(actor, 'gate.override', found.panelAreaId));
      return {
        title: `Correct a slip of the pen: ${recordKinds[kind].toLowerCase()}`,
        lead: 'For a wrong word, day or spelling. What was decided stays what it was: a decision found wrong is reviewed. Both texts stay side by side.',
        fields: correctionFields({ ...row, name: nameIn(standing, field) ?? row.name }, liftable),
        values: { after: textAt(standing, field) },
        submitText: 'Correct',
        back: `/cases/${id}/decision-history`,
      };
    });
  }

  @Post()
  @Requires('record.correct')
  async correct(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('record') record: string,
    @Param('field') field: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { kind, row } = named(record, field);
    const work = async (input: CorrectionHead): Promise<string> => {
      await this.correctRecord.execute(actor, id, { ...input, record: kind, field });
      return `/cases/${id}/decision-history`;
    };
    const again = () => this.correcting(actor, id, record, field);
    const fields = correctionFields(row, [{ value: '', label: '' }]);
    await submit(response, { fields, body, input: CorrectionHead, work, again, template: CASE_FORM });
  }
}

function named(record: string, field: string): { kind: RecordKind; row: Correctable } {
  const kind = kindFrom(record);
  const row = kind && correctableField(kind, field);
  if (!row) throw new NotFound();
  return { kind, row };
}

/**
 * The gates that another day could shut, for the list of those that may be passed over: those of the disposal in the
 * edition that the record was made under.
 */
function askedAgain({ kind, disposal, whole }: DecisionRecord, mayOverride: boolean): Option[] {
  const row = whole.disposalThen?.row;
  if (kind === 'RECOMMENDATION' || !row) return [];
  return overridable(
    [...row.rules, ...row.outcomeRules].map((code) => blocker(code, '', { disposal })),
    mayOverride,
  );
}
