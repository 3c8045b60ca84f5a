import type { CaseShown } from '../cases/find-case.js';
import type { Blocker } from '../policy/gate.js';
import type { FieldValue, LetterFieldName } from '../policy/letter-fields.js';
import { type LetterLook, usualLook } from '../policy/letter-look.js';
import { filled } from '../policy/letter-template.js';
import { hasShortWording, type LetterKind, type Wording } from '../policy/letters.js';
import { refuseShut } from '../platform/errors.js';
import type { LetterInput } from './letter.input.js';
import { draftSheet } from './letter-sheet.js';
import type { TemplateInForce } from './letter-templates.queries.js';
import type { DraftFound, LetterFound } from './letters.queries.js';

type Words = Omit<LetterInput, 'version' | 'takenAt'>;

/** A letter that is to be written: what stands in the form, and what whoever writes it needs to know. */
export type DraftToWrite = {
  readonly found: CaseShown;
  readonly kind: LetterKind;
  readonly input: Words & { readonly takenAt: string };
  /** 0 until something was saved. */
  readonly version: number;
  /** What was written before is about what stands no more, or in words for another reader: it is begun anew. */
  readonly isAnew: boolean;
  /** What was recorded of how the child is written to and spoken with. */
  readonly needs: readonly string[];
  /** Letters of the kind that were sent, the latest first: one of them may be put right. */
  readonly earlier: readonly LetterFound[];
};

type Given = {
  readonly found: CaseShown;
  readonly kind: LetterKind;
  readonly template: TemplateInForce;
  readonly values: (wording: Wording) => Partial<Record<LetterFieldName, FieldValue>>;
  /** Before anything of the case was read for it. */
  readonly takenAt: string;
  readonly blockers: readonly Blocker[];
  readonly draft: DraftFound | null;
  readonly earlier: readonly LetterFound[];
  /** Why what was written so far cannot be sent; left out where nothing was. */
  readonly overtaken?: readonly Blocker[];
  readonly afresh?: Wording | undefined;
  readonly look?: LetterLook;
  readonly needs?: readonly string[];
};

/** Goes on with what was written, or begins with the template filled; refuses what cannot be written now. */
export function draftToWrite(given: Given): DraftToWrite {
  const { found, kind, draft, earlier, afresh, takenAt, needs = [], look = usualLook, overtaken = [] } = given;
  refuseShut(given.blockers);
  const isAnew = draft !== null && overtaken.length > 0;
  const words =
    draft && !isAnew && !afresh ? writtenIn(draft) : fromTemplate(given, { ...look, wording: afresh ?? look.wording });
  return { found, kind, input: { ...words, takenAt }, version: draft?.version ?? 0, isAnew, needs, earlier };
}

function writtenIn({ sheet, correctsId }: DraftFound): Words {
  const { heading, text, ...look } = draftSheet(sheet);
  return { heading, text, ...lookInput(look), ...(correctsId ? { corrects: correctsId } : {}) };
}

function fromTemplate({ kind, template, values }: Given, look: LetterLook): Words {
  const { heading, text, shortText } = template;
  const isShort = look.wording === 'SHORT' && hasShortWording(kind) && shortText !== null;
  const wording = isShort ? 'SHORT' : 'USUAL';
  const filling = values(wording);
  return {
    ...{ heading: filled(heading, filling), text: filled(isShort ? shortText : text, filling) },
    ...lookInput({ ...look, wording }),
  };
}

const lookInput = ({ wording, isLarge, paper }: LetterLook) => ({
  ...{ wording, largePrint: isLarge ? ('YES' as const) : ('NO' as const) },
  ...(paper ? { paper } : {}),
});
