import { type ApiClient, done } from './clients.js';
import type { Colleague, Team } from './people.js';

/** Names far enough apart that no two children made here look alike; none is a real child's. */
const givenNames = [
  'Wren',
  'Caspian',
  'Ottilie',
  'Bartholomew',
  'Juniper',
  'Zachariah',
  'Philippa',
  'Ignatius',
  'Maeve',
];
const familyNames = ['Thistlewood', 'Abernethy-Cole', 'Quarrington', 'Lumb', 'Pemberton', 'Oxenholme', 'Starling'];

let made = 0;

/** An invented child, unlike any other one made here. */
export function childNamed(over: Record<string, unknown> = {}): Record<string, unknown> {
  const number = made++;
  return {
    givenName: givenNames[number % givenNames.length],
    familyName: familyNames[number % familyNames.length],
    dateOfBirth: `${2009 + (number % 5)}-${String(1 + (number % 12)).padStart(2, '0')}-${10 + (number % 18)}`,
    sex: 'FEMALE',
    ...over,
  };
}

export type Registered = {
  readonly disposalId: string;
  readonly childId: string;
  readonly warnings: { code: string; severity: string; mend: string }[];
  readonly possibleMatches: { childId: string; reasons: string[] }[];
};

const because = ['POLICE_ONLY_RESOLUTION_LIMIT', 'SAME_DISPOSAL_SAME_DAY'].map((code) => ({
  ...{ code, reason: 'The officer did not know of an earlier one.' },
}));

/** A community resolution that police issued without the panel; by it a child becomes known to the area. */
export async function registerResolution(
  team: Team,
  over: Record<string, unknown> = {},
  officer?: Colleague,
): Promise<Registered> {
  const { api } = officer ?? (await team.as('YJS_POLICE_OFFICER'));
  const child = over['childId'] ? {} : { child: childNamed() };
  const answer = await api.post('/api/police-issued-resolutions', {
    ...child,
    ...{ givenOn: '2026-06-01', offence: 'Took sweets from a shop', officer: 'PC Rowan Ashdown (4471)', features: [] },
    ...{ panelAreaId: team.areaId, overrides: because, ...over },
  });
  return done('The resolution', answer).body as Registered;
}

export const disposal = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...{ disposal: 'COMMUNITY_RESOLUTION', givenOn: '2026-05-04', offence: 'Broke a window', route: 'OTHER_AREA' },
  ...{ source: 'Police National Computer', completed: 'YES', ...over },
});

/** Something the child had before, typed in. */
export async function recordDisposal(api: ApiClient, childId: string, over: Record<string, unknown> = {}) {
  const answer = await api.post(`/api/children/${childId}/disposals`, disposal(over));
  return done('The earlier disposal', answer).body as { id: string; warnings: { code: string }[] };
}
