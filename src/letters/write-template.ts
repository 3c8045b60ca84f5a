import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import sql from 'sql-template-tag';
import { isRealDay } from '../policy/days.js';
import { templateFaults } from '../policy/letter-template.js';
import { hasShortWording, isToVictim, type LetterKind } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { claim } from '../platform/database/claim.js';
import { Read, row, rows, type Source } from '../platform/database/read.js';
import { faultIf, type FieldError, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Subject } from '../platform/trail/append-to-trail.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import type { Unchecked } from '../platform/web/checked-input.js';
import type { TemplateInput, TemplatePreviewInput, UsualTemplateInput } from './letter-template.input.js';
import { LetterTemplate, LetterTemplateEdition } from './letter.entity.js';

type Words = Pick<LetterTemplateEdition, 'heading' | 'text' | 'shortText'>;
const noWords: Words = { heading: null, text: null, shortText: null };

/** Writes a template from a day on. What held before stays on record, and letters already written are not touched. */
@Injectable()
export class WriteTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, kind: LetterKind, input: TemplateInput): Promise<{ id: string; version: number }> {
    const { heading, text, shortText } = input;
    return this.add(actor, kind, input, { heading, text, shortText: shortText || null }, faultsInTemplate(kind, input));
  }

  /** Goes back to what is more usual. */
  goBack(actor: Actor, kind: LetterKind, input: UsualTemplateInput): Promise<{ id: string; version: number }> {
    return this.add(actor, kind, input, noWords, []);
  }

  /** What is wrong beside single fields, for telling it together with what is wrong in them. */
  async faultsOf(kind: LetterKind, sent: Unchecked<TemplateInput>): Promise<FieldError[]> {
    return [...faultsInTemplate(kind, sent), ...(await this.faultsOfPlace(sent))];
  }

  faultsOfPlace(sent: Unchecked<UsualTemplateInput>): Promise<FieldError[]> {
    return faultsInPlace(this.read.source, sent, this.clock.today());
  }

  private add(
    actor: Actor,
    kind: LetterKind,
    input: UsualTemplateInput,
    words: Words,
    faultsInWords: readonly FieldError[],
  ): Promise<{ id: string; version: number }> {
    return this.unitOfWork.run(actor, async ({ tx, now, today, record }) => {
      await rows(tx, sql`insert into letter_templates (kind, version) values (${kind}, 0) on conflict do nothing`);
      const { version } = await claim(tx, LetterTemplate, { kind }, input.version);
      refuse([...faultsInWords, ...(await faultsInPlace(tx, input, today))]);
      const id = newId();
      const { from, reason } = input;
      const panelAreaId = input.panelAreaId ?? null;
      const edition = { id, kind, panelAreaId, fromDay: from, ...words, reason };
      await tx.insert(LetterTemplateEdition, { ...edition, writtenBy: actor.personId, writtenAt: now });
      const usual = words.text === null;
      record(subjectOf(panelAreaId), { type: 'LETTER_TEMPLATE_WRITTEN', kind, from, usual });
      return { id, version };
    });
  }
}

const subjectOf = (panelAreaId: string | null): Subject =>
  panelAreaId === null
    ? { type: 'SERVICE', id: 'SERVICE', panelAreaId: null }
    : { type: 'PANEL_AREA', id: panelAreaId, panelAreaId: null };

/** Where and from when; what is no id and no day at all is another’s to say. */
async function faultsInPlace(
  source: Source,
  { panelAreaId, from }: Unchecked<UsualTemplateInput>,
  today: string,
): Promise<FieldError[]> {
  const isNoArea =
    isUUID(panelAreaId) && !(await row(source, sql`select a.id from panel_areas a where a.id = ${panelAreaId}`));
  const isPast = typeof from === 'string' && isRealDay(from) && from < today;
  return [
    ...faultIf(isNoArea, 'panelAreaId', 'There is no such panel area'),
    ...faultIf(isPast, 'from', 'The day must be today or later: what held before is not rewritten'),
  ];
}

/** Every fault of the words of a template, each beside its own field, with line and name. */
export function faultsInTemplate(kind: LetterKind, sent: Unchecked<TemplatePreviewInput>): FieldError[] {
  const within = (field: keyof TemplatePreviewInput): FieldError[] => {
    const words = sent[field];
    return typeof words === 'string' ? templateFaults(kind, words).map(({ message }) => ({ field, message })) : [];
  };
  const hasShort = hasShortWording(kind);
  const missing = isToVictim(kind)
    ? 'Enter the letter to a victim who is a child too'
    : 'Enter the letter in short sentences too';
  return [
    ...[...within('heading'), ...within('text'), ...within('shortText')],
    ...faultIf(hasShort && !sent.shortText, 'shortText', missing),
    ...faultIf(!hasShort && Boolean(sent.shortText), 'shortText', 'This letter has no wording in short sentences'),
  ];
}
