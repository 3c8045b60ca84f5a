import type { ItemHeld } from '../../src/decisions/checklist-held.view.js';
import { checklistCodes } from '../../src/policy/prosecutor.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { restrictCase } from '../support/confidential-story.js';
import { codesOf, done } from '../support/clients.js';
import { decidedCase, deliver, outcomeOf, recordOutcome, versionOf } from '../support/outcomes-story.js';
import { arrangeMeeting, dayFromNow, decide, listCase, recommend } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { gravity, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let inspector: Colleague;
let constable: Colleague;
let chair: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  inspector = await team.as('POLICE_DECISION_MAKER');
  constable = await team.as('YJS_POLICE_OFFICER');
  chair = await team.as('PANEL_CHAIR');
});
afterAll(() => service.stop());

const wholeChecklist = (more: object = {}): object => ({
  ...Object.fromEntries(checklistCodes.map((code) => [code, { answer: 'YES' }])),
  ...more,
});

const refer = async (by: Colleague, caseId: string, more: object = {}) =>
  by.api.post(`/api/cases/${caseId}/prosecutor`, {
    ...{ purpose: 'AUTHORITY', sentOn: dayFromNow(0), checklist: wholeChecklist(), overrides: [] },
    version: await versionOf(team, caseId),
    ...more,
  });

const answer = async (by: Colleague, caseId: string, more: object = {}) =>
  by.api.post(`/api/cases/${caseId}/prosecutor/answers`, {
    ...{ result: 'AUTHORISED', receivedOn: dayFromNow(0), advice: 'A caution is enough here.' },
    version: await versionOf(team, caseId),
    ...more,
  });

const authorityOf = async (caseId: string): Promise<string> =>
  (await constable.api.get(`/api/cases/${caseId}/police-information`)).body.cpsAuthority;

const robbery = {
  offences: [
    {
      ...{ date: '2026-09-12', homeOfficeClass: '8N', description: 'Robbed a boy of his phone.' },
      ...{ indictableOnly: true, gravity: gravity() },
    },
  ],
};

const allTheSame = { code: 'PROSECUTOR_ADVISED_OTHERWISE', reason: 'The evidence that they missed came since.' };

describe('where conditions were not kept', () => {
  test('the prosecutor is asked what follows, also once the case is closed, and no review is asked for', async () => {
    const { caseId } = await decidedCase(team, 'YOUTH_CONDITIONAL_CAUTION');
    await recordOutcome(team, caseId, 'YOUTH_CONDITIONAL_CAUTION');
    expect(codesOf(await refer(inspector, caseId))).toEqual(['WRONG_STATE']);
    await deliver(team, caseId, 'NOT_COMPLETED');
    const assessor = await team.as('YJS_ASSESSOR');
    const close = { version: await versionOf(team, caseId) };
    done('The closing', await assessor.api.post(`/api/cases/${caseId}/closure`, close));
    done('The referral', await refer(inspector, caseId, { purpose: 'CHARGE' }));
    const waits = async (code: string): Promise<boolean> => {
      const { items } = (await inspector.api.get('/api/work')).body;
      const list = items.find((one: { code: string }) => one.code === code);
      return list.items.some(({ href }: { href: string }) => href === `/cases/${caseId}/prosecutor`);
    };
    expect([await waits('PROSECUTOR'), await waits('PROSECUTOR_ADVICE')]).toEqual([true, false]);
    done('The answer', await answer(inspector, caseId, { result: 'ADVICE_CHARGE', advice: 'A charge.' }));
    expect([await waits('PROSECUTOR'), await waits('PROSECUTOR_ADVICE')]).toEqual([false, false]);
    const settled = { note: 'Prosecution for the offence, Inspector Marlowe' };
    done('The duty', await inspector.api.post(`/api/cases/${caseId}/duties/DECIDE_AFTER_FAILURE/done`, settled));
    expect(codesOf(await refer(inspector, caseId))).toEqual(['WRONG_STATE']);
  });
});

describe('a referral to the Crown Prosecution Service', () => {
  test('goes with its checklist, has a clock in working days, and its answer is what the case says of authority', async () => {
    const { caseId } = await referCase(team, robbery);
    const comment = 'Nobody was harmed.';
    const checklist = wholeChecklist({ VICTIM_HEARD: { answer: 'NOT_APPLICABLE', comment } });
    const sent = await refer(constable, caseId, { checklist, note: 'By the usual way.' });
    expect([sent.status, sent.body.dueOn]).toEqual([201, '2026-12-21']);
    const more = await answer(constable, caseId, { result: 'MORE_INFORMATION', advice: 'Send the footage.' });
    expect([more.status, more.body.isAnswered]).toEqual([201, false]);
    const given = await answer(inspector, caseId);
    expect([given.body.isAnswered, given.body.cpsAuthority]).toEqual([true, 'YES']);
    expect(await authorityOf(caseId)).toBe('YES');
    const { items } = (await chair.api.get(`/api/cases/${caseId}/prosecutor`)).body;
    expect(items).toMatchObject([
      {
        isAnswered: true,
        note: 'By the usual way.',
        answers: [{ result: 'MORE_INFORMATION' }, { result: 'AUTHORISED' }],
      },
    ]);
    expect(items[0].checklist).toContainEqual({ code: 'VICTIM_HEARD', answer: 'NOT_APPLICABLE', comment });
    const { body } = await chair.api.get(`/api/cases/${caseId}/timeline`);
    const said = body.items.map(({ sentence }: { sentence: string }) => sentence).join('\n');
    expect(said).toContain('referred the case to the Crown Prosecution Service on 2026-11-23');
    expect(said).toContain('authority given for an out-of-court disposal');
  });

  test('opens the gate of an indictable offence when authority is given, and shuts it when it is refused', async () => {
    const { caseId } = await referCase(team, robbery);
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    await listCase(team, caseId);
    await recommend(team, caseId, 'COMMUNITY_RESOLUTION');
    await refer(inspector, caseId);
    const send = async () =>
      inspector.api.post(`/api/cases/${caseId}/police-decision`, {
        ...{ disposal: 'COMMUNITY_RESOLUTION', decidedOn: dayFromNow(0), overrides: [] },
        version: await versionOf(team, caseId),
      });
    expect(codesOf(await send())).toContain('CPS_AUTHORITY_REQUIRED');
    await answer(inspector, caseId, { result: 'REFUSED' });
    expect(await authorityOf(caseId)).toBe('NO');
    await refer(inspector, caseId);
    await answer(inspector, caseId);
    expect((await send()).status).toBe(201);
  });

  test('without the Child Information Form goes on a reason of somebody who may, and of nobody else', async () => {
    const { caseId } = await referCase(team);
    const checklist = wholeChecklist({ CHILD_INFORMATION_FORM: { answer: 'NO', comment: 'It is being written.' } });
    const overrides = [{ code: 'CIF_REQUIRED_FOR_CPS', reason: 'The custody clock runs out at noon.' }];
    expect(codesOf(await refer(constable, caseId, { checklist, overrides }))).toEqual(['CIF_REQUIRED_FOR_CPS']);
    expect(codesOf(await refer(inspector, caseId, { checklist }))).toEqual(['CIF_REQUIRED_FOR_CPS']);
    const sent = await refer(inspector, caseId, { checklist, overrides });
    expect([sent.status, sent.body.overridden[0].code]).toEqual([201, 'CIF_REQUIRED_FOR_CPS']);
  });

  test('is open once at a time, warns of it when police decide, and is answered only while it is open', async () => {
    const { caseId } = await referCase(team);
    expect(codesOf(await answer(constable, caseId))).toEqual(['WRONG_STATE']);
    await refer(constable, caseId);
    expect(codesOf(await refer(constable, caseId))).toEqual(['PROSECUTOR_NOT_ANSWERED']);
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    await listCase(team, caseId);
    await recommend(team, caseId);
    const browser = await browserOf(service, team, inspector);
    const words = 'A referral to the Crown Prosecution Service has not been answered';
    for (const page of ['police-decision', 'eligibility', 'recommendation']) {
      expect([page, (await browser.get(`/cases/${caseId}/${page}`)).text.includes(words)]).toEqual([page, true]);
    }
    const { items } = (await inspector.api.get(`/api/cases/${caseId}/eligibility`)).body;
    const reasons = items.find(({ code }: { code: string }) => code === 'COMMUNITY_RESOLUTION').reasons;
    expect(reasons).toContainEqual(expect.objectContaining({ code: 'PROSECUTOR_NOT_ANSWERED', toAnswer: false }));
    const sent = { disposal: 'COMMUNITY_RESOLUTION', decidedOn: dayFromNow(0), version: await versionOf(team, caseId) };
    const { body } = await inspector.api.post(`/api/cases/${caseId}/police-decision`, sent);
    expect(body.informed.map(({ code }: { code: string }) => code)).toContain('PROSECUTOR_NOT_ANSWERED');
    const after = (await browser.get(`/cases/${caseId}/police-decision`)).text;
    expect([after.includes(words), after.includes('this can no longer be recorded')]).toEqual([true, true]);
    expect(after).not.toContain('Record decision');
    expect(after).toContain(`href="/cases/${caseId}/decision-history"`);
  });

  test('refused leaves every disposal out of court open with a warning, which is answered by panel and police', async () => {
    const { caseId } = await referCase(team);
    const early = await (await browserOf(service, team, inspector)).get(`/cases/${caseId}/police-decision`);
    expect([early.status, early.text.includes('Police decide once the panel has recommended.')]).toEqual([200, true]);
    await refer(inspector, caseId);
    await answer(inspector, caseId, { result: 'REFUSED' });
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    await listCase(team, caseId);
    const standingOf = async (disposal: string) => {
      const { items } = (await inspector.api.get(`/api/cases/${caseId}/eligibility`)).body;
      const found = items.find(({ code }: { code: string }) => code === disposal);
      return [found.standing, found.reasons.map(({ code }: { code: string }) => code)];
    };
    const code = 'PROSECUTOR_ADVISED_OTHERWISE';
    expect(await standingOf('COMMUNITY_RESOLUTION')).toEqual(['OPEN_WITH_WARNING', expect.arrayContaining([code])]);
    expect((await standingOf('CHARGE'))[1]).not.toContain(code);
    const overrides = [allTheSame];
    await expect(recommend(team, caseId)).rejects.toThrow(code);
    await recommend(team, caseId, 'COMMUNITY_RESOLUTION', overrides);
    expect(await standingOf('OUTCOME_22')).toEqual(['OPEN_WITH_WARNING', expect.arrayContaining([code])]);
    const send = async (more: object) =>
      inspector.api.post(`/api/cases/${caseId}/police-decision`, {
        ...{ disposal: 'COMMUNITY_RESOLUTION', decidedOn: dayFromNow(0), version: await versionOf(team, caseId) },
        ...more,
      });
    expect(codesOf(await send({}))).toEqual([code]);
    const page = (await (await browserOf(service, team, inspector)).get(`/cases/${caseId}/police-decision`)).text;
    expect(page).toContain('The prosecutor refused authority or advised otherwise');
    expect((await send({ overrides })).status).toBe(201);
  });

  test('that is not answered, or answered otherwise once police decided, is asked about before the outcome is given', async () => {
    const { caseId } = await decidedCase(team, 'YOUTH_CAUTION');
    const ready = async (): Promise<string[]> => {
      const { blockers } = (await constable.api.get(`/api/cases/${caseId}/readiness?for=RECORD_OUTCOME`)).body;
      return blockers.map(({ code }: { code: string }) => code);
    };
    const record = async (overrides: object[] = []) => {
      const sent = outcomeOf('YOUTH_CAUTION', await versionOf(team, caseId), { overrides });
      return constable.api.post(`/api/cases/${caseId}/outcome`, sent);
    };
    const browser = await browserOf(service, team, constable);
    const page = async () => (await browser.get(`/cases/${caseId}/outcome`)).text;
    await refer(inspector, caseId);
    expect(await ready()).toEqual(['PROSECUTOR_NOT_ANSWERED']);
    expect(await page()).toContain('A referral to the Crown Prosecution Service has not been answered');
    await answer(inspector, caseId, { result: 'REFUSED' });
    expect(await ready()).toEqual(['PROSECUTOR_ADVISED_OTHERWISE']);
    expect(codesOf(await record())).toEqual(['PROSECUTOR_ADVISED_OTHERWISE']);
    expect(await page()).toContain('say why this is chosen all the same');
    const { status, body } = await record([allTheSame]);
    expect([status, body.overridden.map(({ code }: { code: string }) => code)]).toEqual([201, [allTheSame.code]]);
  });

  test('is not made of a case whose outcome is recorded', async () => {
    const { caseId } = await decidedCase(team);
    await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');
    expect(codesOf(await refer(constable, caseId))).toEqual(['WRONG_STATE']);
  });

  test.each([
    ['a purpose nobody knows', { purpose: 'MERCY' }, 'purpose'],
    ['a day to come', { sentOn: dayFromNow(1) }, 'sentOn'],
    ['a day before the referral to the panel', { sentOn: '2020-01-01' }, 'sentOn'],
    ['no checklist', { checklist: undefined }, 'checklist'],
    ['an item left out', { checklist: wholeChecklist({ STANCE: undefined }) }, 'checklist.STANCE.answer'],
    [
      'an answer nobody knows',
      { checklist: wholeChecklist({ STANCE: { answer: 'MAYBE' } }) },
      'checklist.STANCE.answer',
    ],
    [
      'no without a comment',
      { checklist: wholeChecklist({ STANCE: { answer: 'NO', comment: ' ' } }) },
      'checklist.STANCE.comment',
    ],
    ['an item nobody knows', { checklist: wholeChecklist({ MOOD: { answer: 'YES' } }) }, 'checklist.MOOD'],
  ])('is refused with %s', async (_, change, field) => {
    const { caseId } = await referCase(team);
    const { status, body } = await refer(constable, caseId, change);
    expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
  });

  test('and its answer are for police of the area alone, in the order of their days', async () => {
    const { caseId } = await referCase(team);
    expect((await refer(chair, caseId)).status).toBe(403);
    const stranger = await team.hire(['POLICE_DECISION_MAKER'], { areaId: await team.addArea('Wigston') });
    expect((await refer(stranger, caseId)).status).toBe(404);
    expect((await refer(constable, caseId, { version: 0 })).body.code).toBe('STALE_VERSION');
    await refer(constable, caseId);
    const early = await answer(constable, caseId, { receivedOn: dayFromNow(-1) });
    expect([early.status, early.body.errors[0].field]).toEqual([400, 'receivedOn']);
    expect((await answer(constable, caseId, { receivedOn: dayFromNow(1) })).body.errors[0].field).toBe('receivedOn');
  });

  test('waits in the work of police with its day, overdue once it has passed', async () => {
    const { caseId, reference } = await referCase(team);
    const path = `/api/panel-areas/${team.areaId}/settings/prosecutorDays`;
    const chosen = { value: 2, from: dayFromNow(0), reason: 'Agreed with the prosecutors here.' };
    expect((await team.administrator.api.post(path, chosen)).status).toBe(201);
    expect((await refer(constable, caseId)).body.dueOn).toBe(dayFromNow(2));
    const mine = async () => {
      const { body } = await constable.api.get('/api/work');
      const list = body.items.find(({ code }: { code: string }) => code === 'PROSECUTOR');
      return list.items.find(({ label }: { label: string }) => label === reference);
    };
    expect(await mine()).toMatchObject({
      note: 'AUTHORITY',
      since: dayFromNow(2),
      href: `/cases/${caseId}/prosecutor`,
    });
    service.clock.ahead += 3 * 24 * 3_600_000;
    expect((await mine()).note).toBe('OVERDUE AUTHORITY');
    service.clock.ahead -= 3 * 24 * 3_600_000;
    await answer(constable, caseId);
    expect(await mine()).toBeUndefined();
  });

  test('shows beside each item of its checklist what the case holds of it, and answers nothing by itself', async () => {
    const { caseId } = await referCase(team, robbery);
    const heldOf = async () => {
      const { body } = await constable.api.get(`/api/cases/${caseId}/prosecutor/checklist`);
      const entries: [string, ItemHeld][] = body.items.map((one: ItemHeld) => [one.code, one]);
      return Object.fromEntries(entries);
    };
    const before = await heldOf();
    expect(Object.keys(before)).toEqual(checklistCodes);
    const nothing = { holds: [], note: 'The case holds nothing of this.' };
    expect(before['CHILD_HEARD']).toMatchObject({ ...nothing, stands: { href: `/cases/${caseId}` } });
    expect(before['CHILD_INFORMATION_FORM']).toMatchObject({ holds: [], stands: null });
    expect(before['GRAVITY_SCORED']?.holds).toMatchObject([{ key: '12 September 2026, class 8N' }]);
    expect(before['STANCE']?.holds).toEqual([{ key: 'Responsibility', value: expect.any(String) }]);
    expect(before['TIME_LIMITS']?.holds.map(({ key }) => key)).toContain('Last day before the child turns 18');
    await prepareCase(team, caseId);
    const after = await heldOf();
    for (const code of ['CHILD_HEARD', 'CARER_HEARD', 'VICTIM_HEARD', 'YOUTH_JUSTICE_VIEW', 'EXPLOITATION']) {
      expect([code, after[code]?.note, (after[code]?.holds.length ?? 0) > 0]).toEqual([code, '', true]);
    }
    const { text } = await (await browserOf(service, team, constable)).get(`/cases/${caseId}/prosecutor/new`);
    const [said] = after['CHILD_HEARD']?.holds ?? [];
    expect([text.includes(said?.value ?? '-'), text.includes('Where it stands: Victims')]).toEqual([true, true]);
    expect(text).not.toMatch(/name="checklist[^>]*checked/);
    expect((await chair.api.get(`/api/cases/${caseId}/prosecutor/checklist`)).status).toBe(403);
  });

  test('is recorded, answered and read on its pages', async () => {
    const { caseId } = await referCase(team);
    const browser = await browserOf(service, team, inspector);
    const at = `/cases/${caseId}/prosecutor`;
    const day = { 'sentOn-day': '23', 'sentOn-month': '11', 'sentOn-year': '2026' };
    const bare = await browser.fill(`${at}/new`, { purpose: 'ADVICE', ...day });
    expect([bare.status, bare.text.includes('Select yes, no or not applicable')]).toEqual([422, true]);
    const ticked = Object.fromEntries(checklistCodes.map((code) => [`checklist[${code}][answer]`, 'YES']));
    expect((await browser.fill(`${at}/new`, { purpose: 'ADVICE', ...day, ...ticked })).status).toBe(303);
    const said = { result: 'ADVICE_OUT_OF_COURT', advice: 'Deal with it out of court.' };
    const came = { 'receivedOn-day': '23', 'receivedOn-month': '11', 'receivedOn-year': '2026' };
    expect((await browser.fill(`${at}/answer`, { ...said, ...came })).status).toBe(303);
    const { text } = await browser.get(at);
    for (const words of [
      'Advice to deal with it out of court',
      'Deal with it out of court.',
      'Child Information Form',
    ]) {
      expect(text).toContain(words);
    }
    expect((await browser.get(`/cases/${caseId}`)).text).toContain(at);
  });
});

describe('advice of the prosecutor', () => {
  const waits = async (caseId: string): Promise<string | undefined> => {
    const { body } = await inspector.api.get('/api/work');
    const list = body.items.find(({ code }: { code: string }) => code === 'PROSECUTOR_ADVICE');
    return list.items.find(({ href }: { href: string }) => href === `/cases/${caseId}/prosecutor`)?.note;
  };
  const asksOf = async (caseId: string) =>
    (await inspector.api.get(`/api/cases/${caseId}`)).body.prosecutorAdvice?.asks as string | null;
  const pageOf = async (path: string) => (await (await browserOf(service, team, inspector)).get(path)).text;
  const advised = async (caseId: string, result: string): Promise<void> => {
    expect((await refer(inspector, caseId, { purpose: 'ADVICE' })).status).toBe(201);
    expect((await answer(inspector, caseId, { result, advice: 'There is enough to charge.' })).status).toBe(201);
  };
  const recommendedCase = async (): Promise<string> => {
    const { caseId } = await referCase(team);
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    await listCase(team, caseId);
    await recommend(team, caseId);
    return caseId;
  };

  test('before police decide waits for who decides, and is read where they do; a decision ends it', async () => {
    const caseId = await recommendedCase();
    await advised(caseId, 'ADVICE_CHARGE');
    expect([await waits(caseId), await asksOf(caseId)]).toEqual(['ADVICE_CHARGE', 'DECIDE']);
    for (const page of ['', '/police-decision', '/recommendation', '/prosecutor']) {
      const text = await pageOf(`/cases/${caseId}${page}`);
      expect(text).toContain('Advice, or a decision, to charge');
      expect(text).toContain('Police have still to decide with this advice before them');
    }
    await decide(team, caseId, 'COMMUNITY_RESOLUTION', { overrides: [allTheSame] });
    expect([await waits(caseId), await asksOf(caseId)]).toEqual([undefined, null]);
    expect(await pageOf(`/cases/${caseId}`)).not.toContain('Police have still to decide');
  });

  test('that differs from what police decided asks for a review, then for a decision, and ends with it', async () => {
    const { caseId } = await decidedCase(team);
    await advised(caseId, 'ADVICE_CHARGE');
    expect([await waits(caseId), await asksOf(caseId)]).toEqual(['ADVICE_CHARGE', 'REVIEW']);
    expect(await pageOf('/')).toContain('Advice of the prosecutor: decide, or have the decision reviewed');
    expect(await pageOf(`/cases/${caseId}/recommendation`)).toContain('a review of that decision is still to be taken');
    const senior = await team.as('SENIOR_REVIEWER');
    const seniors = await (await browserOf(service, team, senior)).get(`/cases/${caseId}/prosecutor`);
    expect(seniors.text).toContain(`href="/cases/${caseId}/decision-review"`);
    const review = {
      ...{ anew: 'POLICE_DECISION', reasonCode: 'COURT_OR_PROSECUTOR', reason: 'The prosecutor advises to charge.' },
      ...{ tellChild: 'It is looked at again.', tellCarer: 'The same.', tellVictim: 'It is looked at again.' },
      version: await versionOf(team, caseId),
    };
    expect((await senior.api.post(`/api/cases/${caseId}/decision-review`, review)).status).toBe(201);
    expect(await asksOf(caseId)).toBe('DECIDE');
    await decide(team, caseId, 'COMMUNITY_RESOLUTION', { overrides: [allTheSame] });
    expect([await waits(caseId), await asksOf(caseId)]).toEqual([undefined, null]);
  });

  test('that is what police decided asks for nothing, nor does one on a case that is being prepared', async () => {
    const { caseId } = await decidedCase(team);
    await advised(caseId, 'ADVICE_OUT_OF_COURT');
    const { caseId: preparing } = await referCase(team);
    await advised(preparing, 'AUTHORISED');
    expect([await waits(caseId), await waits(preparing)]).toEqual([undefined, undefined]);
    const { caseId: charged } = await referCase(team);
    await advised(charged, 'ADVICE_CHARGE');
    expect(await waits(charged)).toBe('ADVICE_CHARGE');
  });
});

test('the panel is shown what police decided on its recommendations since it last met, what differs first', async () => {
  const { caseId: followed } = await decidedCase(team);
  const { caseId: differing } = await referCase(team);
  await prepareCase(team, differing);
  await signOff(team, differing);
  await listCase(team, differing);
  await recommend(team, differing);
  await decide(team, differing, 'OUTCOME_22', { reasonCode: 'EVIDENCE_CHANGED', reason: 'A witness withdrew.' });
  const next = await arrangeMeeting(team, { startsAt: `${dayFromNow(7)}T10:00` });
  const later = await arrangeMeeting(team, { startsAt: `${dayFromNow(14)}T10:00` });
  const nothing = (await chair.api.get(`/api/meetings/${later}/police-decisions`)).body;
  expect(nothing.items).toEqual([]);
  // The meetings at which these were recommended are tomorrow’s, in the way of these stories: the first of them shows all.
  const { items: meetings } = (await chair.api.get('/api/meetings?limit=100')).body;
  const first = meetings.at(-1).id;
  const shown = (await chair.api.get(`/api/meetings/${first}/police-decisions`)).body.items;
  expect(shown.map(({ caseId }: { caseId: string }) => caseId)).toEqual(expect.arrayContaining([followed, differing]));
  expect(shown.find(({ caseId }: { caseId: string }) => caseId === differing)).toMatchObject({
    ...{ recommended: 'COMMUNITY_RESOLUTION', decided: 'OUTCOME_22', divergenceCode: 'EVIDENCE_CHANGED' },
    reason: 'A witness withdrew.',
  });
  const browser = await browserOf(service, team, chair);
  const page = (await browser.get(`/meetings/${first}/police-decisions`)).text;
  expect(page).toContain('The evidence is not what the panel had before it');
  expect(page.indexOf('A witness withdrew.')).toBeLessThan(page.indexOf('As recommended'));
  expect((await browser.get(`/meetings/${next}`)).text).toContain(`/meetings/${next}/police-decisions`);
  const stranger = await team.hire(['PANEL_CHAIR'], { areaId: await team.addArea('Ashby') });
  expect((await stranger.api.get(`/api/meetings/${first}/police-decisions`)).status).toBe(404);
  const conflict = { caseId: differing, personId: chair.id, reason: 'A neighbour of the family.' };
  const placed = await chair.api.post(`/api/meetings/${(await placeOf(differing)) ?? ''}/conflicts`, conflict);
  expect(placed.status).toBeLessThan(300);
  const recused = (await chair.api.get(`/api/meetings/${first}/police-decisions`)).body.items;
  expect(recused.map(({ caseId }: { caseId: string }) => caseId)).not.toContain(differing);
  // The page is read by a room: of a case that is limited to some of them it tells neither child nor reference.
  const { reference } = (await chair.api.get(`/api/cases/${followed}`)).body;
  expect(page).toContain(reference);
  await restrictCase(team, followed, [chair]);
  const inTheRoom = (await browser.get(`/meetings/${first}/police-decisions`)).text;
  expect([inTheRoom.includes(reference), inTheRoom.includes('A restricted case')]).toEqual([false, true]);
});

test('a meeting that was cancelled and an extraordinary sitting are not the meeting before', async () => {
  const on = (days: number, more: object = {}) =>
    arrangeMeeting(team, { startsAt: `${dayFromNow(days)}T10:00`, ...more });
  const [before, cancelled, now] = [await on(22), await on(29), await on(43)];
  await on(37, { extraordinaryBecause: 'SAFETY', extraordinaryReason: 'For another child.' });
  const administrator = await team.as('PANEL_ADMINISTRATOR');
  const sent = { reason: 'Snow.', casesGo: 'READY' };
  expect((await administrator.api.post(`/api/meetings/${cancelled}/cancellation`, sent)).status).toBeLessThan(300);
  const { startsAt } = (await chair.api.get(`/api/meetings/${before}`)).body;
  expect((await chair.api.get(`/api/meetings/${now}/police-decisions`)).body.since).toBe(startsAt);
});

const placeOf = async (caseId: string): Promise<string | undefined> =>
  (await chair.api.get(`/api/cases/${caseId}`)).body.meeting?.id;

test('what was asked of the prosecutor is named on the list also once it is overdue', async () => {
  const { caseId } = await referCase(team);
  done('The referral', await refer(constable, caseId));
  service.clock.ahead += 30 * 24 * 3_600_000;
  const late = await team.hire(['YJS_POLICE_OFFICER']);
  const { text } = await (await browserOf(service, team, late)).get('/');
  expect(text).toContain('Authority for an out-of-court disposal is needed, overdue');
});
