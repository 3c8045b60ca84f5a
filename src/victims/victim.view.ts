import { caseHead, type CaseHead } from '../cases/case-head.view.js';
import type { CaseFound } from '../cases/find-case.js';
import { type Actor, may } from '../platform/actor.js';
import { dayInWords } from '../platform/web/words.js';
import { actionsInWords, afterRows, consentRows, feltRows, needsRows, placesShared } from './victim-care.view.js';
import { kindWords, statusWords } from './victim.fields.js';
import type { VictimFound, VictimSummary } from './victims.queries.js';

type Row = { readonly key: string; readonly value: string };
type Link = { readonly href: string; readonly text: string };
export type Card = { readonly title: string; readonly rows: readonly Row[]; readonly links: readonly Link[] };

/** Who speaks with victims is not shown the child; who reads the case is. */
export const headFor = (actor: Actor, found: CaseFound, today: string): CaseHead | null =>
  may(actor, 'case.read', found.panelAreaId) ? caseHead(found, today) : null;

/** By number and kind, never by name: this stands in headings and titles. */
export const victimTitle = ({ position, kind }: Pick<VictimSummary, 'position' | 'kind'>): string =>
  `Victim ${position}: ${kindWords[kind].toLowerCase()}`;

const dayOr = (day: string | null): string => (day ? dayInWords(day) : '');

const attemptsText = ({ attempts }: VictimFound): string =>
  attempts.map(({ on, how, result }) => `${dayOr(on ?? null)}: ${how ?? ''}. ${result ?? ''}`).join('\n');

/** What the panel reads: the view, and what keeps the victim safe. */
export const seenByPanel = (victim: VictimSummary): Row[] => [
  { key: 'Their view', value: statusWords[victim.status] },
  ...(victim.obtainedOn ? [{ key: 'Given on', value: dayInWords(victim.obtainedOn) }] : []),
  { key: 'What they said', value: victim.view ?? '' },
  { key: 'Safety', value: victim.safetyNeeds ?? '' },
  { key: 'Putting it right', value: victim.restorativeWish ?? '' },
  ...placesShared(victim),
  ...(victim.safetyActions.length > 0
    ? [{ key: 'What is done to keep them safe', value: actionsInWords(victim.safetyActions) }]
    : []),
];

/** What the panel is shown. */
export const summaryCard = (victim: VictimSummary): Card => ({
  title: victimTitle(victim),
  rows: seenByPanel(victim),
  links: [],
});

/** Who the victim is and how to reach them. */
export const identityRows = (victim: VictimFound): Row[] => [
  { key: 'Name', value: victim.name ?? '' },
  { key: 'How to reach them', value: victim.contactDetails ?? '' },
  ...(victim.nextContactOn ? [{ key: 'Next contact', value: dayInWords(victim.nextContactOn) }] : []),
  ...consentRows(victim),
];

/** Everything, with the pages on which it is changed. */
export function fullCard(caseId: string, victim: VictimFound): Card {
  const page = `/cases/${caseId}/victims/${victim.id}`;
  return {
    title: victimTitle(victim),
    rows: [
      ...identityRows(victim),
      ...seenByPanel(victim),
      ...needsRows(victim),
      ...feltRows(victim),
      ...afterRows(victim),
      { key: 'How it affected them', value: victim.impact ?? '' },
      { key: 'Attempts to reach them', value: attemptsText(victim) },
      ...(victim.reason ? [{ key: 'Reason', value: victim.reason }] : []),
      { key: 'Statement', value: victim.statement ?? '' },
    ],
    links: [
      { href: page, text: 'Change details' },
      { href: `${page}/view`, text: victim.viewVersion > 0 ? 'Change view' : 'Record view' },
      { href: `${page}/about/consent`, text: 'What they agreed to' },
      ...(victim.consentToShare === 'GIVEN' ? [{ href: `${page}/about/withdrawal`, text: 'They withdraw' }] : []),
      { href: `${page}/about/safety`, text: 'Their safety' },
      { href: `${page}/about/needs`, text: 'Their needs' },
      { href: `${page}/about/offer`, text: 'Restorative offer' },
      { href: `${page}/about/telling`, text: 'Telling the outcome' },
      { href: `${page}/about/contact`, text: 'How to reach them' },
    ],
  };
}
