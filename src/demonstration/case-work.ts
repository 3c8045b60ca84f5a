import type { DisposalCode } from '../policy/disposals.js';
import { currentCriteria } from '../policy/criteria/sign-off-criteria.js';
import { addDays } from '../policy/days.js';
import { currentQuestionSet } from '../policy/questions/published-sets.js';
import type { Colleague } from './colleague.js';
import { considerBehaviour } from './earlier-behaviour.js';
import { answersTo, carerHeard, childHeard, considered, judgement, reasoned, response } from './written.js';
import { hearVictims } from './victims.js';

/** Who is there; each does what their role does and nothing else. */
export type Team = Readonly<
  Record<'officer' | 'assessor' | 'victimWorker' | 'manager' | 'panelAdministrator', Colleague>
> &
  Readonly<Record<'chair' | 'decisionMaker' | 'policeOfficer' | 'qaLead' | 'auditor', Colleague>> &
  Readonly<Record<'member' | 'senior' | 'observer', Colleague>>;

export type Place = { readonly panelAreaId: string; readonly team: Team };
export type Context = { readonly team: Team; readonly today: string };
const judgements = ['SAFETY_AND_WELLBEING', 'RISK_OF_SERIOUS_HARM', 'LIKELIHOOD_OF_REOFFENDING'];

export async function accept({ team }: Context, id: string): Promise<void> {
  await team.manager.post(`cases/${id}/acceptance`);
  await team.manager.post(`cases/${id}/allocation`, { personId: team.assessor.id });
}

/** Some of what a panel needs: two agencies asked, the child heard, the assessment begun. */
export async function prepareInPart({ team, today }: Context, id: string): Promise<void> {
  const agencies = ['CHILDRENS_SOCIAL_CARE', 'EDUCATION_PRE16'];
  await team.assessor.post(`cases/${id}/agency-checks`, { agencies, dueOn: addDays(today, 5) });
  await team.assessor.put(`cases/${id}/voices/child`, childHeard(today));
}

/** Everything a manager needs to sign. */
export async function prepare({ team, today }: Context, id: string): Promise<void> {
  const { assessor, victimWorker } = team;
  const { items: checks } = await assessor.get(`cases/${id}/agency-checks`);
  for (const [index, { agency, isRequired, version }] of checks.entries()) {
    if (isRequired) await assessor.put(`cases/${id}/agency-checks/${agency}`, { ...checkAnswer(index), version });
  }
  await hearVictims(victimWorker, id, today);
  await assessor.put(`cases/${id}/voices/child`, childHeard(today));
  await assessor.put(`cases/${id}/voices/carer`, carerHeard(today));
  const { ethnicity } = await assessor.get(`cases/${id}/identity`);
  const asked = ethnicity ? {} : { ethnicity: { code: 'W1', scheme: '18+1', source: 'SELF' } };
  await assessor.put(`cases/${id}/identity`, { consideration: considered, ...asked });
  await lookBack(assessor, id, today);
  await assess(assessor, id, today);
}

const checkAnswer = (index: number) =>
  index % 2 === 0
    ? {
        status: 'INFORMATION_RECEIVED',
        content: 'Known since spring. A support worker sees the family every second week.',
        analysis: 'There is somebody the child trusts; what is agreed here should go through them.',
      }
    : { status: 'NIL_RETURN' };

async function lookBack(assessor: Colleague, id: string, checkedOn: string): Promise<void> {
  const places = 'Police National Computer, our own records, the neighbouring area.';
  await assessor.post(`cases/${id}/earlier-disposals/check`, { places, checkedOn });
  const { items } = await assessor.get(`cases/${id}/earlier-disposals`);
  for (const { id: disposalId } of items) {
    await assessor.put(`cases/${id}/earlier-disposals/${disposalId}/response`, response);
  }
  await considerBehaviour(assessor, id, checkedOn);
}

/** The assessment finds a communication need; the forum that was asked has answered. */
const referred = {
  because: ['COMMUNICATION_NEED'],
  referredTo: 'This week’s SEND panel',
  result: 'A therapist sees the child at school. Until then everything is read aloud, one thing at a time.',
};

/** Considered, and nothing points to it. */
const notExploited = { 'exploitation-referral': 'NOT_INDICATED', 'exploitation-defence': 'NOT_INDICATED' };

async function assess(assessor: Colleague, id: string, today: string): Promise<void> {
  const set = currentQuestionSet('child-assessment');
  const named = { id: set.id, version: set.version };
  await assessor.put(`cases/${id}/assessment/answers`, {
    set: named,
    answers: answersTo(set, today, notExploited),
    version: 0,
  });
  for (const each of judgements) await assessor.put(`cases/${id}/judgements/${each}`, judgement('LOW'));
  await assessor.put(`cases/${id}/forum-referrals/SEND_PANEL`, { ...referred, referredOn: today });
  await assessor.post(`cases/${id}/assessment/submission`);
}

/** The manager answers every criterion; where one is not met it is signed all the same, and the panel reads why. */
export async function signOff({ team }: Context, id: string, isOneNotMet: boolean): Promise<void> {
  const comment = 'School and social care differ on who is at home in the evening, and nobody says whom we follow.';
  const criteria = currentCriteria().criteria.map(({ code }) =>
    isOneNotMet && code === 'AGENCIES_READ_TOGETHER' ? { code, met: false, comment } : { code, met: true },
  );
  await team.manager.postWithReasons(`cases/${id}/assessment/sign-off`, { criteria });
}

/** From the third informal disposal on a senior reads what came before, and signs before the meeting. */
export async function reviewRepeat({ team: { senior } }: Context, id: string): Promise<void> {
  const reason = 'Each response is written. What is new is the adult at school, and that social care is involved.';
  await senior.post(`cases/${id}/repeat-review`, { finding: 'SIGNED', reason, version: await versionOf(senior, id) });
}

/** One agency was asked and has not answered. */
export async function chase({ team, today }: Context, id: string): Promise<void> {
  const how = 'Rang the duty desk; they will look today.';
  await team.assessor.post(`cases/${id}/agency-checks/EDUCATION_PRE16/chasers`, { on: today, how });
}

/** The manager sends the assessment back; one of two reasons is answered already. */
export async function sendBack({ team }: Context, id: string): Promise<void> {
  const reasons = [
    { section: 'family', reason: 'It says who lives at home, and not what that means for this child.' },
    { section: 'RISK_OF_SERIOUS_HARM', reason: 'Who is at risk is written; when and where is not.' },
  ];
  await team.manager.post(`cases/${id}/assessment/return`, { reasons });
  const { items } = await team.assessor.get(`cases/${id}/assessment/returns`);
  const answer = 'Added the bus stop after school, from what the child and the school both said.';
  await team.assessor.put(`cases/${id}/assessment/returns/${items[0].reasons[1].id}/answer`, { answer });
}

/** Police learn something after the sign-off. */
export async function bringNews({ team }: Context, id: string): Promise<void> {
  const known = await team.policeOfficer.get(`cases/${id}/police-information`);
  const { responsibilityStance, evidenceSufficient, cpsAuthority, policeStatus, version } = known;
  const policeInformation = 'Since the referral the child was seen twice at the station with two adults whom we know.';
  const kept = { responsibilityStance, evidenceSufficient, cpsAuthority, policeStatus };
  const bail = known['bailDate'] ? { bailDate: known['bailDate'] } : {};
  await team.policeOfficer.put(`cases/${id}/police-information`, { ...kept, ...bail, policeInformation, version });
}

/** Where the meetings of two stories fall on one time. */
export const IN_TWO_ROOMS = 'The panel sits in two rooms at that time.';

export async function arrangeMeeting({ team }: Context, panelAreaId: string, day: string): Promise<string> {
  const meeting = { panelAreaId, startsAt: `${day}T10:00`, place: 'Town Hall, room 4' };
  return (await team.panelAdministrator.postWithReasons('meetings', meeting, IN_TWO_ROOMS))['id'];
}

export async function attend({ team: { chair, decisionMaker } }: Context, meetingId: string): Promise<void> {
  await chair.put(`meetings/${meetingId}/attendance`, [
    { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' },
    { personId: decisionMaker.id, agency: 'POLICE' },
  ]);
}

export async function list({ team }: Context, id: string, meetingId: string, reason?: string): Promise<void> {
  await team.panelAdministrator.postWithReasons(`meetings/${meetingId}/agenda`, { caseId: id }, reason);
}

/** The papers, as they stand once everything is listed. */
export async function issuePack({ team }: Context, meetingId: string): Promise<void> {
  await team.panelAdministrator.post(`meetings/${meetingId}/packs`);
}

/** Of the case, as somebody sees it now. */
export const versionOf = async (someone: Colleague, id: string): Promise<number> =>
  (await someone.get(`cases/${id}`))['version'];

export async function recommend({ team }: Context, id: string, meetingId: string, disposal: DisposalCode) {
  const version = await versionOf(team.chair, id);
  const optionsConsidered = [
    { disposal, reason: 'It answers what the child, the family and the victim told us, and the child can do it.' },
    {
      disposal: disposal === 'OUTCOME_22' ? 'COMMUNITY_RESOLUTION' : 'OUTCOME_22',
      reason: 'Considered, and less fitting here.',
    },
  ];
  const gravityDeparture = 'Where the score points elsewhere: what the child and the victim said weighs more here.';
  const head = { meetingId, disposal, basis: 'UNANIMOUS', optionsConsidered, gravityDeparture, dissents: [], version };
  await team.chair.postWithReasons(`cases/${id}/recommendation`, { ...head, ...reasoned });
}
