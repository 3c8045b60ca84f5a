import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { openTo } from '../access/open-cases.js';
import type { CaseFound } from '../cases/find-case.js';
import {
  fullSets,
  setNamed,
  setsOpen,
  type SetsChosen,
  shortSets,
  usualSets,
} from '../policy/questions/assessment-sets.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { Clock } from '../platform/clock.js';
import { Read, row, type Source, together } from '../platform/database/read.js';
import type { Assessment } from './assessment.entity.js';
import type { AssessmentFound } from './assessments.queries.js';
import type { QuestionSetChoice } from './question-set-choice.entity.js';
import { setInForce, setsToNameNow } from './set-in-force.js';

type Choice = Pick<QuestionSetChoice, 'fullSet' | 'shortSet' | 'withinMonths'>;
export type ChoiceListed = Omit<QuestionSetChoice, 'panelAreaId' | 'chosenBy'> & { readonly chosenByName: string };

/** The sets with which an assessment may begin, and the earlier assessment on which the short one would rest. */
export type SetsOpen = { readonly sets: readonly QuestionSet[]; readonly assessedOn: string | null };

type Begun = Pick<Assessment, 'setId' | 'setVersion'> | null;

/** Which questions are asked where: by a panel area from a day on, and in a case. */
@Injectable()
export class QuestionSetsQueries {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  open(found: CaseFound): Promise<SetsOpen> {
    return setsOpenIn(this.read.source, found, this.clock.today());
  }

  /** The sets that a saving of this case's assessment may name now. */
  async toNameNow(found: CaseFound, kept: AssessmentFound | null): Promise<QuestionSet[]> {
    return setsToNameNow(kept, (await this.open(found)).sets);
  }

  /** The set that an assessment answers, or would if it were begun now. */
  async asked({ panelAreaId }: Pick<CaseFound, 'panelAreaId'>, begun: Begun): Promise<QuestionSet> {
    return begun ? setInForce(begun) : (await this.inForce(panelAreaId)).full;
  }

  /** The same by the case's id alone, before anybody has opened it; the newest set where there is no such case. */
  async askedIn(caseId: string): Promise<QuestionSet> {
    const found = await this.read.row<Partial<Assessment> & { panelAreaId: string }>(
      sql`select c."panelAreaId", s."setId", s."setVersion"
          from cases c left join assessments s on s."caseId" = c.id where c.id = ${caseId}`,
    );
    if (!found) return usualSets().full;
    const { setId, setVersion } = found;
    return this.asked(found, setId && setVersion ? { setId, setVersion } : null);
  }

  async inForce(panelAreaId: string): Promise<SetsChosen> {
    return chosenFrom(await this.read.row<Choice>(choiceOn(panelAreaId, this.clock.today())));
  }

  /** Everything that was ever chosen for an area, the latest day first. */
  choices(panelAreaId: string): Promise<ChoiceListed[]> {
    return this.read.rows(
      sql`select q.id, q."fromDay", q."fullSet", q."shortSet", q."withinMonths", q."chosenAt", p.name as "chosenByName"
          from question_set_choices q join people p on p.id = q."chosenBy"
          where q."panelAreaId" = ${panelAreaId} order by q."fromDay" desc, q."chosenAt" desc, q.id desc`,
    );
  }
}

/** The same for whoever looks from within a unit of work. */
export async function setsOpenIn(source: Source, found: CaseFound, today: string): Promise<SetsOpen> {
  const [choice, earlier] = await together(source, [
    () => row<Choice>(source, choiceOn(found.panelAreaId, today)),
    () => row<{ assessedOn: string | null }>(source, lastAssessed(found)),
  ]);
  const assessedOn = earlier?.assessedOn ?? null;
  return { sets: setsOpen(chosenFrom(choice), assessedOn, today), assessedOn };
}

const choiceOn = (panelAreaId: string, day: string): Sql => sql`
  select q."fullSet", q."shortSet", q."withinMonths" from question_set_choices q
  where q."panelAreaId" = ${panelAreaId} and q."fromDay" <= ${day}
  order by q."fromDay" desc, q."chosenAt" desc, q.id desc limit 1`;

/** When the child was last assessed in full, in another case, and a manager signed it. */
const lastAssessed = ({ id, identityId, reader }: CaseFound): Sql => sql`
  select max(c."signedOffOn") as "assessedOn"
  from children k join cases c on c."childId" = k.id join assessments s on s."caseId" = c.id
  where k."identityId" = ${identityId} and c.id <> ${id} and c."signedOffBy" is not null
    and ${reader ? openTo(reader) : sql`1 = 1`}
    and s.status = 'SUBMITTED' and s."setId" = 'child-assessment'`;

function chosenFrom(choice: Choice | null): SetsChosen {
  const usual = usualSets();
  if (!choice) return usual;
  const full = setNamed(fullSets, choice.fullSet);
  const short = choice.shortSet === null ? null : setNamed(shortSets, choice.shortSet);
  if (!full || (choice.shortSet !== null && !short)) throw new Error(`A question set was taken out: ${choice.fullSet}`);
  return { full, short, withinMonths: choice.withinMonths ?? usual.withinMonths };
}
