import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import { type DisposalEdition, editionAt, type StoredEdition } from '../policy/disposal-book.js';
import { type Amendments, amendmentsOf } from '../decisions/amendments.queries.js';
import { type Standing, withStanding } from '../decisions/decisions.queries.js';
import type { DutyCode } from '../policy/duties.js';
import { homeOfficeOutcome } from '../policy/outcome-gates.js';
import { fromJson, type InText, Read, rows, type Source } from '../platform/database/read.js';
import type { Named } from '../platform/ids.js';
import type { Outcome } from './outcome.entity.js';

export type OutcomeFound = Standing &
  Omit<Outcome, 'recordedBy' | 'explained'> & {
    readonly explained: boolean | null;
    readonly recordedBy: Named;
    /** The disposal in the edition under which it was decided. */
    readonly disposalThen: DisposalEdition | null;
    /** The number to report to the Home Office. */
    readonly homeOfficeOutcome: string | null;
  };

export type DutyFound = {
  readonly code: DutyCode;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly doneBy: Named | null;
  readonly note: string | null;
};

/** One that was done, and has gone with what it followed from. */
export type PastDutyFound = DutyFound & { readonly keptAt: string };

type DutyRow = Omit<DutyFound, 'doneBy'> & { readonly doneBy: string | null; readonly byName: string | null };

const withName = <Row extends DutyRow>({ byName, doneBy, ...duty }: Row) => ({
  ...duty,
  doneBy: doneBy === null ? null : { id: doneBy, name: byName ?? '' },
});

type OutcomeRow = InText<Outcome, 'conditions' | 'evaluation'> & {
  readonly appropriateAdult: string | null;
  readonly byName: string;
};

function toOutcome(
  { byName, ...found }: OutcomeRow,
  stored: readonly StoredEdition[],
): Omit<OutcomeFound, keyof Standing> {
  const evaluated = JSON.parse(found.evaluation) as Outcome['evaluation'];
  const disposalThen = editionAt(stored, found.disposal, evaluated.disposalEdition);
  return {
    ...found,
    appropriateAdult: fromJson<Outcome['appropriateAdult']>(found.appropriateAdult, null),
    conditions: fromJson<Outcome['conditions']>(found.conditions, []),
    ...{ evaluation: evaluated, disposalThen },
    explained: found.explained === null ? null : found.explained === 1,
    recordedBy: { id: found.recordedBy, name: byName },
    homeOfficeOutcome: homeOfficeOutcome(found.disposal, found.nfaReason, disposalThen?.row),
  };
}

@Injectable()
export class OutcomesQueries {
  constructor(private readonly read: Read) {}

  /** The outcome of a case that counts, or null while there is none. */
  async outcome(caseId: string): Promise<OutcomeFound | null> {
    return (await outcomesOf(this.read.source, caseId)).find(({ standing }) => standing === 'STANDING') ?? null;
  }

  /** Those that are open first, by the day they are due. */
  async duties(caseId: string): Promise<DutyFound[]> {
    const found = await this.read.rows<DutyRow>(
      sql`select d.code, d."dueOn", d."doneOn", d."doneBy", d.note, p.name as "byName"
          from duties d left join people p on p.id = d."doneBy" where d."caseId" = ${caseId}
          order by case when d."doneOn" is null then 0 else 1 end, d."dueOn", d.code`,
    );
    return found.map(withName);
  }

  /** What was done of duties that are asked no more, since what they followed from stands no more; the latest first. */
  async pastDuties(caseId: string): Promise<PastDutyFound[]> {
    const found = await this.read.rows<DutyRow & { keptAt: string }>(
      sql`select d.code, d."dueOn", d."doneOn", d."doneBy", d.note, d."keptAt", p.name as "byName"
          from past_duties d left join people p on p.id = d."doneBy"
          where d."caseId" = ${caseId} and d."doneOn" is not null order by d.id desc`,
    );
    return found.map(withName);
  }
}

/** Every outcome recorded in a case, the latest first; the one whose standing says so counts. `source`: read or `tx`. */
export async function outcomesOf(source: Source, caseId: string, known?: Amendments): Promise<OutcomeFound[]> {
  const amendments = known ?? (await amendmentsOf(source, caseId));
  const found = await rows<OutcomeRow>(
    source,
    sql`select o.id, o."caseId", o.disposal, o."givenOn", o."givenBy", o.place, o."appropriateAdult", o.consent,
               o."consentOn", o.explained, o."victimInformedOn", o."nfaReason", o.conditions, o.evaluation,
               o."recordedBy", o."recordedAt", p.name as "byName"
        from outcomes o join people p on p.id = o."recordedBy" where o."caseId" = ${caseId} order by o.id desc`,
  );
  const stored = found.length > 0 ? await storedEditions(source) : [];
  const all = found.map((one) => toOutcome(one, stored));
  return all.map((one) => withStanding(one, all, amendments));
}
