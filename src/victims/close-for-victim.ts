import sql from 'sql-template-tag';
import { type Closing, closedByWithdrawal, type ConsentAnswer } from '../policy/victim-consent.js';
import { rows, type Source } from '../platform/database/read.js';
import { faultIf, type FieldError } from '../platform/errors.js';
import type { Work } from '../platform/unit-of-work.js';
import { VictimTelling } from './victim-care.entity.js';
import type { PersonHarmed } from './victim.entity.js';
import { isStillRead, putAway } from './views-put-away.js';

/** What is open for a person in one of the cases in which they were harmed. */
export type LinkOpen = {
  readonly victimId: string;
  readonly caseId: string;
  readonly panelAreaId: string;
  readonly hasView: boolean;
  /** That they had said something before it was changed, which may still be read. */
  readonly hadView: boolean;
  readonly hasNeeds: boolean;
  readonly telling: string | null;
  readonly offer: {
    readonly offeredOn: string | null;
    readonly answer: string | null;
    readonly tookPlaceOn: string | null;
  };
};

type Row = Omit<LinkOpen, 'hasView' | 'hadView' | 'hasNeeds' | 'offer'> &
  LinkOpen['offer'] & { readonly viewed: number; readonly before: number; readonly needs: number };

export async function linksOf(source: Source, harmedId: string): Promise<LinkOpen[]> {
  const found = await rows<Row>(
    source,
    sql`select v.id as "victimId", v."caseId", c."panelAreaId", t.status as "telling", o."offeredOn", o.answer,
               o."tookPlaceOn", case when coalesce(w.view, w.impact, w."safetyNeeds", w."restorativeWish") is null
                                     then 0 else 1 end as "viewed",
               case when exists (select 1 from victim_views_withdrawn p where p."victimId" = v.id and ${isStillRead})
                    then 1 else 0 end as "before",
               case when n.agrees = 'YES' then 1 else 0 end as "needs"
        from victims v join cases c on c.id = v."caseId"
        left join victim_views w on w."victimId" = v.id left join victim_offers o on o."victimId" = v.id
        left join victim_tellings t on t."victimId" = v.id left join victim_needs n on n."harmedId" = v."harmedId"
        where v."harmedId" = ${harmedId} order by v.id`,
  );
  return found.map(({ viewed, before, needs, offeredOn, answer, tookPlaceOn, ...link }) => ({
    ...{ ...link, hasView: Boolean(viewed), hadView: Boolean(before), hasNeeds: Boolean(needs) },
    offer: { offeredOn, answer, tookPlaceOn },
  }));
}

/**
 * Said of a field by which an agreement would be written over while something rests on it, in whatever case: that is closed
 * by taking the agreement back alone. Nothing of other answers. What rests on it is not named, for it may rest elsewhere.
 */
export async function writtenOver(
  source: Source,
  { id, consent, nextContactOn }: Pick<PersonHarmed, 'id' | 'consent' | 'nextContactOn'>,
  answer: ConsentAnswer,
  field: string,
): Promise<FieldError[]> {
  if (consent !== 'GIVEN' || answer === 'GIVEN') return [];
  const links = await linksOf(source, id);
  const rests = links.some((link) => closedByWithdrawal({ ...link, nextContactOn }).length > 0);
  return faultIf(
    rests,
    field,
    'They agreed: record that they take it back on the page “They withdraw their agreement”',
  );
}

/** Closes for one victim what their withdrawal closes; that nobody reads what they said is so because it is not there. */
export async function closeFor(
  { tx, now }: Work,
  { victimId, caseId }: Pick<LinkOpen, 'victimId' | 'caseId'>,
  closed: readonly Closing[],
  on: string,
): Promise<void> {
  await putAway({ tx, now }, victimId, 'WITHDRAWN');
  await rows(
    tx,
    sql`insert into victim_views ("victimId", "caseId", status, attempts, version)
        values (${victimId}, ${caseId}, 'CONSENT_WITHDRAWN', '[]', 1)
        on conflict ("victimId") do update set status = 'CONSENT_WITHDRAWN', "obtainedOn" = null, view = null,
          impact = null, "safetyNeeds" = null, "restorativeWish" = null, reason = null,
          version = victim_views.version + 1`,
  );
  if (closed.includes('OFFER')) await closeOffer(tx, victimId, on);
  await closeTelling(tx, { victimId, caseId });
}

/** Nobody tells a victim the outcome from now on; that they were told stays. */
export async function closeTelling(
  tx: Work['tx'],
  { victimId, caseId }: Pick<LinkOpen, 'victimId' | 'caseId'>,
): Promise<void> {
  const told = await tx.findOneBy(VictimTelling, { victimId });
  if (!told) await tx.insert(VictimTelling, { victimId, caseId, status: 'CONSENT_WITHDRAWN', version: 1 });
  else if (told.status === 'WANTS_TO_BE_TOLD') {
    await tx.update(VictimTelling, { victimId }, { status: 'CONSENT_WITHDRAWN', version: told.version + 1 });
  }
}

const closeOffer = (source: Source, victimId: string, on: string): Promise<unknown> =>
  rows(
    source,
    sql`update victim_offers set answer = 'WITHDRAWN', "answeredOn" = ${on}, version = version + 1
        where "victimId" = ${victimId}`,
  );
