import { disposals } from '../../src/policy/disposals.js';
import { browserOf } from '../support/browser.js';
import { type Answer, done, hiddenFields, PageClient } from '../support/clients.js';
import { changeDisposal, pledge } from '../support/disposals-story.js';
import { decidedCase } from '../support/outcomes-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { ADMINISTRATOR_EMAIL, PASSWORD, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let administrator: PageClient;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  administrator = new PageClient(service.url);
  await administrator.signIn(ADMINISTRATOR_EMAIL, PASSWORD);
});
afterAll(() => service.stop());

const dayFields = (id: string, day: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${id}-day`]: date, [`${id}-month`]: month, [`${id}-year`]: year };
};
const actionOf = ({ text }: Answer): string => /<form id="form"[^>]*action="([^"]*)"/.exec(text)?.[1] ?? '';

/** What the form of a disposal posts when it is sent as it was shown, with what is changed. */
const filled = (code: 'OUTCOME_21' | 'YOUTH_CAUTION', more: Record<string, string | string[]> = {}) => {
  const { name, homeOfficeOutcome, validFrom, rules, outcomeRules } = disposals[code];
  return {
    ...{ name, homeOfficeOutcome: homeOfficeOutcome ?? '', rules: [...rules], outcomeRules: [...outcomeRules] },
    ...{ informal: 'YES', firstTimeEntrant: 'YES', reason: 'The guidance changed.' },
    ...dayFields('validFrom', validFrom),
    ...dayFields('fromDay', dayFromNow(0)),
    ...more,
  };
};

test('a change is shown with what it touches, saved when it is sent again, and shown again when it differs', async () => {
  const { caseId } = await decidedCase(team, 'OUTCOME_21');
  const path = '/disposals/OUTCOME_21/change';
  const form = await administrator.get(path);
  expect([form.status, form.text.includes('See what it touches')]).toEqual([200, true]);
  const sent = { ...filled('OUTCOME_21', { name: 'Outcome 21: not investigated further' }), firstTimeEntrant: 'NO' };
  const shown = await administrator.post(path, { ...hiddenFields(form.text), ...sent });
  expect([shown.status, shown.text.includes('Nothing is saved yet')]).toEqual([200, true]);
  expect(shown.text).toContain('In 1 of them it is what the panel recommended or police decided');
  expect(shown.text).toMatch(/Leicester City[\s\S]*Police have decided|Leicester City[\s\S]*Decided/);
  expect(shown.text).toContain('it would stand otherwise in 0 on 23 November 2026');
  expect(shown.text).not.toContain(caseId);
  const again = path + actionOf(shown);
  const other = { ...sent, name: 'Outcome 21: another name' };
  const differs = await administrator.post(again, { ...hiddenFields(shown.text), ...other });
  expect([differs.status, differs.text.includes('Nothing is saved yet')]).toEqual([200, true]);
  expect((await administrator.get('/disposals/OUTCOME_21')).text).not.toContain('Edition 1');
  const saved = await administrator.post(again, { ...hiddenFields(shown.text), ...sent });
  expect([saved.status, saved.headers.get('location')]).toEqual([303, '/disposals/OUTCOME_21']);
  const page = await administrator.get('/disposals/OUTCOME_21');
  expect(page.text).toContain('What holds today (edition 1)');
  expect(page.text).toContain('Outcome 21: not investigated further');
  expect(page.text).toContain('Edition 0, the rule book: Held before');
  const browser = await browserOf(service, team, await team.as('PANEL_CHAIR'));
  const kept = await browser.get(`/cases/${caseId}/recommendation`);
  expect(kept.text).toContain('What it meant (edition 0, the rule book)');
  expect(kept.text).toContain(disposals.OUTCOME_21.name);
  expect((await browser.get(`/cases/${caseId}`)).text).toContain(disposals.OUTCOME_21.name);
});

test('a rule of statute that is taken off is refused beside its field', async () => {
  const rules = disposals.YOUTH_CAUTION.rules.filter((code) => code !== 'EVIDENCE_INSUFFICIENT');
  const refused = await administrator.fill(
    '/disposals/YOUTH_CAUTION/change',
    filled('YOUTH_CAUTION', { rules: [...rules] }),
  );
  expect(refused.status).toBe(422);
  expect(refused.text).toMatch(
    /id="rules-error"[^<]*(<[^>]*>[^<]*){0,3}There is not recorded to be sufficient evidence/,
  );
  expect(refused.text).toContain('cannot be taken off (Crime and Disorder Act 1998');
});

test('the form of a new disposal opens with what cannot be taken off ticked, and asks why it is added', async () => {
  const { text } = await administrator.get('/disposals/new');
  const boxes = [...text.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(([box]) => box);
  const ticked = boxes.filter((box) => / checked/.test(box)).map((box) => /value="([^"]*)"/.exec(box)?.[1]);
  expect(ticked).toEqual([
    ...['DISPOSAL_NOT_IN_FORCE', 'AGE_UNDER_10', 'POLICE_DECISION_MISSING', 'OUTCOME_DIFFERS_FROM_DECISION'],
  ]);
  expect(text.match(/It cannot be taken off/g)).toHaveLength(ticked.length);
  expect([text.includes('Why is it added?'), text.includes('Why is this changed?')]).toEqual([true, false]);
});

test('a new disposal with nothing in it is told that its code is missing, not that it is too long', async () => {
  const { status, text } = await administrator.fill('/disposals/new', {});
  expect(status).toBe(422);
  expect(text).toContain('Enter a code in capitals');
  expect(text).not.toContain('60 characters or fewer');
});

test('a disposal that would hold before it is added, or has the name of another, is refused beside its field', async () => {
  const {
    registerRules: _,
    nationalCodes: __,
    meanings: ___,
    version: ____,
    ...row
  } = pledge({ name: 'youth caution' });
  const refused = await administrator.fill('/disposals/new', {
    ...(row as Record<string, string | string[]>),
    ...{ code: 'OTHER_PLEDGE', informal: 'YES', firstTimeEntrant: 'NO', nationalCodes: '' },
    ...dayFields('validFrom', '1900-01-01'),
    ...dayFields('fromDay', dayFromNow(0)),
  });
  expect(refused.status).toBe(422);
  for (const words of ['Another disposal is called that', 'nobody could choose it before it was added']) {
    expect([words, refused.text.includes(words)]).toEqual([words, true]);
  }
});

test('a new disposal and an end go through the same look', async () => {
  const {
    code,
    validFrom,
    fromDay,
    nationalCodes: _,
    meanings: __,
    version: ___,
    registerRules: ____,
    ...row
  } = pledge();
  const sent = {
    ...(row as Record<string, string | string[]>),
    ...{ code: String(code), informal: 'YES', firstTimeEntrant: 'NO', nationalCodes: 'ONE_CODE\nOTHER_CODE' },
    ...dayFields('validFrom', String(validFrom)),
    ...dayFields('fromDay', String(fromDay)),
  };
  const shown = await administrator.fill('/disposals/new', sent);
  expect([shown.status, shown.text.includes('Nothing is saved yet')]).toEqual([200, true]);
  const saved = await administrator.post(`/disposals/new${actionOf(shown)}`, { ...hiddenFields(shown.text), ...sent });
  expect(saved.headers.get('location')).toBe('/disposals/COMMUNITY_PLEDGE');
  const { body } = await team.administrator.api.get('/api/disposals/COMMUNITY_PLEDGE');
  expect(body.latest.row).toMatchObject({ nationalCodes: ['ONE_CODE', 'OTHER_CODE'], givenInPerson: true });
  const end = { reason: 'It was a trial.', ...dayFields('validTo', dayFromNow(3)) };
  const touched = await administrator.fill('/disposals/COMMUNITY_PLEDGE/end', end);
  expect(touched.text).toMatch(/it would stand otherwise in \d+ on 27 November 2026/);
  const path = `/disposals/COMMUNITY_PLEDGE/end${actionOf(touched)}`;
  expect((await administrator.post(path, { ...hiddenFields(touched.text), ...end })).status).toBe(303);
  const list = await administrator.get('/disposals');
  expect(list.text).toMatch(/Community pledge[\s\S]*to 26 November 2026/);
});

test('a plan that a later change overtook before it began is planned nowhere, and its name is free', async () => {
  const planned = { name: 'Outcome 23: passed on', fromDay: dayFromNow(8) };
  done('The plan', await changeDisposal(team, 'OUTCOME_23', planned));
  const row = async () =>
    /disposals\/OUTCOME_23"[\s\S]*?<\/tr>/.exec((await administrator.get('/disposals')).text)?.[0];
  expect(await row()).toContain('Edition 1 from 1 December 2026');
  done('The change', await changeDisposal(team, 'OUTCOME_23', { name: 'Outcome 23: another agency acts' }));
  expect(await row()).not.toContain('1 December 2026');
  expect(await row()).toContain('Edition 2');
  expect((await administrator.get('/disposals/OUTCOME_23')).text).toContain('Overtaken before it began');
  const { text } = await administrator.get('/rules');
  expect(text).toMatch(/1: from 1 December 2026 \(overtaken before it began\)/);
  done('The name', await changeDisposal(team, 'CHARGE', { name: planned.name }));
});

test('who does not administer disposals reads them, with their history, and is offered no change', async () => {
  done('The change', await changeDisposal(team, 'CHARGE', { name: 'Charge or summons', reason: 'A clearer name.' }));
  const browser = await browserOf(service, team, await team.as('PANEL_MEMBER'));
  const [list, one] = [await browser.get('/disposals'), await browser.get('/disposals/CHARGE')];
  expect([list.status, one.status]).toEqual([200, 200]);
  expect(one.text).toContain('A clearer name.');
  expect(one.text).not.toContain('/disposals/CHARGE/change');
  expect((await browser.get('/disposals/CHARGE/change')).status).toBe(403);
  expect((await browser.get('/disposals/NOTHING')).status).toBe(404);
});

test('“What the rules say” shows each rule with source and date, and each disposal with its dated editions', async () => {
  done(
    'The change',
    await changeDisposal(team, 'OUTCOME_22', { name: 'Outcome 22: activity', fromDay: dayFromNow(0) }),
  );
  const browser = await browserOf(service, team, await team.as('PARTNER_CONTRIBUTOR'));
  const { status, text } = await browser.get('/rules');
  expect(status).toBe(200);
  expect(text).toContain('A caution needs the child’s full admission');
  expect(text).toContain('Crime and Disorder Act 1998 s66ZA(1)(b) and s66B(3)');
  expect(text).toMatch(/Outcome 22: activity[\s\S]*0: the rule book[\s\S]*1: from 23 November 2026 \(holds today\)/);
  for (const words of [
    'Stops everyone for Youth caution; Youth conditional caution',
    'Stops everyone from the panel area’s threshold of earlier informal disposals on',
    'Answered with a few words',
    'Home Office counting rules, Outcome 20 for Outcome 20: action by another agency',
    'Register a resolution that police issued',
    'id="ASSESSMENT_DUTY"',
    'id="GRAVITY_MOVED_FAR"',
    '<strong>When police register one issued without the panel</strong>: <a class="govuk-link" href="#POLICE_ONLY_RESOLUTION_LIMIT">',
  ]) {
    expect([words, text.includes(words)]).toEqual([words, true]);
  }
  const { body } = await (await team.as('PARTNER_CONTRIBUTOR')).api.get('/api/rules');
  const ofRule = (wanted: string) => body.rules.find(({ code }: { code: string }) => code === wanted);
  expect(ofRule('EARLIER_DISPOSAL_NOT_ANALYSED')).toMatchObject({
    ...{ severity: 'OVERRIDE', harder: { severity: 'STOP' }, askedAt: ['SIGN_OFF', 'LIST', 'RECOMMEND', 'DECIDE'] },
  });
  expect(body.further.map(({ code }: { code: string }) => code)).toContain('REFER_TO_YJS');
  const outcome22 = body.disposals.find(({ code }: { code: string }) => code === 'OUTCOME_22');
  expect(outcome22).toMatchObject({ edition: 1, editions: [{ edition: 0 }, { edition: 1, fromDay: dayFromNow(0) }] });
});
