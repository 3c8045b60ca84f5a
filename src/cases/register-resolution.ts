import { Injectable } from '@nestjs/common';
import type { Blocker } from '../policy/gate.js';
import { rowIn } from '../policy/disposal-book.js';
import { resolutionWarnings } from '../policy/repeat-disposals.js';
import { type Actor, may } from '../platform/actor.js';
import { Invalid, NotPermitted } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { addChild, childSubject } from '../children/add-child.js';
import { earlierDisposals } from '../children/children.queries.js';
import type { MatchReason } from '../children/compare-children.js';
import { findChild } from '../children/find-child.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { possibleMatches } from '../children/matches.queries.js';
import { addDisposal, refuseDayOf } from '../children/record-disposal.js';
import type { ResolutionInput } from '../children/resolution.input.js';
import { reopenForChild } from './reopen-for-child.js';

export type ResolutionRegistered = {
  readonly disposalId: string;
  readonly childId: string;
  readonly warnings: readonly Blocker[];
  readonly possibleMatches: readonly { readonly childId: string; readonly reasons: readonly MatchReason[] }[];
};

type ForChild = {
  readonly id: string;
  readonly identityId: string;
  readonly dateOfBirth: string;
  readonly possibleMatches: ResolutionRegistered['possibleMatches'];
};

/** Registers a community resolution that police issued without the panel, so that it counts from then on. */
@Injectable()
export class RegisterResolution {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, input: ResolutionInput): Promise<ResolutionRegistered> {
    return this.unitOfWork.run(actor, async (work) => {
      const { panelAreaId, givenOn, offence, officer, features } = input;
      if (!may(actor, 'resolution.register', panelAreaId)) throw new NotPermitted('This panel area is not yours.');
      const child = input.child ? await newChild(work, input.child, input) : await knownChild(work, input.childId);
      refuseDayOf(givenOn, child.dateOfBirth, work.today);
      const before = await earlierDisposals(work.tx, child.identityId);
      const disposalId = await addDisposal(work, {
        ...{ childId: child.id, disposal: 'COMMUNITY_RESOLUTION', givenOn, offence, route: 'POLICE_ISSUED' },
        ...{ source: 'Register of police-issued resolutions', completed: 'NOT_KNOWN', panelAreaId, officer },
      });
      await reopenForChild(work, child.identityId, 'EARLIER_DISPOSAL');
      const row = rowIn(await disposalBook(work.tx, givenOn), 'COMMUNITY_RESOLUTION');
      const warnings = resolutionWarnings(before, features, `/children/${child.id}`, row?.registerRules);
      return { disposalId, childId: child.id, warnings, possibleMatches: child.possibleMatches };
    });
  }
}

async function knownChild({ tx, actor }: Work, childId = ''): Promise<ForChild> {
  const found = await findChild(tx, actor, 'resolution.register', childId);
  return { ...found, possibleMatches: [] };
}

async function newChild(
  work: Work,
  child: NonNullable<ResolutionInput['child']>,
  { childId, panelAreaId }: ResolutionInput,
): Promise<ForChild> {
  if (childId) throw new Invalid([{ field: 'child', message: 'Name a known child or describe the child, not both' }]);
  const id = await addChild(work, child, panelAreaId);
  const found = await possibleMatches(work.tx, work.actor, child, id);
  if (found.length > 0) {
    work.record(childSubject(id, panelAreaId), { type: 'POSSIBLE_MATCHES_SHOWN', found: found.length });
  }
  const briefly = found.map(({ childId, reasons }) => ({ childId, reasons }));
  return { id, identityId: id, dateOfBirth: child.dateOfBirth, possibleMatches: briefly };
}
