import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../../access/access.queries.js';
import { type Actor, may } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import type { Named } from '../../platform/ids.js';
import { submit } from '../../platform/web/form.js';
import { By, Requires } from '../../platform/web/requires.js';
import { CASE_FORM, type CaseForm, CaseForms } from '../case-form.js';
import { caseHead, headIfRead } from '../case-head.view.js';
import { type CaseFound, OpenedCases } from '../find-case.js';
import { conflictFields, liftingFields } from './conflict.fields.js';
import { CaseConflictInput, LiftingInput } from './conflict.input.js';
import { ConflictsQueries } from './conflicts.queries.js';
import { LiftConflict } from './lift-conflict.js';
import { maySpeakForOthers, StepOut } from './step-out.js';

/** Who takes no part in a case, and how somebody steps out of it or is let in again. */
@Controller('cases/:id/conflicts')
export class ConflictsPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly forms: CaseForms,
    private readonly access: AccessQueries,
    private readonly queries: ConflictsQueries,
    private readonly clock: Clock,
    private readonly stepOut: StepOut,
    private readonly liftConflict: LiftConflict,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('cases/views/conflicts')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'CONFLICTS');
    return {
      ...{ title: 'Conflicts of interest', child: caseHead(found, this.clock.today()), back: `/cases/${id}` },
      conflicts: await this.queries.ofCase(id),
      mayLift: may(actor, 'conflict.lift', found.panelAreaId),
    };
  }

  @Get('new')
  @Requires('conflict.declare')
  @Render(CASE_FORM)
  conflict(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'conflict.declare', id, 'CONFLICTS', async (found) => {
      // Whoever steps out may be a victim worker, an agency or an officer, who does not read the case.
      const child = headIfRead(actor, found, this.clock.today());
      return {
        child,
        title: 'Record a conflict of interest',
        caption: found.reference,
        lead: 'The case is closed to that person everywhere: they no longer find it, read it or count it.',
        fields: conflictFields(await this.mayBeConflicted(actor, found)),
        values: { personId: actor.personId },
        submitText: 'Record',
        back: child ? `/cases/${id}/conflicts` : '/',
      };
    });
  }

  @Post('new')
  @Requires('conflict.declare')
  async declare(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: CaseConflictInput): Promise<string> => {
      const { personId } = await this.stepOut.execute(actor, id, input);
      return personId === actor.personId ? '/' : `/cases/${id}/conflicts`;
    };
    const again = () => this.conflict(actor, id);
    const fields = conflictFields([]);
    await submit(response, { fields, body, input: CaseConflictInput, work, again, template: CASE_FORM });
  }

  @Get(':conflictId/lifting')
  @Requires('conflict.lift')
  @Render(CASE_FORM)
  lifting(@By() actor: Actor, @Param('id') id: string, @Param('conflictId') conflictId: string): Promise<CaseForm> {
    return this.forms.show(actor, 'conflict.lift', id, 'CONFLICTS', async () => {
      const conflict = (await this.queries.ofCase(id)).find((one) => one.id === conflictId && one.liftedAt === null);
      if (!conflict) throw new NotFound();
      return {
        title: 'Lift this conflict of interest',
        lead: `${conflict.name} finds the case again, with everything that is in it. What was recorded stays on record.`,
        fields: liftingFields,
        submitText: 'Lift',
        back: `/cases/${id}/conflicts`,
      };
    });
  }

  @Post(':conflictId/lifting')
  @Requires('conflict.lift')
  async lift(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('conflictId') conflictId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: LiftingInput): Promise<string> => {
      await this.liftConflict.execute(actor, id, conflictId, input);
      return `/cases/${id}/conflicts`;
    };
    const again = () => this.lifting(actor, id, conflictId);
    const fields = liftingFields;
    await submit(response, { fields, body, input: LiftingInput, work, again, template: CASE_FORM });
  }

  /** One's own; managers and whoever runs meetings record those of others, whatever their role in the area. */
  private async mayBeConflicted(actor: Actor, { panelAreaId }: CaseFound): Promise<Named[]> {
    if (maySpeakForOthers(actor, panelAreaId)) return this.access.peopleOf(panelAreaId);
    return [{ id: actor.personId, name: actor.name }];
  }
}
