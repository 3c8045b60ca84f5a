import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { CaseState } from '../policy/lifecycle.js';
import type { Permission } from '../policy/permissions.js';
import type { Reader } from '../access/open-cases.js';
import type { Actor } from '../platform/actor.js';
import { Read, row, type Source } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { Views } from '../platform/trail/views.js';
import { caseSubject, visibleCases } from './visible-cases.js';

/** What every page of a case shows, and every command needs to know. */
export type CaseFound = {
  readonly id: string;
  readonly reference: string;
  readonly state: CaseState;
  readonly stateSince: string;
  readonly version: number;
  readonly panelAreaId: string;
  readonly childId: string;
  readonly identityId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly referredOn: string;
  readonly signedOffBy: string | null;
  readonly signedOffOn: string | null;
  readonly allocatedTo: string | null;
  /** For whom it was found: what comes from other cases is read as they may see it; null where the service reads all. */
  readonly reader: Reader | null;
};

/** What every page of a case shows at its head besides: how many disposals the child had before it, from any source. */
export type CaseShown = CaseFound & { readonly earlierDisposals: number };

/** Of `cases` as `c` and `children` as `k`, what is found of every case; the count of earlier disposals is asked apart. */
export const caseColumns = sql`c.id, c.reference, c.state, c."stateSince", c.version, c."panelAreaId", c."childId",
               k."identityId", k."givenName", k."familyName", k."dateOfBirth", c."referredOn", c."signedOffBy",
               c."signedOffOn", c."allocatedTo"`;

/** Loads a case within the actor's scope; what the scope does not hold is not there. `source` is `tx` or `read.source`. */
export async function findCase(source: Source, actor: Actor, permission: Permission, id: string): Promise<CaseShown> {
  const found = await row<Omit<CaseShown, 'reader'>>(
    source,
    sql`select ${caseColumns},
               (select cast(count(*) as integer)
                from children same join earlier_disposals d on d."childId" = same.id
                where same."identityId" = k."identityId" and d."setAside" is null
                  and (d."caseId" is null or d."caseId" <> c.id)
               ) as "earlierDisposals"
        from cases c join children k on k.id = c."childId"
        where c.id = ${id} and ${visibleCases(actor, permission)}`,
  );
  if (!found) throw new NotFound();
  return { ...found, reader: { personId: actor.personId, ...(actor.at === undefined ? {} : { at: actor.at }) } };
}

/** The only way in which a page or an answer of the API opens a case: who looked is on record before it is sent. */
@Injectable()
export class OpenedCases {
  constructor(
    private readonly read: Read,
    private readonly views: Views,
  ) {}

  /** `part` says in capitals what was looked at: THE_CASE, THE_ASSESSMENT, … */
  async open(actor: Actor, permission: Permission, id: string, part: string): Promise<CaseShown> {
    const found = await findCase(this.read.source, actor, permission, id);
    await this.views.looked(actor, caseSubject(found), { type: 'CASE_VIEWED', part });
    return found;
  }
}
