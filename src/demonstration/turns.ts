import { addDays } from '../policy/days.js';
import { checklistCodes } from '../policy/prosecutor.js';
import { type Context, list, versionOf } from './case-work.js';
import { nextMeeting } from './coming-meeting.js';

/** A case, and the one before it in its wave. */
export type Told = { readonly id: string; readonly before: string };
type Turn = (now: Context & { readonly panelAreaId: string }, told: Told) => Promise<unknown>;

/** What else may become of a case where its fate led; each is one thing that a newcomer should find. */
export const turns = {
  MISSED: async ({ team, today }, { id }) => {
    const at = `cases/${id}/delivery`;
    const kept = { heldOn: addDays(today, -6), way: 'SCHOOL', who: 'A worker of the service', result: 'KEPT' };
    await team.assessor.post(`${at}/contacts`, { ...kept, note: 'Talked about mornings. Wants to come back.' });
    const excused = { result: 'MISSED', reason: 'Was ill; the parent rang before.', excuse: 'REASONABLE' };
    await team.assessor.post(`${at}/contacts`, { ...kept, heldOn: addDays(today, -4), ...excused });
    const missed = { result: 'MISSED', reason: 'Nobody knows yet.', excuse: 'NOT_KNOWN' };
    await team.assessor.post(`${at}/contacts`, { ...kept, heldOn: addDays(today, -1), ...missed });
    await team.assessor.post(`${at}/steps`, { takenOn: today, step: 'ASKED_CHILD' });
  },

  WRITTEN_TO: async ({ team, today }, { id }) => {
    for (const kind of ['child-outcome', 'carer-outcome']) {
      const at = `cases/${id}/letters/${kind}`;
      const { heading, text, wording, largePrint, paper, version: drafted } = await team.assessor.get(`${at}/draft`);
      const letter = { heading, text, wording, largePrint, paper, version: drafted };
      const { version } = await team.assessor.put(`${at}/draft`, letter);
      await team.assessor.post(`${at}/sending`, { way: 'HANDED_OVER', sentOn: today, version });
    }
  },

  CORRECTED: async ({ team }, { id }) => {
    const put = { record: 'OUTCOME', field: 'place', after: 'The youth centre', whatWasWrong: 'Where it was given' };
    const why = 'The officer’s notebook says the youth centre.';
    await team.manager.post(`cases/${id}/corrections`, { ...put, why, version: await versionOf(team.manager, id) });
  },

  ONE_SENIOR_ANSWERED: async ({ team }, { id }) => {
    const reason = 'The child has begun to put it right, and a court would undo that.';
    const view = { result: 'AGREED_DISPOSAL', disposal: 'OUTCOME_22', reason };
    await team.senior.post(`cases/${id}/escalation/views`, { ...view, version: await versionOf(team.senior, id) });
  },

  PROSECUTOR_ASKED: async ({ team, today }, { id }) => {
    const checklist = Object.fromEntries(checklistCodes.map((code) => [code, { answer: 'YES' }]));
    const asked = { purpose: 'ADVICE', sentOn: today, checklist, version: await versionOf(team.policeOfficer, id) };
    await team.policeOfficer.post(`cases/${id}/prosecutor`, asked);
  },

  RESTRICTED: async ({ team, today }, { id }) => {
    const people = [team.manager, team.assessor, team.chair, team.panelAdministrator, team.decisionMaker];
    const reason = 'The child’s aunt works in the service.';
    const limits = { reason, reviewOn: addDays(today, 30), people: people.map((one) => one.id) };
    const version = await versionOf(team.manager, id);
    await team.manager.post(`cases/${id}/restriction`, { ...limits, version });
  },

  STEPPED_OUT: async ({ team: { member } }, { id }) => {
    const reason = 'I taught the child until the summer.';
    const version = await versionOf(member, id);
    await member.post(`cases/${id}/conflicts`, { personId: member.id, reason, version });
  },

  HEARD_TOGETHER: async (now, { id, before }) => {
    const { manager, panelAdministrator } = now.team;
    const { reference } = await manager.get(`cases/${before}`);
    const reason = 'One evening at the pavilion, and one crime reference.';
    await manager.post(`cases/${id}/links`, { reference, reason, version: await versionOf(manager, id) });
    const { id: meetingId, version } = await nextMeeting(now, now.panelAreaId);
    await panelAdministrator.post(`meetings/${meetingId}/hearing-together`, { caseId: before, version });
  },

  LISTED_LATE: async (now, { id }) => {
    const reason = 'The children share a home, and neither the family nor the school should wait another week.';
    await list(now, id, (await nextMeeting(now, now.panelAreaId))['id'], reason);
  },
} as const satisfies Record<string, Turn>;

export type TurnCode = keyof typeof turns;
