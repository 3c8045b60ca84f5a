import sql from 'sql-template-tag';
import { browserOf } from '../support/browser.js';
import { childNamed, recordDisposal, registerResolution } from '../support/children-story.js';
import { decidedCase, recordOutcome } from '../support/outcomes-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';
import { signedOffCase, stateOf } from '../support/signed-off-case.js';

let service: Service;
let team: Team;
let manager: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
});
afterAll(() => service.stop());

const WRONG = 'Keyed twice; the second never happened.';
const known = async (childId: string) => (await manager.api.get(`/api/children/${childId}/disposals`)).body;
const decide = (childId: string, id: string, way: string, reason: string, who = manager) =>
  who.api.post(`/api/children/${childId}/disposals/${id}/${way}`, { reason });
const trailOf = async (subjectId: string) =>
  (
    await service.read.rows<{ type: string; details: string }>(
      sql`select t.type, t.details from trail_entries t where t."subjectId" = ${subjectId} order by t.sequence`,
    )
  ).map(({ type, details }) => ({ type, ...JSON.parse(details) }));

describe('an earlier disposal that was recorded wrongly', () => {
  test('is set aside with a reason, counts no longer, stays in sight, and counts again the same way', async () => {
    const { childId } = await registerResolution(team);
    const { id } = await recordDisposal(manager.api, childId);
    expect((await known(childId)).flags).toMatchObject([{ count: 2, mustExplain: true }]);
    expect((await decide(childId, id, 'set-aside', ' ')).status).toBe(400);
    const { status, body } = await decide(childId, id, 'set-aside', WRONG);
    expect([status, body]).toEqual([200, { id, setAside: 'RECORDED_WRONGLY' }]);
    const after = await known(childId);
    expect([after.items.length, after.flags[0].count]).toEqual([1, 1]);
    expect(after.setAside).toMatchObject([
      {
        ...{ id, disposal: 'COMMUNITY_RESOLUTION', givenOn: '2026-05-04', setAside: 'RECORDED_WRONGLY' },
        decisions: [{ isAside: true, reason: WRONG, decidedBy: manager.actor.name, decidedAt: expect.any(String) }],
      },
    ]);
    expect((await decide(childId, id, 'set-aside', WRONG)).status).toBe(409);
    expect((await decide(childId, id, 'set-aside-undo', 'It did happen.')).body).toEqual({ id, setAside: null });
    expect((await decide(childId, id, 'set-aside-undo', 'It did happen.')).status).toBe(409);
    const again = await known(childId);
    expect([again.items.length, again.setAside[0].decisions.length]).toEqual([2, 2]);
    expect((await trailOf(childId)).filter(({ type }) => /SET_ASIDE|COUNTED_AGAIN/.test(type))).toEqual([
      { type: 'EARLIER_DISPOSAL_SET_ASIDE', disposal: 'COMMUNITY_RESOLUTION', givenOn: '2026-05-04' },
      { type: 'EARLIER_DISPOSAL_COUNTED_AGAIN', disposal: 'COMMUNITY_RESOLUTION', givenOn: '2026-05-04' },
    ]);
  });

  test('takes a signed-off case back to preparation, when it is set aside and when it counts again', async () => {
    const { childId } = await registerResolution(team);
    const { id } = await recordDisposal(manager.api, childId);
    const caseId = await signedOffCase(service, team, childId);
    expect((await decide(childId, id, 'set-aside', WRONG)).status).toBe(200);
    expect(await stateOf(service, caseId)).toEqual({ state: 'PREPARING', signedOffBy: null });
    const other = await signedOffCase(service, team, childId);
    expect((await decide(childId, id, 'set-aside-undo', 'It did.')).status).toBe(200);
    expect(await stateOf(service, other)).toEqual({ state: 'PREPARING', signedOffBy: null });
  });

  test('is set aside on the child’s page, struck through with its reason, and in the register', async () => {
    const { childId, disposalId } = await registerResolution(team);
    const browser = await browserOf(service, team, manager);
    const at = `/children/${childId}/disposals/${disposalId}/set-aside`;
    expect((await browser.get(`/children/${childId}`)).text).toContain(`href="${at}"`);
    const silent = await browser.fill(at, { reason: '' });
    expect([silent.status, silent.text.includes('What is wrong with it?')]).toEqual([422, true]);
    const sent = await browser.fill(at, { reason: WRONG });
    expect(sent.headers.get('location')).toBe(`/children/${childId}#earlier-disposals`);
    for (const page of [`/children/${childId}`, `/children/${childId}/disposals`]) {
      const { text } = await browser.get(page);
      for (const words of ['<s>Community resolution', WRONG, `${at}-undo`, 'None is known to this service']) {
        expect(text).toContain(words);
      }
    }
    const { items } = (await manager.api.get('/api/police-issued-resolutions')).body;
    expect(items.find(({ id }: { id: string }) => id === disposalId).setAside).toBe('RECORDED_WRONGLY');
    expect((await browser.get('/police-issued-resolutions')).text).toContain('Set aside: does not count');
    expect((await browser.get(`/police-issued-resolutions/${disposalId}`)).text).toContain('does not count');
    expect((await browser.fill(`${at}-undo`, { reason: 'It did happen.' })).status).toBe(303);
    expect((await known(childId)).items).toHaveLength(1);
    expect((await browser.get(`/children/${childId}/disposals/${disposalId}/nonsense`)).status).toBe(404);
  });
});

describe('nobody sets aside', () => {
  test('what a case of this service gave: that case takes it back or reviews it', async () => {
    const { caseId, childId } = await decidedCase(team);
    await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');
    const [{ id }] = (await known(childId)).items;
    const { status, body } = await decide(childId, id, 'set-aside', WRONG);
    expect([status, body.blockers]).toMatchObject([409, [{ code: 'WRONG_STATE' }]]);
    expect(body.blockers[0].message).toContain('in that case');
    const browser = await browserOf(service, team, manager);
    expect((await browser.get(`/children/${childId}`)).text).not.toContain('/set-aside"');
    expect((await known(childId)).items).toHaveLength(1);
  });

  test('what is of another child, or of another area, or without the permission to record one', async () => {
    const { childId, disposalId } = await registerResolution(team);
    const other = await registerResolution(team);
    expect((await decide(other.childId, disposalId, 'set-aside', WRONG)).status).toBe(404);
    expect((await decide(childId, 'nonsense', 'set-aside', WRONG)).status).toBe(404);
    expect((await decide(childId, disposalId, 'set-aside', WRONG, await team.as('PANEL_CHAIR'))).status).toBe(403);
    const area = await team.addArea('Nottingham');
    const far = await team.hire(['YJS_POLICE_OFFICER'], { areaId: area });
    expect((await decide(childId, disposalId, 'set-aside', WRONG, far)).status).toBe(404);

    const child = childNamed({ familyName: 'Farthingale' });
    const theirs = await registerResolution(team, { panelAreaId: area, child }, far);
    const { childId: ours } = await registerResolution(team, { child });
    const match = { sameAs: theirs.childId, decision: 'SAME', reason: 'Same mother' };
    expect((await manager.api.post(`/api/children/${ours}/match`, match)).status).toBe(201);
    const { status, body } = await decide(ours, theirs.disposalId, 'set-aside', WRONG);
    expect([status, body.blockers[0].message]).toEqual([409, expect.stringContaining('Another panel area')]);
  });
});
