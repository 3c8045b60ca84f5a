import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Reader } from '../access/open-cases.js';
import { type SettingColumns, settingColumns, settingsIn } from '../access/area-settings.queries.js';
import { earlierDisposals } from '../children/children.queries.js';
import type { Blocker } from '../policy/gate.js';
import { type FirstCheckCode, routingFlags, type RoutingFacts, routingSettings } from '../policy/routing.js';
import { Clock } from '../platform/clock.js';
import { fromJson, Read, rows, type Source } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';

type Place = {
  readonly cpsAuthority: string;
  readonly identityId: string;
  readonly harmLevel: string | null;
  readonly checkedFirst: string | null;
  readonly features: string;
  readonly gravityFinal: number | null;
  readonly indictableOnly: number;
} & SettingColumns<(typeof routingSettings)[number]>;

export type FirstCheckFound = {
  readonly code: FirstCheckCode;
  readonly words: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
};

/** The latest of what was recorded as looked at first, as a column beside others; `c` is the case. */
export const checkedFirstColumn = sql`
  (select x.code from first_checks x where x."caseId" = c.id order by x.id desc limit 1) as "checkedFirst"`;

/** Everything the local rules look at, as it is stored now: two statements. `source` is `tx` or `read.source`. */
export async function routingFacts(
  source: Source,
  reader: Reader,
  caseId: string,
  today: string,
): Promise<RoutingFacts> {
  const found = await rows<Place>(
    source,
    sql`select c."cpsAuthority", k."identityId", j.level as "harmLevel", ${checkedFirstColumn},
               ${settingColumns(routingSettings, sql`c."panelAreaId"`, today)},
               o.features, o."gravityFinal", o."indictableOnly"
        from cases c join children k on k.id = c."childId" join offences o on o."caseId" = c.id
        left join judgements j on j."caseId" = c.id and j.judgement = 'RISK_OF_SERIOUS_HARM'
        where c.id = ${caseId} order by o.position`,
  );
  const [place] = found;
  if (!place) throw new NotFound();
  const { goesToPanel, borderlineScores } = settingsIn(routingSettings, place);
  return {
    ...{ caseId, goesToPanel, borderlineScores, cpsAuthority: place.cpsAuthority },
    offences: found.map(({ features, ...one }) => ({ ...one, features: fromJson<string[] | null>(features, null) })),
    earlierDisposals: await earlierDisposals(source, reader, place.identityId, caseId),
    harmLevel: place.harmLevel ?? 'NOT_ASSESSED',
    checkedFirst: place.checkedFirst ? [place.checkedFirst] : [],
  };
}

/** Where local rules send a case, and what is looked at first. */
@Injectable()
export class RoutingQueries {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  async flags(reader: Reader, caseId: string): Promise<Blocker[]> {
    return routingFlags(await routingFacts(this.read.source, reader, caseId, this.clock.today()));
  }

  facts(reader: Reader, caseId: string): Promise<RoutingFacts> {
    return routingFacts(this.read.source, reader, caseId, this.clock.today());
  }

  /** What was recorded as looked at first, the latest first. */
  checked(caseId: string): Promise<FirstCheckFound[]> {
    return this.read.rows(
      sql`select x.code, x.words, p.name as "recordedBy", x."recordedAt"
          from first_checks x join people p on p.id = x."recordedBy" where x."caseId" = ${caseId} order by x.id desc`,
    );
  }
}
