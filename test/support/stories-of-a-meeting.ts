import { considerNews } from './assessments-story.js';
import type { Visitor } from './visitor.js';
import {
  answerAsSenior,
  followInWork,
  giveView,
  makeReady,
  openDiscussion,
  recordResolution,
  writeSeats,
} from './in-the-meeting.js';
import {
  beginRecommendation,
  followOnScreen,
  giveViews,
  hear,
  recommendOnPage,
  type WholeMeeting,
} from './whole-meeting.js';
import { judgeCriteria, writeReasons } from './work-on-pages.js';

/** What becomes of the cases of a meeting, told with the mistakes that people make on the way. */

export const OUTCOME_22 = 'Outcome 22: diversionary, educational or intervention activity';

/** What was written in the form is still there. */
const keeps = async ({ form }: Visitor, words: string): Promise<boolean> => (await form.getByText(words).count()) > 0;

/** The clerk writes somebody down twice and police not at all, is told, and puts it right. */
export async function recordAttendance({ panel: { clerk }, page }: WholeMeeting): Promise<void> {
  await clerk.open(page);
  await clerk.follow('Record who is here');
  await writeSeats(clerk, [
    { name: 'Beatrice Nwosu-Hale', agency: 'Youth justice service' },
    { name: 'Perpetua Ashgrove', agency: 'Children’s social care' },
    { name: 'Lorcan Beddoes', agency: 'Education to 16' },
    { name: 'Sunniva Okafor', agency: 'Health' },
    { name: 'Sunniva Okafor', agency: 'Health' },
  ]);
  await clerk.press('Save');
  expect(await clerk.errors()).toEqual(['This person is on the list already (person 5)']);
  expect(await clerk.row('Person 3').locator('option:checked').allInnerTexts()).toContain('Lorcan Beddoes');
  await clerk.pick('Name', 'Insp Gwen Tarrant', clerk.row('Person 5'));
  await clerk.pick('Their agency', 'Police', clerk.row('Person 5'));
  await clerk.press('Save');
}

/** Two agencies answer and read nothing of one another; the chair would go on, and cannot until all have answered. */
export async function answerApart({ panel, cases: { plain } }: WholeMeeting): Promise<void> {
  const { chair, police, socialCare, education, health } = panel;
  await giveView(police, plain, 'Youth caution', 'It is not the first that we hear of her.');
  await giveView(socialCare, plain, 'It has no view', 'We met her once.');
  await chair.open(`${plain.at}/views`);
  expect(await chair.words()).toContain('2 of 5 agencies here have answered.');
  for (const one of [socialCare, chair]) expect(await one.words()).not.toContain('not the first that we hear');
  await chair.follow('Recommendation');
  await writeReasons(chair, 'Community resolution');
  await chair.press('Record recommendation');
  expect(await chair.words()).toContain('has neither given its view');
  expect(await keeps(chair, 'The shop would like an apology')).toBe(true);
  await giveViews(plain, [chair, education, health]);
  await openDiscussion(chair, plain);
}

/** The clerk notes who said what, on the page of the case. */
export async function notePoint({ panel: { clerk }, cases: { plain } }: WholeMeeting, point: string): Promise<void> {
  await clerk.open(`${plain.at}/views`);
  await clerk.pick('Agency that raised it', 'Police');
  await clerk.write('Point', point);
  await clerk.press('Note this point');
}

/** A chair who is not in the room, and a clerk who is a moment later than the chair; both keep what they wrote. */
export async function recommendTwiceAtOnce({ stage, panel, cases: { plain } }: WholeMeeting): Promise<void> {
  const { chair, clerk } = panel;
  await writeReasons(chair, 'Community resolution');
  const absent = await stage.signIn(await stage.team.hire(['PANEL_CHAIR'], { name: 'Edwin Farthing' }));
  await absent.open(`${plain.at}/recommendation`);
  await writeReasons(absent, 'No further action');
  await absent.press('Record recommendation');
  expect(await absent.words()).toContain('Whoever records must attend or be the panel administrator');
  expect(await keeps(absent, 'The shop would like an apology')).toBe(true);
  await clerk.open(`${plain.at}/recommendation`);
  await writeReasons(clerk, OUTCOME_22);
  await chair.press('Record recommendation');
  await clerk.press('Record recommendation');
  expect(await clerk.words()).toContain('Somebody else changed this');
  expect(await keeps(clerk, 'The shop would like an apology')).toBe(true);
}

/** A case is put off with its reason, and somebody is asked to do something by a day; the first day typed has passed. */
export async function putOff({ panel: { chair }, page, cases: { deferred } }: WholeMeeting): Promise<void> {
  await followOnScreen(chair, page, deferred, /^Adjourn/);
  await chair.choose('Why is the case adjourned?', 'A victim’s view is missing');
  await chair.write(/^What is missing/, 'The shop has a new manager, who was never asked.');
  await chair.pick(/^Where does it come back/, 'The next meeting after this one, from that day on');
  const action = chair.row('Action 1');
  await chair.write('What is to be done', 'Ask the new manager of the shop', action);
  await chair.pick(/^By whom/, 'Priya Larkfield', action);
  await chair.day('By which day', '2026-11-20', action);
  await chair.press('Adjourn');
  expect(await chair.errors()).toHaveLength(1);
  expect(await keeps(chair, 'The shop has a new manager')).toBe(true);
  await chair.day('By which day', '2026-11-27', action);
  await chair.press('Adjourn');
}

/** What the panel asked for is done, what was missing is looked at again, and the manager signs anew. */
export async function finishPreparation({ stage, cases: { deferred } }: WholeMeeting): Promise<void> {
  await makeReady(await stage.as('YJS_ASSESSOR'), deferred);
  await considerNews(stage.team, deferred.caseId);
  const manager = await stage.as('PANEL_TEAM_MANAGER');
  await manager.open(`${deferred.at}/assessment/sign-off`);
  await judgeCriteria(manager);
  await manager.press('Sign off');
}

/** Police choose another disposal with a reason from the list, are asked for their own words, and write them. */
export async function decideOtherwise({ panel: { police }, page, cases }: WholeMeeting, why: string): Promise<void> {
  await followOnScreen(police, page, cases.diverging, /^Decide/);
  await police.choose('What do police decide?', 'Youth caution');
  await police.pick(/^Why the decision differs/, 'The child came to notice again since the panel met');
  await police.press('Record decision');
  expect(await police.words()).toContain('differs from the recommendation');
  expect(await police.question('What do police decide?').getByRole('radio', { checked: true }).count()).toBe(1);
  await police.write(/^The reason in your own words/, why);
  await police.press('Record decision');
}

/** An agency disagrees: the chair first says that everybody agreed, and is told that it cannot be so. */
export async function recommendWithDissent(whole: WholeMeeting, why: string): Promise<void> {
  const { chair } = whole.panel;
  await beginRecommendation(whole, whole.cases.disputed);
  const dissent = chair.row('Disagreement 1');
  await chair.pick('Agency', 'Police', dissent);
  await chair.pick(/^What it would have recommended/, 'Youth caution', dissent);
  await chair.write('Why', why, dissent);
  await chair.press('Record recommendation');
  expect(await chair.errors()).toEqual(['An agency disagreed, so not everybody agreed']);
  await chair.choose('How did the panel come to it?', 'Most agreed');
  await chair.press('Record recommendation');
}

/** Police take it further; the two who are named answer apart, neither reading the other first, and agree. */
export async function settle({ stage, panel, cases: { disputed }, seniors }: WholeMeeting): Promise<void> {
  const { police } = panel;
  await police.open(disputed.at);
  await police.follow('Escalate');
  await police.write('Why is the case escalated?', 'Police do not think that it is enough.');
  await police.press('Escalate');
  expect(await police.bar()).toContain('Escalated');
  const [superintendent, head] = [await stage.signIn(seniors[0]), await stage.signIn(seniors[1])];
  await answerAsSenior(superintendent, disputed, OUTCOME_22, 'She pushed him in leaving, and was frightened.');
  await head.open(`${disputed.at}/escalations`);
  expect(await head.words()).toContain('Has answered');
  expect(await head.words()).not.toContain('She pushed him in leaving');
  await answerAsSenior(head, disputed, OUTCOME_22, 'It asks for more than an apology.');
  expect(await head.words()).toContain('Both seniors agreed');
}

/** The chair finds how it ended under “Your work”, and takes note of it for the panel. */
export async function takeNote({ panel: { chair }, cases: { disputed } }: WholeMeeting): Promise<void> {
  await followInWork(chair, 'Ends of escalations, for the panel to note', disputed);
  expect(await chair.words()).toContain('She pushed him in leaving');
  await chair.press('Take note of this for the panel');
}

/** From the hearing to the outcome, in which the constable writes the place wrongly. */
export async function giveResolution(whole: WholeMeeting, where: string): Promise<void> {
  const { stage, panel, page, cases } = whole;
  await hear(whole, cases.corrected);
  await recommendOnPage(whole, cases.corrected);
  await followOnScreen(panel.police, page, cases.corrected, /^Decide/);
  await panel.police.choose('What do police decide?', 'Community resolution');
  await panel.police.press('Record decision');
  const constable = await stage.as('YJS_POLICE_OFFICER');
  await recordResolution(constable, cases.corrected, where);
  expect(await constable.bar()).toContain('Outcome recorded');
}

export async function correctPlace(manager: Visitor, { cases }: WholeMeeting, where: string): Promise<void> {
  await manager.open(`${cases.corrected.at}/recommendation`);
  await manager.follow(/^Take back, correct or review/);
  await manager.follow('Where');
  await manager.write(/what should stand there/, where);
  await manager.write('What was wrong?', 'A letter was left out, and it was her mother.');
  await manager.write(/^Why is it corrected/, 'The constable’s notebook, read with him.');
  await manager.press('Correct');
}
