import { Controller, Get, Query, Render } from '@nestjs/common';
import { AccessQueries } from '../access/access.queries.js';
import { type Departure, departureCodes, departures } from '../policy/gravity-departures.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import type { Named } from '../platform/ids.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed } from '../platform/web/form-options.js';
import { formPage } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { dayInWords } from '../platform/web/words.js';
import { MeetingsInput, periods } from './meetings.input.js';
import { type DeparturesCounted, GravityDeparturesReport } from './gravity-departures.report.js';

const ROOT = '/gravity-departures';

@Controller('gravity-departures')
export class GravityDeparturesPages {
  constructor(
    private readonly access: AccessQueries,
    private readonly report: GravityDeparturesReport,
  ) {}

  @Get()
  @Requires('audit.read')
  @Render('quality/views/gravity-departures')
  async counts(@By() actor: Actor, @Query() input: MeetingsInput): Promise<object> {
    const areas = await this.access.panelAreas(areasWhere(actor, 'audit.read'));
    const { from, to, areas: counted } = await this.report.of(actor, input);
    const form = { title: 'Filter', fields: meetingsFields(areas), submitText: 'Count', action: ROOT };
    return {
      title: 'Recommendations beside the gravity score',
      period: `Meetings from ${dayInWords(from)} to ${dayInWords(to)}`,
      form: formPage({ ...form, values: { ...input, months: String(input.months ?? 12) } }),
      directions: Object.values(departures),
      areas: counted.map(rowOf),
    };
  }
}

/** Of which meetings something is counted. */
export const meetingsFields = (areas: readonly Named[]): Field[] => [
  ...(areas.length > 1
    ? [{ id: 'panelAreaId', kind: 'SELECT', ask: 'Panel area', options: optionsNamed(areas) } as const]
    : []),
  {
    ...{ id: 'months', kind: 'SELECT', ask: 'Meetings of the last' },
    options: periods.map((months) => ({ value: String(months), label: `${months} months` })),
  },
];

const hasReason = (code: Departure): boolean =>
  code === 'MORE_SEVERE' || code === 'LESS_SEVERE' || code === 'SAME_TIER';

const rowOf = ({ panelArea, recommendations, directions, explained }: DeparturesCounted): object => ({
  panelArea,
  recommendations,
  counts: departureCodes.map((code) => ({
    count: directions[code],
    explained: hasReason(code) && directions[code] > 0 ? `${explained[code]} with the reason written` : '',
  })),
});
