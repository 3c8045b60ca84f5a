import { ageOn } from '../policy/days.js';
import { states } from '../policy/lifecycle.js';
import { featuresInWords, offenceClasses, withoutFeatures } from '../policy/offence-classes.js';
import { cpsAuthorities, policeStatuses, responsibilityStances, sufficiencies } from '../policy/police-information.js';
import type { Shown } from '../platform/web/sections.js';
import { codeInWords, dayInWords } from '../platform/web/words.js';
import { gravityLines } from '../cases/gravity.view.js';
import type { Offence } from '../cases/offence.entity.js';
import type { Scored } from './referral-faults.js';
import type { ReferralOpened } from './my-referrals.js';
import type { ReferralFound } from './referrals.queries.js';

type Section = { readonly title: string; readonly rows: readonly Shown[] };

const row = (key: string, value: string | number | null): Shown => ({ key, value: String(value ?? '') });
const worded = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? codeInWords(code);

/** A referral as its officer sent it; `today` gives the child's age. */
export const referralPage = (found: ReferralOpened, today: string) => ({
  title: `Referral ${found.reference}`,
  back: '/referrals',
  stepOut: `/cases/${found.caseId}/conflicts/new`,
  state: { code: found.state, name: states[found.state], since: found.stateSince },
  child: {
    name: `${found.givenName} ${found.familyName}`,
    facts: [
      { label: 'Age', text: String(ageOn(found.dateOfBirth, today) ?? '') },
      { label: 'Date of birth', text: dayInWords(found.dateOfBirth) },
      { label: 'Reference', text: found.reference },
    ],
    badges: found.flags.map(({ message }) => ({ text: `Repeat disposal: ${message}` })),
  },
  sections: [...found.offences.map(offenceSection), police(found), victims(found)],
});

function offenceSection(offence: Offence): Section {
  const { position, date, homeOfficeClass, description, indictableOnly, features } = offence;
  const name = offenceClasses[homeOfficeClass]?.name ?? '';
  return {
    title: `Offence ${position}`,
    rows: [
      row('Date', dayInWords(date)),
      row('Home Office class', `${homeOfficeClass} ${name}`.trim()),
      row('What happened', description),
      row(
        'Can be tried in the Crown Court alone',
        indictableOnly === null ? withoutFeatures.NOT_KNOWN : indictableOnly ? 'Yes' : 'No',
      ),
      row('Features', featuresInWords(features)),
      row('Gravity', gravityLines(offence)),
    ],
  };
}

const police = (found: ReferralFound): Section => ({
  title: 'Police',
  rows: [
    row('Panel area', found.panelArea),
    row('Crime reference', found.crimeReference),
    row('Officer in the case', `${found.officerName}, ${found.officerCollarNumber}`),
    row('Where the child stands with police', worded(policeStatuses, found.policeStatus)),
    ...(found.bailDate ? [row('Bail ends', dayInWords(found.bailDate))] : []),
    row('The child’s stance', worded(responsibilityStances, found.responsibilityStance)),
    row('Sufficient evidence to charge', worded(sufficiencies, found.evidenceSufficient)),
    row('Authority of the Crown Prosecution Service', worded(cpsAuthorities, found.cpsAuthority)),
    ...(found.arrestedFor ? [row('Arrested for', found.arrestedFor)] : []),
    row('What police know', found.policeInformation),
  ],
});

const victims = ({ victims: count, noIdentifiableVictimReason }: ReferralFound): Section => ({
  title: 'Victims',
  rows: [count > 0 ? row('Victims named', count) : row('No identifiable victim', noIdentifiableVictimReason)],
});

/** The stored scores in the form in which warnings are worked out. */
export const scoresOf = ({ offences }: ReferralFound): Scored[] =>
  offences.map(({ gravityStart, gravityFinal, gravityFactors }) =>
    gravityStart === null || gravityFinal === null
      ? {}
      : { gravity: { startScore: gravityStart, finalScore: gravityFinal, factors: gravityFactors } },
  );
