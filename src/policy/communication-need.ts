type Answered = Readonly<Record<string, unknown>>;

/** What is known of a child's need for help with speech, language, communication or attention; null: nobody said. */
export type CommunicationNeed = 'NEED_FOUND' | 'NOT_CHECKED' | 'NO_NEED_FOUND';

const needs: readonly CommunicationNeed[] = ['NEED_FOUND', 'NOT_CHECKED', 'NO_NEED_FOUND'];

/** Questions of November 2026: one asks outright. */
const askedOutright = (answers: Answered): CommunicationNeed | null =>
  needs.find((need) => need === answers['communication-checked']) ?? null;

/** Questions of December 2026: a checklist of signs. A sign is no diagnosis, but it is a reason to ask. */
function fromSigns(answers: Answered): CommunicationNeed | null {
  const signs = answers['communication-signs'];
  if (!Array.isArray(signs) || signs.length === 0) return null;
  if (signs.includes('NOT_CHECKED')) return 'NOT_CHECKED';
  return signs.every((sign) => sign === 'NONE') ? 'NO_NEED_FOUND' : 'NEED_FOUND';
}

/** And whether there is a diagnosis, or one is waited for. */
const fromDiagnosis = (answers: Answered): CommunicationNeed | null =>
  ['DIAGNOSED', 'BEING_ASSESSED'].includes(String(answers['communication-diagnosis'])) ? 'NEED_FOUND' : null;

/** Each reads the answers of one set, or of one question; a new set adds its own. */
const readers: readonly ((answers: Answered) => CommunicationNeed | null)[] = [askedOutright, fromSigns, fromDiagnosis];

/**
 * What an assessment's answers say of the child's need, potential or identified: a need outweighs that nobody checked,
 * and that outweighs that there is none.
 * In: answers by question id, of any set. Out: the need, or null where nobody answered.
 * Source: HMIP 2025 (Leicester City) recommendation 3; Leicester City Youth Justice Plan 2025 to 2030, section 9.
 */
export function communicationNeed(answers: Answered): CommunicationNeed | null {
  const found = readers.map((read) => read(answers));
  return needs.find((need) => found.includes(need)) ?? null;
}
