import { codesOf, done } from '../support/clients.js';
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
  test.each(['PLANNED', 'UNDER_WAY'])('stand in a delivery that was %s before them, once and as conditions', async (status) => {
    const { caseId } = await decidedCase(team, CAUTION);
    const letter = { description: 'write to the  person harmed', owner: 'Robin', due: dayFromNow(10), provider: 'A club' };
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
  });

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

  test('of an outcome that is taken back give way to those of the next one', async () => {
    const { caseId } = await decidedCase(team, CAUTION);
    done('The plan', await put(caseId, { status: 'PLANNED', actions: [help] }));
    await recordOutcome(team, caseId, CAUTION, { conditions: signed });
    const back = { reason: 'The wrong form.', record: 'OUTCOME', version: await versionOf(team, caseId) };
    done('Taken back', await police.api.post(`/api/cases/${caseId}/undo`, back));
    const again = outcomeOf(CAUTION, await versionOf(team, caseId), { conditions: [signed[1]] });
    done('The outcome', await police.api.post(`/api/cases/${caseId}/outcome`, again));
    expect((await deliveryOf(caseId)).actions).toMatchObject([signed[1], help]);
  });
});
