import sql from 'sql-template-tag';
import { caseSubject } from '../cases/visible-cases.js';
import { foldName } from '../children/fold.js';
import { refusalOf } from '../policy/victim-consent.js';
import { row } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { PersonHarmed, Victim } from './victim.entity.js';
import type { VictimInput } from './victim.input.js';

/** What stands once for the person, as a form about one case gives it. */
type Person = Pick<
  PersonHarmed,
  'name' | 'nameKey' | 'contactDetails' | 'consent' | 'consentRefusal' | 'consentReason'
>;
type Names = Pick<Person, 'name' | 'nameKey' | 'contactDetails'>;
type Link = Pick<Victim, 'kind' | 'statement' | 'sameSchoolOrHome'>;

export const namesFrom = ({ name, contactDetails }: Pick<VictimInput, 'name' | 'contactDetails'>): Names => ({
  name: name || null,
  nameKey: foldName(name ?? ''),
  contactDetails: contactDetails || null,
});

export const answerFrom = ({
  consentToShare: consent,
  consentReason,
}: Pick<VictimInput, 'consentToShare' | 'consentReason'>): Pick<
  Person,
  'consent' | 'consentRefusal' | 'consentReason'
> => ({
  consent,
  consentRefusal: refusalOf(consent, null, consentReason),
  consentReason: consentReason || null,
});

export const linkFrom = ({ kind, statement, sameSchoolOrHome }: Omit<VictimInput, 'consentToShare'>): Link => ({
  kind,
  statement: statement || null,
  sameSchoolOrHome: sameSchoolOrHome ?? 'NOT_KNOWN',
});

const noAnswerYet = { nextContactOn: null, consentAskedOn: null, consentInformed: null, withdrawnOn: null };

/** Adds victims to a case, after those it has; part of a unit of work. Gives their ids in order. */
export async function addVictims(
  work: Work,
  caseId: string,
  panelAreaId: string,
  victims: readonly VictimInput[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const input of victims) {
    const harmedId = newId();
    await work.tx.insert(PersonHarmed, {
      ...{ id: harmedId, ...namesFrom(input), ...answerFrom(input), ...noAnswerYet },
      ...{ withdrawalReason: null, version: 1 },
    });
    ids.push(await addLink(work, { id: caseId, panelAreaId }, harmedId, linkFrom(input)));
  }
  return ids;
}

/** Puts a person, whose record there is, among the victims of a case; part of a unit of work. */
export async function addLink(
  { tx, record }: Work,
  found: { id: string; panelAreaId: string },
  harmedId: string,
  link: Link,
): Promise<string> {
  const last = await row<{ position: number | null }>(
    tx,
    sql`select max(v.position) as "position" from victims v where v."caseId" = ${found.id}`,
  );
  const id = newId();
  await tx.insert(Victim, { id, caseId: found.id, harmedId, position: (last?.position ?? 0) + 1, ...link });
  record(caseSubject(found), { type: 'VICTIM_ADDED' });
  return id;
}
