import { addDays } from '../policy/days.js';
import type { Colleague } from './colleague.js';
import { victimHeard } from './written.js';

/** Every victim is heard, kept safe where they meet the child, offered a letter, and asked whether to tell them. */
export async function hearVictims(worker: Colleague, caseId: string, today: string): Promise<void> {
  const { items } = await worker.get(`cases/${caseId}/victims`);
  for (const { id, kind } of items) {
    const at = `cases/${caseId}/victims/${id}`;
    await worker.put(`${at}/view`, victimHeard(today));
    await worker.put(`${at}/safety`, kind === 'CHILD' ? atOneSchool(today) : apart(today));
    const answer = kind === 'CHILD' ? {} : { answer: 'ACCEPTED', answeredOn: today };
    await worker.put(`${at}/restorative-offer`, { offered: 'YES', offeredOn: today, way: 'LETTER', ...answer });
    await worker.put(`${at}/telling`, { status: 'WANTS_TO_BE_TOLD' });
  }
}

const atOneSchool = (today: string) => ({
  ...{ sharedSchool: 'YES', sharedHome: 'NO', sharedStreet: 'NOT_KNOWN' },
  actions: [
    { what: 'They are in different sets for maths', who: 'Head of year', dueOn: addDays(today, 5), doneOn: today },
  ],
  ...{ feltAtStart: 'QUITE_UNSAFE', feltAtStartOn: today },
});

const apart = (today: string) => ({
  ...{ sharedSchool: 'NO', sharedHome: 'NO', sharedStreet: 'NO' },
  ...{ feltAtStart: 'QUITE_SAFE', feltAtStartOn: today },
});
