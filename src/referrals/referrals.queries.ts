import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import type { GravityFactor, Offence } from '../cases/offence.entity.js';
import { visibleCases } from '../cases/visible-cases.js';
import type { CaseState } from '../policy/lifecycle.js';
import type { OffenceFeature } from '../policy/offence-classes.js';
import type { Actor } from '../platform/actor.js';
import { cursorFrom, listed, type Listed } from '../platform/database/keyset.js';
import { fromJson, Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import type { ListInput } from '../platform/web/list.input.js';
import type { DraftAnswers } from './draft-answers.js';
import type { ReferralDraft } from './referral-draft.entity.js';

/** A referral in the list of whoever made it. */
export type ReferralListed = {
  readonly caseId: string;
  readonly reference: string;
  readonly state: CaseState;
  readonly stateSince: string;
  readonly referredAt: string;
  readonly referredOn: string;
  readonly panelArea: string;
  readonly givenName: string;
  readonly familyName: string;
};

export type DraftFound = Pick<ReferralDraft, 'id' | 'panelAreaId' | 'answers' | 'version' | 'updatedAt'>;

/** A referral as its officer made it. Of victims it says how many: their names are not read here. */
export type ReferralFound = ReferralListed & {
  readonly panelAreaId: string;
  readonly childId: string;
  readonly dateOfBirth: string;
  readonly crimeReference: string;
  readonly officerName: string;
  readonly officerCollarNumber: string;
  readonly policeStatus: string;
  readonly bailDate: string | null;
  readonly responsibilityStance: string;
  readonly evidenceSufficient: string;
  readonly cpsAuthority: string;
  readonly policeInformation: string;
  readonly arrestedFor: string | null;
  readonly noIdentifiableVictimReason: string | null;
  readonly victims: number;
  readonly offences: readonly Offence[];
};

type OffenceRow = Omit<Offence, 'features' | 'gravityFactors'> & { features: string; gravityFactors: string };
type DraftRow = Omit<DraftFound, 'answers'> & { answers: string };

const head = sql`c.id as "caseId", c.reference, c.state, c."stateSince", c."referredAt", c."referredOn",
                 a.name as "panelArea", k."givenName", k."familyName"`;

@Injectable()
export class ReferralsQueries {
  constructor(private readonly read: Read) {}

  /** A draft of the actor's own; anybody else's is not there. */
  async draft({ personId }: Actor, id: string): Promise<DraftFound> {
    const found = await this.read.row<DraftRow>(
      sql`select d.id, d."panelAreaId", d.answers, d.version, d."updatedAt" from referral_drafts d
          where d.id = ${id} and d."personId" = ${personId}`,
    );
    if (!found) throw new NotFound();
    return withAnswers(found);
  }

  async drafts({ personId }: Actor): Promise<DraftFound[]> {
    const found = await this.read.rows<DraftRow>(
      sql`select d.id, d."panelAreaId", d.answers, d.version, d."updatedAt" from referral_drafts d
          where d."personId" = ${personId} order by d."updatedAt" desc limit 50`,
    );
    return found.map(withAnswers);
  }

  /** The actor's own referrals, newest first. */
  async referrals(actor: Actor, { limit = 25, after }: ListInput): Promise<Listed<ReferralListed>> {
    const place = cursorFrom(after, 2);
    const onwards = place ? sql`and (c."referredAt", c.id) < (${place[0]}, ${place[1]})` : empty;
    const found = await this.read.rows<ReferralListed>(
      sql`select ${head} from cases c join children k on k.id = c."childId" join panel_areas a on a.id = c."panelAreaId"
          where c."referredBy" = ${actor.personId} and ${visibleCases(actor, 'case.refer')} ${onwards}
          order by c."referredAt" desc, c.id desc limit ${limit + 1}`,
    );
    return listed(found, limit, ({ referredAt, caseId }) => [referredAt, caseId]);
  }

  /** One of the actor's own referrals; a case that somebody else referred is not there. */
  async referral(actor: Actor, caseId: string): Promise<ReferralFound> {
    const found = await this.read.row<Omit<ReferralFound, 'offences'>>(
      sql`select ${head}, c."panelAreaId", c."childId", k."dateOfBirth", c."crimeReference", c."officerName",
                 c."officerCollarNumber", c."policeStatus", c."bailDate", c."responsibilityStance",
                 c."evidenceSufficient", c."cpsAuthority", c."policeInformation", c."arrestedFor", c."noIdentifiableVictimReason",
                 (select cast(count(*) as integer) from victims v where v."caseId" = c.id) as "victims"
          from cases c join children k on k.id = c."childId" join panel_areas a on a.id = c."panelAreaId"
          where c.id = ${caseId} and c."referredBy" = ${actor.personId} and ${visibleCases(actor, 'case.refer')}`,
    );
    if (!found) throw new NotFound();
    return { ...found, offences: await this.offences(caseId) };
  }

  private async offences(caseId: string): Promise<Offence[]> {
    const found = await this.read.rows<OffenceRow>(
      sql`select o.id, o."caseId", o.position, o.date, o."homeOfficeClass", o.description, o."indictableOnly", o.features,
                 o."gravityEdition", o."gravityStart", o."gravityFinal", o."gravityFactors", o.version
          from offences o where o."caseId" = ${caseId} order by o.position`,
    );
    return found.map((offence) => ({
      ...offence,
      features: fromJson<OffenceFeature[] | null>(offence.features, null),
      gravityFactors: fromJson<GravityFactor[]>(offence.gravityFactors, []),
    }));
  }
}

const withAnswers = (draft: DraftRow): DraftFound => ({
  ...draft,
  answers: fromJson<DraftAnswers>(draft.answers, { start: { panelAreaId: draft.panelAreaId, childIs: 'NEW' } }),
});
