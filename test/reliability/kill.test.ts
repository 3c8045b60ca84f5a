import sql from 'sql-template-tag';
import { verifyTrail } from '../../src/platform/trail/verify-trail.js';
import { startChild } from '../support/child-service.js';
import { apiClient } from '../support/clients.js';
import { setUpTeam } from '../support/people.js';
import { referral } from '../support/referrals-story.js';
import { newDatabase, startService } from '../support/service.js';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 20);
const WRITERS = 8;
const MOST = 2500;

type Sent = { readonly key: string; readonly body: object; caseId: string | null };

const FIVE_MINUTES = 300_000;

test(
  'killed at random moments under writing load, the service loses nothing it acknowledged and doubles nothing',
  async () => {
    const database = await newDatabase();
    const before = await startService(database.environment, database);
    const team = await setUpTeam(before);
    const officer = await team.as('REFERRING_OFFICER');
    const token = officer.token;
    await before.stop();

    const sent: Sent[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = await startChild(database.environment);
      const { api } = { api: apiClient(child.url, token) };
      for (const one of sent.filter(({ caseId }) => caseId === null)) one.caseId = await send(api, one);
      let isOver = false;
      const writers = Array.from({ length: WRITERS }, async () => {
        while (!isOver && sent.length < MOST) {
          const one: Sent = { key: crypto.randomUUID(), body: referral(team.areaId), caseId: null };
          sent.push(one);
          one.caseId = await send(api, one).catch(() => null);
          if (one.caseId === null) return;
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 600));
      isOver = Math.random() < 0.2;
      await child.kill();
      await Promise.all(writers);
    }

    const after = await startService(database.environment, database);
    const acknowledged = sent.flatMap(({ caseId }) => caseId ?? []);
    const stored = await after.read.rows<{ id: string; offences: number; events: number }>(
      sql`select c.id, cast((select count(*) from offences o where o."caseId" = c.id) as integer) as offences,
               cast((select count(*) from trail_entries t where t."subjectId" = c.id and t.type = 'CASE_REFERRED') as integer) as events
        from cases c`,
    );
    const ids = new Set(stored.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    expect(stored.filter(({ offences, events }) => offences !== 1 || events !== 1)).toEqual([]);
    expect(stored.length).toBeLessThanOrEqual(sent.length);
    expect((await verifyTrail(after.read)).broken).toBeNull();
    await after.stop();
    await database.remove();
  },
  FIVE_MINUTES,
);

async function send(api: ReturnType<typeof apiClient>, { key, body }: Sent): Promise<string | null> {
  const answer = await api.post('/api/referrals', body, { 'idempotency-key': key });
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body.caseId as string;
}
