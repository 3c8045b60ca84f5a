import {
  type ChecklistAnswer,
  checklistAnswers,
  type ChecklistCode,
  checklistCodes,
  type ChecklistItem,
} from '../policy/prosecutor.js';
import { faultIf, type FieldError, refuse } from '../platform/errors.js';
import { isRecord } from '../platform/web/form-fields.js';

const LIMIT = 1000;

type Given = { readonly answer: unknown; readonly comment: string };

/** The checklist as sent, every item answered, with a comment wherever the answer is not yes; or every fault at once. */
export function checklistIn(sent: Readonly<Record<string, unknown>>): ChecklistItem[] {
  const unknown = Object.keys(sent).filter((code) => !(checklistCodes as readonly string[]).includes(code));
  const faults = [
    ...unknown.map((code) => ({ field: `checklist.${code.slice(0, 60)}`, message: 'This is not on the checklist' })),
    ...checklistCodes.flatMap((code) => faultsIn(code, givenIn(sent[code]))),
  ];
  refuse(faults);
  return checklistCodes.map((code) => {
    const { answer, comment } = givenIn(sent[code]);
    return { code, answer: answer as ChecklistAnswer, comment: comment || null };
  });
}

function givenIn(item: unknown): Given {
  if (!isRecord(item)) return { answer: undefined, comment: '' };
  const { answer, comment } = item;
  return { answer, comment: typeof comment === 'string' ? comment.trim().normalize('NFC') : '' };
}

function faultsIn(code: ChecklistCode, { answer, comment }: Given): FieldError[] {
  const isKnown = typeof answer === 'string' && Object.hasOwn(checklistAnswers, answer);
  const isBare = isKnown && answer !== 'YES' && comment === '';
  return [
    ...faultIf(!isKnown, `checklist.${code}.answer`, 'Select yes, no or not applicable'),
    ...faultIf(isBare, `checklist.${code}.comment`, 'Enter why the answer is not yes'),
    ...faultIf(comment.length > LIMIT, `checklist.${code}.comment`, `Use ${LIMIT} characters or fewer`),
  ];
}
