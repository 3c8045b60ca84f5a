import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { caseLetterKinds, isToVictim, victimLetterKinds } from '../../src/policy/letters.js';
import { slugOf } from '../../src/letters/kind-named.js';
import { browserOf } from '../support/browser.js';
import { done } from '../support/clients.js';
import { closedAgreement, writeLetter } from '../support/letters-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { letChange } from '../support/let-change.js';
import { setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

/**
 * Everything that is known of a victim is marked, and then every letter to child, carer and police is written; everything
 * known of the child, and then every letter to a victim. Source: domain 8.3, and the reverse of it.
 */
const VICTIM = 'MARK-OF-VICTIM';
const CHILD = 'MARK-OF-CHILD';

/** Words about the child, by table; `#` stands where the mark goes. */
const ofChild: Record<string, Record<string, string>> = {
  children: { givenName: '#', familyName: '#' },
  cases: { policeInformation: '#', officerName: '#', arrestedFor: '#' },
  offences: { description: '#' },
  voices: { words: '#', influence: '#', heardBy: '#', how: '#' },
  assessments: { answers: '{"childs-plan-wishes":"#","adjustments-more":"#"}' },
  judgements: { reasoning: '#', who: '#' },
  identities: { consideration: '#' },
  outcomes: {
    ...{ givenBy: '#', place: '#', appropriateAdult: '{"name":"#"}' },
    conditions: '[{"object":"REPARATIVE","description":"#","due":"2026-12-01"}]',
  },
  deliveries: {
    actions: '[{"object":"REPARATIVE","description":"#","owner":"#","due":"2026-12-01"}]',
    notCompletedReason: '#',
  },
  recommendations: {
    reasons:
      '{"child":"#","safety":"#","victim":"MARK-OF-VICTIM","victims":[{"victimId":"v","reason":"MARK-OF-VICTIM"}]}',
    gravityDeparture: '#',
  },
};

let service: Service;
let team: Team;
let source: DataSource;
let caseId: string;
let victimId: string;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  source = service.app.get<DataSource>(getDataSourceToken('write'));
  await letChange(source, ['recommendations', 'outcomes']);
  const victims = [{ kind: 'PERSON', name: 'Wren Ash', consentToShare: 'GIVEN' }];
  ({ caseId } = await closedAgreement(team, ['NONE'], { victims }));
  const failed = `insert into duties (id, "caseId", code) values ('d1', '${caseId}', 'DECIDE_AFTER_FAILURE')`;
  await source.query(failed);
  const { api } = await team.as('VICTIM_WORKER');
  const at = `/api/cases/${caseId}/victims`;
  [{ id: victimId }] = (await api.get(at)).body.items;
  done('Wants', await api.put(`${at}/${victimId}/telling`, { status: 'WANTS_TO_BE_TOLD' }));
  const offer = { offered: 'YES', offeredOn: dayFromNow(0), way: 'LETTER' };
  done('The offer', await api.put(`${at}/${victimId}/restorative-offer`, offer));
}, 120_000);
afterAll(() => service.stop());

async function markChild(): Promise<void> {
  for (const [table, columns] of Object.entries(ofChild)) {
    const where = table === 'children' ? '1 = 1' : table === 'cases' ? `id = '${caseId}'` : `"caseId" = '${caseId}'`;
    for (const [column, value] of Object.entries(columns)) {
      const marked = value.replaceAll('#', CHILD);
      await source.query(`update ${table} set "${column}" = $1 where ${where}`, [marked]);
      const found = await source.query(`select count(*) as held from ${table} where "${column}" = $1`, [marked]);
      expect([table, column, Number(found[0].held) > 0]).toEqual([table, column, true]);
    }
  }
}

async function markVictim(): Promise<void> {
  for (const [table, columns] of Object.entries({
    people_harmed: ['name', 'contactDetails', 'consentInformed', 'consentReason'],
    victims: ['statement'],
    victim_views: ['view', 'impact', 'safetyNeeds', 'restorativeWish', 'reason'],
    victim_offers: ['notOfferedReason'],
    victim_tellings: ['how'],
  })) {
    for (const column of columns) await source.query(`update ${table} set "${column}" = $1`, [VICTIM]);
  }
}

test('every letter to child, carer and police is free of the victim, and holds what is the child’s', async () => {
  await markChild();
  await markVictim();
  const assessor = await team.as('YJS_ASSESSOR');
  const browser = await browserOf(service, team, assessor);
  const seen: string[] = [];
  for (const kind of caseLetterKinds) {
    const at = `/cases/${caseId}/letters/${slugOf(kind)}`;
    for (const wording of ['USUAL', 'SHORT']) {
      const form = await browser.get(`${at}/draft?wording=${wording}`);
      const draft = await assessor.api.get(`/api${at}/draft?wording=${wording}`);
      seen.push(form.text, draft.text);
    }
    await writeLetter(team, `/api${at}`);
    seen.push((await browser.get(`${at}/draft/paper`)).text, (await browser.get(`${at}/sending`)).text);
  }
  seen.push((await assessor.api.get(`/api/cases/${caseId}/letters`)).text);
  for (const text of seen) expect(text).not.toContain(VICTIM);
  expect(seen.filter((text) => text.includes(CHILD)).length).toBeGreaterThan(caseLetterKinds.length * 3);
});

test('every letter to a victim is free of the child, and holds what is the victim’s', async () => {
  await markChild();
  await markVictim();
  const worker = await team.as('VICTIM_WORKER');
  const browser = await browserOf(service, team, worker);
  const early = await referCase(team, { victims: [{ kind: 'PERSON', name: VICTIM, consentToShare: 'GIVEN' }] });
  await source.query(`update children set "givenName" = $1, "familyName" = $1`, [CHILD]);
  await source.query(`update offences set description = $1`, [CHILD]);
  const [{ id: other }] = (await worker.api.get(`/api/cases/${early.caseId}/victims`)).body.items;
  const toEach = victimLetterKinds.flatMap((kind) =>
    (isToVictim(kind) ? ['PERSON', 'CHILD'] : ['CHILD']).map((harmed) => [kind, harmed] as const),
  );
  for (const [kind, harmed] of toEach) {
    await source.query(`update victims set kind = $1`, [harmed]);
    const of = kind.endsWith('VIEW') ? `${early.caseId}/victims/${other}` : `${caseId}/victims/${victimId}`;
    const at = `/cases/${of}/letters/${slugOf(kind)}`;
    const seen = [(await browser.get(`${at}/draft`)).text, (await worker.api.get(`/api${at}/draft`)).text];
    await writeLetter(team, `/api${at}`, {}, 'VICTIM_WORKER');
    seen.push((await browser.get(`${at}/draft/paper`)).text, (await browser.get(`${at}/sending`)).text);
    for (const text of seen) expect([kind, text.includes(CHILD), text.includes(VICTIM)]).toEqual([kind, false, true]);
  }
});
