import { prepareCase, signOff } from '../support/assessments-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { gravity, referCase } from '../support/referrals-story.js';
import { openStage, type Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';
import { judgeCriteria, writeReasons } from '../support/work-on-pages.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const tamar = {
  ...{ givenName: 'Tamar', familyName: 'Quillfeather', dateOfBirth: '2011-02-19', sex: 'FEMALE' },
  ethnicity: { code: 'M1', scheme: '18+1', source: 'SELF' },
};
const later = [
  { date: '2026-12-20', homeOfficeClass: '105A', description: 'Pushed another child.', gravity: gravity() },
];
const OUTCOME_23 = 'Outcome 23: deferred prosecution';
const LAST_DAY = dayFromNow(35);
const SECOND_DAY = dayFromNow(37);
/** In the words of the worker who says how it ended, and of the officer who takes the case back. */
const ENDED = 'She came once. She would sooner have it over with, she says; her mother agrees.';
const BACK = 'One session of four. The prosecution was deferred for them.';
const TRIED = 'What was tried: Asked the child what gets in the way; Changed how, when or where it is done';

/** The administrator arranges a meeting and puts the case on its agenda; the chair says who is there. */
async function meet(at: string, day: string, inWords: string): Promise<string> {
  const administrator = await stage.as('PANEL_ADMINISTRATOR');
  await stage.as('POLICE_DECISION_MAKER');
  await administrator.open('/meetings');
  await administrator.follow('Arrange a meeting');
  await administrator.pick('Panel area', 'Leicester City');
  await administrator.day('Day of the meeting', day);
  await administrator.write('Time it starts', '16:00');
  await administrator.write('Place (optional)', 'Room 4');
  await administrator.press('Arrange');
  const meeting = administrator.path;
  await administrator.open('/');
  expect(await administrator.words()).toContain('Cases ready to be listed');
  await administrator.open(at);
  await administrator.follow('List for a meeting');
  await administrator.choose('Which meeting?', inWords);
  await administrator.press('List');
  const chair = await stage.as('PANEL_CHAIR');
  await chair.open(meeting);
  await chair.follow('Record who is here');
  await chair.pick('Name', 'Beatrice Nwosu-Hale', chair.row('Person 1'));
  await chair.pick('Their agency', 'Youth justice service', chair.row('Person 1'));
  await chair.press('Add another person');
  await chair.pick('Name', 'Insp Gwen Tarrant', chair.row('Person 2'));
  await chair.pick('Their agency', 'Police', chair.row('Person 2'));
  await chair.press('Save');
  return meeting;
}

async function decide(at: string, disposal: string): Promise<void> {
  const decider = await stage.as('POLICE_DECISION_MAKER');
  await decider.open('/');
  expect(await decider.words()).toContain('Recommendations to decide on');
  await decider.open(at);
  await decider.follow('Record police decision');
  await decider.choose('What do police decide?', disposal);
  await decider.press('Record decision');
  expect(await decider.bar()).toContain('Decided');
}

/** What the child agreed to and what is done for the child, each with who sees to it and its days. */
async function plan(assessor: Visitor, at: string): Promise<void> {
  await assessor.open(at);
  await assessor.follow(/^Delivery/);
  await assessor.choose('How far has it come?', 'Planned');
  await assessor.pick(/^Who sees to the delivery/, 'Priya Larkfield');
  await assessor.day(/^Last day, as planned/, LAST_DAY);
  const condition = assessor.row('Action 1');
  await assessor.write('What is to be done', 'Four sessions on choices and friends, with a worker', condition);
  await assessor.pick(/^For a condition/, 'Rehabilitate the child', condition);
  await assessor.write('Who sees to it', 'Priya Larkfield', condition);
  await assessor.day(/^From when/, dayFromNow(1), condition);
  await assessor.day('By when', dayFromNow(28), condition);
  await assessor.press('Add another action');
  const help = assessor.row('Action 2');
  await assessor.write('What is to be done', 'A lift to each session, until she knows the way', help);
  await assessor.write('Who sees to it', 'Hannah Osei-Brook', help);
  await assessor.day('By when', LAST_DAY, help);
  await assessor.press('Save');
}

async function begin(assessor: Visitor, at: string): Promise<void> {
  await assessor.open(`${at}/delivery`);
  await assessor.choose('How far has it come?', 'Under way');
  await assessor.day(/^Day it began/, dayFromNow(1));
  await assessor.press('Save');
}

type Contact = { readonly on: string; readonly missed?: string };

async function addContact(assessor: Visitor, at: string, { on, missed }: Contact): Promise<void> {
  await assessor.open(`${at}/delivery`);
  await assessor.follow('Add a contact');
  await assessor.day('On which day?', on);
  await assessor.choose('Where or how?', 'At an office');
  await assessor.write(/^Who met the child/, 'Priya Larkfield');
  await assessor.choose('Was it kept?', missed ? 'Missed' : 'Kept');
  if (missed) {
    await assessor.write('Why was it missed?', missed);
    await assessor.choose('Is that a reasonable excuse?', 'No');
  }
  await assessor.press('Add');
}

async function addStep(assessor: Visitor, at: string, step: string, note: string): Promise<void> {
  await assessor.open(`${at}/delivery`);
  await assessor.follow('The child does not take part');
  await assessor.choose('What was done?', step);
  await assessor.write(/^More about it/, note);
  await assessor.press('Add');
}

async function recommend(chair: Visitor, meeting: string, disposal: string, departure?: string): Promise<void> {
  await chair.open(meeting);
  await chair.follow(/^Record recommendation/);
  await writeReasons(chair, disposal);
  if (departure) await chair.write(/^Why the panel departs from what the gravity score points to/, departure);
  await chair.press('Record recommendation');
  expect(await chair.bar()).toContain('Recommended');
}

/** A contact is missed; what gets in the way is asked, and what was agreed is made easier. */
async function tryAgain(worker: Visitor, at: string): Promise<void> {
  await begin(worker, at);
  await addContact(worker, at, { on: dayFromNow(2) });
  await addContact(worker, at, { on: dayFromNow(8), missed: 'She was in town with friends and did not answer.' });
  expect(await worker.words()).toContain('1 kept, 1 missed.');
  await addStep(
    worker,
    at,
    'Asked the child what gets in the way',
    'She says that her friends laugh at her for going.',
  );
  await addStep(worker, at, 'Changed how, when or where it is done', 'At her school in the lunch hour, from now on.');
  await addStep(worker, at, 'Wrote to the child, in words they understand, what may follow', 'Read aloud to her too.');
  expect(await worker.words()).toContain('the decision to prosecute stands');
  expect(await worker.bar()).toContain('Decided');
}

/** The last day passed. Nothing ended by that: whoever sees to it is asked, and says how it ended. */
async function sayHowItEnded(worker: Visitor, at: string): Promise<void> {
  await worker.open('/');
  expect(await worker.words()).toContain('Deliveries past their last day: how did they end?');
  await worker.follow(/^JDP-/);
  expect(await worker.heading()).toBe('How did the delivery end?');
  await worker.choose('Was it completed?', 'No');
  await worker.choose('Why did it end?', 'Everything was done');
  await worker.day('Day it ended', LAST_DAY);
  await worker.press('Save');
  expect(await worker.errors()).toEqual([
    '“Everything was done” does not go with that answer',
    'Enter why, in your own words',
  ]);
  await worker.choose('Why did it end?', 'The child stopped taking part');
  await worker.write('More about it', ENDED);
  await worker.press('Save');
  expect(await worker.words()).toMatch(/Why it ended The child stopped taking part Said by Priya Larkfield/);
  await worker.open(at);
  expect(await worker.bar()).toContain('Decided');
}

/** Without completion no Outcome 23 is recorded; an officer takes the case back and says why. */
async function takeBack(police: Visitor): Promise<void> {
  await police.open('/');
  expect(await police.rowOf(/^JDP-/)).toContain('Ended without being completed');
  await police.follow(/^JDP-/);
  await police.day('Day police recorded Outcome 23', LAST_DAY);
  await police.press('Record outcome');
  expect(await police.words()).toContain('ACTIVITY_NOT_COMPLETED');
  await police.follow('return the case to the panel');
  await police.press('Return to panel');
  expect(await police.errors()).toEqual(['Enter the reason']);
  await police.write('Why does the case go back to the panel?', BACK);
  await police.press('Return to panel');
  expect(await police.bar()).toContain('Preparing');
  expect(await police.words()).toMatch(/Back with the panel since 30 December 2026 One session of four/);
  expect(await police.words()).toMatch(/Decided before Outcome 23: deferred prosecution, 23 November 2026/);
}

/** Whoever prepares the case reads how it went, and hears the child again; whoever signs reads both. */
async function prepareAnew(assessor: Visitor, at: string): Promise<void> {
  await assessor.open('/');
  expect(await assessor.words()).toContain('Cases you prepare');
  await assessor.open(at);
  await assessor.follow('What was done under the earlier decision');
  const told = await assessor.words();
  expect(told).toContain('Under an earlier decision: Outcome 23: deferred prosecution, 23 November 2026');
  for (const words of [ENDED, BACK, 'her friends laugh at her', 'Four sessions on choices'])
    expect(told).toContain(words);
  expect(told).not.toContain('the decision to prosecute stands');
  await assessor.open(`${at}/voices/child`);
  await assessor.day('On which day?', dayFromNow(36));
  await assessor.write(
    /own words$/,
    'I did not want them to see me go. I will talk to the shop if it is only the shop.',
  );
  await assessor.press('Save');
  // What was planned before it failed is looked at again; the child's own words were, by hearing her.
  await assessor.open(`${at}/reopened-sections`);
  expect(await assessor.words()).toContain('What was decided could not be given or was not completed');
  for (const left of [4, 3, 2, 1]) {
    expect(await assessor.page.getByRole('link', { name: /^It stands/ }).count()).toBe(left);
    await assessor.follow(/^It stands/);
    await assessor.write('Why does this section stand?', 'What would help is the same; the place was not.');
    await assessor.press('It stands');
  }
  const manager = await stage.as('PANEL_TEAM_MANAGER');
  await manager.open(`${at}/assessment/sign-off`);
  for (const words of [ENDED, BACK, TRIED]) expect(await manager.words()).toContain(words);
  await judgeCriteria(manager);
  await manager.press('Sign off');
}

/** What was tried stands in the papers of the next meeting, on the screen, on a phone and on paper, before anybody chooses. */
async function readBeforehand(meeting: string, at: string): Promise<void> {
  const administrator = await stage.as('PANEL_ADMINISTRATOR');
  await administrator.open(meeting);
  await administrator.follow('The pack: read, print or issue it');
  await administrator.follow('Issue the pack');
  await administrator.press('Issue');
  const chair = await stage.as('PANEL_CHAIR');
  await chair.open(`${at}/pack`);
  for (const words of ['Decided before in this case', ENDED, BACK, TRIED]) {
    expect(await chair.words()).toContain(words);
    expect(await chair.printed()).toContain(words);
  }
  await chair.open(meeting);
  expect(await chair.words()).not.toContain('Repeat disposal');
  await chair.follow(/^Record recommendation/);
  const read = await chair.words();
  for (const words of [ENDED, BACK, 'Contacts: 1 kept, 1 missed', 'so it is no earlier disposal of the child']) {
    expect(read).toContain(words);
  }
  expect(await chair.form.getByRole('radio', { checked: true }).count()).toBe(0);
  // The failed Outcome 23 made nobody a first-time entrant; the caution that is talked about now would.
  await chair.open(`${at}/eligibility`);
  expect(await chair.words()).toMatch(/Youth caution Open with a warning.*no earlier caution or conviction is known/i);
}

async function giveCaution(police: Visitor, at: string): Promise<void> {
  await police.open(at);
  await police.follow('Record outcome');
  expect(await police.heading()).toContain('Youth caution');
  await police.day('Day the caution was given', SECOND_DAY);
  await police.write('Who gave it?', 'Sergeant Hollis Ferrant');
  await police.write('Where?', 'At the police station');
  await police.write('Appropriate adult who was present', 'Jo Marchbank');
  await police.choose('Was its effect explained to the child in ordinary words?', 'Yes');
  await police.press('Record outcome');
  expect(await police.bar()).toContain('Outcome recorded');
}

/** Nothing closes by itself: somebody says that nothing is left to do, and closes the case. */
async function close(worker: Visitor, at: string): Promise<void> {
  await worker.open(`${at}/delivery`);
  expect(await worker.words()).toContain('What goes with a youth caution is voluntary');
  expect(await worker.words()).toMatch(/Contacts No contact is recorded\./);
  await worker.choose('How far has it come?', 'Nothing has to be delivered');
  await worker.press('Save');
  await worker.open(at);
  expect(await worker.words()).not.toContain('Back with the panel');
  await worker.follow('Close');
  await worker.press('Close');
  expect(await worker.bar()).toContain('Closed');
}

/** The case was decided twice and counts once, as what was given. */
async function count(lead: Visitor): Promise<void> {
  await lead.open('/audit-plans');
  await lead.press('Draw a sample');
  await lead.day('First day of the period', dayFromNow(-30));
  await lead.day('Last day of the period', dayFromNow(50));
  await lead.press('Count the cases');
  expect(await lead.words()).toContain('1 case was decided in Leicester City');
  await lead.open('/gravity-departures');
  expect(await lead.rowOf('Leicester City')).toMatch(/^Leicester City 1 /);
  await lead.open('/measures/new-referrals');
  await lead.pick('Panel area', 'Leicester City');
  await lead.day('Outcomes from', dayFromNow(-30));
  await lead.day('To', dayFromNow(50));
  await lead.press('Count');
  const rows = await lead.page.getByRole('rowheader').allInnerTexts();
  expect(rows).toEqual(['Youth caution', 'All disposals, each child once']);
}

test('a child’s Outcome 23 fails and returns; the panel sees what was tried, and it counts once, as what it became', async () => {
  const { team } = stage;
  const { caseId, childId } = await referCase(team, { child: tamar });
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  const at = `/cases/${caseId}`;

  const first = await meet(at, dayFromNow(0), '23 November 2026 at 4:00pm, Room 4');
  await recommend(await stage.as('PANEL_CHAIR'), first, OUTCOME_23);
  await decide(at, OUTCOME_23);
  await plan(await stage.as('YJS_ASSESSOR'), at);
  await stage.later(8);
  await tryAgain(await stage.as('YJS_ASSESSOR'), at);
  await stage.later(29);
  await sayHowItEnded(await stage.as('YJS_ASSESSOR'), at);

  const police = await stage.as('YJS_POLICE_OFFICER');
  await takeBack(police);
  await police.open(`/children/${childId}`);
  expect(await police.words()).not.toContain(OUTCOME_23);
  await prepareAnew(await stage.as('YJS_ASSESSOR'), at);
  const second = await meet(at, SECOND_DAY, '30 December 2026 at 4:00pm, Room 4');
  await readBeforehand(second, at);
  const why = 'The score points to an informal disposal; one was tried, and she asks for an end that she can see.';
  await recommend(await stage.as('PANEL_CHAIR'), second, 'Youth caution', why);
  const decider = await stage.as('POLICE_DECISION_MAKER');
  await decider.open(at);
  expect(await decider.words()).toContain(BACK);
  await decide(at, 'Youth caution');
  await giveCaution(police, at);
  await close(await stage.as('YJS_ASSESSOR'), at);

  // The child had one disposal, and whoever comes next sees that the next would make no first-time entrant.
  await police.open(`/children/${childId}`);
  expect(await police.rowOf('Youth caution')).toMatch(/ 1 1 /);
  expect(await police.words()).not.toContain(OUTCOME_23);
  const officer = await team.hire(['REFERRING_OFFICER']);
  const next = await referCase(team, { child: undefined, childId, offences: later }, officer);
  const manager = await stage.as('PANEL_TEAM_MANAGER');
  await manager.open(`/cases/${next.caseId}/eligibility`);
  expect(await manager.words()).toContain('No: the child had a caution or conviction before');
  expect(await manager.bar()).toContain('Tamar Quillfeather');
  await count(await stage.as('QA_LEAD'));
  await manager.open(at);
  await manager.follow('Timeline');
  await manager.follow('Changes only');
  expect(await manager.words()).toMatch(/Closed.*youth caution.*Preparing.*One session of four.*outcome 23/is);

  expect(stage.faults).toEqual([]);
}, 900_000);
