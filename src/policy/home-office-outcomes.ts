type Outcome = { readonly label: string; readonly notGiven?: string };

const adultsAlone = 'for adults alone (general knowledge of the field, not checked against a text)';

/**
 * Every outcome of the framework by its number, with why a disposal of a child cannot be reported by it where it cannot;
 * who may be given a caution is said in `disposal-changes`. A letter marks the row of an alternate offence.
 * Source: Home Office crime outcomes framework (April 2014; Outcome 22 April 2019; Outcome 23 February 2026), by the labels
 * of its public dashboard; penalty notices for disorder were withdrawn for under 18s on 8 April 2013.
 */
const outcomes: Readonly<Record<string, Outcome>> = {
  '0': { label: 'Not yet assigned', notGiven: 'no outcome' },
  '1': { label: 'Charged or summonsed' },
  '1A': { label: 'Charged or summonsed, alternate offence' },
  '2': { label: 'Caution, youths' },
  '2A': { label: 'Caution, youths, alternate offence' },
  '3': { label: 'Caution, adults' },
  '3A': { label: 'Caution, adults, alternate offence' },
  '4': { label: 'Taken into consideration' },
  '5': { label: 'Offender died' },
  '6': { label: 'Penalty notice for disorder', notGiven: 'not given to anybody under 18 since 8 April 2013' },
  '7': { label: 'Cannabis or khat warning', notGiven: adultsAlone },
  '8': { label: 'Community resolution' },
  '9': { label: 'Not in the public interest (Crown Prosecution Service)' },
  '10': { label: 'Not in the public interest (police)' },
  '11': { label: 'Prosecution prevented, suspect under age' },
  '12': { label: 'Suspect too ill' },
  '13': { label: 'Victim or key witness dead or too ill' },
  '14': { label: 'Suspect not identified, victim does not support' },
  '15': { label: 'Suspect identified, victim supports, evidential difficulties' },
  '16': { label: 'Suspect identified, victim does not support' },
  '17': { label: 'Prosecution time limit expired' },
  '18': { label: 'Investigation complete, no suspect' },
  '19': { label: 'National Fraud Intelligence Bureau fraud' },
  '20': { label: 'Action by another body' },
  '21': { label: 'Further investigation not in the public interest (police)' },
  '22': { label: 'Diversionary, educational or intervention activity' },
  '23': { label: 'Deferred prosecution' },
};

const framework = 'Home Office crime outcomes framework';

/**
 * Why a disposal of a child cannot be reported by an outcome. In: an outcome as it is written, none where the reason
 * determines it. Out: words, or null. Source: the table above.
 */
export function whyNotReported(outcome: string | null): string | null {
  if (outcome === null) return null;
  const found = Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
  if (!found) return `There is no outcome ${outcome}: enter one from 1 to 23, such as 8 or 22 (${framework})`;
  const { label, notGiven } = found;
  return notGiven ? `Outcome ${outcome}, “${label.toLowerCase()}”, is ${notGiven} (${framework})` : null;
}
