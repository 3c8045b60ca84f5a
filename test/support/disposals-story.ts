import { disposals } from '../../src/policy/disposals.js';
import type { Answer } from './clients.js';
import { dayFromNow } from './panels-story.js';
import type { Team } from './people.js';

type Code = keyof typeof disposals;

/** A disposal of the rule book as an administrator would send it, changed from today. */
export function changeOf(code: Code, more: object = {}): Record<string, unknown> {
  const {
    code: _,
    givenInPerson: __,
    activity: ___,
    homeOfficeOutcome,
    interimNationalCode,
    validTo,
    ...row
  } = disposals[code];
  return {
    ...row,
    ...(homeOfficeOutcome ? { homeOfficeOutcome } : {}),
    ...(interimNationalCode ? { interimNationalCode } : {}),
    ...(validTo ? { validTo } : {}),
    ...{ fromDay: dayFromNow(0), reason: 'The guidance changed.', version: 0 },
    ...more,
  };
}

/** A disposal that the rule book does not have. */
export const pledge = (more: object = {}): Record<string, unknown> => ({
  ...changeOf('COMMUNITY_RESOLUTION', { name: 'Community pledge', validFrom: dayFromNow(0), ...more }),
  code: 'COMMUNITY_PLEDGE',
});

/** The administrator changes a disposal from the latest edition that is there. */
export async function changeDisposal(team: Team, code: Code, more: object = {}): Promise<Answer> {
  const { api } = team.administrator;
  const { latest } = (await api.get(`/api/disposals/${code}`)).body;
  return api.post(`/api/disposals/${code}/editions`, changeOf(code, { version: latest.edition, ...more }));
}
