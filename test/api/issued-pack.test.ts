import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { done } from '../support/clients.js';
import { restrictCase } from '../support/confidential-story.js';
import { arrangeMeeting, listCase } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let administrator: Colleague;
let chair: Colleague;
let meetingId: string;
const cases: ReferredCase[] = [];

/** What somebody may write to make a page or a file do something. */
const HOSTILE = `ŵŷ <script>alert(1)</script> #eval("1") $x$ ${String.fromCodePoint(0x738b)}`;

const LATER = 'The school wrote after the pack was issued.';

async function listedCase(late?: string): Promise<ReferredCase> {
  const referred = await referCase(team);
  await prepareCase(team, referred.caseId);
  await signOff(team, referred.caseId);
  meetingId = await listCase(team, referred.caseId, meetingId, late);
  return referred;
}

async function policeWrite(caseId: string, policeInformation: string): Promise<void> {
  const { api } = await team.as('YJS_POLICE_OFFICER');
  const path = `/api/cases/${caseId}/police-information`;
  const { version } = done('The police information', await api.get(path)).body;
  const information = {
    ...{ responsibilityStance: 'FULL_ADMISSION', evidenceSufficient: 'YES', cpsAuthority: 'NOT_NEEDED' },
    ...{ policeStatus: 'RELEASED_UNDER_INVESTIGATION', policeInformation, version },
  };
  done('The change', await api.put(path, information));
}

const read = async (path: string) => (await chair.api.get(`/api${path}`)).body;
const issue = (more: object = {}) => administrator.api.post(`/api/meetings/${meetingId}/packs`, more);

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [administrator, chair] = [await team.as('PANEL_ADMINISTRATOR'), await team.as('PANEL_CHAIR')];
  cases.push(await listedCase(), await listedCase());
});
afterAll(() => service.stop());

test('before anything is issued the pack is a draft, and says so on every sheet', async () => {
  expect(await read(`/meetings/${meetingId}/pack`)).toMatchObject({ issued: null, changedSince: [] });
  const { text } = await (await browserOf(service, team, chair)).get(`/meetings/${meetingId}/pack`);
  expect(text.match(/Draft, not issued/g)).toHaveLength(3);
  expect(text).not.toContain('/packs/new');
});

test('a pack without a case is not issued, nor by whoever does not arrange meetings', async () => {
  const empty = await arrangeMeeting(team, { place: 'Nowhere' });
  const refused = await administrator.api.post(`/api/meetings/${empty}/packs`);
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('no case is for hearing')]);
  expect((await chair.api.post(`/api/meetings/${meetingId}/packs`)).status).toBe(403);
});

describe('once it is issued', () => {
  let first: { number: number; fingerprint: string; cases: number };

  beforeAll(async () => {
    first = (await issue({ version: 0 })).body;
  });

  test('it is version 1, with its fingerprint on the trail, and nobody issues a second one unawares', async () => {
    expect(first).toMatchObject({ number: 1, cases: 2, fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await issue({ version: 0 })).status).toBe(409);
    const [entry] = await service.read.source.query(
      `select t.details from trail_entries t where t.type = 'PACK_VERSION_ISSUED'`,
    );
    expect(JSON.parse(entry.details)).toEqual({ number: 1, cases: 2, fingerprint: first.fingerprint });
  });

  test('what the panel read stays as it was, whatever becomes of the case', async () => {
    const before = await read(`/meetings/${meetingId}/packs/1`);
    expect(before.issued).toMatchObject({ number: 1, fingerprint: first.fingerprint });
    const { caseId, reference } = cases[0] as ReferredCase;
    await policeWrite(caseId, LATER);
    const after = await read(`/meetings/${meetingId}/packs/1`);
    expect(after.cases).toEqual(before.cases);
    expect(JSON.stringify(after.cases)).not.toContain(LATER);
    const draft = await read(`/meetings/${meetingId}/packs/draft`);
    expect(draft.cases.map((one: { reference: string }) => one.reference)).not.toContain(reference);
    const own = await read(`/cases/${caseId}/packs/draft`);
    expect([own.issued, JSON.stringify(own)]).toEqual([null, expect.stringContaining(LATER)]);
    const { text } = await (await browserOf(service, team, chair)).get(`/meetings/${meetingId}/packs/1`);
    expect(text).toContain('Pack version 1, issued');
    expect(text).not.toContain(LATER);
  });

  test('a next version holds what stands then, and the first is read as before', async () => {
    const { body: second } = await issue({ version: 1 });
    expect(second).toMatchObject({ number: 2, cases: 1 });
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect((await read(`/meetings/${meetingId}/packs`)).items.map(({ number }: { number: number }) => number)).toEqual([
      2, 1,
    ]);
    expect((await read(`/meetings/${meetingId}/pack`)).issued.number).toBe(2);
    expect((await read(`/meetings/${meetingId}/packs/1`)).cases).toHaveLength(2);
    expect((await chair.api.get(`/api/meetings/${meetingId}/packs/3`)).status).toBe(404);
    const { caseId } = cases[0] as ReferredCase;
    const [version] = (await read(`/cases/${caseId}/pack`)).versions;
    expect((await read(`/cases/${caseId}/packs/${version.id}`)).issued).toMatchObject({ number: 1, meetingId });
  });

  test('a case listed since is named beside the version that does not hold it', async () => {
    const { reference } = await listedCase(LATER);
    expect((await read(`/meetings/${meetingId}/packs/2`)).changedSince).toEqual([reference]);
    const { text } = await (await browserOf(service, team, chair)).get(`/meetings/${meetingId}/packs/2`);
    expect(text).toContain(`Changed or listed since this version was issued: ${reference}.`);
  });

  test('the database refuses to change or delete what was issued', async () => {
    for (const statement of [`update pack_cases set sheet = '{}'`, 'delete from packs']) {
      await expect(service.app.get('writeDataSource').query(statement)).rejects.toThrow(/append-only/);
    }
  });

  test('whoever declares a conflict afterwards is given nothing of the case, in no version and in no file', async () => {
    const member = await team.as('PANEL_MEMBER', 7);
    const { caseId, reference } = cases[1] as ReferredCase;
    const conflict = { caseId, personId: member.id, reason: 'Lives next door.' };
    expect((await member.api.post(`/api/meetings/${meetingId}/conflicts`, conflict)).status).toBe(201);
    for (const name of ['1', '2', 'draft']) {
      const { body } = await member.api.get(`/api/meetings/${meetingId}/packs/${name}`);
      expect([name, body.withheld, JSON.stringify(body).includes(reference)]).toEqual([name, 1, false]);
    }
    const lead = await team.as('QA_LEAD', 8);
    const own = { personId: lead.id, reason: 'Lives next door.' };
    expect((await lead.api.post(`/api/cases/${caseId}/conflicts`, own)).status).toBeLessThan(300);
    const { body: read } = await lead.api.get(`/api/meetings/${meetingId}/packs/2`);
    expect([read.withheld, JSON.stringify(read).includes(reference)]).toEqual([0, false]);
    expect((await member.api.get(`/api/cases/${caseId}/pack`)).status).toBe(404);
    expect((await member.api.get(`/api/cases/${caseId}/packs/draft/pdf`)).status).toBe(404);
    const browser = await browserOf(service, team, member);
    expect((await browser.get(`/cases/${caseId}/pack`)).status).toBe(404);
  });
});

test('for readers who do not sit a case that is closed to them leaves no gap in the order of the sheets', async () => {
  const ours = await arrangeMeeting(team);
  const listed: string[] = [];
  for (let number = 0; number < 3; number += 1) {
    const { caseId } = await referCase(team);
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    await listCase(team, caseId, ours);
    listed.push(caseId);
  }
  const [first, middle = '', last] = listed;
  done('The pack', await administrator.api.post(`/api/meetings/${ours}/packs`));
  await restrictCase(team, middle);
  const auditor = await team.as('QA_AUDITOR');
  const places = async ({ api }: Colleague, name: string): Promise<unknown[]> => {
    const { cases: sheets } = done('The pack', await api.get(`/api/meetings/${ours}/packs/${name}`)).body;
    return sheets.map(({ caseId, position }: { caseId: string; position: number }) => [caseId, position]);
  };
  const agenda = (await auditor.api.get(`/api/meetings/${ours}`)).body.agenda as { position: number }[];
  expect(agenda.map(({ position }) => position)).toEqual([1, 2]);
  for (const name of ['1', 'draft']) {
    expect([name, await places(auditor, name)]).toEqual([
      name,
      [
        [first, 1],
        [last, 2],
      ],
    ]);
    expect((await places(chair, name)).at(-1)).toEqual([last, 3]);
    const own = (await auditor.api.get(`/api/cases/${last}/pack`)).body;
    expect([own.caseId, 'position' in own]).toEqual([last, false]);
  }
});

describe('as a file', () => {
  test('it is a tagged PDF, to PDF/UA-1, the same each time for a version that was issued', async () => {
    const { status, bytes, headers } = await chair.api.get(`/api/meetings/${meetingId}/packs/1/pdf`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1')).toContain('pdfuaid:part');
    const again = await chair.api.get(`/api/meetings/${meetingId}/packs/1/pdf`);
    expect(again.bytes.equals(bytes)).toBe(true);
    const page = await (await browserOf(service, team, chair)).get(`/meetings/${meetingId}/packs/1/pdf`);
    expect(page.headers.get('content-disposition')).toContain('pack.pdf');
    expect(page.bytes.equals(bytes)).toBe(true);
  });

  test('whatever somebody wrote is printed and never carried out, in page and file alike', async () => {
    const { caseId } = await listedCase(LATER);
    await policeWrite(caseId, HOSTILE);
    const { text } = await (await browserOf(service, team, chair)).get(`/cases/${caseId}/packs/draft`);
    expect(text).toContain('ŵŷ &lt;script&gt;');
    const file = await chair.api.get(`/api/cases/${caseId}/packs/draft/pdf`);
    expect([file.status, file.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  });

  test('more than can wait at once are told to try again, and nobody gets a failure', async () => {
    const asked = Array.from({ length: 60 }, () => chair.api.get(`/api/meetings/${meetingId}/packs/1/pdf`));
    const statuses = new Set((await Promise.all(asked)).map(({ status }) => status));
    expect(statuses.has(200)).toBe(true);
    expect([...statuses].filter((status) => ![200, 503].includes(status))).toEqual([]);
  });
});
