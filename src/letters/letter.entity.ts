import { Entity } from 'typeorm';
import type { CaseLetterKind, LetterKind, VictimLetterKind, WaySent } from '../policy/letters.js';
import { Day, Id, Instant, Reference, Text, Version } from '../platform/database/columns.js';

/** What every draft and every letter has. */
abstract class Letter<Kind extends LetterKind> {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() kind: Kind;
  /** The row of the outcome, decision or recommendation that it is about; null for one that is about none. */
  @Reference({ nullable: true }) aboutId: string | null;
  /** From which edition of the template; null for the usual one. */
  @Reference({ nullable: true }) editionId: string | null;
  /** The letter that it puts right. */
  @Reference({ nullable: true }) correctsId: string | null;
  /** A LetterSheet as text: everything that is printed. */
  @Text() sheet: string;
  @Reference() writtenBy: string;
}

/** A letter that is being written: one of each kind. */
export abstract class Draft<Kind extends LetterKind = LetterKind> extends Letter<Kind> {
  @Instant() writtenAt: string;
  @Version() version: number;
}

/** A letter as it was sent. Append-only. */
export abstract class Kept<Kind extends LetterKind = LetterKind> extends Letter<Kind> {
  /** SHA-256 over the sheet as it is kept. */
  @Text() fingerprint: string;
  @Text() way: WaySent;
  @Day() sentOn: string;
  /** Who handed it over or sent it, by name. */
  @Text() sentBy: string;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}

@Entity('letter_drafts')
export class LetterDraft extends Draft<CaseLetterKind> {}

@Entity('letters')
export class SentLetter extends Kept<CaseLetterKind> {}

/** A letter to a victim stands in tables of its own, in the scope of victims. */
@Entity('victim_letter_drafts')
export class VictimLetterDraft extends Draft<VictimLetterKind> {
  @Reference() victimId: string;
}

@Entity('victim_letters')
export class VictimLetter extends Kept<VictimLetterKind> {
  @Reference() victimId: string;
}

/** The template of a kind, which moves on with each of its editions: nobody writes one over another unread. */
@Entity('letter_templates')
export class LetterTemplate {
  @Id() kind: LetterKind;
  @Version() version: number;
}

/** A template of a letter from a day on, for everywhere or for one panel area. Rows are added and never changed. */
@Entity('letter_template_editions')
export class LetterTemplateEdition {
  @Id() id: string;
  @Text() kind: LetterKind;
  @Reference({ nullable: true }) panelAreaId: string | null;
  @Day() fromDay: string;
  /** All three are null where what is usual holds again: everywhere’s for an area, the service’s own for everywhere. */
  @Text({ nullable: true }) heading: string | null;
  @Text({ nullable: true }) text: string | null;
  @Text({ nullable: true }) shortText: string | null;
  @Text() reason: string;
  @Reference() writtenBy: string;
  @Instant() writtenAt: string;
}
