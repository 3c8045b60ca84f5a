import { Injectable } from '@nestjs/common';
import type { Permission } from '../policy/permissions.js';
import type { RepeatFlag } from '../policy/repeat-disposals.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { Views } from '../platform/trail/views.js';
import { childSubject } from './add-child.js';
import {
  type CaseOfChild,
  casesOf,
  type DisposalKnown,
  earlierDisposals,
  type EthnicityKnown,
  ethnicityHistory,
  repeatFlagsFor,
  thresholdOf,
} from './children.queries.js';
import { comparedChild, decidedMatches, type MatchDecided } from './decided-matches.queries.js';
import { type ChildFound, OpenedChildren } from './find-child.js';
import { type PossibleMatch, possibleMatches } from './matches.queries.js';
import { type DisposalSetAside, setAsidesOf } from './set-asides.queries.js';

export type ChildRecord = ChildFound & {
  readonly ethnicity: EthnicityKnown | null;
  readonly ethnicities: readonly EthnicityKnown[];
  readonly disposals: readonly DisposalKnown[];
  /** What was recorded wrongly, set aside with its reason or counted again. */
  readonly setAside: readonly DisposalSetAside[];
  readonly flags: readonly RepeatFlag[];
  readonly cases: readonly CaseOfChild[];
};

type Past = Pick<ChildRecord, 'disposals' | 'setAside' | 'flags'>;

export type Matches = { readonly items: readonly PossibleMatch[]; readonly decisions: readonly MatchDecided[] };

/** Everything that is known of one child, for the page and for the API. */
@Injectable()
export class ChildRecords {
  constructor(
    private readonly read: Read,
    private readonly views: Views,
    private readonly opened: OpenedChildren,
    private readonly clock: Clock,
  ) {}

  async record(actor: Actor, id: string): Promise<ChildRecord> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_CHILD');
    const { source } = this.read;
    const ethnicities = await ethnicityHistory(source, actor, found.identityId);
    return {
      ...found,
      ethnicity: ethnicities[0] ?? null,
      ethnicities,
      ...(await this.past(actor, found)),
      cases: await casesOf(source, actor, [found.identityId], areasWhere(actor, 'case.read')),
    };
  }

  async disposals(actor: Actor, permission: Permission, id: string): Promise<ChildFound & Past> {
    const found = await this.opened.open(actor, permission, id, 'EARLIER_DISPOSALS');
    return { ...found, ...(await this.past(actor, found)) };
  }

  /** Who may be the same child, and what was decided; the view of other children is recorded too. */
  async matches(actor: Actor, id: string): Promise<ChildFound & Matches> {
    const found = await this.opened.open(actor, 'child.match', id, 'POSSIBLE_MATCHES');
    const items = await possibleMatches(this.read.source, actor, found, id);
    await this.sawMatches(actor, found, items);
    const decisions = await decidedMatches(this.read.source, actor, id);
    await this.sawDecided(actor, found, decisions);
    return { ...found, items, decisions };
  }

  /** One child beside another, for deciding whether they are the same; that both were looked at is recorded. */
  async compared(actor: Actor, id: string, otherId: string): Promise<{ child: ChildFound; other: PossibleMatch }> {
    const child = await this.opened.open(actor, 'child.match', id, 'POSSIBLE_MATCHES');
    const other = await comparedChild(this.read.source, actor, child, otherId);
    if (!other) throw new NotFound();
    const event = { type: 'CHILD_VIEWED', part: other.known ? 'THE_CHILD' : 'EARLIER_DISPOSALS' } as const;
    await this.views.looked(actor, childSubject(otherId, child.panelAreaId), event);
    return { child, other };
  }

  /** A child just registered, and who may be the same. */
  async besides(
    actor: Actor,
    permission: Permission,
    id: string,
  ): Promise<{ child: ChildFound; matches: readonly PossibleMatch[]; disposals: readonly DisposalKnown[] }> {
    const child = await this.opened.open(actor, permission, id, 'THE_CHILD');
    const matches = await possibleMatches(this.read.source, actor, child, id);
    await this.sawMatches(actor, child, matches);
    return { child, matches, disposals: await earlierDisposals(this.read.source, actor, child.identityId) };
  }

  private async sawMatches(actor: Actor, child: ChildFound, matches: readonly PossibleMatch[]): Promise<void> {
    const event = { type: 'POSSIBLE_MATCHES_SHOWN', found: matches.length } as const;
    if (matches.length > 0) await this.views.looked(actor, childSubject(child.id, child.panelAreaId), event);
  }

  private async sawDecided(
    actor: Actor,
    { panelAreaId }: ChildFound,
    decisions: readonly MatchDecided[],
  ): Promise<void> {
    const event = { type: 'CHILD_VIEWED', part: 'POSSIBLE_MATCHES' } as const;
    const named = new Set(decisions.flatMap(({ other }) => (other.known ? [other.childId] : [])));
    await Promise.all([...named].map((id) => this.views.looked(actor, childSubject(id, panelAreaId), event)));
  }

  private async past(actor: Actor, found: ChildFound): Promise<Past> {
    const { source } = this.read;
    const today = this.clock.today();
    const threshold = await thresholdOf(source, found.panelAreaId, today);
    return {
      disposals: await earlierDisposals(source, actor, found.identityId),
      setAside: await setAsidesOf(source, actor, found.identityId),
      flags: await repeatFlagsFor(source, actor, found.identityId, today, threshold),
    };
  }
}
