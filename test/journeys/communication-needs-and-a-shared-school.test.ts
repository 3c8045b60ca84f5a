import { assess, considerChild, heard } from '../support/assessments-story.js';
import { answerAllChecks } from '../support/checks-story.js';
import { done } from '../support/clients.js';
import { dayFromNow, listCase } from '../support/panels-story.js';
import { referCase } from '../support/referrals-story.js';
import { openStage, type Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';
import { judgeCriteria, writeReasons } from '../support/work-on-pages.js';

let stage: Stage;
let caseId: string;
let at: string;

const NAME = 'Linden Fairweather';
const READ_ALOUD = 'Read everything aloud';
const SHORT = 'Use short sentences and everyday words, one thing at a time';

beforeAll(async () => {
  stage = await openStage();
  const { team } = stage;
  ({ caseId } = await referCase(team, {
    victims: [{ kind: 'CHILD', name: NAME, contactDetails: '0116 496 0123', consentToShare: 'NOT_YET_SOUGHT' }],
  }));
  at = `/cases/${caseId}`;
  const { api } = await team.as('PANEL_TEAM_MANAGER');
  done('The acceptance', await api.post(`/api${at}/acceptance`));
  const { id: personId } = await team.as('YJS_ASSESSOR');
  done('The allocation', await api.post(`/api${at}/allocation`, { personId }));
});
afterAll(() => stage.close(), 150_000);
afterEach(() => expect(stage.faults.splice(0)).toEqual([]));

/** What the child needs so as to understand, found with the checklist, and the school's panel asked. */
async function findNeeds(assessor: Visitor): Promise<void> {
  await assessor.open(`${at}/assessment/communication`);
  await assessor.choose('Which of these have you or others noticed?', 'Says yes without having understood');
  await assessor.choose('Is there a diagnosis or an assessment?', 'No, the child was never assessed');
  const needed = 'What must people do so that the child can understand and be understood?';
  await assessor.choose(needed, READ_ALOUD);
  await assessor.choose(needed, SHORT);
  await assessor.press('Save and come back later');
  await assessor.open(`${at}/readiness`);
  expect(await assessor.words()).toContain('COMMUNICATION_NEED_NOT_REFERRED');
  await assessor.open(`${at}/forum-referrals/SEND_PANEL`);
  if ((await assessor.form.getByRole('checkbox').count()) > 0)
    await assessor.form.getByRole('checkbox').first().check();
  await assessor.day('Day of the referral', '2026-11-20');
  await assessor.write('What came of it (optional)', 'A therapist sees her at school from January.');
  await assessor.press('Save');
}

/** Beside a worker, in the words and the look that she needs. */
async function hearChild(): Promise<void> {
  const phone = await stage.signIn(await stage.team.as('YJS_ASSESSOR'), { viewport: { width: 375, height: 800 } });
  await phone.open(`${at}/voices/child/form`);
  const page = await phone.words();
  expect(page).toContain('Read all of this out loud to me.');
  expect(page).not.toContain(NAME);
  await phone.write('What happened?', 'We fell out at dinner time. I pushed and the phone broke.');
  await phone.write('What would help you now?', 'Not to sit near each other in maths.');
  await phone.press('I have finished');
  expect(await phone.words()).toContain('We have kept your words.');
}

/** Asked once, heard, and kept safe where both go every day. */
async function hearVictim(worker: Visitor): Promise<void> {
  await worker.open('/victims');
  await worker.follow(/^Ask whether their details may be shared/);
  await worker.choose(/^Do they agree to their details/, 'Agreed');
  await worker.day('When were they asked?', dayFromNow(0));
  await worker.write(/^What were they told/, 'Who reads it, and that it can end at any time.');
  await worker.press('Save');
  await worker.follow(/^Record view/);
  await worker.choose('Did they give their view?', 'Gave their view');
  await worker.day('When did they give it?', dayFromNow(0));
  await worker.write('What did they say should happen?', 'To say sorry, and to stay away at break.');
  await worker.press('Save');
  await worker.open(`${at}/victims`);
  await worker.follow(/^Record safety/);
  await worker.choose('Do they and the child share a school?', 'Yes');
  await worker.choose('Do they and the child share a home?', 'No');
  await worker.choose('Do they and the child share a street, or the way there?', 'No');
  await worker.write(/^What$/, 'Maths sets were changed on Monday');
  await worker.write(/^Who does it/, 'Head of year');
  await worker.day('By when', dayFromNow(4));
  await worker.choose(/^How safe did they say they feel at the start/, 'Quite unsafe');
  await worker.day('When did they say so?', dayFromNow(0));
  await worker.press('Save');
}

/** Everything that other journeys write page by page. */
async function writeTheRest(): Promise<void> {
  const { team } = stage;
  const { api } = await team.as('YJS_ASSESSOR');
  await answerAllChecks(team, caseId);
  const { version } = (await api.get(`/api${at}/voices/carer`)).body;
  done(
    'The carer',
    await api.put(`/api${at}/voices/carer`, heard({ words: 'She does not follow long talk.', version })),
  );
  await considerChild(team, caseId);
  await assess(team, caseId, { adjustments: ['READ_ALOUD', 'SHORT_SENTENCES'] });
}

test('what a child needs and where a victim meets her reach everybody who decides, and nobody is named', async () => {
  const assessor = await stage.as('YJS_ASSESSOR');
  await findNeeds(assessor);
  await hearChild();
  await hearVictim(await stage.as('VICTIM_WORKER'));
  await writeTheRest();

  const manager = await stage.as('PANEL_TEAM_MANAGER');
  await manager.open(`${at}/assessment/sign-off`);
  expect(await manager.words()).toContain('We fell out at dinner time.');
  await judgeCriteria(manager);
  await manager.press('Sign off');

  const meetingId = await listCase(stage.team, caseId);
  const chair = await stage.as('PANEL_CHAIR');
  for (const page of [`${at}/recommendation`, `/meetings/${meetingId}/pack`, `${at}/pack`]) {
    await chair.open(page);
    const words = await chair.words();
    const order = ['We fell out at dinner time.', 'To say sorry, and to stay away at break.', READ_ALOUD, SHORT];
    const places = order.map((part) => words.indexOf(part));
    expect([page, places.every((place) => place >= 0)]).toEqual([page, true]);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(words).toContain('Maths sets were changed on Monday');
    for (const secret of [NAME, '0116 496 0123']) expect(words).not.toContain(secret);
  }
  await chair.open(`${at}/recommendation`);
  await writeReasons(chair, 'Community resolution');
  await chair.press('Record recommendation');
  expect(await chair.words()).toContain('Community resolution');

  // What is handed to the child is in her words, and says nothing of anybody else.
  await assessor.open(`${at}/childs-plan/paper`);
  expect(await assessor.words()).not.toContain(NAME);
}, 300_000);
