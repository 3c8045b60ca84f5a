import type { Shown } from '../platform/web/sections.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import { actionsInWords, afterRows, consentRows, feltRows, needsRows, placesShared } from './victim-care.view.js';
import { kindWords, statusWords } from './victim.fields.js';
import type { VictimFound, VictimSummary } from './victims.queries.js';
import type { ViewBefore } from './views-put-away.js';

type Link = { readonly href: string; readonly text: string };
export type Card = { readonly title: string; readonly rows: readonly Shown[]; readonly links: readonly Link[] };

/** By number and kind, never by name: this stands in headings and titles. */
export const victimTitle = ({ position, kind }: Pick<VictimSummary, 'position' | 'kind'>): string =>
  `Victim ${position}: ${kindWords[kind].toLowerCase()}`;

const dayOr = (day: string | null): string => (day ? dayInWords(day) : '');

const attemptsText = ({ attempts }: VictimFound): string =>
  attempts.map(({ on, how, result }) => `${dayOr(on ?? null)}: ${how ?? ''}. ${result ?? ''}`).join('\n');

const viewRows = (victim: VictimSummary): Shown[] => [
  { key: 'Their view', value: statusWords[victim.status] },
  ...(victim.obtainedOn ? [{ key: 'Given on', value: dayInWords(victim.obtainedOn) }] : []),
  { key: 'What they said', value: victim.view ?? '' },
  { key: 'Safety', value: victim.safetyNeeds ?? '' },
  { key: 'Putting it right', value: victim.restorativeWish ?? '' },
];

const safetyRows = (victim: VictimSummary): Shown[] => [
  ...placesShared(victim),
  ...(victim.safetyActions.length > 0
    ? [{ key: 'What is done to keep them safe', value: actionsInWords(victim.safetyActions) }]
    : []),
];

/** What the panel reads: the view, and what keeps the victim safe. */
export const seenByPanel = (victim: VictimSummary): Shown[] => [...viewRows(victim), ...safetyRows(victim)];

/** What the panel is shown. */
export const summaryCard = (victim: VictimSummary): Card => ({
  title: victimTitle(victim),
  rows: seenByPanel(victim),
  links: [],
});

/** Who the victim is and how to reach them. */
const whoRows = (victim: VictimFound): Shown[] => [
  { key: 'Name', value: victim.name ?? '' },
  { key: 'How to reach them', value: victim.contactDetails ?? '' },
  ...(victim.nextContactOn ? [{ key: 'Next contact', value: dayInWords(victim.nextContactOn) }] : []),
];

/** The same, with what they agreed to, above the forms about them. */
export const identityRows = (victim: VictimFound): Shown[] => [...whoRows(victim), ...consentRows(victim)];

/** Everything, a card for each subject, with the pages on which it is changed. */
export function fullCards(caseId: string, victim: VictimFound): Card[] {
  const page = `/cases/${caseId}/victims/${victim.id}`;
  const link = (part: string, text: string): Link => ({ href: `${page}/about/${part}`, text });
  const card = (subject: string, rows: Shown[], links: Link[]): Card => ({
    ...{ title: [victimTitle(victim), subject].filter(Boolean).join('. '), rows, links },
  });
  const [withdraws] = victim.consentToShare === 'GIVEN' ? [link('withdrawal', 'Record withdrawal')] : [];
  return [
    card(
      '',
      [...whoRows(victim), { key: 'Statement', value: victim.statement ?? '' }],
      [
        ...[{ href: page, text: 'Change details' }, link('contact', 'Plan contact')],
        ...(victim.kind === 'AGE_NOT_KNOWN' ? [link('age', 'Record whether they are a child')] : []),
      ],
    ),
    card('Agreement', consentRows(victim), [link('consent', 'Record answer'), ...(withdraws ? [withdraws] : [])]),
    card(
      'View',
      [...viewRows(victim), ...sayRows(victim), ...victim.viewsBefore.map(beforeRow)],
      [{ href: `${page}/view`, text: victim.viewVersion > 0 ? 'Change view' : 'Record view' }],
    ),
    card('Safety', [...safetyRows(victim), ...feltRows(victim)], [link('safety', 'Record safety')]),
    card('Needs', needsRows(victim), [link('needs', 'Record needs')]),
    card('Offer and outcome', afterRows(victim), [
      ...[link('offer', 'Record offer'), link('telling', 'Record telling')],
      { href: `${page}/letters`, text: 'Letters' },
    ]),
  ];
}

/** What is known around the view, and never goes to the panel. */
const sayRows = (victim: VictimFound): Shown[] => [
  { key: 'How it affected them', value: victim.impact ?? '' },
  { key: 'Attempts to reach them', value: attemptsText(victim) },
  ...(victim.reason ? [{ key: 'Reason', value: victim.reason }] : []),
];

/** A view that was changed since, and until when it stood. */
const beforeRow = (before: ViewBefore): Shown => ({
  key: `Before, until ${instantInWords(before.until)}`,
  value: [
    [statusWords[before.status], dayOr(before.obtainedOn)].filter(Boolean).join(', '),
    ...(before.view ? [`What they said: ${before.view}`] : []),
    ...(before.impact ? [`How it affected them: ${before.impact}`] : []),
    ...(before.safetyNeeds ? [`Safety: ${before.safetyNeeds}`] : []),
    ...(before.restorativeWish ? [`Putting it right: ${before.restorativeWish}`] : []),
    ...(before.reason ? [`Reason: ${before.reason}`] : []),
  ].join('\n'),
});
