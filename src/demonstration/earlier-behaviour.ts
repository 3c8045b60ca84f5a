import { addDays } from '../policy/days.js';
import type { Colleague } from './colleague.js';

/** What else came before: of a child of whom nothing is known yet two items, one of them used and one set aside. */
export async function considerBehaviour(assessor: Colleague, id: string, today: string): Promise<void> {
  const at = `cases/${id}/earlier-behaviour`;
  const { items: known } = await assessor.get(at);
  const isNew = known.every(({ kind }: { kind: string }) => kind === 'DISPOSAL');
  for (const one of isNew ? earlierBehaviour(today) : []) await assessor.post(at, one);
  const { items } = await assessor.get(at);
  for (const { id: itemId, kind, standing, version: itemVersion } of items) {
    if (standing !== 'NOT_CONSIDERED' || kind === 'DISPOSAL') continue;
    const made = kind === 'MISSING_EPISODE' ? used : setAside;
    await assessor.put(`${at}/${itemId}/consideration`, { ...made, itemVersion });
  }
}

/** What is known of a child beside disposals, as police and social care might say it. */
const earlierBehaviour = (today: string): Record<string, unknown>[] => [
  {
    ...{ kind: 'MISSING_EPISODE', happenedOn: addDays(today, -95), source: 'The missing from home coordinator' },
    what: 'Missing for one night after a quarrel at home. Came back alone and said where they had been.',
  },
  {
    ...{ kind: 'INTELLIGENCE', happenedOn: addDays(today, -210), source: 'Police, from a member of the public' },
    ...{ sourceGrade: '2', informationGrade: 'D', handling: 'P' },
    what: 'A child of this description was seen running from a shop.',
  },
];

const used = {
  ...{ standing: 'USED', section: 'circumstances' },
  meaning: 'When it is loud at home the child leaves. A place to go to, agreed beforehand, belongs in the plan.',
};

const setAside = {
  ...{ standing: 'SET_ASIDE', reason: 'PERHAPS_ANOTHER' },
  because: 'The description fits many children, and nobody asked this one.',
};
