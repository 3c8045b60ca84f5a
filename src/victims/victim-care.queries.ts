import sql, { type Sql } from 'sql-template-tag';
import { rows, type Source, together } from '../platform/database/read.js';
import { grouped } from '../platform/grouped.js';
import type {
  VictimNeeds,
  VictimOffer,
  VictimSafety,
  VictimSafetyAction,
  VictimTelling,
} from './victim-care.entity.js';

type OfVictim = { readonly victimId: string };
export type SafetyAction = Pick<VictimSafetyAction, 'what' | 'who' | 'dueOn' | 'doneOn'>;
export type SafetyFound = Omit<VictimSafety, 'victimId' | 'caseId'>;
export type OfferFound = Omit<VictimOffer, 'victimId' | 'caseId'>;
export type TellingFound = Omit<VictimTelling, 'victimId' | 'caseId'>;
/** That they were told of an outcome which does not stand any more. */
export type ToldBefore = { readonly toldOn: string | null; readonly how: string | null };

/** What is done to keep each victim of a case safe, by victim. The panel reads it. */
export async function safetyActions(source: Source, caseId: string): Promise<Map<string, SafetyAction[]>> {
  const found = await rows<SafetyAction & OfVictim>(
    source,
    sql`select a."victimId", a.what, a.who, a."dueOn", a."doneOn" from victim_safety_actions a
        where a."caseId" = ${caseId} order by a."victimId", a.position`,
  );
  return grouped(
    found,
    ({ victimId }) => victimId,
    ({ victimId: _, ...action }) => action,
  );
}

export type NeedsFound = Omit<VictimNeeds, 'harmedId'>;

export type Care = {
  readonly safety: SafetyFound | null;
  readonly offer: OfferFound | null;
  readonly telling: TellingFound | null;
  readonly toldBefore: readonly ToldBefore[];
  /** Of the person, whatever the case: it says nothing of where it was asked. */
  readonly needs: NeedsFound | null;
};

/** What those who speak with victims record beside the view, by victim of a case. */
export async function careOf(source: Source, caseId: string): Promise<(victimId: string) => Care> {
  const [safety, offers, tellings, before, needs] = await together(source, [
    () => rows<SafetyFound & OfVictim>(source, safetyOf(caseId)),
    () => rows<OfferFound & OfVictim>(source, offersOf(caseId)),
    () => rows<TellingFound & OfVictim>(source, tellingsOf(caseId)),
    () => rows<ToldBefore & OfVictim>(source, toldBeforeOf(caseId)),
    () => rows<NeedsFound & OfVictim>(source, needsOf(caseId)),
  ]);
  return (victimId) => ({
    safety: without(safety, victimId),
    offer: without(offers, victimId),
    telling: without(tellings, victimId),
    toldBefore: before.filter((one) => one.victimId === victimId).map(({ toldOn, how }) => ({ toldOn, how })),
    needs: without(needs, victimId),
  });
}

function without<Found extends OfVictim>(found: readonly Found[], sought: string): Omit<Found, 'victimId'> | null {
  const one = found.find(({ victimId }) => victimId === sought);
  if (!one) return null;
  const { victimId: _, ...rest } = one;
  return rest;
}

const safetyOf = (caseId: string): Sql => sql`
  select s."victimId", s."sharedSchool", s."sharedHome", s."sharedStreet", s."feltAtStart", s."feltAtStartOn",
         s."feltAtEnd", s."feltAtEndOn", s.version
  from victim_safety s where s."caseId" = ${caseId}`;

const offersOf = (caseId: string): Sql => sql`
  select o."victimId", o."offeredOn", o.way, o."notOfferedReason", o.answer, o."answeredOn", o."tookPlaceOn", o.version
  from victim_offers o where o."caseId" = ${caseId}`;

const tellingsOf = (caseId: string): Sql => sql`
  select t."victimId", t.status, t."toldOn", t.how, t.version from victim_tellings t where t."caseId" = ${caseId}`;

const toldBeforeOf = (caseId: string): Sql => sql`
  select p."victimId", p."toldOn", p.how from past_tellings p where p."caseId" = ${caseId} order by p."victimId", p.id`;

const needsOf = (caseId: string): Sql => sql`
  select v.id as "victimId", n.agrees, n."recordedOn", n."ethnicityCode", n.disability, n.communication, n.language,
         n."otherNeeds", n.version
  from victims v join victim_needs n on n."harmedId" = v."harmedId" where v."caseId" = ${caseId}`;
