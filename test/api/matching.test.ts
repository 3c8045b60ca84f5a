import type { Described } from '../../src/children/compare-children.js';
import { possibleMatchesFor } from '../../src/children/matches.queries.js';
import sql from 'sql-template-tag';
import { browserOf } from '../support/browser.js';
import { recordBehaviour } from '../support/behaviour-story.js';
import { childNamed, recordDisposal, registerResolution } from '../support/children-story.js';
import { done } from '../support/clients.js';
import { restrictCase } from '../support/confidential-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { signedOffCase, stateOf } from '../support/signed-off-case.js';

let service: Service;
let team: Team;
let police: Colleague;
let elsewhere: string;
let farPolice: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  elsewhere = await team.addArea('Leicestershire and Rutland');
  police = await team.as('YJS_POLICE_OFFICER');
  farPolice = await team.hire(['YJS_POLICE_OFFICER'], { areaId: elsewhere });
});
afterAll(() => service.stop());

const same = (sameAs: string, more: object = {}) => ({
  sameAs,
  decision: 'SAME',
  reason: 'Same address and school',
  ...more,
});
const matchesOf = async ({ api }: Colleague, childId: string) =>
  (await api.get(`/api/children/${childId}/matches`)).body;
const recorded = async (childId: string): Promise<string[]> =>
  (
    await service.read.rows<{ type: string }>(
      sql`select t.type from trail_entries t where t."subjectId" = ${childId} order by t.at, t.sequence`,
    )
  ).map(({ type }) => type);
const identityOf = async ({ api }: Colleague, childId: string): Promise<string> =>
  (await api.get(`/api/children/${childId}`)).body.identityId;

/** The same child described by both areas, each with a resolution of its own. */
async function pair(change: object = {}) {
  const child = childNamed();
  const far = await registerResolution(team, { child, panelAreaId: elsewhere, givenOn: '2026-02-03' }, farPolice);
  const near = await registerResolution(team, { child: { ...child, ...change } });
  return { child, far: far.childId, near: near.childId, shown: near.possibleMatches };
}

describe('who may be the same child', () => {
  test('a child described again is shown with the reasons, and of another area’s child only what was given, when and where', async () => {
    const { far, near, shown, child } = await pair();
    expect(shown).toEqual([{ childId: far, reasons: ['SAME_DATE_OF_BIRTH', 'SAME_NAME'] }]);
    const { items } = await matchesOf(police, near);
    expect(items).toEqual([
      {
        childId: far,
        reasons: ['SAME_DATE_OF_BIRTH', 'SAME_NAME'],
        known: null,
        disposals: [
          {
            ...{ disposal: 'COMMUNITY_RESOLUTION', name: 'Community resolution', givenOn: '2026-02-03' },
            panelArea: 'Leicestershire and Rutland',
          },
        ],
      },
    ]);
    expect(JSON.stringify(items)).not.toContain(child['givenName']);
    expect(await recorded(near)).toEqual(expect.arrayContaining(['CHILD_VIEWED', 'POSSIBLE_MATCHES_SHOWN']));
  });

  test('a child of one’s own area is shown by name', async () => {
    const child = childNamed();
    const first = await registerResolution(team, { child });
    const second = await registerResolution(team, { child: { ...child, givenName: `${String(child['givenName'])}e` } });
    const { items } = await matchesOf(police, second.childId);
    expect(items[0]).toMatchObject({
      childId: first.childId,
      reasons: ['SAME_DATE_OF_BIRTH', 'SIMILAR_NAME'],
      known: { givenName: child['givenName'], dateOfBirth: child['dateOfBirth'], cases: [] },
    });
  });

  test.each([
    ['names swapped', { givenName: 'Otterby', familyName: 'Ferndale' }, ['SAME_DATE_OF_BIRTH', 'NAMES_SWAPPED']],
    ['accents and hyphens', { givenName: 'FÉRNDALE', familyName: 'Ötterby' }, ['SAME_DATE_OF_BIRTH', 'SAME_NAME']],
    ['day and month swapped', { dateOfBirth: '2011-05-07' }, ['DAY_AND_MONTH_SWAPPED', 'SAME_NAME']],
    ['one digit off', { dateOfBirth: '2012-07-05' }, ['DATE_OF_BIRTH_ONE_DIGIT_OFF', 'SAME_NAME']],
  ])('a child is found again with %s', async (_, change, reasons) => {
    const base = { givenName: 'Ferndale', familyName: 'Otterby', dateOfBirth: '2011-07-05', sex: 'MALE' };
    const area = await team.addArea(`Area for ${JSON.stringify(change)}`);
    const officer = await team.hire(['YJS_POLICE_OFFICER'], { areaId: area });
    const { childId } = await registerResolution(team, { child: base, panelAreaId: area }, officer);
    const again = await registerResolution(team, { child: { ...base, ...change }, panelAreaId: area }, officer);
    expect(again.possibleMatches).toContainEqual({ childId, reasons });
  });

  test.each([
    ['Tom', 'Khan', 'Thomas', 'Khan', 'Another form of the same name'],
    ['Yusuf', 'Ahmed', 'Youssef', 'Ahmed', 'Another form of the same name'],
    ['Sam', 'Patel-Jones', 'Samuel', 'Jones', 'Another form of the same name'],
    ['Chloe', 'Brown', 'Chloe', 'Smith', 'Same given name but another family name'],
    ['Ella', 'Marsh', 'Jade', 'Marsh', 'it may be a twin'],
  ])(
    '%s %s and %s %s of one birthday are left to a person, who reads why',
    async (given, family, other, second, words) => {
      const area = await team.addArea(`Area for ${given} ${family}`);
      const officer = await team.hire(['YJS_POLICE_OFFICER'], { areaId: area });
      const child = { ...childNamed(), givenName: given, familyName: family };
      const { childId } = await registerResolution(team, { child, panelAreaId: area }, officer);
      const described = { ...child, givenName: other, familyName: second };
      const again = await registerResolution(team, { child: described, panelAreaId: area }, officer);
      expect(again.possibleMatches.map((match) => match.childId)).toEqual([childId]);
      const page = (await (await browserOf(service, team, officer)).get(`/children/${again.childId}`)).text;
      expect(page).toContain(words);
      expect(page).toContain(`/children/${again.childId}/match/${childId}`);
    },
  );

  test('many are compared at once, each in its place', async () => {
    const child = childNamed() as never as Described;
    const { childId } = await registerResolution(team, { child });
    const stranger = { givenName: 'Nobody', familyName: 'Elsewhere', dateOfBirth: '2008-02-29' };
    const found = await possibleMatchesFor(service.read.source, police.actor, [stranger, child, stranger, child]);
    expect(found.map((matches) => matches.map((match) => match.childId))).toEqual([[], [childId], [], [childId]]);
    expect(await possibleMatchesFor(service.read.source, police.actor, [])).toEqual([]);
  });

  test('a child with the same birthday and another name is not shown', async () => {
    const child = childNamed();
    await registerResolution(team, { child });
    const other = await registerResolution(team, { child: { ...childNamed(), dateOfBirth: child['dateOfBirth'] } });
    expect(other.possibleMatches).toEqual([]);
  });
});

describe('a decision', () => {
  test('that they are the same joins what both had before; undone, each is the child it was', async () => {
    const { far, near } = await pair();
    const { status, body } = await police.api.post(`/api/children/${near}/match`, same(far));
    expect(status).toBe(201);
    const joined = (await police.api.get(`/api/children/${near}/disposals`)).body;
    expect(joined.items.map(({ givenOn }: { givenOn: string }) => givenOn)).toEqual(['2026-02-03', '2026-06-01']);
    expect(joined.flags).toMatchObject([{ code: 'REPEAT_DISPOSAL', count: 2, mustExplain: true, since: '2026-02-03' }]);
    expect(await identityOf(police, near)).toBe(await identityOf(farPolice, far));
    expect((await matchesOf(police, near)).items).toEqual([]);
    expect(await recorded(far)).toContain('CHILD_MATCH_DECIDED');

    const undo = { matchId: body.matchId, reason: 'The schools say there are two' };
    expect((await farPolice.api.post(`/api/children/${far}/match-undo`, undo)).status).toBe(200);
    expect((await police.api.get(`/api/children/${near}/disposals`)).body.items).toHaveLength(1);
    expect(await identityOf(police, near)).toBe(near);
    expect(await identityOf(farPolice, far)).toBe(far);
    const { decisions } = await matchesOf(police, near);
    expect(decisions).toMatchObject([{ decision: 'SAME', undoneBy: farPolice.actor.name, undoneReason: undo.reason }]);
    expect(await recorded(near)).toContain('CHILD_MATCH_UNDONE');
    expect((await police.api.post(`/api/children/${near}/match-undo`, undo)).status).toBe(400);
  });

  test('is not undone by somebody to whom the other record is closed', async () => {
    const child = childNamed();
    const { childId: near } = await registerResolution(team, { child });
    const referred = await referCase(team, { child: { ...child, sex: 'NOT_KNOWN' } });
    const { matchId } = (await police.api.post(`/api/children/${near}/match`, same(referred.childId))).body;
    await restrictCase(team, referred.caseId);
    const undo = { matchId, reason: 'The schools say there are two' };
    expect((await police.api.post(`/api/children/${near}/match-undo`, undo)).status).toBe(404);
    const manager = await team.as('PANEL_TEAM_MANAGER');
    expect((await manager.api.post(`/api/children/${near}/match-undo`, undo)).status).toBe(200);
  });

  test('joins a chain of records, and undoing one link parts it there alone', async () => {
    const child = childNamed();
    const ids: string[] = [];
    for (let made = 0; made < 4; made += 1) ids.push((await registerResolution(team, { child })).childId);
    const [a = '', b = '', c = '', d = ''] = ids;
    const links: string[] = [];
    for (const [one, other] of [
      [c, d],
      [a, b],
      [b, c],
    ] as const) {
      links.push((await police.api.post(`/api/children/${one}/match`, same(other))).body.matchId);
    }
    expect(await Promise.all(ids.map((id) => identityOf(police, id)))).toEqual([a, a, a, a]);
    await police.api.post(`/api/children/${b}/match-undo`, { matchId: links[2], reason: 'A cousin' });
    expect(await Promise.all(ids.map((id) => identityOf(police, id)))).toEqual([a, a, c, c]);
  });

  test('that they are different is not asked again, and can be undone', async () => {
    const { far, near } = await pair();
    const { body } = await police.api.post(`/api/children/${near}/match`, same(far, { decision: 'DIFFERENT' }));
    expect((await matchesOf(police, near)).items).toEqual([]);
    expect((await matchesOf(farPolice, far)).items).toEqual([]);
    expect(await identityOf(police, near)).toBe(near);
    const contrary = await police.api.post(`/api/children/${near}/match`, same(far));
    expect([contrary.status, contrary.body.errors[0].field]).toEqual([400, 'decision']);
    await police.api.post(`/api/children/${near}/match-undo`, { matchId: body.matchId, reason: 'They are one' });
    expect((await matchesOf(police, near)).items).toHaveLength(1);
  });

  test('cannot contradict what stands, even by way of a third record', async () => {
    const child = childNamed();
    const ids: string[] = [];
    for (let made = 0; made < 3; made += 1) ids.push((await registerResolution(team, { child })).childId);
    const [a = '', b = '', c = ''] = ids;
    expect((await police.api.post(`/api/children/${a}/match`, same(b))).status).toBe(201);
    expect((await police.api.post(`/api/children/${a}/match`, same(c, { decision: 'DIFFERENT' }))).status).toBe(201);
    for (const [one, other, decision] of [
      [b, c, 'SAME'],
      [a, b, 'DIFFERENT'],
      [b, a, 'SAME'],
    ] as const) {
      const { status, body } = await police.api.post(`/api/children/${one}/match`, same(other, { decision }));
      expect([status, body.errors[0].field]).toEqual([400, 'decision']);
    }
    expect((await police.api.post(`/api/children/${a}/match`, same(a))).status).toBe(404);
  });

  test('made at once from two sides leaves every record with one identity', async () => {
    const child = childNamed();
    const ids: string[] = [];
    for (let made = 0; made < 3; made += 1) ids.push((await registerResolution(team, { child })).childId);
    const [a = '', b = '', c = ''] = ids;
    const answers = await Promise.all([
      police.api.post(`/api/children/${a}/match`, same(b)),
      police.api.post(`/api/children/${c}/match`, same(b)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await Promise.all(ids.map((id) => identityOf(police, id)))).toEqual([a, a, a]);
  });

  test('that brings what was not known takes a signed-off case back to preparation, and so does undoing it', async () => {
    const { far, near } = await pair();
    const caseId = await signedOffCase(service, team, near);
    const { body } = await police.api.post(`/api/children/${near}/match`, same(far));
    expect(await stateOf(service, caseId)).toEqual({ state: 'PREPARING', signedOffBy: null });
    const again = await signedOffCase(service, team, near);
    await police.api.post(`/api/children/${near}/match-undo`, { matchId: body.matchId, reason: 'Not the same' });
    expect(await stateOf(service, again)).toEqual({ state: 'PREPARING', signedOffBy: null });
  });

  test('that brings earlier behaviour alone does so too', async () => {
    const [near, far] = [await referCase(team), await referCase(team)];
    await recordBehaviour(police.api, far.caseId, { what: 'Was found with a knife at a bus stop.' });
    const caseId = await signedOffCase(service, team, near.childId);
    done('The match', await police.api.post(`/api/children/${near.childId}/match`, same(far.childId)));
    expect(await stateOf(service, caseId)).toEqual({ state: 'PREPARING', signedOffBy: null });
  });
});

describe('what was decided', () => {
  test('names the other record of each decision, on the child’s page and where it is undone', async () => {
    const child = childNamed({ familyName: 'Hartwell' });
    const { childId: near } = await registerResolution(team, { child });
    const others = ['Hartwel', 'Hartwelle', 'Heartwell'].map((familyName) => ({ ...child, familyName }));
    for (const other of others) {
      const { childId } = await registerResolution(team, { child: other });
      expect((await police.api.post(`/api/children/${near}/match`, same(childId))).status).toBe(201);
      expect(await recorded(childId)).not.toContain('CHILD_VIEWED');
    }
    const { decisions } = await matchesOf(police, near);
    expect(decisions.map(({ other }: { other: { known: object } }) => other.known)).toEqual(
      others.toReversed().map(({ sex: _, ...known }: Record<string, unknown>) => known),
    );
    expect(await recorded(decisions[0].other.childId)).toContain('CHILD_VIEWED');
    const browser = await browserOf(service, team, police);
    const { text } = await browser.get(`/children/${near}`);
    for (const { givenName, familyName } of others as Record<string, unknown>[]) {
      expect(text).toContain(`${String(givenName)} ${String(familyName)}, born `);
    }
    const undoing = await browser.get(`/children/${near}/match-undo?matchId=${decisions[0].id}`);
    expect(undoing.text).toContain('Heartwell, born ');
  });

  test('of another area’s record it is told what was given, when and where, and no name', async () => {
    const { far, near, child } = await pair();
    await police.api.post(`/api/children/${near}/match`, same(far));
    const { decisions } = await matchesOf(police, near);
    const given = { disposal: 'COMMUNITY_RESOLUTION', givenOn: '2026-02-03', panelArea: 'Leicestershire and Rutland' };
    expect(decisions[0].other).toMatchObject({ childId: far, known: null, disposals: [given] });
    expect(JSON.stringify(decisions)).not.toContain(child['familyName']);
    const { text } = await (await browserOf(service, team, police)).get(`/children/${near}`);
    expect(text).toContain(
      'A child known in another panel area; Community resolution, 3 February 2026, Leicestershire and Rutland',
    );
    expect((await matchesOf(farPolice, far)).decisions[0].other.known).toBeNull();
  });
});

describe('what is refused', () => {
  test('a child of another area is not there, and a stranger cannot be joined', async () => {
    const { childId: far } = await registerResolution(team, { panelAreaId: elsewhere }, farPolice);
    const { childId: near } = await registerResolution(team);
    for (const path of ['', '/matches', '/disposals']) {
      expect((await police.api.get(`/api/children/${far}${path}`)).status).toBe(404);
    }
    expect((await police.api.post(`/api/children/${far}/match`, same(near))).status).toBe(404);
    expect((await police.api.post(`/api/children/${near}/match`, same(far))).status).toBe(404);
    expect(await recorded(far)).not.toContain('CHILD_VIEWED');
  });

  test('a role without the permission decides nothing', async () => {
    const { far, near } = await pair();
    const chair = await team.as('PANEL_CHAIR');
    expect((await chair.api.get(`/api/children/${near}`)).status).toBe(200);
    expect((await chair.api.get(`/api/children/${near}/matches`)).status).toBe(403);
    expect((await chair.api.post(`/api/children/${near}/match`, same(far))).status).toBe(403);
    expect((await team.administrator.api.get(`/api/children/${near}`)).status).toBe(403);
  });

  test('a decision needs its words', async () => {
    const { far, near } = await pair();
    const { status, body } = await police.api.post(`/api/children/${near}/match`, { sameAs: far });
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual(['decision', 'reason']);
  });

  test('a decision about other children cannot be undone from this one', async () => {
    const { far, near } = await pair();
    const { body } = await police.api.post(`/api/children/${near}/match`, same(far));
    const { childId: other } = await registerResolution(team);
    const undo = { matchId: body.matchId, reason: 'Mistaken' };
    expect((await police.api.post(`/api/children/${other}/match-undo`, undo)).status).toBe(404);
  });
});

describe('on the pages', () => {
  test('a child’s record shows the flag, the past and the possible match, which is decided and undone there', async () => {
    const { far, near, child } = await pair({ givenName: 'Rosalind', familyName: 'Marlowe-Finch' });
    const { childId: twin } = await registerResolution(
      team,
      {
        child: { ...child, givenName: 'Rosalind', familyName: 'Marlow-Finch' },
        panelAreaId: elsewhere,
      },
      farPolice,
    );
    await recordDisposal(police.api, near, { offence: 'Rode a stolen bicycle' });
    const browser = await browserOf(service, team, police);
    const page = await browser.get(`/children/${near}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('2 earlier disposals');
    expect(page.text).toContain('Rode a stolen bicycle');
    expect(page.text).toContain('A child known in another panel area');
    expect(page.text).toContain(`/children/${near}/match/${twin}`);
    expect(page.text).not.toContain(`/match/${far}`);
    expect(page.text).not.toContain('Marlow-Finch');

    const empty = await browser.fill(`/children/${near}/match/${twin}`, { reason: 'Told so by the school' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Select whether they are the same child');
    expect(empty.text).toContain('value="Told so by the school"');
    const decided = await browser.fill(`/children/${near}/match/${twin}`, { decision: 'SAME', reason: 'Told so' });
    expect([decided.status, decided.headers.get('location')]).toEqual([303, `/children/${near}`]);
    expect((await browser.get(`/children/${near}`)).text).toContain('3 earlier disposals');

    const { decisions } = await matchesOf(police, near);
    const undoAt = `/children/${near}/match-undo?matchId=${decisions[0].id}`;
    expect((await browser.get(`/children/${near}`)).text).toContain(undoAt);
    expect((await browser.fill(undoAt, {})).status).toBe(422);
    expect((await browser.fill(undoAt, { reason: 'Two cousins' })).status).toBe(303);
    expect((await browser.get(`/children/${near}`)).text).toContain('Two cousins');
    expect((await browser.get(undoAt)).status).toBe(404);
  });
});
