import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { Response } from 'express';
import { ChildRecords } from '../children/child-record.js';
import { childHead } from '../children/child.view.js';
import { disposalFields, isAnotherField, isAsKnownFields } from '../children/disposal.fields.js';
import { DisposalInput } from '../children/disposal.input.js';
import { oddIn } from '../children/record-disposal.js';
import { isRealDay } from '../policy/days.js';
import { sameDisposals } from '../policy/register-gates.js';
import type { Actor } from '../platform/actor.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { Invalid } from '../platform/errors.js';
import { inputFrom } from '../platform/web/form-body.js';
import type { Field } from '../platform/web/form-fields.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { CASE_FORM } from './case-form.js';
import { RecordEarlierDisposal } from './record-earlier-disposal.js';

/** The page asks once more before the same disposal of the same day, or an odd one, is recorded. */
class DisposalPageInput extends DisposalInput {
  @IsOptional()
  @IsIn(['YES', 'NO'], { message: 'Select whether this is another one' })
  isAnother?: 'YES' | 'NO';

  @IsOptional()
  @IsIn(['YES'], { message: 'Say that it is as the source says, or change what you entered' })
  isAsKnown?: 'YES';
}

@Controller('children/:id/disposals/new')
export class DisposalsPages {
  constructor(
    private readonly records: ChildRecords,
    private readonly clock: Clock,
    private readonly read: Read,
    private readonly recordDisposal: RecordEarlierDisposal,
  ) {}

  @Get()
  @Requires('disposal.record')
  @Render(CASE_FORM)
  async newDisposal(@By() actor: Actor, @Param('id') id: string): Promise<FormModel> {
    return this.form(actor, id, await this.fields());
  }

  @Post()
  @Requires('disposal.record')
  async add(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { disposals, dateOfBirth } = await this.records.disposals(actor, 'disposal.record', id);
    const asked = await this.fields();
    const { disposal, givenOn } = inputFrom(asked, body);
    const same = sameDisposals(disposals, { disposal: String(disposal), givenOn: String(givenOn) });
    const facts = { disposal: String(disposal), givenOn: String(givenOn), dateOfBirth, earlier: [] };
    const odd = isRealDay(facts.givenOn) ? (await oddIn(this.read.source, facts)).map(({ message }) => message) : [];
    const fields = [...asked, ...(same.length > 0 ? [isAnotherField(same)] : []), ...isAsKnownFields(odd)];
    const work = async ({ isAnother, isAsKnown, ...input }: DisposalPageInput): Promise<string> => {
      if (same.length > 0) confirm('isAnother', isAnother, SAME);
      if (odd.length > 0 && isAnother !== 'NO')
        confirm('isAsKnown', isAsKnown, `${odd.join('. ')}: say whether it is so`);
      if (isAnother !== 'NO') await this.recordDisposal.execute(actor, id, input);
      return `/children/${id}#earlier-disposals`;
    };
    const again = () => this.form(actor, id, fields);
    await submit(response, { fields, body, input: DisposalPageInput, work, again, template: CASE_FORM });
  }

  private async fields(): Promise<Field[]> {
    return disposalFields(await disposalBook(this.read.source, this.clock.today()));
  }

  private async form(actor: Actor, id: string, fields: readonly Field[]): Promise<FormModel> {
    const child = await this.records.disposals(actor, 'disposal.record', id);
    const form = formPage({
      title: 'Add an earlier disposal',
      lead: 'From any source. If a case of this child is signed off already, it goes back to preparation.',
      fields,
      submitText: 'Add',
      back: `/children/${id}`,
    });
    return { form, ...{ child: childHead(child, this.clock.today(), child) } };
  }
}

const SAME = 'The same disposal on that day is on record: say whether this is another one';

function confirm(field: string, answer: string | undefined, message: string): void {
  if (!answer) throw new Invalid([{ field, message }]);
}
