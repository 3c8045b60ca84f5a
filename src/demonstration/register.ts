import { addDays } from '../policy/days.js';
import { newChild } from './referrals.js';
import type { Place } from './case-work.js';

/** What officers gave alone in one month, of children who are not known otherwise. */
const given = [
  { offence: 'Took a bicycle that was not locked, and brought it back', officer: 'PC Anwen Stokeley (4471)' },
  { offence: 'Broke a bus shelter', officer: 'PC Anwen Stokeley (4471)' },
  { offence: 'A small bag of cannabis in a jacket', officer: 'PC Marlon Pettifer (5120)', features: ['CANNABIS'] },
  { offence: 'Pushed another child at the swimming pool', officer: 'PC Marlon Pettifer (5120)' },
  { offence: 'Took make-up from a shop', officer: 'PC Rowan Hartwell (2114)' },
  { offence: 'Called a neighbour names over a fence', officer: 'PC Rowan Hartwell (2114)' },
];

const reasons = {
  POLICE_ONLY_RESOLUTION_LIMIT: 'The officer did not know of an earlier one.',
  CANNABIS_TO_PANEL: 'The officer did not know that these go to the panel.',
};
const overrides = Object.entries(reasons).map(([code, reason]) => ({ code, reason }));

/** The register of police-issued resolutions. Out: a child with three of them, so that the next is the fourth. */
export async function fillRegister({ panelAreaId, team }: Place, today: string): Promise<string> {
  const register = (resolution: object) =>
    team.policeOfficer.post('police-issued-resolutions', { features: [], ...resolution, panelAreaId, overrides });
  for (const [index, one] of given.entries()) {
    const { ethnicity: _, ...child } = newChild(60 + index, today, { homeOfficeClass: '46' });
    await register({ ...one, child, givenOn: addDays(today, -3 - index) });
  }
  const { ethnicity: _, ...likeOthers } = newChild(7, today, { homeOfficeClass: '46' });
  const child = { ...likeOthers, givenName: 'Rafferty', familyName: 'Underwood' };
  const officer = 'PC Rowan Hartwell (2114)';
  const first = { child, givenOn: addDays(today, -580), offence: 'Took sweets from a shop', officer };
  const { childId } = await register(first);
  await register({ childId, givenOn: addDays(today, -360), offence: 'Broke a shop sign', officer });
  await register({ childId, givenOn: addDays(today, -110), offence: 'Took a drink and a magazine', officer });
  return childId;
}

/** Two of the month’s sample are reviewed; of one police were told. */
export async function sampleRegister({ panelAreaId, team }: Place, registeredOn: string, today: string) {
  const month = registeredOn.slice(0, 7);
  const drawn = { panelAreaId, month, seed: 'demonstration' };
  const { sampleId } = await team.manager.post('resolution-samples', drawn);
  const { resolutions } = await team.chair.get(`resolution-samples/${sampleId}`);
  const at = (index: number): string => `resolution-samples/${sampleId}/resolutions/${resolutions[index].id}`;
  const version = 1;
  await team.chair.post(`${at(0)}/reviews`, { ...fitting, version });
  const { version: told } = await team.chair.post(`${at(1)}/reviews`, { ...wanting, version });
  await team.chair.post(`${at(1)}/told`, { toldOn: today, toldWhom: 'The neighbourhood inspector', version: told });
}

const fitting = { grade: 'APPROPRIATE', comment: 'One matter, admitted, and put right with the person harmed.' };
const wanting = {
  grade: 'APPROPRIATE_WITH_OBSERVATIONS',
  comment: 'Fair for this child. Nothing shows that the parent was spoken to or help was offered.',
};
