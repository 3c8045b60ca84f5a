import { section, type Section, type Shown, written } from '../platform/web/sections.js';
import { dayInWords } from '../platform/web/words.js';
import { triedInLines, triedOf } from './attempts.view.js';
import type { Speaker } from './voice.entity.js';
import type { VoiceFound } from './voices.queries.js';

const heardWords = { OBTAINED: 'Heard', NOT_OBTAINED: 'Not heard', NO_CARER: 'There is no parent or carer' } as const;

const inWords: Record<Speaker, string> = { CHILD: 'In the child’s words', CARER: 'In their words' };

/** What was said and how it was heard, or what was tried and who agreed to go on without it: the words first. */
export function voiceRows(voice: VoiceFound): Shown[] {
  const { who, status, heardOn, heardBy, how, approvedByName, approvalReason } = voice;
  const heard = [heardOn && dayInWords(heardOn), how, heardBy && `by ${heardBy}`].filter(Boolean).join(', ');
  const tried = triedInLines(triedOf(voice.attemptsLogged, voice.attempts));
  const agreed = approvedByName && [approvedByName, approvalReason].filter(Boolean).join(': ');
  return [
    ...written(inWords[who], voice.words),
    ...written('What changed because of it', voice.influence),
    { key: 'Whether heard', value: heardWords[status] },
    ...written('Heard', heard),
    ...written('Why not', voice.reason),
    ...written('What was tried', tried),
    ...written('Who agreed to go on without', agreed),
    ...written('Recorded by', voice.recordedByName),
  ];
}

function voiceSection(who: Speaker, id: string, title: string, voices: readonly VoiceFound[]): Section {
  const voice = voices.find((one) => one.who === who);
  return section(id, title, voice ? voiceRows(voice) : []);
}

/** The child's voice, and the parent's or carer's, in that order. */
export const voiceSections = (voices: readonly VoiceFound[]): Section[] => [
  voiceSection('CHILD', 'voices-child', 'What the child said', voices),
  voiceSection('CARER', 'voices-carer', 'What the parent or carer said', voices),
];
