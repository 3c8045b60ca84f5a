import sql from 'sql-template-tag';
import { type SettingColumns, settingColumns, settingsIn } from '../access/area-settings.queries.js';
import { reviewSettings } from '../assessments/preparation-wholes.js';
import type { CaseFound } from '../cases/find-case.js';
import type { UnseenFacts } from '../policy/earlier-disposal-gates.js';
import type { Evaluation } from '../policy/evaluation.js';
import { fromJson, row, type Source } from '../platform/database/read.js';
import type { DecisionFacts } from './decision-facts.js';

/** The child’s past as police know it, beside what the panel knew when it recommended and what it said of a repeat. */
export type PastSince = UnseenFacts & {
  /** The disposal of the recommendation that stands, and why the panel thought that it will work now; null where there is none. */
  readonly recommended: string | null;
  readonly whyNow: string | null;
};

type Found = {
  readonly recommended: string | null;
  readonly evaluation: string | null;
  readonly whyNow: string | null;
} & SettingColumns<(typeof settings)[number]>;

const settings = ['repeatThreshold', ...reviewSettings] as const;

type Seen = { readonly earlierDisposals?: readonly { readonly id: string }[] };

/** One statement beside the facts of the decision; what the panel knew is kept with its recommendation. */
export async function pastSince(source: Source, found: CaseFound, facts: DecisionFacts): Promise<PastSince> {
  const day = facts.day ?? '';
  const stored = await row<Found>(
    source,
    sql`select r.disposal as "recommended", r.evaluation, w."whyNow",
               ${settingColumns(settings, sql`c."panelAreaId"`, day)}
        from cases c
        left join standing_recommendations r on r.id = (
          select s.id from standing_recommendations s where s."caseId" = c.id order by s.id desc limit 1)
        left join recommendations w on w.id = r.id
        where c.id = ${found.id}`,
  );
  if (!stored) throw new Error('A case was lost while its facts were read');
  const { recommended, whyNow } = stored;
  const { repeatThreshold, ...reviewThresholds } = settingsIn(settings, stored);
  const seen = fromJson<Partial<Evaluation>>(stored.evaluation, {}).inputs as Seen | undefined;
  return {
    ...{ caseId: found.id, earlierDisposals: facts.earlierDisposals, countedOn: day },
    ...{ repeatThreshold, reviewThresholds, recommended, whyNow },
    seenDisposals: seen?.earlierDisposals?.map(({ id }) => id) ?? null,
  };
}
