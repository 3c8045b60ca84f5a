import type { LetterValues } from '../policy/letter-fields.js';
import { meaningOf } from '../policy/letter-meanings.js';
import type { Wording } from '../policy/letters.js';
import { offerWays } from '../policy/victim-offers.js';
import { dayInWords } from '../platform/web/words.js';
import { commonValues } from './case-values.js';
import type { CommonFacts, OutcomeTold } from './letter-facts.queries.js';
import type { VictimFacts } from './victim-facts.queries.js';

/** What a letter to a victim, or to a parent or carer of one, is filled with: the victim’s own record, and of the child what a victim may be told. */
export function valuesForVictim(
  facts: CommonFacts,
  { name, offerWay }: VictimFacts,
  wording: Wording,
  { outcome, meetingDay }: { readonly outcome: OutcomeTold | null; readonly meetingDay: string | null },
): LetterValues<'VICTIM' | 'VICTIM_CARER'> {
  const meaning = outcome && meaningOf(outcome.disposal, outcome.name);
  return {
    ...commonValues(facts),
    ...{ reference: facts.reference, crimeReference: facts.crimeReference, victimName: name },
    outcome: meaning?.name ?? null,
    outcomeDay: outcome && dayInWords(outcome.givenOn),
    outcomeMeaning: (wording === 'SHORT' ? meaning?.youngVictim : meaning?.victim) ?? null,
    meetingDay: meetingDay && dayInWords(meetingDay),
    offerWay: offerWay && offerWays[offerWay].toLowerCase(),
  };
}
