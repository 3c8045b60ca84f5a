import { attemptResults, attemptWays } from '../policy/voice-attempts.js';
import { dayInWords } from '../platform/web/words.js';
import type { AttemptLogged } from './attempts.queries.js';
import type { Attempt } from './voice.entity.js';

type Tried = { readonly on: string; readonly words: string; readonly by: string | null };

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const fromLog = ({ on, way, result, words, recordedByName }: AttemptLogged): Tried => ({
  on,
  words: [attemptWays[way], attemptResults[result], words ?? ''].filter(Boolean).map(sentence).join(' '),
  by: recordedByName,
});

/** As they were written with the voice itself, before there was a log. */
const fromVoice = ({ on, how, result }: Attempt): Tried => ({ on, words: `${how}. ${result}`, by: null });

/** Everything that was tried, wherever it was written, the earliest first. */
export const triedOf = (logged: readonly AttemptLogged[], written: readonly Attempt[] = []): Tried[] =>
  [...written.map(fromVoice), ...logged.map(fromLog)].toSorted((one, other) => one.on.localeCompare(other.on));

/** The same as lines of one cell. */
export const triedInLines = (tried: readonly Tried[]): string =>
  tried.map(({ on, words }) => `${dayInWords(on)}: ${words}`).join('\n');
