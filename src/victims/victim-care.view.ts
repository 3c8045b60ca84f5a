import { type Closing, closedByWithdrawal, refusalReasons, victimConsents } from '../policy/victim-consent.js';
import { ethnicityName } from '../policy/ethnicity.js';
import { offerAnswers, offerWays } from '../policy/victim-offers.js';
import { feltSafe, knownWords, type SharedPlace, sharedPlaces } from '../policy/victim-safety.js';
import { tellings } from '../policy/victim-telling.js';
import type { Shown } from '../platform/web/sections.js';
import { dayInWords } from '../platform/web/words.js';
import type { SafetyAction } from './victim-care.queries.js';
import type { VictimFound, VictimSummary } from './victims.queries.js';

/** What would be closed here, were they to withdraw. */
export const openFor = (victim: VictimFound): Closing[] =>
  closedByWithdrawal({
    hasView: [victim.view, victim.impact, victim.safetyNeeds, victim.restorativeWish].some(Boolean),
    hadView: victim.viewsBefore.length > 0,
    ...{ offer: victim.offer, telling: victim.telling?.status ?? null },
    ...{ nextContactOn: victim.nextContactOn, hasNeeds: victim.needs?.agrees === 'YES' },
  });

/** What they agreed to, when, on what knowledge, and why not. */
export function consentRows(victim: VictimFound): Shown[] {
  const { consentToShare, consentRefusal, consentReason, consentAskedOn, consentInformed, withdrawnOn } = victim;
  const why = [consentRefusal && consentRefusal !== 'OTHER' ? refusalReasons[consentRefusal] : '', consentReason];
  const words = [victimConsents[consentToShare], why.filter(Boolean).join('. ')].filter(Boolean).join(': ');
  return [
    { key: 'Sharing of their details', value: words },
    ...(consentAskedOn ? [{ key: 'Asked on', value: dayInWords(consentAskedOn) }] : []),
    ...(consentInformed ? [{ key: 'What they were told', value: consentInformed }] : []),
    ...(withdrawnOn
      ? [
          {
            key: consentToShare === 'WITHDRAWN' ? 'Withdrew on' : 'Withdrew before, on',
            value: `${dayInWords(withdrawnOn)}: ${victim.withdrawalReason ?? ''}`,
          },
        ]
      : []),
  ];
}

/** Each place that they share with the child, or do not; until that was asked of any, what the referral said. */
export function placesShared(victim: Pick<VictimSummary, SharedPlace | 'sameSchoolOrHome'>): Shown[] {
  const places = Object.keys(sharedPlaces) as SharedPlace[];
  if (places.every((place) => victim[place] === 'NOT_KNOWN')) {
    return [{ key: 'Same school or home as the child', value: knownWords[victim.sameSchoolOrHome] }];
  }
  const words = places.map((place) => `${sharedPlaces[place]}: ${knownWords[victim[place]].toLowerCase()}`);
  return [{ key: 'What they share with the child', value: words.join('\n') }];
}

/** What is done, by whom, by when, and whether it was done. */
export const actionsInWords = (actions: readonly SafetyAction[]): string =>
  actions
    .map(({ what, who, dueOn, doneOn }) => {
      const when = doneOn ? `done on ${dayInWords(doneOn)}` : `by ${dayInWords(dueOn)}`;
      return `${what} (${who}, ${when})`;
    })
    .join('\n');

/** How safe they said they feel, at the start and at the end. */
export function feltRows({ safety }: Pick<VictimFound, 'safety'>): Shown[] {
  if (!safety) return [];
  const { feltAtStart, feltAtStartOn, feltAtEnd, feltAtEndOn } = safety;
  const row = (key: string, felt: typeof feltAtStart, on: string | null): Shown[] =>
    felt ? [{ key, value: on ? `${feltSafe[felt]}, ${dayInWords(on)}` : feltSafe[felt] }] : [];
  return [
    ...row('How safe they felt at the start', feltAtStart, feltAtStartOn),
    ...row('How safe they felt at the end', feltAtEnd, feltAtEndOn),
  ];
}

const onDay = (words: string, day: string | null): string => (day ? `${words}, ${dayInWords(day)}` : words);

/** What was offered to repair the harm, what they answered, and whether they were told the outcome. */
export function afterRows({
  offer,
  telling,
  toldBefore,
}: Pick<VictimFound, 'offer' | 'telling' | 'toldBefore'>): Shown[] {
  const said = offer?.offeredOn
    ? [
        onDay(`Offered${offer.way ? `: ${offerWays[offer.way].toLowerCase()}` : ''}`, offer.offeredOn),
        offer.answer ? onDay(offerAnswers[offer.answer], offer.answeredOn) : 'No answer yet',
        ...(offer.tookPlaceOn ? [onDay('It took place', offer.tookPlaceOn)] : []),
      ].join('\n')
    : `Not offered: ${offer?.notOfferedReason ?? ''}`;
  const told = telling && [onDay(tellings[telling.status], telling.toldOn), telling.how].filter(Boolean).join(': ');
  return [
    { key: 'Restorative offer', value: offer ? said : '' },
    { key: 'Telling them the outcome', value: told ?? '' },
    ...toldBefore.map(({ toldOn, how }) => ({
      key: 'Told before, of an outcome that does not stand any more',
      value: [onDay(tellings.TOLD, toldOn), how].filter(Boolean).join(': '),
    })),
  ];
}

/** What they need and are, where they agree that it is kept. */
export function needsRows({ needs }: Pick<VictimFound, 'needs'>): Shown[] {
  if (!needs) return [{ key: 'Needs and characteristics', value: 'Not asked yet' }];
  if (needs.agrees === 'NO')
    return [{ key: 'Needs and characteristics', value: 'They do not agree that these are kept' }];
  const { ethnicityCode, disability, communication, language, otherNeeds } = needs;
  return [
    { key: 'Ethnicity', value: ethnicityCode ? (ethnicityName(ethnicityCode) ?? ethnicityCode) : '' },
    { key: 'Disability', value: disability ?? '' },
    { key: 'What helps them to speak and be understood', value: communication ?? '' },
    { key: 'Language', value: language ?? '' },
    { key: 'Other needs', value: otherNeeds ?? '' },
  ];
}
