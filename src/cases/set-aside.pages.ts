import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ChildRecords } from '../children/child-record.js';
import { childHead } from '../children/child.view.js';
import { setAsideFields } from '../children/disposal.fields.js';
import { SetAsideInput } from '../children/disposal.input.js';
import { childInScope } from '../children/find-child.js';
import { disposalName } from '../policy/disposals.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { dayInWords } from '../platform/web/words.js';
import { CASE_FORM } from './case-form.js';
import { SetDisposalAside } from './set-disposal-aside.js';

const REOPENS = 'If a case of this child is signed off already, it goes back to preparation.';
const ways = {
  'set-aside': {
    ...{
      isAside: true,
      title: 'Set an earlier disposal aside',
      ask: 'What is wrong with it?',
      submitText: 'Set aside',
    },
    lead: `For one that was recorded wrongly or twice. It counts no longer, and stays on the child’s record with your reason. ${REOPENS}`,
  },
  'set-aside-undo': {
    ...{ isAside: false, title: 'Count an earlier disposal again', ask: 'Why does it count after all?' },
    ...{
      submitText: 'Count it again',
      lead: `That it was set aside, and why, stays on the child’s record. ${REOPENS}`,
    },
  },
} as const;

const wayNamed = (name: string) => {
  if (!Object.hasOwn(ways, name)) throw new NotFound();
  return ways[name as keyof typeof ways];
};

/** What was recorded wrongly of a child’s past is set aside, and counted again the same way. */
@Controller('children/:id/disposals/:disposalId')
export class SetAsidePages {
  constructor(
    private readonly records: ChildRecords,
    private readonly clock: Clock,
    private readonly read: Read,
    private readonly setDisposalAside: SetDisposalAside,
  ) {}

  @Get(':way')
  @Requires('disposal.record')
  @Render(CASE_FORM)
  async form(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('disposalId') disposalId: string,
    @Param('way') name: string,
  ): Promise<FormModel> {
    const { ask, title, lead, submitText } = wayNamed(name);
    const child = await this.records.disposals(actor, 'disposal.record', id);
    const found = [...child.disposals, ...child.setAside].find((one) => one.id === disposalId);
    if (!found) throw new NotFound();
    const caption = `${disposalName(found.disposal, found.name)}, ${dayInWords(found.givenOn)}: ${found.offence}`;
    const back = `/children/${id}#earlier-disposals`;
    const form = formPage({ title, caption, lead, fields: setAsideFields(ask), submitText, back });
    return { form, ...{ child: childHead(child, this.clock.today(), child) } };
  }

  @Post(':way')
  @Requires('disposal.record')
  async decide(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('disposalId') disposalId: string,
    @Param('way') name: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { ask, isAside } = wayNamed(name);
    const work = async ({ reason }: SetAsideInput): Promise<string> => {
      await this.setDisposalAside.execute(actor, id, disposalId, reason, isAside);
      const isThere = await childInScope(this.read.source, actor, 'case.read', id);
      // What was set aside may have been all by which they could know of the child.
      return isThere ? `/children/${id}#earlier-disposals` : '/';
    };
    const again = () => this.form(actor, id, disposalId, name);
    await submit(response, {
      fields: setAsideFields(ask),
      body,
      input: SetAsideInput,
      work,
      again,
      template: CASE_FORM,
    });
  }
}
