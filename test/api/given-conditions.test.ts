import { browserOf } from '../support/browser.js';
import { type Answer, codesOf, done } from '../support/clients.js';
import { restrictCase, stepOut } from '../support/confidential-story.js';
import { condition, decidedCase, outcomeOf, recordOutcome, versionOf } from '../support/outcomes-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let police: Colleague;

const CAUTION = 'YOUTH_CONDITIONAL_CAUTION';
const today = dayFromNow(0);

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, police] = [await team.as('YJS_ASSESSOR'), await team.as('YJS_POLICE_OFFICER')];
});
afterAll(() => service.stop());

const at = (caseId: string, rest = ''): string => `/api/cases/${caseId}/delivery${rest}`;
const deliveryOf = async (caseId: string) => done('The delivery', await assessor.api.get(at(caseId))).body;
const put = (caseId: string, sent: object) => assessor.api.put(at(caseId), sent);

const help = { description: 'A lift to the sessions', owner: 'The worker', due: dayFromNow(20) };
const signed = [
  condition({ description: 'Write to the person harmed', due: dayFromNow(30) }),
  condition({ description: 'Help to mend the shelter', due: dayFromNow(60), attendanceHours: 6 }),
];

describe('the conditions that are given', () => {
  test.each(['PLANNED', 'UNDER_WAY'])(
    'stand in a delivery that was %s before them, once and as conditions',
    async (status) => {
      const { caseId } = await decidedCase(team, CAUTION);
      const letter = {
        description: 'write to the  person harmed',
        owner: 'Robin',
        due: dayFromNow(10),
        provider: 'A club',
      };
      const other = { description: 'Paint the fence', owner: 'Robin', due: dayFromNow(9), object: 'REPARATIVE' };
      done('The plan', await put(caseId, { status, actions: [letter, other, help] }));
      await recordOutcome(team, caseId, CAUTION, { conditions: signed });
      const { actions, dueOn, version } = await deliveryOf(caseId);
      expect(actions).toEqual([
        { ...signed[0], owner: 'Robin', provider: 'A club' },
        { ...signed[1], owner: 'To be named' },
        help,
      ]);
      expect([dueOn, version]).toEqual([dayFromNow(60), 2]);
      const changed = { status: 'UNDER_WAY', actions: [{ ...signed[0], owner: 'Robin' }], version };
      expect(codesOf(await put(caseId, changed))).toEqual(['CONDITIONS_CHANGED_WITHOUT_VARIATION']);
      done('The same', await put(caseId, { status: 'UNDER_WAY', actions, version }));
    },
  );

  test('begin a delivery of which it was said that nothing was needed, and keep the case open', async () => {
    const { caseId } = await decidedCase(team, CAUTION);
    done('Nothing', await put(caseId, { status: 'NOT_NEEDED' }));
    await recordOutcome(team, caseId, CAUTION, { conditions: signed });
    expect(await deliveryOf(caseId)).toMatchObject({ status: 'PLANNED', completion: null, actions: [{}, {}] });
    const closing = { version: await versionOf(team, caseId) };
    expect(codesOf(await assessor.api.post(`/api/cases/${caseId}/closure`, closing))).toEqual(['DELIVERY_NOT_ENDED']);
  });

  test('stand also in a delivery that nobody planned and that ended', async () => {
    const { caseId } = await decidedCase(team, CAUTION);
    await recordOutcome(team, caseId, CAUTION, { conditions: signed });
    const ended = { completed: 'YES', reasonCode: 'COMPLETED', endedOn: today };
    done('The end', await assessor.api.put(at(caseId, '/completion'), ended));
    expect(await deliveryOf(caseId)).toMatchObject({ status: 'COMPLETED', actions: signed, dueOn: dayFromNow(60) });
  });

  test.each(['YES', 'NO'])('begin a delivery that had ended without them on the same day: %s', async (completed) => {
    const { caseId, childId } = await decidedCase(team, CAUTION);
    done('The plan', await put(caseId, { status: 'UNDER_WAY', startedOn: today, actions: [help] }));
    const why = completed === 'YES' ? { reasonCode: 'COMPLETED' } : { reasonCode: 'DISENGAGED', reason: 'Came once.' };
    const ended = { completed, ...why, endedOn: today, version: 1 };
    done('The end', await assessor.api.put(at(caseId, '/completion'), ended));
    const { duties } = await recordOutcome(team, caseId, CAUTION, { conditions: signed });
    expect(await deliveryOf(caseId)).toMatchObject({ status: 'PLANNED', completion: null, actions: [...signed, help] });
    expect(duties.map(({ code }: { code: string }) => code)).not.toContain('DECIDE_AFTER_FAILURE');
    const { items } = (await assessor.api.get(`/api/children/${childId}/disposals`)).body;
    expect(items).toMatchObject([{ caseId, completed: 'NOT_KNOWN' }]);
  });

  test('leave a delivery as it stood when the outcome that brought them is taken back', async () => {
    const { caseId } = await decidedCase(team, CAUTION);
    const plan = { status: 'PLANNED', ownerId: assessor.id, actions: [{ ...help, object: 'REPARATIVE' }] };
    done('The plan', await put(caseId, plan));
    const before = await deliveryOf(caseId);
    const slip = [condition({ description: 'What another child signed', due: dayFromNow(50) })];
    await recordOutcome(team, caseId, CAUTION, { conditions: slip });
    expect((await deliveryOf(caseId)).actions).toMatchObject(slip);
    const back = { version: await versionOf(team, caseId) };
    done('Taken back', await police.api.post(`/api/cases/${caseId}/undoing`, back));
    const { past, version, ...now } = await deliveryOf(caseId);
    expect([now, version]).toEqual([Object.fromEntries(Object.entries(before).filter(([key]) => key in now)), 3]);
    expect(past).toMatchObject([{ because: 'OUTCOME', actions: plan.actions, keptByName: police.actor.name }]);
  });

  test('that were carried out since keep their outcome from being taken back', async () => {
    const { caseId } = await decidedCase(team, CAUTION);
    await recordOutcome(team, caseId, CAUTION, { conditions: signed });
    service.clock.ahead += 1000;
    done(
      'The delivery',
      await put(caseId, { status: 'UNDER_WAY', actions: signed.map((one) => ({ ...one, owner: 'Robin' })) }),
    );
    const back = { version: await versionOf(team, caseId) };
    const { status, body } = await police.api.post(`/api/cases/${caseId}/undoing`, back);
    expect([status, body.blockers[0].message]).toEqual([409, expect.stringContaining('delivery was recorded since')]);
  });

  test('have no day that nobody gave them', async () => {
    const { caseId } = await decidedCase(team, CAUTION);
    const { due: _, ...open } = condition() as { due: string };
    await recordOutcome(team, caseId, CAUTION, { conditions: [open, signed[0]] });
    const actions = [open, signed[0]].map((one) => ({ ...one, owner: 'Robin' }));
    const began = { status: 'UNDER_WAY', startedOn: today, actions };
    done('The delivery', await put(caseId, began));
    expect(await deliveryOf(caseId)).toMatchObject({ actions, dueOn: dayFromNow(30) });
    const page = (await (await browserOf(service, team, await team.as('QA_LEAD'))).get(`/cases/${caseId}/delivery`))
      .text;
    expect(page).toContain('Robin, no day was given');
    const undated = { description: 'A lift', owner: 'Robin' };
    const more = await put(caseId, { ...began, actions: [...actions, undated], version: 1 });
    expect([more.status, more.body.errors]).toEqual([400, [{ field: 'actions[2].due', message: 'Enter by when' }]]);
    const varied = {
      variedOn: today,
      agreedBy: ['CHILD', 'POLICE'],
      why: 'A day was missing.',
      version: 1,
    };
    const dated = actions.map((one) => ({ due: dayFromNow(40), ...one }));
    done('The variation', await assessor.api.post(at(caseId, '/variations'), { ...varied, actions: dated }));
    expect((await deliveryOf(caseId)).dueOn).toBe(dayFromNow(40));
  });

  test('of an outcome that is taken back give way to those of the next one', async () => {
    const { caseId } = await decidedCase(team, CAUTION);
    done('The plan', await put(caseId, { status: 'PLANNED', actions: [help] }));
    await recordOutcome(team, caseId, CAUTION, { conditions: signed });
    const back = { version: await versionOf(team, caseId) };
    done('Taken back', await police.api.post(`/api/cases/${caseId}/undoing`, back));
    const again = outcomeOf(CAUTION, await versionOf(team, caseId), { conditions: [signed[1]] });
    done('The outcome', await police.api.post(`/api/cases/${caseId}/outcome`, again));
    expect((await deliveryOf(caseId)).actions).toMatchObject([signed[1], help]);
  });
});

describe('the conditions of an outcome that falls in a review, while its decision stands,', () => {
  const RESOLUTION = 'COMMUNITY_RESOLUTION';
  const slip = condition({ description: 'What another child signed', due: dayFromNow(50) });
  const review = async (caseId: string) => {
    const { api } = await team.as('SENIOR_REVIEWER');
    const said = { anew: 'OUTCOME', reasonCode: 'INFORMATION_WRONG', reason: 'Another child’s conditions.' };
    const words = ['tellChild', 'tellCarer', 'tellVictim'].map((who) => [who, 'What changed.']);
    const told = { ...Object.fromEntries(words), version: await versionOf(team, caseId) };
    done('The review', await api.post(`/api/cases/${caseId}/decision-review`, { ...said, ...told }));
  };
  const given = async (caseId: string, conditions: object[]) => {
    const sent = outcomeOf(RESOLUTION, await versionOf(team, caseId), { conditions });
    done('The outcome', await police.api.post(`/api/cases/${caseId}/outcome`, sent));
  };
  const lettersDue = async (caseId: string): Promise<string[]> =>
    (await assessor.api.get(`/api/cases/${caseId}/letters`)).body.due.map(({ kind }: { kind: string }) => kind);

  test('are asked of nobody: what was planned stands as before it, and no letter tells of them', async () => {
    const { caseId } = await decidedCase(team, RESOLUTION);
    done('The plan', await put(caseId, { status: 'PLANNED', ownerId: assessor.id, actions: [help] }));
    const { dueOn, ownerId } = await deliveryOf(caseId);
    await given(caseId, [slip]);
    expect(await lettersDue(caseId)).toContain('CHILD_AGREED');
    await review(caseId);
    expect(await deliveryOf(caseId)).toMatchObject({ status: 'PLANNED', dueOn, ownerId, actions: [help] });
    expect(await lettersDue(caseId)).toEqual([]);
    await given(caseId, []);
    expect((await deliveryOf(caseId)).actions).toEqual([help]);
    expect(await lettersDue(caseId)).not.toContain('CHILD_AGREED');
  });

  test('stay to be read with what was done of them; what else is done for the child goes on', async () => {
    const { caseId } = await decidedCase(team, RESOLUTION);
    done('The plan', await put(caseId, { status: 'PLANNED', actions: [help] }));
    await given(caseId, [slip]);
    const { actions, version } = await deliveryOf(caseId);
    done('Begun', await put(caseId, { status: 'UNDER_WAY', startedOn: today, actions, version }));
    await review(caseId);
    const { past, ...now } = await deliveryOf(caseId);
    expect(now).toMatchObject({ status: 'UNDER_WAY', startedOn: today, dueOn: help.due, actions: [help] });
    expect(past[0]).toMatchObject({ because: 'REVIEW', status: 'UNDER_WAY', actions });
    const { text } = await (await browserOf(service, team, assessor)).get(`/cases/${caseId}/delivery`);
    expect(text).toContain('With the conditions of an outcome that was reviewed');
    await given(caseId, [signed[0] ?? {}]);
    expect((await deliveryOf(caseId)).actions).toMatchObject([signed[0] ?? {}, help]);
  });

  test('lose nothing of an end that was said anew, and make no failure of the next ones', async () => {
    const { caseId } = await decidedCase(team, CAUTION);
    done('The plan', await put(caseId, { status: 'PLANNED', actions: [help] }));
    await recordOutcome(team, caseId, CAUTION, { conditions: [slip] });
    const end = { completed: 'NO', reasonCode: 'DISENGAGED', endedOn: today };
    const say = async (more: object) => {
      const { version } = await deliveryOf(caseId);
      done('The end', await assessor.api.put(at(caseId, '/completion'), { ...end, version, ...more }));
    };
    await say({ reason: 'Came once.' });
    await say({
      reasonCode: 'NOT_PROVIDED',
      reason: 'We offered no session.',
      changedBecause: 'It was not the child.',
    });
    await review(caseId);
    const { past, ...now } = await deliveryOf(caseId);
    expect(now).toMatchObject({ status: 'PLANNED', actions: [help], completion: null, endedOn: null });
    const why = past.map(({ because, notCompletedReason }: Record<string, string>) => [because, notCompletedReason]);
    expect(why).toEqual([
      ['REVIEW', 'We offered no session.'],
      ['CHANGE', 'Came once.'],
      ['OUTCOME', null],
    ]);
    await recordOutcome(team, caseId, CAUTION, { conditions: signed });
    expect(await deliveryOf(caseId)).toMatchObject({ status: 'PLANNED', actions: [...signed, help] });
    const { items } = (await police.api.get(`/api/cases/${caseId}/duties`)).body;
    expect(items.map(({ code }: { code: string }) => code)).not.toContain('DECIDE_AFTER_FAILURE');
  });

  test('leave the activity that was done, also where a slip in them was corrected', async () => {
    const { caseId } = await decidedCase(team, 'OUTCOME_22');
    const mend = { ...condition({ description: 'Mend the shleter', due: dayFromNow(9) }), owner: 'Robin' };
    const ended = { completed: 'YES', reasonCode: 'COMPLETED', endedOn: today, version: 1 };
    done('The activity', await put(caseId, { status: 'UNDER_WAY', startedOn: today, actions: [mend, help] }));
    done('Its end', await assessor.api.put(at(caseId, '/completion'), ended));
    const { owner: _, ...given } = mend;
    const sent = async () => outcomeOf('OUTCOME_22', await versionOf(team, caseId), { conditions: [given] });
    const record = async () => done('The outcome', await police.api.post(`/api/cases/${caseId}/outcome`, await sent()));
    await record();
    const manager = await team.as('PANEL_TEAM_MANAGER');
    const slips = { whatWasWrong: 'A slip.', why: 'The paper says so.', version: await versionOf(team, caseId) };
    const correction = { record: 'OUTCOME', field: 'conditions.0.description', after: 'Mend the shelter', ...slips };
    done('The correction', await manager.api.post(`/api/cases/${caseId}/corrections`, correction));
    await review(caseId);
    expect(await deliveryOf(caseId)).toMatchObject({ status: 'COMPLETED', startedOn: today, actions: [mend, help] });
    await record();
  });

  test('take with them what was varied in them', async () => {
    const { caseId } = await decidedCase(team, CAUTION);
    await recordOutcome(team, caseId, CAUTION, { conditions: [slip] });
    const actions = [{ ...slip, owner: 'Robin' }];
    done('Begun', await put(caseId, { status: 'UNDER_WAY', startedOn: today, actions }));
    const varied = [{ ...condition({ description: 'Paint the fence', due: dayFromNow(40) }), owner: 'Robin' }];
    const agreed = { variedOn: today, agreedBy: ['CHILD', 'POLICE'], why: 'The shelter was taken down.', version: 1 };
    done('The variation', await assessor.api.post(at(caseId, '/variations'), { ...agreed, actions: varied }));
    const page = async () => {
      const { text } = await (await browserOf(service, team, assessor)).get(`/cases/${caseId}/delivery`);
      const [now, before] = text.split('Contacts, steps and variations under an earlier decision or outcome');
      return [now?.includes('From then on: Paint the fence'), before?.includes('From then on: Paint the fence')];
    };
    expect((await page())[0]).toBe(true);
    service.clock.ahead += 1000;
    await review(caseId);
    expect(await page()).toEqual([false, true]);
  });

  test('leave no delivery where nothing else was to be done', async () => {
    const { caseId } = await decidedCase(team, RESOLUTION);
    await given(caseId, [slip]);
    done('Begun', await put(caseId, { status: 'UNDER_WAY', startedOn: today, actions: [{ ...slip, owner: 'Robin' }] }));
    await review(caseId);
    const { status, actions, past } = await deliveryOf(caseId);
    expect([status, actions]).toEqual([null, []]);
    expect(past).toMatchObject([{ because: 'REVIEW', actions: [slip] }]);
  });
});

describe('what is planned', () => {
  const fieldOf = ({ status, body }: Answer) => [status, body.errors?.[0]?.field];
  const planned = (more: object) => ({ status: 'PLANNED', actions: [{ ...help, object: 'PUNITIVE', ...more }] });

  test.each(['YOUTH_CAUTION', 'COMMUNITY_RESOLUTION'])(
    'for %s is no penalty, at its outcome neither',
    async (disposal) => {
      const { caseId } = await decidedCase(team, disposal);
      expect(fieldOf(await put(caseId, planned({ penaltyPence: 999_900 })))).toEqual([400, 'actions[0].penaltyPence']);
      const conditions = [condition({ penaltyPence: 100 })];
      const sent = outcomeOf(disposal, await versionOf(team, caseId), { conditions });
      const refused = await police.api.post(`/api/cases/${caseId}/outcome`, sent);
      expect(fieldOf(refused)).toEqual([400, 'conditions[0].penaltyPence']);
    },
  );

  test('for a conditional caution is held to the caps before its outcome, and warnings stand on its page', async () => {
    const { caseId } = await decidedCase(team, CAUTION);
    const dear = await put(caseId, planned({ penaltyPence: 999_900 }));
    expect([dear.status, codesOf(dear), dear.body.blockers[0].mend]).toEqual([
      ...[409, ['YCC_PENALTY_CAP'], `/cases/${caseId}/delivery`],
    ]);
    const long = await put(caseId, planned({ attendanceHours: 500, due: dayFromNow(300) }));
    expect([long.status, long.body.informed.map(({ code }: { code: string }) => code)]).toEqual([
      ...[200, ['YCC_ATTENDANCE_CAP', 'YCC_DEADLINE']],
    ]);
    const { text } = await (await browserOf(service, team, assessor)).get(`/cases/${caseId}/delivery`);
    for (const words of ['Attendance is more than 20 hours in total', 'ends after 16 weeks']) {
      expect(text).toContain(words);
    }
  });

  test.each([
    ['began before what happened', { startedOn: '2019-03-01' }, 'startedOn'],
    ['began before police decided', { startedOn: dayFromNow(-1) }, 'startedOn'],
    [
      'asks for something before it began',
      { startedOn: today, actions: [{ ...help, due: dayFromNow(-1) }] },
      'actions[0].due',
    ],
    ['asks from before the decision', { actions: [{ ...help, startsOn: dayFromNow(-1) }] }, 'actions[0].startsOn'],
    ['ends before its own action', { dueOn: dayFromNow(19) }, 'dueOn'],
    ['asks hours for nothing', { actions: [{ ...help, attendanceHours: 500 }] }, 'actions[0].object'],
  ])('%s: refused with its field', async (_, more, field) => {
    const { caseId } = await (known ??= decidedCase(team, 'YOUTH_CAUTION'));
    expect(fieldOf(await put(caseId, { status: 'PLANNED', actions: [help], ...more }))).toEqual([400, field]);
  });
  let known: ReturnType<typeof decidedCase> | undefined;
});

describe('what is under way', () => {
  const agreed = { ...help, object: 'REHABILITATIVE' };
  const less = { ...agreed, description: 'One session' };
  const begun = async (): Promise<string> => {
    const { caseId } = await decidedCase(team, 'OUTCOME_22');
    done('Begun', await put(caseId, { status: 'UNDER_WAY', actions: [agreed] }));
    return caseId;
  };

  test('is not planned again, so that its conditions are changed by a variation alone', async () => {
    const caseId = await begun();
    for (const actions of [[agreed], [less]]) {
      const { status, body } = await put(caseId, { status: 'PLANNED', actions, version: 1 });
      const blockers = [expect.objectContaining({ code: 'WRONG_STATE', mend: `/cases/${caseId}/delivery/variations` })];
      expect([status, body.blockers]).toEqual([409, blockers]);
      expect(body.blockers[0].message).toContain('variation');
    }
    const varied = { variedOn: today, agreedBy: ['CHILD'], why: 'It had not begun.', actions: [less], version: 1 };
    done('The variation', await assessor.api.post(at(caseId, '/variations'), varied));
    expect(await deliveryOf(caseId)).toMatchObject({ status: 'UNDER_WAY', actions: [less], version: 2 });
  });

  test('and has ended goes on before it is varied', async () => {
    const caseId = await begun();
    const ended = { completed: 'NO', reasonCode: 'DISENGAGED', reason: 'Came once.', endedOn: today, version: 1 };
    done('The end', await assessor.api.put(at(caseId, '/completion'), ended));
    const { status, body } = await put(caseId, { status: 'PLANNED', actions: [less], version: 2 });
    expect([status, body.blockers[0].mend]).toEqual([409, `/cases/${caseId}/delivery`]);
    done(
      'Going on',
      await put(caseId, { status: 'UNDER_WAY', actions: [agreed], changedBecause: 'Came again.', version: 2 }),
    );
  });

  test('is not offered on its page to be planned again', async () => {
    const caseId = await begun();
    const { text: html } = await (await browserOf(service, team, assessor)).get(`/cases/${caseId}/delivery`);
    expect([html.includes('Under way'), html.includes('Planned')]).toEqual([true, false]);
  });
});

describe('where it was said that nothing is needed', () => {
  test.each([
    ['the decision', async () => {}],
    ['an outcome without conditions', (caseId: string) => recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION')],
  ])('conditions can be agreed after %s all the same', async (_, give) => {
    const { caseId } = await decidedCase(team, 'COMMUNITY_RESOLUTION');
    await give(caseId);
    done('Nothing', await put(caseId, { status: 'NOT_NEEDED' }));
    const actions = [{ ...help, object: 'REHABILITATIVE' }];
    done('The plan', await put(caseId, { status: 'PLANNED', actions, version: 1 }));
    expect(await deliveryOf(caseId)).toMatchObject({ status: 'PLANNED', actions });
  });
});

test('whoever sees to a delivery is nobody once the answer is empty, as its first day is none', async () => {
  const { caseId } = await decidedCase(team, 'OUTCOME_22');
  done('The plan', await put(caseId, { status: 'PLANNED', ownerId: assessor.id, startedOn: today }));
  done('Nobody', await put(caseId, { status: 'PLANNED', version: 1 }));
  expect(await deliveryOf(caseId)).toMatchObject({ ownerId: null, startedOn: null });
});

test('whoever sees to a delivery is somebody who can open its case, also among those to choose from', async () => {
  const { caseId } = await decidedCase(team, 'OUTCOME_22');
  const away = await team.as('YJS_ASSESSOR', 4);
  const plan = { status: 'PLANNED', ownerId: away.id };
  const choices = async () => (await (await browserOf(service, team, assessor)).get(`/cases/${caseId}/delivery`)).text;
  expect(await choices()).toContain(`value="${away.id}"`);
  await stepOut(caseId, away);
  const refused = await assessor.api.put(`/api/cases/${caseId}/delivery`, plan);
  const fault = { field: 'ownerId', message: 'Select somebody else: this case is closed to them' };
  expect([refused.status, refused.body.errors]).toEqual([400, [fault]]);
  expect(await choices()).not.toContain(`value="${away.id}"`);
  await restrictCase(team, caseId, [assessor]);
  const unnamed = await team.as('YJS_ASSESSOR', 5);
  const again = await assessor.api.put(`/api/cases/${caseId}/delivery`, { ...plan, ownerId: unnamed.id });
  expect([again.status, again.body.errors]).toEqual([400, [fault]]);
  expect(await choices()).not.toContain(`value="${unnamed.id}"`);
  done('One of those named', await put(caseId, { ...plan, ownerId: assessor.id }));
});

describe('a variation', () => {
  const varying = (more: object = {}) => ({
    ...{ variedOn: today, agreedBy: ['CHILD', 'POLICE'], why: 'The shelter was taken down.', version: 1 },
    ...{ actions: [{ ...signed[0], owner: 'The worker' }], ...more },
  });
  const underWay = async (): Promise<string> => {
    const { caseId } = await decidedCase(team, CAUTION);
    await recordOutcome(team, caseId, CAUTION, { conditions: signed });
    done('Begun', await put(caseId, { status: 'UNDER_WAY' }));
    return caseId;
  };

  test('above a limit says so on its record and on the page', async () => {
    const caseId = await underWay();
    const actions = [
      { ...signed[0], object: 'PUNITIVE', attendanceHours: 40, due: dayFromNow(200), owner: 'The worker' },
    ];
    done('Varied', await assessor.api.post(at(caseId, '/variations'), varying({ actions })));
    const { items } = (await assessor.api.get(at(caseId, '/variations'))).body;
    expect(items[0].warnings).toEqual(expect.arrayContaining(['YCC_ATTENDANCE_CAP', 'YCC_DEADLINE']));
    const { text } = await (await browserOf(service, team, assessor)).get(`/cases/${caseId}/delivery`);
    expect(text).toContain('Warned of: Attendance is more than 20 hours in total');
    expect(text).toContain('What is agreed is beyond a limit');
  });

  test('moves the last day with what is agreed, and none that was chosen goes before it', async () => {
    const caseId = await underWay();
    const browser = await browserOf(service, team, assessor);
    for (const path of ['', '/variations']) {
      const { text } = await browser.get(`/cases/${caseId}/delivery${path}`);
      expect([path, /name="dueOn-day"[^>]*value="\d/.test(text)]).toEqual([path, false]);
    }
    const early = await assessor.api.post(at(caseId, '/variations'), varying({ dueOn: dayFromNow(29) }));
    expect([early.status, early.body.errors[0].field]).toEqual([400, 'dueOn']);
    done('Varied', await assessor.api.post(at(caseId, '/variations'), varying()));
    expect((await deliveryOf(caseId)).dueOn).toBe(dayFromNow(30));
  });
});
