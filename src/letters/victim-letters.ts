import { Injectable } from '@nestjs/common';
import { type CaseShown, OpenedCases } from '../cases/find-case.js';
import type { Blocker } from '../policy/gate.js';
import { victimLetterBlockers } from '../policy/letter-gates.js';
import { usualLook } from '../policy/letter-look.js';
import {
  isToVictim,
  tellsOutcome,
  type VictimLetterKind,
  victimLetterKinds,
  type Wording,
  wordingAboutHarmed,
} from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { NotFound, refuseShut } from '../platform/errors.js';
import { type VictimFound, VictimsQueries } from '../victims/victims.queries.js';
import { type DraftToWrite, draftToWrite } from './draft-to-write.js';
import { draftSheet, keptSheet, type LetterSheet } from './letter-sheet.js';
import { commonFacts, meetingDayOf, type OutcomeTold, outcomeTold } from './letter-facts.queries.js';
import { LetterTemplatesQueries } from './letter-templates.queries.js';
import { type DraftFound, draftsIn, type LetterFound, lettersIn, placeOfVictim } from './letters.queries.js';
import { isOutdatedIn, matterFacts, mattersOf, type MattersFound } from './matters.queries.js';
import { gateFacts, type VictimFacts, victimFacts } from './victim-facts.queries.js';
import { valuesForVictim } from './victim-values.js';
import type { ToVictim } from './write-victim-letter.js';

/** A case opened by somebody who speaks with its victims, and which victim. */
export type OfVictim = { readonly found: CaseShown; readonly victim: VictimFound };

export type LettersOfVictim = OfVictim & {
  readonly drafts: readonly DraftFound<VictimLetterKind>[];
  readonly sent: readonly LetterFound<VictimLetterKind>[];
  readonly shut: ReadonlyMap<VictimLetterKind, readonly Blocker[]>;
  readonly overtaken: ReadonlyMap<VictimLetterKind, readonly Blocker[]>;
  readonly outdated: ReadonlySet<string>;
  readonly due: readonly { readonly kind: VictimLetterKind; readonly since: string }[];
};

type Victim = Omit<ToVictim, 'kind'>;
type LetterOfVictim = { readonly letter: LetterFound; readonly sheet: LetterSheet; readonly isOutdated: boolean };

/** The letters to a victim, for those alone who speak with victims. Nothing of the child is read for them. */
@Injectable()
export class VictimLetters {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly opened: OpenedCases,
    private readonly victims: VictimsQueries,
    private readonly templates: LetterTemplatesQueries,
  ) {}

  async list(actor: Actor, to: Victim): Promise<LettersOfVictim> {
    const of = await this.open(actor, to, 'VICTIM_LETTERS');
    const { source } = this.read;
    const place = placeOfVictim(to.caseId, to.victimId);
    const [facts, matters, outcome, drafts, sent] = await Promise.all([
      victimFacts(source, to.caseId, to.victimId),
      mattersOf(source, to.caseId, to.victimId),
      outcomeTold(source, to.caseId),
      draftsIn<VictimLetterKind>(source, place),
      lettersIn<VictimLetterKind>(source, place),
    ]);
    const mayBeChild = wordingAboutHarmed('VICTIM_OUTCOME', facts.harmed) !== 'USUAL';
    const kinds = victimLetterKinds.filter((kind) => mayBeChild || isToVictim(kind));
    const shut = kinds.map((kind) => {
      const known = gateFacts(of.found, kind, facts, matterFacts(matters, kind));
      return [kind, victimLetterBlockers(known)] as const;
    });
    const overtaken = drafts.map((draft) => [draft.kind, draftShut(of.found, matters, facts, draft)] as const);
    const outdated = new Set(sent.filter((letter) => isOutdatedIn(to.caseId, matters, letter)).map(({ id }) => id));
    const standing = { shut: new Map(shut), overtaken: new Map(overtaken), outdated };
    return { ...of, drafts, sent, ...standing, due: dueOf(facts, outcome, sent) };
  }

  async toWrite(actor: Actor, to: ToVictim, afresh?: Wording): Promise<DraftToWrite & OfVictim> {
    const { caseId, victimId, kind } = to;
    const { found, victim } = await this.open(actor, to, 'A_LETTER_TO_A_VICTIM');
    const { source } = this.read;
    const place = placeOfVictim(caseId, victimId);
    const takenAt = this.clock.now();
    const asked = { caseId, panelAreaId: found.panelAreaId, writerName: actor.name, today: this.clock.today() };
    const [facts, common, matters, outcome, meetingDay, template, drafts, sent] = await Promise.all([
      ...([
        victimFacts(source, caseId, victimId),
        commonFacts(source, asked),
        mattersOf(source, caseId, victimId),
      ] as const),
      ...([outcomeTold(source, caseId), meetingDayOf(source, caseId)] as const),
      this.templates.inForce(kind, found.panelAreaId),
      ...([draftsIn<VictimLetterKind>(source, place), lettersIn(source, place)] as const),
    ]);
    const wording = wordingAboutHarmed(kind, facts.harmed) ?? 'USUAL';
    const begun = drafts.find((one) => one.kind === kind) ?? null;
    const draft = draftToWrite({
      ...{ found, kind, template, values: () => valuesForVictim(common, facts, wording, { outcome, meetingDay }) },
      ...{ look: { ...usualLook, wording }, afresh: afresh && wording, takenAt },
      blockers: victimLetterBlockers(gateFacts(found, kind, facts, matterFacts(matters, kind))),
      ...{ draft: begun, overtaken: begun ? draftShut(found, matters, facts, begun) : [] },
      earlier: sent.filter((one) => one.kind === kind),
      needs: [facts.communication, facts.language, facts.otherNeeds].filter((need) => need !== null),
    });
    return { ...draft, victim };
  }

  async draft(actor: Actor, to: ToVictim): Promise<OfVictim & { sheet: LetterSheet; version: number }> {
    const of = await this.open(actor, to, 'A_LETTER_TO_A_VICTIM');
    const { source } = this.read;
    const [matters, facts, drafts] = await Promise.all([
      mattersOf(source, to.caseId, to.victimId),
      victimFacts(source, to.caseId, to.victimId),
      draftsIn<VictimLetterKind>(source, placeOfVictim(to.caseId, to.victimId)),
    ]);
    const draft = drafts.find((one) => one.kind === to.kind);
    if (!draft) throw new NotFound();
    refuseShut(draftShut(of.found, matters, facts, draft));
    return { ...of, sheet: draftSheet(draft.sheet), version: draft.version };
  }

  async letter(actor: Actor, to: Victim, id: string): Promise<OfVictim & LetterOfVictim> {
    const of = await this.open(actor, to, 'A_LETTER_TO_A_VICTIM');
    const { source } = this.read;
    const [matters, sent] = await Promise.all([
      mattersOf(source, to.caseId, to.victimId),
      lettersIn(source, placeOfVictim(to.caseId, to.victimId)),
    ]);
    const letter = sent.find((one) => one.id === id);
    if (!letter) throw new NotFound();
    return { ...of, letter, sheet: keptSheet(letter), isOutdated: isOutdatedIn(to.caseId, matters, letter) };
  }

  private async open(actor: Actor, { caseId, victimId }: Victim, part: string): Promise<OfVictim> {
    const found = await this.opened.open(actor, 'victim.record', caseId, part);
    return { found, victim: await this.victims.victim(caseId, victimId) };
  }
}

/** Why what was drafted cannot be printed or sent as it is. */
const draftShut = (
  found: CaseShown,
  matters: MattersFound,
  facts: VictimFacts,
  { kind, aboutId, writtenAt, sheet }: DraftFound<VictimLetterKind>,
): Blocker[] => {
  const drafted = { draftedOf: aboutId, draftedAt: writtenAt, draftedIn: draftSheet(sheet).wording };
  return victimLetterBlockers(gateFacts(found, kind, facts, { ...matterFacts(matters, kind), ...drafted }));
};

/**
 * Whoever asked to be told is owed a letter or a word, until it is recorded that they were told; and whoever was told by a
 * letter is owed another once the day in it was corrected. Who took their agreement back is owed none.
 */
function dueOf(
  { telling, consent }: VictimFacts,
  outcome: OutcomeTold | null,
  sent: readonly LetterFound<VictimLetterKind>[],
) {
  if (consent === 'WITHDRAWN') return [];
  if (telling === 'WANTS_TO_BE_TOLD' && outcome) return [{ kind: 'VICTIM_OUTCOME' as const, since: outcome.givenOn }];
  const movedAt = outcome?.movedAt ?? '';
  const isOld = (kind: VictimLetterKind): boolean =>
    (sent.find((letter) => letter.kind === kind)?.recordedAt ?? movedAt) < movedAt;
  return telling === 'TOLD'
    ? victimLetterKinds.filter((kind) => tellsOutcome(kind) && isOld(kind)).map((kind) => ({ kind, since: movedAt }))
    : [];
}
