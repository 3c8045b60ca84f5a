import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OpenPages } from '../access/open-pages.js';
import { areaSettings } from '../policy/area-settings.js';
import { checksAsked, firstCheckAsks, firstChecks, panelReasons } from '../policy/routing.js';
import { rules } from '../policy/rules.js';
import { settingInWords } from '../policy/setting-kinds.js';
import { type Actor, may } from '../platform/actor.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { instantInWords } from '../platform/web/words.js';
import { type CaseForm, CaseForms } from './case-form.js';
import { RecordFirstCheck } from './record-first-check.js';
import { FirstCheckInput } from './routing.input.js';
import { RoutingQueries } from './routing.queries.js';

const TEMPLATE = 'cases/views/routing';

const fields: readonly Field[] = [
  { id: 'code', kind: 'CHOICE', ask: 'What was looked at?', options: optionsOf(firstCheckAsks) },
  { id: 'words', kind: 'LONG_TEXT', limit: 1000, ask: 'Who is that, and how do you know?' },
];

/** What local rules say of a case, with what was looked at first. */
@Controller('cases/:id/routing')
export class RoutingPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly queries: RoutingQueries,
    private readonly openPages: OpenPages,
    private readonly recordFirstCheck: RecordFirstCheck,
  ) {}

  @Get()
  @Requires('case.read')
  @Render(TEMPLATE)
  async page(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    let mayRecord = false;
    let leadsTo = (_: string): string => '';
    const shown = await this.forms.show(actor, 'case.read', id, 'ROUTING', ({ panelAreaId }) => {
      mayRecord = may(actor, 'case.assess', panelAreaId);
      leadsTo = (page) => this.openPages.leadsTo(actor, page, panelAreaId);
      return { title: 'What local rules say of this case', fields, submitText: 'Record', section: null };
    });
    const [facts, checked] = await Promise.all([this.queries.facts(actor, id), this.queries.checked(id)]);
    // What is added changes nothing that was shown, so that nothing can be stale.
    const { version: _, ...form } = shown.form;
    const more = {
      reasons: panelReasons(facts).map(withoutLink),
      first: firstChecks(facts).map((one) => ({ ...one, mend: leadsTo(one.mend) })),
      // A form that came back is shown whatever is asked now: what was typed stands in it.
      ...{ mayRecord, isAsked: checksAsked(facts).length > 0 },
      settings: [
        ['goesToPanel', facts.goesToPanel] as const,
        ['borderlineScores', facts.borderlineScores] as const,
      ].map(([name, value]) => ({ key: areaSettings[name].name, value: settingInWords(areaSettings[name], value) })),
      checked: checked.map(({ code, words, recordedBy, recordedAt }) => ({
        key: firstCheckAsks[code],
        value: `${words}\n${recordedBy}, ${instantInWords(recordedAt)}`,
      })),
    };
    return Object.assign({ ...shown, form }, more) as CaseForm;
  }

  @Post()
  @Requires('case.assess')
  async record(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: FirstCheckInput): Promise<string> => {
      await this.recordFirstCheck.execute(actor, id, input);
      return `/cases/${id}/routing`;
    };
    const again = () => this.page(actor, id);
    await submit(response, { fields, body, input: FirstCheckInput, work, again, template: TEMPLATE });
  }
}

/** A reason is read here, so it leads nowhere; its source stands with it. */
const withoutLink = (found: ReturnType<typeof panelReasons>[number]) => ({
  ...{ ...found, mend: '' },
  source: rules[found.code].source,
});
