import { partsOf } from '../policy/voice-parts.js';
import type { VoiceFound } from './voices.queries.js';

/**
 * A voice as the panel reads it. Where a parent or carer does not agree that it is shared, that they were heard and what
 * they said of sharing, and no word beside. In: the voice as it is kept. Source: house rule (who is asked is listened to).
 */
export function asShared(voice: VoiceFound): VoiceFound {
  if (voice.who !== 'CARER' || voice.consentToShare !== 'NO') return voice;
  const unsaid = Object.fromEntries(partsOf('CARER').map(([part]) => [part, null]));
  return { ...voice, ...unsaid, words: null, influence: null };
}
