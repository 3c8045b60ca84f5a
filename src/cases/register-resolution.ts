import { Injectable } from '@nestjs/common';
import { type Blocker, type Lifted, openWith } from '../policy/gate.js';
import { rowIn } from '../policy/disposal-book.js';
import { registerBlockers } from '../policy/register-gates.js';
import { resolutionBlockers } from '../policy/routing.js';
import { type Actor, may } from '../platform/actor.js';
import { Blocked, Invalid, NotPermitted } from '../platform/errors.js';
import { Views } from '../platform/trail/views.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { settingsOf } from '../access/area-settings.queries.js';
import { addChild, childSubject } from '../children/add-child.js';
import { earlierDisposals } from '../children/children.queries.js';
import type { Described, MatchReason } from '../children/compare-children.js';
import { findChild } from '../children/find-child.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { possibleMatches, type PossibleMatch } from '../children/matches.queries.js';
import { addDisposal, refuseDayOf, registered } from '../children/record-disposal.js';
import type { ResolutionInput } from '../children/resolution.input.js';
import { referralOf } from '../children/resolution.view.js';
import { reopenForChild } from './reopen-for-child.js';

export type ResolutionRegistered = {
  readonly disposalId: string;
  readonly childId: string;
  readonly warnings: readonly Blocker[];
  readonly possibleMatches: readonly { readonly childId: string; readonly reasons: readonly MatchReason[] }[];
};

type ForChild = Described & { readonly id: string; readonly identityId: string };

/** Registers a community resolution that police issued without the panel, so that it counts from then on. */
@Injectable()
export class RegisterResolution {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: Views,
  ) {}

  /**
   * What was issued is a fact and has to count: nothing stops it for good. What asks for a few words is a refusal until it is
   * answered, by page and API alike (docs/decisions/0023): it undoes what the unit did, and what it told of other children
   * is on record all the same.
   */
  async execute(actor: Actor, input: ResolutionInput): Promise<ResolutionRegistered> {
    let told = 0;
    const tell = (matches: readonly PossibleMatch[]): void => void (told = matches.length);
    try {
      return await this.unitOfWork.run(actor, (work) => register(work, input, tell));
    } catch (refusal) {
      if (refusal instanceof Blocked && told > 0) {
        const area = { type: 'PANEL_AREA', id: input.panelAreaId, panelAreaId: input.panelAreaId } as const;
        await this.views.looked(actor, area, { type: 'POSSIBLE_MATCHES_SHOWN', found: told });
      }
      throw refusal;
    }
  }
}

async function register(
  work: Work,
  input: ResolutionInput,
  tell: (matches: readonly PossibleMatch[]) => void,
): Promise<ResolutionRegistered> {
  const { tx, actor, today, record } = work;
  const { panelAreaId, givenOn, offence, officer, features } = input;
  if (!may(actor, 'resolution.register', panelAreaId)) throw new NotPermitted('This panel area is not yours.');
  const child = input.child ? await newChild(work, input.child, input) : await knownChild(work, input.childId);
  refuseDayOf(givenOn, child.dateOfBirth, today);
  const matches = await possibleMatches(tx, actor, child, child.id);
  tell(matches);
  const warnings = await warningsOf(work, input, child, matches);
  const { shut, overridden } = openWith(warnings, input.overrides ?? [], true);
  if (shut.length > 0) throw new Blocked(shut.map((one) => ({ ...one, mend: mendOf(one, input) })));
  const subject = childSubject(child.id, panelAreaId);
  if (matches.length > 0) record(subject, { type: 'POSSIBLE_MATCHES_SHOWN', found: matches.length });
  const disposalId = await addDisposal(work, {
    ...registered({ childId: child.id, givenOn, offence, officer, panelAreaId, features }),
    ...answersIn(overridden),
  });
  for (const { code } of overridden) record(subject, { type: 'GATE_OVERRIDDEN', code });
  await reopenForChild(work, child.identityId, 'EARLIER_DISPOSAL');
  return { disposalId, childId: child.id, warnings, possibleMatches: matches.map(inBrief) };
}

const inBrief = ({ childId, reasons }: PossibleMatch) => ({ childId, reasons });

/** A second one may go to the panel instead; whatever else is odd is put right by what is typed, or by the child’s record. */
const mendOf = ({ code }: Blocker, { childId }: ResolutionInput): string => {
  if (code === SECOND) return referralOf(childId);
  return childId ? `/children/${childId}` : '/police-issued-resolutions';
};

const SECOND = 'POLICE_ONLY_RESOLUTION_LIMIT';

/** The words stand with the resolution: why the panel was not asked, and why it was registered whatever was odd. */
function answersIn(overridden: readonly Lifted[]) {
  const others = overridden.filter(({ code }) => code !== SECOND).map(({ code, reason }) => ({ code, reason }));
  return {
    withoutPanelBecause: overridden.find(({ code }) => code === SECOND)?.reason ?? null,
    registeredAlthough: others.length > 0 ? others : null,
  };
}

async function warningsOf(
  { tx, actor, today }: Work,
  { features, panelAreaId, givenOn }: ResolutionInput,
  { id, identityId, dateOfBirth }: ForChild,
  matches: readonly PossibleMatch[],
): Promise<Blocker[]> {
  const { goesToPanel } = await settingsOf(tx, panelAreaId, today);
  const earlier = await earlierDisposals(tx, actor, identityId);
  const possible = matches.flatMap(({ disposals }) => disposals);
  const row = rowIn(await disposalBook(tx, givenOn), 'COMMUNITY_RESOLUTION');
  const mend = `/children/${id}`;
  const routed = resolutionBlockers({ earlier, possible, features, goesToPanel, mend });
  const issued = { disposal: 'COMMUNITY_RESOLUTION', givenOn, dateOfBirth };
  return [
    ...routed.filter(({ code }) => row?.registerRules.includes(code) ?? true),
    ...registerBlockers({ ...issued, earlier, possible, mend }),
  ];
}

const knownChild = ({ tx, actor }: Work, childId = ''): Promise<ForChild> =>
  findChild(tx, actor, 'resolution.register', childId);

async function newChild(
  work: Work,
  child: NonNullable<ResolutionInput['child']>,
  { childId, panelAreaId }: ResolutionInput,
): Promise<ForChild> {
  if (childId) throw new Invalid([{ field: 'child', message: 'Name a known child or describe the child, not both' }]);
  const id = await addChild(work, child, panelAreaId);
  const { givenName, familyName, dateOfBirth } = child;
  return { id, identityId: id, givenName, familyName, dateOfBirth };
}
