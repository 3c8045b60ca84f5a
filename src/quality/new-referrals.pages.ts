import { Controller, Get, Query, Render } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { AccessQueries } from '../access/access.queries.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { usualPeriod } from '../policy/new-referrals.js';
import { Clock } from '../platform/clock.js';
import { type FieldError, Invalid } from '../platform/errors.js';
import type { Named } from '../platform/ids.js';
import { typedFrom } from '../platform/web/form-body.js';
import { errorsInWords } from '../platform/web/form-errors.js';
import { By, Requires } from '../platform/web/requires.js';
import { NewReferralsInput } from './new-referrals.input.js';
import { type NewReferralsMeasured, NewReferralsReport } from './new-referrals.report.js';
import { newReferralsFields, newReferralsPage } from './new-referrals.view.js';

@Controller('measures/new-referrals')
export class NewReferralsPages {
  constructor(
    private readonly access: AccessQueries,
    private readonly report: NewReferralsReport,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('measure.read')
  @Render('quality/views/new-referrals')
  async measure(@By() actor: Actor, @Query() query: Record<string, unknown>): Promise<object> {
    const areas = await this.access.panelAreas(areasWhere(actor, 'measure.read'));
    const fields = newReferralsFields(areas);
    const typed = typedFrom(fields, query);
    const input = plainToInstance(NewReferralsInput, typed);
    if (Object.keys(typed).length === 0) return this.usual(actor, areas);
    const faults = errorsInWords(fields, await validate(input, { whitelist: true, forbidNonWhitelisted: true }));
    const { measured, errors } = faults.length > 0 ? { measured: null, errors: faults } : await this.of(actor, input);
    return newReferralsPage(input, measured, areas, errors);
  }

  /** What is shown before anybody chose: the last two years of the first panel area of the reader. */
  private async usual(actor: Actor, areas: readonly Named[]): Promise<object> {
    const period = usualPeriod(this.clock.today());
    const [area] = areas;
    if (!area) return newReferralsPage(period, null, areas, []);
    const { measured, errors } = await this.of(actor, { panelAreaId: area.id, ...period });
    return newReferralsPage({ panelAreaId: area.id, ...period }, measured, areas, errors, true);
  }

  private async of(
    actor: Actor,
    input: NewReferralsInput,
  ): Promise<{ measured: NewReferralsMeasured | null; errors: readonly FieldError[] }> {
    try {
      return { measured: await this.report.of(actor, input), errors: [] };
    } catch (refusal) {
      if (refusal instanceof Invalid) return { measured: null, errors: refusal.errors };
      throw refusal;
    }
  }
}
