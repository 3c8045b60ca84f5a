import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { type SettingColumns, settingColumns, settingsIn } from '../access/area-settings.queries.js';
import { openTo } from '../access/open-cases.js';
import type { Disposal } from '../policy/disposal.js';
import { bookOn, rowIn, type StoredEdition } from '../policy/disposal-book.js';
import { disposalBlockers, type DisposalFacts, type OffenceFacts } from '../policy/disposal-gates.js';
import { type StandingCode, standingOf, toldFrom } from '../policy/disposal-standing.js';
import { beforeDecision, type CaseState } from '../policy/lifecycle.js';
import { fromJson, Read } from '../platform/database/read.js';
import { grouped } from '../platform/grouped.js';
import { nobody } from './touched-cases.queries.js';

/** In how many open cases of a panel area and stage a disposal would stand otherwise; null where it is not there. */
export type StandingChanged = {
  readonly panelArea: string;
  readonly state: CaseState;
  readonly before: StandingCode | null;
  readonly after: StandingCode;
  readonly cases: number;
};

export type StandingsCompared = {
  /** The day as of which both were looked at. */
  readonly day: string;
  /** How many open cases were looked at. */
  readonly cases: number;
  readonly items: readonly StandingChanged[];
};

type CaseRow = {
  readonly caseId: string;
  readonly panelArea: string;
  readonly state: CaseState;
  readonly dateOfBirth: string;
  readonly evidenceSufficient: string;
  readonly responsibilityStance: string;
  readonly cpsAuthority: string;
} & SettingColumns<(typeof settings)[number]>;

const settings = ['outcome23From'] as const;
type OffenceRow = Omit<OffenceFacts, 'features'> & { readonly caseId: string; readonly features: string };
type Known = Omit<CaseRow, (typeof settings)[number]> & {
  readonly outcome23From: string;
  readonly offences: readonly OffenceFacts[];
};

const openCases = (): Sql => sql`
  cases c join panel_areas a on a.id = c."panelAreaId" join children k on k.id = c."childId"
  where c.state in (${join([...beforeDecision])}) and ${openTo(nobody)}`;

/** Whether an open case would find a disposal standing otherwise, by the gates it meets: two statements, numbers alone. */
@Injectable()
export class OpenCaseStandings {
  constructor(private readonly read: Read) {}

  async compare(row: Disposal, stored: readonly StoredEdition[], fromDay: string): Promise<StandingsCompared> {
    const day = toldFrom(row, rowIn(bookOn(stored, fromDay), row.code), fromDay);
    const held = rowIn(bookOn(stored, day), row.code);
    const known = await this.known(day);
    const found = new Map<string, StandingChanged>();
    for (const one of known) {
      const [before, after] = [held && standingIn(one, held, day), standingIn(one, row, day)];
      if (before === after) continue;
      const key = JSON.stringify([one.panelArea, one.state, before, after]);
      const cases = (found.get(key)?.cases ?? 0) + 1;
      found.set(key, { panelArea: one.panelArea, state: one.state, before, after, cases });
    }
    return { day, cases: known.length, items: [...found.values()] };
  }

  private async known(day: string): Promise<Known[]> {
    const [cases, offences] = await Promise.all([
      this.read.rows<CaseRow>(
        sql`select c.id as "caseId", a.name as "panelArea", c.state, k."dateOfBirth", c."evidenceSufficient",
                   c."responsibilityStance", c."cpsAuthority",
                   ${settingColumns(settings, sql`c."panelAreaId"`, day)}
            from ${openCases()} order by a.name, c.state, c.id`,
      ),
      this.read.rows<OffenceRow>(
        sql`select o."caseId", o.id, o.date, o."homeOfficeClass", o."indictableOnly", o.features
            from offences o where o."caseId" in (select c.id from ${openCases()})`,
      ),
    ]);
    const byCase = grouped(offences, ({ caseId }) => caseId);
    return cases.map((one) => ({
      ...one,
      ...settingsIn(settings, one),
      offences: (byCase.get(one.caseId) ?? []).map(withFeatures),
    }));
  }
}

const withFeatures = ({ features, ...offence }: OffenceRow): OffenceFacts => ({
  ...offence,
  features: fromJson<string[] | null>(features, null),
});

/** By the rules of the disposal itself, as the case stands now; what has to be answered in words is not among them. */
function standingIn({ state, panelArea: _, ...known }: Known, row: Disposal, day: string): StandingCode {
  const facts: DisposalFacts = { ...known, disposal: row.code, day };
  return standingOf(disposalBlockers(facts, state === 'RECOMMENDED' ? 'DECIDE' : 'RECOMMEND', row));
}
