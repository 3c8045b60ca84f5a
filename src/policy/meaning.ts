import type { Grounding, Meaning, MeaningPart } from './disposal.js';

/** Makes one thing a disposal means. In: how well it is known; part, source, words. Out: the fact. Source: its own. */
const says =
  (grounding: Grounding) =>
  (part: MeaningPart, source: string, words: string): Meaning => ({ part, words, source, grounding });
/** From statute, from what is published, and from general knowledge. In: part, source, words. Source: its own. */
export const statute = says('STATUTE');
export const published = says('PUBLISHED');
export const unchecked = says('NOT_CHECKED');

/** So for every disposal: what a victim is owed. In: nothing. Out: facts. Source: each its own. */
export const victimMeanings: readonly Meaning[] = [
  unchecked(
    'VICTIM_TOLD',
    'Code of Practice for Victims of Crime',
    'The outcome, as a rule within five working days; within one for victims with enhanced rights.',
  ),
  published(
    'VICTIM_ASKS',
    'Youth Justice Board key performance indicator 10',
    'Asked for their view before the decision.',
  ),
  published(
    'VICTIM_ASKS',
    'GOV.UK, victims and youth offending teams; Victims’ Code and restorative justice',
    'May ask about restorative justice: what there is comes from the youth justice service, to which police pass their details unless they object.',
  ),
];
