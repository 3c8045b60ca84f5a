import { changePreparation } from '../cases/change-preparation.js';
import { attemptDays, heardTooEarly } from '../cases/heard-too-early.js';
import { caseSubject } from '../cases/visible-cases.js';
import { writeOne } from '../platform/database/claim.js';
import { refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { faultsIn } from './faults-in-voice.js';
import { isSomebodyHarmed } from './person-harmed.queries.js';
import { type Attempt, type Speaker, Voice } from './voice.entity.js';
import type { VoiceInput } from './voice.input.js';

/** What is kept of a voice as it was sent, other than its status, its day and what was tried. */
export const voiceColumns = [
  ...['heardBy', 'how', 'words', 'account', 'causes', 'wouldHelp', 'feelings', 'understanding', 'childView'],
  ...['familyNeeds', 'outcomeView', 'seenBefore', 'notSeenReason', 'seenWith', 'chosePlace', 'helpGiven', 'passedTo'],
  ...['consentToShare', 'consentDetails', 'influence', 'reason'],
] as const satisfies readonly (keyof Voice & keyof VoiceInput)[];

/**
 * Writes a voice as part of a unit of work. A manager agreed to what stood there before, so what is written now has to be
 * agreed to again.
 */
export async function writeVoice(work: Work, caseId: string, who: Speaker, input: VoiceInput): Promise<number> {
  const { tx, actor, now, today, record } = work;
  const found = await changePreparation(work, 'case.assess', caseId, { name: `${who}_VOICE`, isAuthored: true });
  const faults = faultsIn(input, { who, today, isSomebodyHarmed: await isSomebodyHarmed(tx, caseId) });
  const { heardOn, attempts } = input;
  const early = await heardTooEarly(tx, caseId, { heardOn, ...attemptDays(attempts) });
  refuse([...faults, ...early]);
  const changes = {
    ...voiceFrom(input),
    ...(input.attempts ? { attempts: attemptsFrom(input.attempts) } : {}),
    ...{ recordedBy: actor.personId, recordedAt: now, approvedBy: null, approvedAt: null, approvalReason: null },
  };
  const whenNew = () => ({ id: newId(), attempts: [] });
  const version = await writeOne(tx, Voice, { caseId, who }, changes, input.version, whenNew);
  record(caseSubject(found), { type: 'VOICE_RECORDED', who, status: input.status });
  return version;
}

/** Each column as it was sent, or empty. */
const voiceFrom = (input: VoiceInput): Partial<Voice> => ({
  status: input.status,
  heardOn: input.heardOn ?? null,
  ...Object.fromEntries(voiceColumns.map((column) => [column, input[column] || null])),
});

const attemptsFrom = (attempts: readonly Attempt[]): Attempt[] =>
  attempts.map(({ on, how, result }) => ({ on, how, result }));
