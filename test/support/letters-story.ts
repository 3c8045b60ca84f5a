import { assess, prepareCase } from './assessments-story.js';
import { done } from './clients.js';
import { deliver, hearAgain, recordOutcome } from './outcomes-story.js';
import { dayFromNow } from './panels-story.js';
import type { Team } from './people.js';
import { referCase, type ReferredCase } from './referrals-story.js';

/** What the child agreed to, and what is done for the child. */
const agreedActions = [
  {
    ...{ description: 'Two sessions about consequences', object: 'REHABILITATIVE' },
    ...{ owner: 'The assessor', due: dayFromNow(14) },
  },
  { description: 'A lift to the sessions', owner: 'The assessor', due: dayFromNow(14) },
];

/** A case whose outcome is recorded, of a child who needs these adjustments; something was agreed and is under way. */
export async function closedAgreement(
  team: Team,
  adjustments: readonly string[] = ['NONE'],
  {
    disposal = 'COMMUNITY_RESOLUTION',
    more = '',
    ...referral
  }: Record<string, unknown> & {
    disposal?: string;
    more?: string;
  } = {},
): Promise<ReferredCase> {
  const referred = await referCase(team, referral);
  await prepareCase(team, referred.caseId);
  await assess(team, referred.caseId, { adjustments: [...adjustments], 'adjustments-more': more });
  await hearAgain(team, referred.caseId, disposal);
  await deliver(team, referred.caseId, 'UNDER_WAY', { actions: agreedActions });
  await recordOutcome(team, referred.caseId, disposal);
  return referred;
}

/** Writes the letter at an address in the words of its template, changed by `more`; gives the version of its draft. */
export async function writeLetter(team: Team, at: string, more: object = {}, role = 'YJS_ASSESSOR'): Promise<number> {
  const { api } = await team.as(role as 'YJS_ASSESSOR');
  const { heading, text, wording, largePrint, paper, takenAt, version } = done(
    'To write',
    await api.get(`${at}/draft`),
  ).body;
  const letter = { heading, text, wording, largePrint, ...(paper ? { paper } : {}), takenAt, version, ...more };
  return done('The draft', await api.put(`${at}/draft`, letter)).body.version;
}

/** Writes a letter and marks it as sent today; gives its id. */
export async function sendLetter(team: Team, at: string, more: object = {}, role = 'YJS_ASSESSOR'): Promise<string> {
  const version = await writeLetter(team, at, more, role);
  const { api } = await team.as(role as 'YJS_ASSESSOR');
  const sent = { way: 'HANDED_OVER', sentOn: '2026-11-23', version };
  return done('The sending', await api.post(`${at}/sending`, sent)).body.id;
}
