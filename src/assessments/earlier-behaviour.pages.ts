import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import { caseHead } from '../cases/case-head.view.js';
import { OpenedCases } from '../cases/find-case.js';
import { sectionNotes } from '../cases/section-notes.queries.js';
import { setOfCase, SetsOfCases } from '../cases/set-of-case.js';
import { signedOffLead } from '../cases/signed-off-lead.js';
import { behaviourKinds } from '../policy/earlier-behaviour.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { dayInWords } from '../platform/web/words.js';
import { considerationFields } from './behaviour-consideration.fields.js';
import { ConsiderationAnswers } from './behaviour-consideration.input.js';
import { ConsiderBehaviour } from './consider-behaviour.js';
import { behaviourNamed, pastOf } from './earlier-behaviour.queries.js';
import { gradingInWords, pastShown } from './earlier-behaviour.view.js';

/** The timeline of what came before, and what this case makes of each item. */
@Controller('cases/:id/earlier-behaviour')
export class EarlierBehaviourPages {
  constructor(
    private readonly read: Read,
    private readonly opened: OpenedCases,
    private readonly clock: Clock,
    private readonly forms: CaseForms,
    private readonly sets: SetsOfCases,
    private readonly considerBehaviour: ConsiderBehaviour,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('assessments/views/earlier-behaviour')
  async timeline(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'EARLIER_BEHAVIOUR');
    const { source } = this.read;
    const [past, set] = await Promise.all([pastOf(source, found), setOfCase(source, id)]);
    const { panelAreaId, childId } = found;
    const mayDo = {
      assess: may(actor, 'case.assess', panelAreaId),
      record: may(actor, 'disposal.record', panelAreaId),
    };
    const at = `/cases/${id}`;
    return {
      ...{ title: 'Earlier behaviour', back: at, child: caseHead(found, this.clock.today()) },
      items: pastShown(at, past, set, mayDo),
      notes: await sectionNotes(source, actor, found, 'earlier-behaviour'),
      ...(mayDo.record
        ? { add: `${at}/earlier-behaviour/new`, newDisposal: `/children/${childId}/disposals/new` }
        : {}),
    };
  }

  @Get(':itemId/consideration')
  @Requires('case.assess')
  @Render(CASE_FORM)
  consideration(@By() actor: Actor, @Param('id') id: string, @Param('itemId') itemId: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.assess', id, 'EARLIER_BEHAVIOUR', async (found) => {
      const item = await behaviourNamed(this.read.source, found, itemId);
      const { kind, happenedOn, what, source, consideration: kept } = item;
      const graded = gradingInWords(item);
      return {
        title: 'Use it or set it aside',
        caption: `${behaviourKinds[kind]}, ${dayInWords(happenedOn)}`,
        lead: signedOffLead(found, [`${what} (from: ${source})`, graded].filter(Boolean).join(' ')),
        fields: considerationFields(await this.sets.of(id)),
        values: kept
          ? { ...kept, ...(kept.standing === 'USED' ? { meaning: kept.words } : { because: kept.words }) }
          : {},
        ...{ version: kept?.version ?? 0, action: `?item=${item.version}` },
        ...{ submitText: 'Save', back: `/cases/${id}/earlier-behaviour` },
      };
    });
  }

  /** `item` is the version of the item that the page showed above the form. */
  @Post(':itemId/consideration')
  @Requires('case.assess')
  async consider(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @Query('item') itemVersion: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ConsiderationAnswers): Promise<string> => {
      await this.considerBehaviour.execute(actor, id, itemId, { ...input, itemVersion: Number(itemVersion) });
      return `/cases/${id}/earlier-behaviour#${itemId}`;
    };
    const again = () => this.consideration(actor, id, itemId);
    const fields = considerationFields(await this.sets.of(id));
    await submit(response, { fields, body, input: ConsiderationAnswers, work, again, template: CASE_FORM });
  }
}
