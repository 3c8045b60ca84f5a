import sql from 'sql-template-tag';
import { faultsInOrder } from '../cases/faults-in-order.js';
import type { CaseFound } from '../cases/find-case.js';
import { escalationOver, recommendedOn } from '../decisions/recommended-on.js';
import { conditionIn } from '../outcomes/correct-condition.js';
import type { OutcomeFound } from '../outcomes/outcomes.queries.js';
import type { RecordKind } from '../policy/amendments.js';
import type { CaseDay, CaseDays } from '../policy/case-days.js';
import { faultIf, refuse } from '../platform/errors.js';
import { row } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import { type DecisionRecords, standingRecord } from './decision-records.js';

type Correction = { readonly kind: RecordKind; readonly field: string; readonly after: string };

const pastDays = ['decidedOn', 'givenOn', 'consentOn', 'victimInformedOn'] as const satisfies readonly CaseDay[];

/** The day of a case that a field of a record holds; null where it holds none. */
const dayNamed = (field: string): CaseDay | null =>
  conditionIn(field)?.part === 'due' ? 'conditionDueOn' : (pastDays.find((day) => day === field) ?? null);

/** A day that is corrected stays in its order among the others, and none of what happened is to come. */
export async function refuseDaysOutOfOrder(
  work: Work,
  found: CaseFound,
  records: DecisionRecords,
  { field, after }: Correction,
): Promise<void> {
  const day = dayNamed(field);
  if (!day) return;
  const days = { ...(await daysOf(work, found, records)), [day]: after };
  const faults = [
    ...faultIf(day !== 'conditionDueOn' && after > work.today, 'after', 'Enter a day that is not in the future'),
    ...faultIf(field === 'givenOn' && after < found.dateOfBirth, 'after', 'Enter a day after the child was born'),
    ...faultsInOrder(days, { [day]: 'after' }),
  ];
  refuse(faults);
}

/** The days of a case as they stand; of several of a kind, the first. */
async function daysOf({ tx }: Work, { id }: CaseFound, records: DecisionRecords): Promise<CaseDays> {
  const panel = standingRecord(records, 'RECOMMENDATION');
  const outcome = (standingRecord(records, 'OUTCOME')?.whole ?? null) as OutcomeFound | null;
  const decision = standingRecord(records, 'POLICE_DECISION');
  const since = await deliveredOn(tx, id, decision?.id ?? '');
  const [conditionDueOn] = (outcome?.conditions ?? []).flatMap(({ due }) => due ?? []).sort();
  const [victimInformedOn] = [outcome?.victimInformedOn, since.toldOn].flatMap((day) => day ?? []).sort();
  return {
    recommendedOn:
      panel && recommendedOn({ meetingDay: panel.day, recordedAt: panel.madeAt }, await escalationOver(tx, id)),
    decidedOn: decision?.day,
    ...{ givenOn: outcome?.givenOn, consentOn: outcome?.consentOn, conditionDueOn, victimInformedOn },
    ...{ startedOn: since.startedOn, endedOn: since.endedOn, happenedOn: since.happenedOn },
    activityEndedOn: outcome?.disposalThen?.row.activity ? since.endedOn : null,
  };
}

type Delivered = Record<'startedOn' | 'endedOn' | 'happenedOn' | 'toldOn', string | null>;

/** What was delivered under a decision, and the first victim told. */
async function deliveredOn(tx: Work['tx'], caseId: string, decisionId: string): Promise<Delivered> {
  const found = await row<Delivered>(
    tx,
    sql`select y."startedOn", y."endedOn",
               (select min(one.day) from (
                  select h."heldOn" as "day" from delivery_contacts h where h."caseId" = c.id and h."decisionId" = ${decisionId}
                  union all select s."takenOn" from delivery_steps s where s."caseId" = c.id and s."decisionId" = ${decisionId}
                  union all select v."variedOn" from delivery_variations v where v."caseId" = c.id and v."decisionId" = ${decisionId}) one) as "happenedOn",
               (select min(t."toldOn") from victim_tellings t where t."caseId" = c.id) as "toldOn"
        from cases c left join deliveries y on y."caseId" = c.id where c.id = ${caseId}`,
  );
  if (!found) throw new Error('A case that is claimed is not there');
  return found;
}
