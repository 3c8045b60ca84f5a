import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { Views } from '../platform/trail/views.js';
import { type FormModel, formPage } from '../platform/web/form.js';
import type { Named } from '../platform/ids.js';
import { settingsOf } from '../access/area-settings.queries.js';
import { earlierDisposals } from '../children/children.queries.js';
import { childSubject } from '../children/add-child.js';
import { type ChildFound, findChild } from '../children/find-child.js';
import { type PossibleMatch, possibleMatches } from '../children/matches.queries.js';
import { checkReferral } from './check-referral.js';
import { draftAddress, matchLines, problemsOf, type Section, sectionsOf } from './draft.view.js';
import { routingWarnings, type Warning, warningsFor } from './referral-faults.js';
import type { ReferralInput } from './referral.input.js';
import { type DraftFound, ReferralsQueries } from './referrals.queries.js';
import { draftSubject } from './write-draft.js';

export type CheckModel = FormModel & {
  readonly sections: readonly Section[];
  readonly problems: readonly { readonly text: string; readonly href: string }[];
  readonly warnings: readonly { readonly message: string }[];
  readonly matches: readonly string[];
};

/** A draft before it is sent: every answer, what keeps it back, and known children who may be this one. */
@Injectable()
export class CheckedDrafts {
  constructor(
    private readonly queries: ReferralsQueries,
    private readonly read: Read,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, id: string, areas: readonly Named[]): Promise<CheckModel> {
    const draft = await this.queries.draft(actor, id);
    const { answers, version } = draft;
    const known = await this.known(actor, draft);
    const today = this.clock.today();
    const { input, faults } = await checkReferral(answers, known?.dateOfBirth, today);
    const matches = await this.matches(actor, draft, input);
    const dateOfBirth = known?.dateOfBirth ?? input.child?.dateOfBirth ?? '';
    return {
      sections: sectionsOf(id, answers, areas, known),
      problems: problemsOf(id, faults),
      warnings: [
        ...warningsFor(input.offences, { dateOfBirth, referredOn: today }),
        ...(await this.routed(actor, input, { known, matches }, today)),
      ],
      matches: matchLines(matches),
      form: formPage({
        ...{ title: 'Check your answers', caption: 'Referral', fields: [], version },
        ...{ submitText: 'Send the referral', back: draftAddress(id, 'victims') },
      }),
    };
  }

  private async routed(
    actor: Actor,
    input: ReferralInput,
    { known, matches }: { known: ChildFound | undefined; matches: readonly PossibleMatch[] },
    today: string,
  ): Promise<Warning[]> {
    const { source } = this.read;
    const settings = await settingsOf(source, input.panelAreaId, today);
    const earlier = known ? await earlierDisposals(source, actor, known.identityId) : [];
    const possible = matches.flatMap(({ disposals }) => disposals);
    return routingWarnings(input, { settings, earlierDisposals: earlier, possible });
  }

  private async known(actor: Actor, { answers }: DraftFound): Promise<ChildFound | undefined> {
    const { childId } = answers.start;
    if (!childId) return undefined;
    const found = await findChild(this.read.source, actor, 'case.refer', childId);
    await this.views.looked(actor, childSubject(childId, found.panelAreaId), {
      type: 'CHILD_VIEWED',
      part: 'THE_NAME',
    });
    return found;
  }

  private async matches(actor: Actor, draft: DraftFound, { child }: ReferralInput): Promise<PossibleMatch[]> {
    if (!child?.givenName || !child.familyName || !child.dateOfBirth) return [];
    const found = await possibleMatches(this.read.source, actor, child);
    if (found.length > 0) {
      await this.views.looked(actor, draftSubject(draft), { type: 'POSSIBLE_MATCHES_SHOWN', found: found.length });
    }
    return found;
  }
}
