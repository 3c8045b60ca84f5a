import { type Actor, may } from '../actor.js';
import type { Permission } from '../../policy/permissions.js';

type Heading =
  'Cases' | 'Victims and agencies' | 'Meetings and people at work' | 'Quality' | 'Settings' | 'The service';
export type Place = {
  readonly text: string;
  readonly href: string;
  readonly under: Heading;
  readonly needs?: Permission;
};

// prettier-ignore
/** Where people can go, what they need most first: as many as fit stand in the navigation, the others under "More". */
const places: readonly Place[] = [
  { text: 'Your work', href: '/', under: 'The service' },
  { text: 'Cases', href: '/cases', under: 'Cases', needs: 'case.list' },
  { text: 'Search', href: '/case-searches', under: 'Cases', needs: 'case.list' },
  { text: 'Meetings', href: '/meetings', under: 'Meetings and people at work', needs: 'meeting.read' },
  { text: 'Observing', href: '/observed-meetings', under: 'Meetings and people at work', needs: 'meeting.observe' },
  { text: 'Refer', href: '/referrals', under: 'Cases', needs: 'case.refer' },
  { text: 'Victims', href: '/victims', under: 'Victims and agencies', needs: 'victim.record' },
  { text: 'Agency checks', href: '/agency-checks', under: 'Victims and agencies', needs: 'check.answer' },
  { text: 'Audits', href: '/audit-plans', under: 'Quality', needs: 'audit.read' },
  { text: 'Resolution reviews', href: '/resolution-samples', under: 'Quality', needs: 'resolution-sample.read' },
  { text: 'New referrals', href: '/measures/new-referrals', under: 'Quality', needs: 'measure.read' },
  { text: 'Import', href: '/referral-imports', under: 'Cases', needs: 'case.import' },
  { text: 'Police-issued resolutions', href: '/police-issued-resolutions', under: 'Cases', needs: 'resolution.register' },
  { text: 'Absences', href: '/covers', under: 'Meetings and people at work', needs: 'case.manage' },
  { text: 'People', href: '/people', under: 'Settings', needs: 'person.administer' },
  { text: 'Panel areas', href: '/panel-areas', under: 'Settings', needs: 'area.administer' },
  { text: 'Letter templates', href: '/letter-templates', under: 'Settings', needs: 'letter-template.administer' },
  { text: 'Disposals', href: '/disposals', under: 'Settings', needs: 'disposal.administer' },
  { text: 'Bank holidays', href: '/bank-holidays', under: 'Settings', needs: 'calendar.administer' },
  { text: 'Trail', href: '/trail', under: 'The service', needs: 'trail.read' },
  { text: 'Open a restricted case', href: '/restricted-access', under: 'Cases', needs: 'restricted-case.open' },
  { text: 'Rules', href: '/rules', under: 'The service' },
];

const headings: readonly Heading[] = [
  ...(['Cases', 'Victims and agencies', 'Meetings and people at work'] as const),
  ...(['Quality', 'Settings', 'The service'] as const),
];

/** As many as stand on one line of an ordinary screen. */
export const MOST_ON_A_LINE = 7;
export const MORE = '/more';

const isAt = (path: string, { href }: Pick<Place, 'href'>): boolean =>
  path === href || (href !== '/' && path.startsWith(`${href}/`));

/** What somebody may open, as it stands in the navigation and under "More". */
function shared(actor: Actor): { readonly top: readonly Place[]; readonly more: readonly Place[] } {
  const mine = places.filter(({ needs }) => !needs || may(actor, needs));
  if (mine.length <= MOST_ON_A_LINE) return { top: mine, more: [] };
  return { top: mine.slice(0, MOST_ON_A_LINE - 1), more: mine.slice(MOST_ON_A_LINE - 1) };
}

export type NavigationItem = { readonly text: string; readonly href: string; readonly current: boolean };

/** The navigation of somebody on a page. In: who, the path. Out: at most as many places as stand on a line. */
export function navigationOf(actor: Actor, path: string): NavigationItem[] {
  const { top, more } = shared(actor);
  const items = top.map((place) => ({ text: place.text, href: place.href, current: isAt(path, place) }));
  if (more.length === 0) return items;
  const current = [{ href: MORE }, ...more].some((place) => isAt(path, place));
  return [...items, { text: 'More', href: MORE, current }];
}

export type PlacesUnder = { readonly heading: Heading; readonly places: readonly Place[] };

/** What the navigation has no room for, by heading; everything where it has room for all. In: who. Out: headings. */
export function placesUnderMore(actor: Actor): PlacesUnder[] {
  const { top, more } = shared(actor);
  const shown = more.length > 0 ? more : top;
  return headings
    .map((heading) => ({ heading, places: shown.filter(({ under }) => under === heading) }))
    .filter((group) => group.places.length > 0);
}
