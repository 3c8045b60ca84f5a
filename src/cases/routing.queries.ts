import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type SettingColumns, settingColumns, settingsIn } from '../access/area-settings.queries.js';
import { type DisposalKnown, earlierDisposals } from '../children/children.queries.js';
import { hadByPossible } from '../children/matches.queries.js';
import type { Blocker } from '../policy/gate.js';
import { type FirstCheckCode, routingFlags, type RoutingFacts, routingSettings } from '../policy/routing.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { fromJson, Read, rows, type Source } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';

type Place = {
  readonly cpsAuthority: string;
  readonly panelAreaId: string;
  readonly childId: string;
  readonly identityId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
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

/**
 * What children had before who may be this one: told to those alone to whom the possible matches are told, who refer
 * children to the panel area or decide there who is who.
 */
async function hadByPossibleFor(source: Source, actor: Actor, child: Matched): Promise<DisposalKnown[]> {
  const isTold = may(actor, 'child.match', child.panelAreaId) || may(actor, 'case.refer', child.panelAreaId);
  return isTold ? hadByPossible(source, actor, { ...child, id: child.childId }) : [];
}

type Matched = Pick<Place, 'panelAreaId' | 'childId' | 'givenName' | 'familyName' | 'dateOfBirth'>;

/** Everything the local rules look at, as it is stored now: a few statements. `source` is `tx` or `read.source`. */
export async function routingFacts(source: Source, actor: Actor, caseId: string, today: string): Promise<RoutingFacts> {
  const found = await rows<Place>(
    source,
    sql`select c."cpsAuthority", c."panelAreaId", c."childId", k."identityId", k."givenName", k."familyName",
               k."dateOfBirth", j.level as "harmLevel", ${checkedFirstColumn},
               ${settingColumns(routingSettings, sql`c."panelAreaId"`, today)},
               o.features, o."gravityFinal", o."indictableOnly"
        from cases c join children k on k.id = c."childId" join offences o on o."caseId" = c.id
        left join judgements j on j."caseId" = c.id and j.judgement = 'RISK_OF_SERIOUS_HARM'
        where c.id = ${caseId} order by o.position`,
  );
  const [place] = found;
  if (!place) throw new NotFound();
  const { goesToPanel, borderlineScores } = settingsIn(routingSettings, place);
  const { childId, identityId, cpsAuthority } = place;
  return {
    ...{ caseId, childId, goesToPanel, borderlineScores, cpsAuthority },
    offences: found.map(({ features, ...one }) => ({ ...one, features: fromJson<string[] | null>(features, null) })),
    earlierDisposals: await earlierDisposals(source, actor, identityId, caseId),
    possible: await hadByPossibleFor(source, actor, place),
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

  async flags(actor: Actor, caseId: string): Promise<Blocker[]> {
    return routingFlags(await this.facts(actor, caseId));
  }

  facts(actor: Actor, caseId: string): Promise<RoutingFacts> {
    return routingFacts(this.read.source, actor, caseId, this.clock.today());
  }

  /** What was recorded as looked at first, the latest first. */
  checked(caseId: string): Promise<FirstCheckFound[]> {
    return this.read.rows(
      sql`select x.code, x.words, p.name as "recordedBy", x."recordedAt"
          from first_checks x join people p on p.id = x."recordedBy" where x."caseId" = ${caseId} order by x.id desc`,
    );
  }
}
