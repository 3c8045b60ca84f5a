import { Injectable } from '@nestjs/common';
import { PanelArea } from '../access/panel-area.entity.js';
import { templateFaults } from '../policy/letter-template.js';
import { hasShortWording, type LetterKind } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { faultIf, type FieldError, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Subject } from '../platform/trail/append-to-trail.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import type { TemplateInput, TemplatePreviewInput, UsualTemplateInput } from './letter-template.input.js';
import { LetterTemplateEdition } from './letter.entity.js';

type Words = Pick<LetterTemplateEdition, 'heading' | 'text' | 'shortText'>;
const noWords: Words = { heading: null, text: null, shortText: null };

/** Writes a template from a day on. What held before stays on record, and letters already written are not touched. */
@Injectable()
export class WriteTemplate {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, kind: LetterKind, input: TemplateInput): Promise<{ id: string }> {
    const { heading, text, shortText } = input;
    return this.add(actor, kind, input, { heading, text, shortText: shortText || null }, faultsInTemplate(kind, input));
  }

  /** Goes back to what is more usual. */
  goBack(actor: Actor, kind: LetterKind, input: UsualTemplateInput): Promise<{ id: string }> {
    return this.add(actor, kind, input, noWords, []);
  }

  private add(
    actor: Actor,
    kind: LetterKind,
    { panelAreaId = null, from, reason }: Omit<UsualTemplateInput, 'panelAreaId'> & { panelAreaId?: string | null },
    words: Words,
    faultsInWords: readonly FieldError[],
  ): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async ({ tx, now, today, record }) => {
      const isNoArea = panelAreaId !== null && !(await tx.existsBy(PanelArea, { id: panelAreaId }));
      const faults = [
        ...faultsInWords,
        ...faultIf(isNoArea, 'panelAreaId', 'There is no such panel area'),
        ...faultIf(from < today, 'from', 'The day must be today or later: what held before is not rewritten'),
      ];
      refuse(faults);
      const id = newId();
      const edition = { id, kind, panelAreaId, fromDay: from, ...words, reason };
      await tx.insert(LetterTemplateEdition, { ...edition, writtenBy: actor.personId, writtenAt: now });
      const usual = words.text === null;
      record(subjectOf(panelAreaId), { type: 'LETTER_TEMPLATE_WRITTEN', kind, from, usual });
      return { id };
    });
  }
}

const subjectOf = (panelAreaId: string | null): Subject =>
  panelAreaId === null
    ? { type: 'SERVICE', id: 'SERVICE', panelAreaId: null }
    : { type: 'PANEL_AREA', id: panelAreaId, panelAreaId: null };

/** Every fault of the words of a template, each beside its own field, with line and name. */
export function faultsInTemplate(kind: LetterKind, { heading, text, shortText }: TemplatePreviewInput): FieldError[] {
  const within = (field: string, words: string): FieldError[] =>
    templateFaults(kind, words).map(({ message }) => ({ field, message }));
  const hasShort = hasShortWording(kind);
  return [
    ...within('heading', heading),
    ...within('text', text),
    ...within('shortText', shortText ?? ''),
    ...faultIf(hasShort && !shortText, 'shortText', 'Enter the letter in short sentences too'),
    ...faultIf(!hasShort && Boolean(shortText), 'shortText', 'This letter has no wording in short sentences'),
  ];
}
