import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { faultsInEditionDays } from '../policy/disposal-changes.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { ShownFirst } from '../platform/errors.js';
import { type FormModel, type FormOptions, formPage, type Submission, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { changeFields, endFields, newFields, newValues, valuesOf } from './disposal.fields.js';
import { DisposalChangeInput, DisposalEndInput, NewDisposalInput, PreviewedQuery } from './disposal.input.js';
import { DisposalQueries } from './disposals.queries.js';
import { touchedShown } from './disposals.view.js';
import { PreviewDisposal, type Previewed } from './preview-disposal.js';
import { proposedRow } from './proposed-row.js';
import { WriteDisposal } from './write-disposal.js';

const FORM = 'disposals/views/disposal-form';

/** Adding, changing and ending a disposal: what it touches is shown before it is saved. */
@Controller('disposals')
export class DisposalChangePages {
  constructor(
    private readonly queries: DisposalQueries,
    private readonly preview: PreviewDisposal,
    private readonly write: WriteDisposal,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Requires('disposal.administer')
  @Render(FORM)
  toAdd(): FormModel {
    const values = newValues(this.clock.today());
    return modelOf({ title: 'Add a disposal', fields: newFields, values, version: 0, back: '/disposals' });
  }

  @Post('new')
  @Requires('disposal.administer')
  async add(
    @By() actor: Actor,
    @Query() { previewed }: PreviewedQuery,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await submitShown(response, {
      ...{ fields: newFields, body, input: NewDisposalInput, previewed },
      show: (input) => this.preview.of(proposedRow(input.code, input), input.fromDay),
      save: (input) => this.write.add(actor, input),
      again: async () => this.toAdd(),
    });
  }

  @Get(':code/change')
  @Requires('disposal.administer')
  @Render(FORM)
  async toChange(@Param('code') code: string): Promise<FormModel> {
    const { latest } = await this.queries.disposal(code);
    const values = { ...valuesOf(latest.row), fromDay: this.clock.today() };
    const form = { title: `Change: ${latest.row.name}`, fields: changeFields(code), values };
    return modelOf({ ...form, version: latest.edition, back: `/disposals/${code}` });
  }

  @Post(':code/change')
  @Requires('disposal.administer')
  async change(
    @By() actor: Actor,
    @Param('code') code: string,
    @Query() { previewed }: PreviewedQuery,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await submitShown(response, {
      ...{ fields: changeFields(code), body, input: DisposalChangeInput, previewed },
      show: (input) => this.preview.of(proposedRow(code, input), input.fromDay),
      save: (input) => this.write.change(actor, code, input),
      again: () => this.toChange(code),
    });
  }

  @Get(':code/end')
  @Requires('disposal.administer')
  @Render(FORM)
  async toEnd(@Param('code') code: string): Promise<FormModel> {
    const { latest, inForce } = await this.queries.disposal(code);
    const title = `End: ${(inForce ?? latest).row.name}`;
    return modelOf({ title, fields: endFields, version: latest.edition, back: `/disposals/${code}` });
  }

  @Post(':code/end')
  @Requires('disposal.administer')
  async end(
    @By() actor: Actor,
    @Param('code') code: string,
    @Query() { previewed }: PreviewedQuery,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const show = async ({ validTo }: DisposalEndInput): Promise<Previewed> => {
      const { latest, inForce } = await this.queries.disposal(code);
      return this.preview.of({ ...(inForce ?? latest).row, validTo }, this.clock.today(), faultsInEditionDays);
    };
    const save = (input: DisposalEndInput) => this.write.end(actor, code, input);
    const again = () => this.toEnd(code);
    await submitShown(response, { fields: endFields, body, input: DisposalEndInput, previewed, show, save, again });
  }
}

const modelOf = (options: FormOptions): FormModel => ({
  form: formPage({ ...options, submitText: 'See what it touches' }),
});

type SubmissionShown<Input extends object> = Omit<Submission<Input>, 'work' | 'template'> & {
  readonly previewed: string | undefined;
  readonly show: (input: Input) => Promise<Previewed>;
  readonly save: (input: Input) => Promise<{ readonly code: string }>;
};

/** Takes a posted change: what it touches is shown first, and only what was shown is saved. */
async function submitShown<Input extends object>(
  response: Response,
  { previewed, show, save, again, ...sent }: SubmissionShown<Input>,
): Promise<void> {
  let shown: Previewed | undefined;
  const work = async (input: Input): Promise<string> => {
    shown = await show(input);
    if (previewed !== shown.mark) throw new ShownFirst();
    const { code } = await save(input);
    return `/disposals/${code}`;
  };
  await submit(response, { ...sent, work, again: async () => withPreview(await again(), shown), template: FORM });
}

/** Sent again as it is, it is saved; changed, it is shown first once more. */
function withPreview({ form }: FormModel, shown: Previewed | undefined): FormModel {
  if (!shown) return { form };
  const action = `?previewed=${shown.mark}`;
  const model = { form: formPage({ ...form, action, submitText: 'Save' }), touched: touchedShown(shown) };
  return model;
}
