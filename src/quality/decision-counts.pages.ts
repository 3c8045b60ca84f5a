import { Controller, Get, Query, Render } from '@nestjs/common';
import { AccessQueries } from '../access/access.queries.js';
import { divergenceReasons } from '../policy/divergence.js';
import { escalationResults } from '../policy/escalation.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { formPage } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { dayInWords } from '../platform/web/words.js';
import { DecisionCountsReport, type DecisionsCounted } from './decision-counts.report.js';
import { MeetingsInput } from './meetings.input.js';
import { meetingsFields } from './gravity-departures.pages.js';

const ROOT = '/decision-counts';

@Controller('decision-counts')
export class DecisionCountsPages {
  constructor(
    private readonly access: AccessQueries,
    private readonly report: DecisionCountsReport,
  ) {}

  @Get()
  @Requires('audit.read')
  @Render('quality/views/decision-counts')
  async counts(@By() actor: Actor, @Query() input: MeetingsInput): Promise<object> {
    const areas = await this.access.panelAreas(areasWhere(actor, 'audit.read'));
    const { from, to, areas: counted } = await this.report.of(actor, input);
    const form = { title: 'Filter', fields: meetingsFields(areas), submitText: 'Count', action: ROOT };
    return {
      title: 'Disagreement, divergence and correction',
      back: '/audit-plans',
      period: `Meetings from ${dayInWords(from)} to ${dayInWords(to)}`,
      form: formPage({ ...form, values: { ...input, months: String(input.months ?? 12) } }),
      areas: counted.map((one) => ({ panelArea: one.panelArea, groups: groupsOf(one) })),
    };
  }
}

type Group = { readonly title: string; readonly rows: readonly { readonly name: string; readonly count: number }[] };

const reasonNames: Readonly<Record<string, string>> = {
  ...divergenceReasons,
  NOT_CODED: 'No reason from the list was given',
};

/** Each code that is there, in words, in the order of its list. */
const named = (names: Readonly<Record<string, string>>, counts: Readonly<Record<string, number>>) =>
  Object.entries(names).flatMap(([code, name]) => (counts[code] ? [{ name, count: counts[code] }] : []));

const groupsOf = ({ escalationsEnded, reasons, ...one }: DecisionsCounted): Group[] => [
  {
    title: 'The panel',
    rows: [
      { name: 'Cases on an agenda', count: one.cases },
      { name: 'Recommended on', count: one.recommended },
      { name: 'With an agency that disagreed', count: one.dissented },
    ],
  },
  {
    title: 'Escalation',
    rows: [{ name: 'Escalated', count: one.escalated }, ...named(escalationResults, escalationsEnded)],
  },
  {
    title: 'Police',
    rows: [
      { name: 'Decided', count: one.decided },
      { name: 'Otherwise than recommended', count: one.differing },
      ...named(reasonNames, reasons),
    ],
  },
  {
    title: 'Put right afterwards',
    rows: [
      { name: 'A slip of the pen corrected (nothing decided has changed)', count: one.corrected },
      { name: 'Taken back as a slip', count: one.takenBack },
      { name: 'Reviewed', count: one.reviewed },
    ],
  },
];
