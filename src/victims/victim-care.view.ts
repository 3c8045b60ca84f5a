import { consents, type Closing, closedByWithdrawal, refusalReasons } from '../policy/victim-consent.js';
import { dayInWords } from '../platform/web/words.js';
import type { VictimFound } from './victims.queries.js';

type Row = { readonly key: string; readonly value: string };

/** What would be closed here, were they to withdraw. */
export const openFor = (victim: VictimFound): Closing[] =>
  closedByWithdrawal({
    hasView: [victim.view, victim.impact, victim.safetyNeeds, victim.restorativeWish].some(Boolean),
    ...{ offer: null, telling: null, nextContactOn: victim.nextContactOn, hasNeeds: false },
  });

/** What they agreed to, when, on what knowledge, and why not. */
export function consentRows(victim: VictimFound): Row[] {
  const { consentToShare, consentRefusal, consentReason, consentAskedOn, consentInformed, withdrawnOn } = victim;
  const why = [consentRefusal && consentRefusal !== 'OTHER' ? refusalReasons[consentRefusal] : '', consentReason];
  const words = [consents[consentToShare], why.filter(Boolean).join('. ')].filter(Boolean).join(': ');
  return [
    { key: 'Sharing of their details', value: words },
    ...(consentAskedOn ? [{ key: 'Asked on', value: dayInWords(consentAskedOn) }] : []),
    ...(consentInformed ? [{ key: 'What they were told', value: consentInformed }] : []),
    ...(withdrawnOn
      ? [{ key: 'Withdrew on', value: `${dayInWords(withdrawnOn)}: ${victim.withdrawalReason ?? ''}` }]
      : []),
  ];
}
