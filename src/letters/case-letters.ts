import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type CaseShown, OpenedCases } from '../cases/find-case.js';
import type { Blocker } from '../policy/gate.js';
import { letterBlockers } from '../policy/letter-gates.js';
import { adjustmentsNeeded, lookForChild } from '../policy/letter-look.js';
import { type CaseLetterKind, caseLetterKinds, letterKindRow, type Wording } from '../policy/letters.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { fromJson, Read, row } from '../platform/database/read.js';
import { NotFound, refuseShut } from '../platform/errors.js';
import { CaseFactsForLetters } from './case-facts.js';
import { valuesFor } from './case-values.js';
import { type DraftToWrite, draftToWrite } from './draft-to-write.js';
import { draftSheet, keptSheet, type LetterSheet } from './letter-sheet.js';
import { LetterTemplatesQueries } from './letter-templates.queries.js';
import { type DraftFound, draftsIn, type LetterFound, lettersIn, placeOfCase } from './letters.queries.js';
import { lettersDue } from './letters-due.js';
import { draftBlockers, isOutdatedIn, matterFacts, mattersOf } from './matters.queries.js';

export type LetterDue = { readonly kind: CaseLetterKind; readonly since: string };

export type LettersOfCase = {
  readonly found: CaseShown;
  readonly mayWrite: boolean;
  readonly due: readonly LetterDue[];
  readonly drafts: readonly DraftFound<CaseLetterKind>[];
  readonly sent: readonly LetterFound<CaseLetterKind>[];
  /** Why a kind cannot be written now; none where it can. */
  readonly shut: ReadonlyMap<CaseLetterKind, readonly Blocker[]>;
  /** Why what was drafted cannot be printed or sent as it is; none where it can. */
  readonly overtaken: ReadonlyMap<CaseLetterKind, readonly Blocker[]>;
  /** Letters whose matter stands no more, or changed since, by id. */
  readonly outdated: ReadonlySet<string>;
};

/** The letters of a case, as those who read the case may read them; what goes to a victim is not among them. */
@Injectable()
export class CaseLetters {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly opened: OpenedCases,
    private readonly templates: LetterTemplatesQueries,
    private readonly facts: CaseFactsForLetters,
  ) {}

  async list(actor: Actor, caseId: string): Promise<LettersOfCase> {
    const found = await this.opened.open(actor, 'case.read', caseId, 'LETTERS');
    const { source } = this.read;
    const [matters, due, drafts, sent] = await Promise.all([
      mattersOf(source, caseId),
      this.read.rows<LetterDue>(
        sql`select one.kind, one.since from ${lettersDue(sql`c.id = ${caseId}`)} one order by one.since, one.kind`,
      ),
      draftsIn<CaseLetterKind>(source, placeOfCase(caseId)),
      lettersIn<CaseLetterKind>(source, placeOfCase(caseId)),
    ]);
    const shut = caseLetterKinds.map(
      (kind) => [kind, letterBlockers({ caseId, kind, ...matterFacts(matters, kind) })] as const,
    );
    const mayWrite = may(actor, 'letter.write', found.panelAreaId);
    const overtaken = drafts.map((draft) => [draft.kind, draftBlockers(caseId, matters, draft)] as const);
    const outdated = new Set(sent.filter((letter) => isOutdatedIn(caseId, matters, letter)).map(({ id }) => id));
    return { found, mayWrite, due, drafts, sent, shut: new Map(shut), overtaken: new Map(overtaken), outdated };
  }

  /** What was written so far, or with `afresh` in those words of the template, or where nothing was written yet. */
  async toWrite(actor: Actor, caseId: string, kind: CaseLetterKind, afresh?: Wording): Promise<DraftToWrite> {
    const found = await this.opened.open(actor, 'letter.write', caseId, 'A_LETTER_TO_WRITE');
    const { source } = this.read;
    const takenAt = this.clock.now();
    const [matters, drafts, sent, answers, template, facts] = await Promise.all([
      mattersOf(source, caseId),
      draftsIn(source, placeOfCase(caseId)),
      lettersIn(source, placeOfCase(caseId)),
      this.answersOf(caseId),
      this.templates.inForce(kind, found.panelAreaId),
      this.facts.of(actor, found),
    ]);
    const draft = drafts.find((one) => one.kind === kind) ?? null;
    const isToChild = letterKindRow(kind).audience === 'CHILD';
    return draftToWrite({
      ...{ found, kind, template, afresh, takenAt, values: (wording) => valuesFor(kind, facts, wording) },
      blockers: letterBlockers({ caseId, kind, ...matterFacts(matters, kind) }),
      ...{ draft, overtaken: draft ? draftBlockers(caseId, matters, draft) : [] },
      earlier: sent.filter((one) => one.kind === kind),
      ...(isToChild ? { look: lookForChild(answers), needs: adjustmentsNeeded(answers) } : {}),
    });
  }

  /** The draft as it will be printed; one of what stands no more is not. */
  async draft(
    actor: Actor,
    caseId: string,
    kind: CaseLetterKind,
  ): Promise<{ found: CaseShown; sheet: LetterSheet; version: number }> {
    const found = await this.opened.open(actor, 'letter.write', caseId, 'A_LETTER_TO_WRITE');
    const { source } = this.read;
    const [matters, drafts] = await Promise.all([mattersOf(source, caseId), draftsIn(source, placeOfCase(caseId))]);
    const draft = drafts.find((one) => one.kind === kind);
    if (!draft) throw new NotFound();
    refuseShut(draftBlockers(caseId, matters, draft));
    return { found, sheet: draftSheet(draft.sheet), version: draft.version };
  }

  /** A letter as it was sent. */
  async letter(
    actor: Actor,
    caseId: string,
    letterId: string,
  ): Promise<{ found: CaseShown; letter: LetterFound; sheet: LetterSheet; isOutdated: boolean }> {
    const found = await this.opened.open(actor, 'case.read', caseId, 'A_LETTER');
    const { source } = this.read;
    const [matters, sent] = await Promise.all([mattersOf(source, caseId), lettersIn(source, placeOfCase(caseId))]);
    const letter = sent.find(({ id }) => id === letterId);
    if (!letter) throw new NotFound();
    return { found, letter, sheet: keptSheet(letter), isOutdated: isOutdatedIn(caseId, matters, letter) };
  }

  /** Nothing but the answers from which a child's adjustments are read. */
  private async answersOf(caseId: string): Promise<Record<string, unknown>> {
    const kept = await row<{ answers: string }>(
      this.read.source,
      sql`select s.answers from assessments s where s."caseId" = ${caseId}`,
    );
    return fromJson<Record<string, unknown>>(kept?.answers, {});
  }
}
