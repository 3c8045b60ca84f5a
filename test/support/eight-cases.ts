import { prepareCase, signOff } from './assessments-story.js';
import { recordDisposal } from './children-story.js';
import { done } from './clients.js';
import { arrangeMeeting, dayFromNow, listCase } from './panels-story.js';
import type { Team } from './people.js';
import { referCase } from './referrals-story.js';

export type CaseListed = {
  readonly caseId: string;
  readonly childId: string;
  readonly reference: string;
  readonly name: string;
  /** Its page. */
  readonly at: string;
};

/** Eight invented girls, by what becomes of their cases; in the order in which they are listed. */
const children = {
  plain: ['Bryony', 'Hallowell', '2011-04-02'],
  deferred: ['Dilys', 'Farrow', '2012-01-19'],
  diverging: ['Gwendolen', 'Pellow', '2010-08-27'],
  repeated: ['Hattie', 'Marlow', '2011-11-08'],
  recused: ['Fern', 'Aldous', '2012-06-30'],
  disputed: ['Esther', 'Stratton', '2010-12-14'],
  corrected: ['Imogen', 'Yates', '2011-09-05'],
  second: ['Cecily', 'Northcote', '2012-03-21'],
} as const;

export type Kind = keyof typeof children;
export type EightCases = Readonly<Record<Kind, CaseListed>> & {
  readonly meetingId: string;
  readonly nextMeetingId: string;
};

/**
 * Eight cases signed off and listed for one meeting tomorrow, with another meeting a week later. One child had three
 * community resolutions, for which the senior reviewer signed.
 */
export async function listEightCases(team: Team): Promise<EightCases> {
  const [meetingId, nextMeetingId] = [await meetingIn(team, 0), await meetingIn(team, 7)];
  const listed = {} as Record<Kind, CaseListed>;
  for (const kind of Object.keys(children) as Kind[]) {
    listed[kind] = await listedCase(team, kind, meetingId);
  }
  return { ...listed, meetingId, nextMeetingId };
}

const meetingIn = (team: Team, days: number): Promise<string> =>
  arrangeMeeting(team, { startsAt: `${dayFromNow(days)}T16:00` });

async function listedCase(team: Team, kind: Kind, meetingId: string): Promise<CaseListed> {
  const [givenName, familyName, dateOfBirth] = children[kind];
  const ethnicity = { code: 'M1', scheme: '18+1', source: 'SELF', officerCode: 'IC3' };
  const child = { givenName, familyName, dateOfBirth, sex: 'FEMALE', ethnicity };
  const { caseId, childId, reference } = await referCase(team, { child });
  if (kind === 'repeated') await giveThreeResolutions(team, childId);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId, meetingId);
  return { caseId, childId, reference, name: `${givenName} ${familyName}`, at: `/cases/${caseId}` };
}

async function giveThreeResolutions(team: Team, childId: string): Promise<void> {
  const { api } = await team.as('YJS_POLICE_OFFICER');
  for (const givenOn of ['2024-03-01', '2025-06-01', '2026-02-01']) await recordDisposal(api, childId, { givenOn });
}

/** The area asks every agency for its view first, and names the two who settle a disagreement. */
export async function chooseSettings({ areaId, administrator }: Team, police: string, youthJustice: string) {
  const at = `/api/panel-areas/${areaId}`;
  const reason = 'The panel agreed on it in autumn.';
  const chosen = { value: 'REQUIRED', from: dayFromNow(0), reason };
  done('The setting', await administrator.api.post(`${at}/settings/viewsBeforeDiscussion`, chosen));
  const step = { name: 'Superintendent and head of service', policeId: police, youthJusticeId: youthJustice };
  const ladder = { fromDay: dayFromNow(0), steps: [{ ...step, workingDays: 5 }], reason };
  done('The ladder', await administrator.api.post(`${at}/escalation-ladders`, ladder));
}
