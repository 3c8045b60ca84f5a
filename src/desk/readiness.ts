import { Injectable } from '@nestjs/common';
import type { Blocker } from '../policy/gate.js';
import { type CaseState, stateBlockers } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { preparationFacts } from '../assessments/preparation-facts.js';
import { type CaseShown, OpenedCases } from '../cases/find-case.js';
import { recommendationReadiness } from '../decisions/decision-gates.js';
import { outcomeReadiness } from '../outcomes/outcome-facts.js';
import { preparationShut } from './preparation-shut.js';
import type { ReadinessFor } from './readiness.input.js';

export type Readiness = {
  readonly found: CaseShown;
  readonly today: string;
  readonly asked: ReadinessFor;
  readonly blockers: readonly Blocker[];
};

/** What keeps a case from its next step, or from the one asked about; nothing is changed by asking. */
@Injectable()
export class AskReadiness {
  constructor(
    private readonly opened: OpenedCases,
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, id: string, wanted?: ReadinessFor): Promise<Readiness> {
    const found = await this.opened.open(actor, 'case.read', id, 'READINESS');
    const asked = wanted ?? nextFor(found.state);
    return { found, today: this.clock.today(), asked, blockers: await this.blockers(found, actor, asked) };
  }

  private async blockers(found: CaseShown, actor: Actor, asked: ReadinessFor): Promise<Blocker[]> {
    const { source } = this.read;
    if (asked === 'RECOMMEND') return recommendationReadiness(source, found, actor, this.clock.today());
    if (asked === 'RECORD_OUTCOME') return outcomeReadiness(source, found, this.clock.today());
    const facts = await preparationFacts(source, found, actor.personId, this.clock.today());
    return [...stateBlockers(asked, found.state, found.id), ...preparationShut(facts, found, actor, asked)];
  }
}

export function nextFor(state: CaseState): ReadinessFor {
  if (state === 'REFERRED' || state === 'PREPARING') return 'SIGN_OFF';
  if (state === 'READY') return 'LIST';
  return state === 'LISTED' || state === 'ESCALATED' ? 'RECOMMEND' : 'RECORD_OUTCOME';
}
