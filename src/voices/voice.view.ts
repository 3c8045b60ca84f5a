import { hasWords, partsOf, sharingConsents } from '../policy/voice-parts.js';
import { section, type Section, type Shown, written } from '../platform/web/sections.js';
import { dayInWords } from '../platform/web/words.js';
import { triedInLines, triedOf } from './attempts.view.js';
import type { Speaker } from './voice.entity.js';
import type { VoiceFound } from './voices.queries.js';

const heardWords = { OBTAINED: 'Heard', NOT_OBTAINED: 'Not heard', NO_CARER: 'There is no parent or carer' } as const;
const seenWords = { YES: 'Yes', NO: 'No' } as const;
const choseWords = { YES: 'the child chose the place', NO: 'the child did not choose the place' } as const;

const inWords: Record<Speaker, string> = { CHILD: 'In the child’s words', CARER: 'In their words' };
const otherWords: Record<Speaker, string> = { CHILD: 'Whatever else the child said', CARER: 'Whatever else they said' };

/** What they asked of whoever reads it, beside the title so that nobody reads past it. */
const askedOfUs = {
  YES: [],
  PARTLY: [{ text: 'Only some of it may be shared', colour: 'orange' }],
  NO: [{ text: 'They do not agree that it is shared', colour: 'red' }],
} as const;

/** What was said, part by part as it was asked, and what fitted none of them. */
function saidRows(voice: VoiceFound): Shown[] {
  const { who, words } = voice;
  const isInParts = hasWords(who, { ...voice, words: null });
  return [
    ...partsOf(who).flatMap(([part, title]) => written(title, voice[part])),
    ...written(isInParts ? otherWords[who] : inWords[who], words),
  ];
}

/** When, where and with whom it was said, and how that was made possible. */
function spaceRows(voice: VoiceFound): Shown[] {
  const { heardOn, heardBy, how, seenBefore, notSeenReason, seenWith, chosePlace } = voice;
  const heard = [heardOn && dayInWords(heardOn), how, heardBy && `by ${heardBy}`, chosePlace && choseWords[chosePlace]];
  const seen = seenBefore && [seenWords[seenBefore], seenBefore === 'NO' && notSeenReason].filter(Boolean).join(': ');
  return [
    ...written('Seen before the meeting', seen),
    ...written('Heard', heard.filter(Boolean).join(', ')),
    ...written('Who else was there', seenWith),
    ...written('How they were helped to take part', voice.helpGiven),
  ];
}

function sharingOf({ consentToShare, consentDetails }: VoiceFound): string {
  return [consentToShare && sharingConsents[consentToShare], consentDetails].filter(Boolean).join('. ');
}

/** What was said and how it was heard, or what was tried and who agreed to go on without it: the words first. */
export function voiceRows(voice: VoiceFound): Shown[] {
  const { status, approvedByName, approvalReason } = voice;
  const agreed = approvedByName && [approvedByName, approvalReason].filter(Boolean).join(': ');
  return [
    ...saidRows(voice),
    ...written('What changed because of it', voice.influence),
    { key: 'Whether heard', value: heardWords[status] },
    ...spaceRows(voice),
    ...written('To whom it was passed on', voice.passedTo),
    ...written('Whether it may be shared', sharingOf(voice)),
    ...written('Why not', voice.reason),
    ...written('What was tried', triedInLines(triedOf(voice.attemptsLogged, voice.attempts))),
    ...written('Who agreed to go on without', agreed),
    ...written('Recorded by', voice.recordedByName),
  ];
}

function voiceSection(who: Speaker, id: string, title: string, voices: readonly VoiceFound[]): Section {
  const voice = voices.find((one) => one.who === who);
  const badges = voice?.consentToShare ? askedOfUs[voice.consentToShare] : [];
  return section(id, title, voice ? voiceRows(voice) : [], { badges });
}

/** The child's voice, and the parent's or carer's, in that order. */
export const voiceSections = (voices: readonly VoiceFound[]): Section[] => [
  voiceSection('CHILD', 'voices-child', 'What the child said', voices),
  voiceSection('CARER', 'voices-carer', 'What the parent or carer said', voices),
];
