import { addDays } from '../../src/policy/days.js';
import { done } from './clients.js';
import type { Team } from './people.js';
import { STORY_DAY } from './service.js';

/** The day so many days from now; whatever is signed today is signed by the day of the meeting this afternoon. */
export const dayFromNow = (days: number): string => addDays(STORY_DAY, days);

/** A meeting of the team's area this afternoon, arranged by its panel administrator. */
export async function arrangeMeeting(team: Team, more: object = {}): Promise<string> {
  const { api } = await team.as('PANEL_ADMINISTRATOR');
  const overrides = [{ code: 'MEETING_AT_SAME_TIME', reason: 'It sits in another room.' }];
  const at = { panelAreaId: team.areaId, startsAt: `${dayFromNow(0)}T16:00` };
  const meeting = { ...at, place: 'Room 4', overrides, ...more };
  return done('The meeting', await api.post('/api/meetings', meeting)).body.id;
}

/** A quorate panel: a chair of the youth justice service, and police. */
export async function attend(team: Team, meetingId: string): Promise<void> {
  const [chair, police] = [await team.as('PANEL_CHAIR'), await team.as('POLICE_DECISION_MAKER')];
  const attendances = [
    { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' },
    { personId: police.id, agency: 'POLICE' },
  ];
  done('The attendance', await chair.api.put(`/api/meetings/${meetingId}/attendance`, attendances));
}

/** Lists a signed-off case, for a new meeting at which the panel is quorate or a given one; `late` says why it is late. */
export async function listCase(team: Team, caseId: string, meeting?: string, late?: string): Promise<string> {
  const meetingId = meeting ?? (await arrangeMeeting(team));
  const { api } = await team.as('PANEL_ADMINISTRATOR');
  const overrides = late ? [{ code: 'LISTED_LATE', reason: late }] : [];
  done('The listing', await api.post(`/api/meetings/${meetingId}/agenda`, { caseId, overrides }));
  if (!meeting) await attend(team, meetingId);
  return meetingId;
}

/** A recommendation with every reason written, as the chair would send it. */
export const recommendation = (meetingId: string, version: number, more: object = {}): Record<string, unknown> => ({
  meetingId,
  disposal: 'COMMUNITY_RESOLUTION',
  optionsConsidered: optionsWith(more),
  basis: 'UNANIMOUS',
  reasons: {
    child: 'Wants to apologise and to stay at school; the plan begins there.',
    carer: 'Asks for help with the mornings, which the plan gives.',
    victim: 'Would like an apology in writing and nothing more.',
    safety: 'Low: the adults around the child respond quickly.',
    harm: 'Low: one incident, no pattern.',
    identity: 'The child speaks of being watched in shops; we asked what that meant here.',
    earlierDisposals: 'None, or considered one by one with the response to each.',
  },
  leastCriminalising: {
    disposal: 'NO_FURTHER_ACTION',
    reason: 'It would leave the person harmed without an answer and the child without help.',
  },
  missingInformation: {
    status: 'WENT_ON',
    reason: 'Whatever was still open was asked for in the room; nobody expected it to change what is recommended.',
  },
  gravityDeparture: 'The panel explains its departure, should this be one, by what the child said.',
  whyNow: 'Should this be a repeat: a mentor whom the child chose begins this week, which was not there before.',
  dissents: [],
  overrides: [],
  version,
  ...more,
});

/** What is recommended, and another. */
const optionsWith = ({ disposal = 'COMMUNITY_RESOLUTION' }: { disposal?: string }): object[] => [
  { disposal, reason: 'The child accepts what happened and wants to make it right.' },
  {
    disposal: disposal === 'OUTCOME_22' ? 'COMMUNITY_RESOLUTION' : 'OUTCOME_22',
    reason: 'The harm asks for something that the victim sees done.',
  },
];

/** A reason about each victim by itself, where a case has several. */
export async function aboutVictims(team: Team, caseId: string): Promise<{ victimId: string; reason: string }[]> {
  const { api } = await team.as('PANEL_CHAIR');
  const { items } = done('The victims', await api.get(`/api/cases/${caseId}/victims`)).body;
  const reason = 'Asked to be told what happens, and nothing more.';
  return items.length > 1 ? items.map(({ id }: { id: string }) => ({ victimId: id, reason })) : [];
}

/** The two who settle a disagreement that the chair takes further, where the ladder of the area names nobody. */
export async function pairOf(team: Team, number = 1): Promise<{ policeId: string; youthJusticeId: string }> {
  const police = await team.as('POLICE_DECISION_MAKER', number);
  return { policeId: police.id, youthJusticeId: (await team.as('SENIOR_REVIEWER', number)).id };
}

export type Place = { readonly meetingId: string; readonly version: number };

/** The meeting for which a case is listed, and the version of the case as it is now. */
export async function placeOf(team: Team, caseId: string): Promise<Place> {
  const { api } = await team.as('PANEL_CHAIR');
  const { items } = done('The meetings', await api.get('/api/meetings?limit=100')).body;
  for (const { id: meetingId } of items) {
    const { agenda } = done('The meeting', await api.get(`/api/meetings/${meetingId}`)).body;
    const found = agenda.find((item: { caseId: string; standing: boolean }) => item.caseId === caseId && item.standing);
    if (found) return { meetingId, version: found.version };
  }
  throw new Error('The case is on no agenda');
}

/** The chair records the panel's recommendation at the meeting for which the case is listed. */
export async function recommend(
  team: Team,
  caseId: string,
  disposal = 'COMMUNITY_RESOLUTION',
  overrides: object[] = [],
): Promise<void> {
  const { api } = await team.as('PANEL_CHAIR');
  const { meetingId, version } = await placeOf(team, caseId);
  const sent = recommendation(meetingId, version, { disposal, overrides });
  const victims = await aboutVictims(team, caseId);
  if (victims.length > 0) sent['reasons'] = { ...(sent['reasons'] as object), victims };
  done('The recommendation', await api.post(`/api/cases/${caseId}/recommendation`, sent));
}

/** Police decide, as recommended unless the disposal says otherwise. */
export async function decide(
  team: Team,
  caseId: string,
  disposal = 'COMMUNITY_RESOLUTION',
  more: object = {},
): Promise<void> {
  const { api } = await team.as('POLICE_DECISION_MAKER');
  const reason = 'Police looked at the recommendation and the evidence.';
  const { version } = await placeOf(team, caseId);
  const sent = { disposal, decidedOn: dayFromNow(0), reason, overrides: [], version };
  done('The decision', await api.post(`/api/cases/${caseId}/police-decision`, { ...sent, ...more }));
}
