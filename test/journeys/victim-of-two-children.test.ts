import { dayFromNow } from '../support/panels-story.js';
import { referCase } from '../support/referrals-story.js';
import { openStage, type Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close(), 150_000);
afterEach(() => expect(stage.faults.splice(0)).toEqual([]));

const NAME = 'Linden Fairweather';

test('a victim of two children at one school is asked once, kept safe, offered a letter, and withdraws', async () => {
  const { team } = stage;
  const victims = [{ kind: 'CHILD', name: NAME, consentToShare: 'NOT_YET_SOUGHT' }];
  const first = await referCase(team, { victims });
  const second = await referCase(team, {
    victims: undefined,
    noIdentifiableVictim: { reason: 'Nobody had come forward on that day.' },
  });
  const worker = await stage.as('VICTIM_WORKER');
  const today = dayFromNow(0);

  await worker.open('/victims');
  expect(await worker.rowOf(/victim 1/)).toContain('Ask whether');
  await worker.follow(/^Ask whether their details may be shared/);
  await worker.choose(/^Do they agree to their details/, 'Agreed');
  await worker.day('When were they asked?', today);
  await worker.write(/^What were they told/, 'What is shared, with whom, and that it can end at any time.');
  await worker.press('Save');
  expect(await worker.words()).toContain('What is shared, with whom');

  await worker.open(`/cases/${second.caseId}/victims`);
  await worker.follow('Add somebody already known');
  await worker.write('Name', 'fairw');
  await worker.press('Search');
  await worker.choose('Who is it?', NAME);
  await worker.press('Add this person');
  expect(await worker.words()).toContain('What is shared, with whom');
  expect(await worker.words()).not.toContain(first.reference);

  await worker.follow(/^Record safety/);
  await worker.choose('Do they and the child share a school?', 'Yes');
  await worker.choose('Do they and the child share a home?', 'No');
  await worker.choose('Do they and the child share a street, or the way there?', 'Not known');
  await worker.write(/^What$/, 'They are in different form groups');
  await worker.write(/^Who does it/, 'Head of year');
  await worker.day('By when', dayFromNow(4));
  await worker.choose(/^How safe did they say they feel at the start/, 'Quite unsafe');
  await worker.day('When did they say so?', today);
  await worker.press('Save');
  expect(await worker.words()).toContain('They are in different form groups');

  await worker.follow(/^Record offer/);
  await worker.choose(/^Was the victim offered/, 'Yes');
  await worker.day('When was it offered?', today);
  await worker.choose(/^What was offered/, 'A letter or an apology');
  await worker.press('Save');
  await worker.follow(/^Record needs/);
  await worker.choose(/^Do they agree that their needs/, 'Yes');
  await worker.press('Save');
  await worker.follow(/^Record telling/);
  await worker.choose('Were they told the outcome?', 'Wants to be told the outcome');
  await worker.press('Save');
  await worker.follow(/^Plan contact/);
  await worker.day(/^When will you next be in touch/, dayFromNow(2));
  await worker.press('Save');

  await worker.open('/');
  expect(await worker.words()).toContain('Victims who wait');
  await worker.open(`/cases/${second.caseId}/victims`);
  await worker.follow(/^Record withdrawal/);
  expect(await worker.words()).toContain('the restorative offer; their wish to be told the outcome');
  await worker.day('When did they withdraw?', today);
  await worker.write('Why?', 'Wants it to be over.');
  await worker.press('Record it and close what is open');
  expect(await worker.words()).toContain('Agreed, and took it back');
  await worker.open('/victims');
  expect(await worker.rowOf(/victim 1/)).toContain('See to what keeps them safe');
  expect(await worker.words()).not.toContain('Ask');
});
