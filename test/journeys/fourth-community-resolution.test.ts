import { answerAllChecks } from '../support/checks-story.js';
import { assess, hearVoices } from '../support/assessments-story.js';
import { recordDisposal, registerResolution } from '../support/children-story.js';
import { attend } from '../support/panels-story.js';
import { openStage, type Stage } from '../support/stage.js';
import { hearVictims } from '../support/victims-story.js';
import type { Visitor } from '../support/visitor.js';
import { judgeCriteria, writeReasons, writeReferral } from '../support/work-on-pages.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const ellis = { givenName: 'Ellis', familyName: 'Quarrington', dateOfBirth: '2011-05-14' };
const THREE = /3 earlier disposals/;

/** Police register a resolution that they issued without the panel. */
async function register(police: Visitor): Promise<void> {
  await police.open('/police-issued-resolutions');
  await police.follow('Register a resolution');
  await police.write('Child’s given name', ellis.givenName);
  await police.write('Child’s family name', ellis.familyName);
  await police.day('Child’s date of birth', ellis.dateOfBirth);
  await police.choose('Child’s sex', 'Female');
  await police.day('Day the resolution was issued', '2026-03-09');
  await police.write('Offence', 'Took sweets from a shop');
  await police.choose('Is any of these part of the offence?', 'None of these');
  await police.write('Officer who issued it', 'PC Idris Coldwell (5120)');
  await police.pick('Panel area', 'Leicester City');
  await police.press('Register');
  expect(await police.heading()).not.toBe('Register a police-issued resolution');
}

/** Whoever may decides, of each record that looks like this child’s, that it is the same child. */
async function decideMatches(police: Visitor, address: string, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) {
    await police.open(address);
    const links = police.page.getByRole('link', { name: /^Decide whether it is the same child/ });
    expect(await links.count()).toBe(left);
    await police.follow(/^Decide whether it is the same child/);
    await police.choose('Are they the same child?', 'Yes, the same child');
    await police.write('How do you know?', 'Same name, birthday and mother; the officer knows the family.');
    await police.press('Decide');
  }
}

/** What was done, how the child responded, what is different now, for the earlier disposal that is next. */
async function explain(assessor: Visitor, at: string, which: number): Promise<void> {
  await assessor.open(`${at}/earlier-disposals`);
  const cards = assessor.page.locator('.govuk-summary-card').filter({ hasText: 'Community resolution' });
  await assessor.follow(/^(Complete|Change)/, cards.nth(which));
  await assessor.write('What was done with the child', 'Two sessions with a worker about consequences.');
  await assessor.write('How the child responded', 'She came to both and wrote an apology that was never sent on.');
  await assessor.write(
    'What is different now',
    'Nobody had asked her why. She has now said that older girls send her in.',
  );
  await assessor.press('Save');
}

/** The senior reviewer finds the case under "Your work", reads the responses and signs for them. */
async function review(reviewer: Visitor): Promise<void> {
  await reviewer.open('/');
  expect(await reviewer.words()).toContain('Repeat disposals to review');
  await reviewer.follow(/^JDP-/);
  expect(await reviewer.words()).toContain('older girls send her in');
  await reviewer.choose('What did you find?', 'Signed: the responses are analysed, and the panel may hear the case');
  await reviewer.write('Why?', 'Each response says what was learned, and the plan follows from it.');
  await reviewer.press('Record');
  expect(await reviewer.words()).toContain('Each response says what was learned');
}

/** The case goes on the agenda of the one meeting there is. */
async function list(administrator: Visitor, at: string): Promise<void> {
  await administrator.open(`${at}/listing`);
  await administrator.choose('Which meeting?', '23 November 2026 at 4:00pm, Room 4');
  await administrator.press('List');
}

test('a fourth community resolution is seen everywhere and cannot be recommended before each earlier one is explained', async () => {
  const { team } = stage;
  const police = await stage.as('YJS_POLICE_OFFICER');
  await register(police);
  const county = await team.addArea('Leicestershire and Rutland');
  const theirs = await team.hire(['YJS_POLICE_OFFICER'], { areaId: county, name: 'PC Maud Ferris' });
  await registerResolution(
    team,
    { panelAreaId: county, givenOn: '2026-06-17', child: { ...ellis, sex: 'FEMALE' } },
    theirs,
  );

  // The referral says that two children known already may be this one; police decide that they are.
  await writeReferral(police, ellis);
  expect(await police.words()).toContain('Children already known who may be this child');
  await police.press('Send the referral');
  const sent = police.path;
  const caseId = sent.split('/')[2] ?? '';
  const at = `/cases/${caseId}`;
  await decideMatches(police, sent, 2);
  await police.open(sent);
  expect(await police.words()).toMatch(/2 earlier disposals, 2 in the last twelve months/);

  // A third one is typed in, from what her mother told.
  await police.open(at);
  await police.follow('The child’s record');
  const childId = police.path.split('/')[2] ?? '';
  await police.follow('Add an earlier disposal');
  await police.pick('Disposal', 'Community resolution');
  await police.day('Day it was given', '2025-10-20');
  await police.write('Offence', 'Broke a window at a bus stop');
  await police.choose('Who gave it?', 'Another area');
  await police.write('Where is this known from?', 'Her mother; confirmed by Northamptonshire by telephone');
  await police.choose('Was it completed?', 'Completed');
  await police.press('Add');
  expect(await police.words()).toContain('Leicestershire and Rutland');

  // From then on everybody who meets her name meets the flag.
  await police.open(sent);
  expect(await police.words()).toMatch(THREE);
  const assessor = await stage.as('YJS_ASSESSOR');
  const manager = await stage.as('PANEL_TEAM_MANAGER');
  await manager.open('/cases');
  expect(await manager.rowOf(/^JDP-/)).toContain('Had disposals before');
  await manager.open(at);
  expect(await manager.bar()).toMatch(THREE);
  expect(await manager.words()).toContain('nobody can pass over it');
  await manager.follow('Accept for panel');
  await manager.press('Accept for panel');
  await manager.open(`${at}/allocation`);
  await manager.pick('Who prepares the case?', 'Priya Larkfield');
  await manager.press('Allocate');

  await answerAllChecks(team, caseId);
  await hearVictims(team, caseId);
  await hearVoices(team, caseId);
  await assess(team, caseId);
  await assessor.open(`${at}/identity`);
  expect(await assessor.bar()).toMatch(THREE);
  await assessor.write(/^What the child’s ethnicity and identity mean/, 'She speaks of being followed in shops.');
  await assessor.press('Save');
  await assessor.open(`${at}/earlier-disposals`);
  expect(await assessor.words()).toMatch(THREE);
  await assessor.open(`${at}/earlier-disposals/check`);
  await assessor.write(
    'Where you looked for earlier disposals',
    'Police systems, our records, the county, her mother.',
  );
  await assessor.day('Day you looked', '2026-11-20');
  await assessor.press('Save');
  await explain(assessor, at, 0);
  await explain(assessor, at, 1);

  // With one left to explain the manager cannot sign, the panel could not recommend, and nobody is offered a way around.
  await manager.open(`${at}/assessment/sign-off`);
  expect(await manager.words()).toContain('Must be put right · EARLIER_DISPOSAL_NOT_ANALYSED');
  expect(await manager.words()).not.toContain('Sign off although something is missing');
  expect(await manager.form.getByRole('button', { name: 'Sign off' }).count()).toBe(0);
  const overrides = [{ code: 'EARLIER_DISPOSAL_NOT_ANALYSED', reason: 'The panel is tomorrow.' }];
  const managersApi = (await team.as('PANEL_TEAM_MANAGER')).api;
  expect((await managersApi.post(`/api${at}/assessment/sign-off`, { overrides })).status).toBe(409);
  const chair = await stage.as('PANEL_CHAIR');
  await chair.open(`${at}/readiness?for=RECOMMEND`);
  expect(await chair.words()).toContain('Must be put right · EARLIER_DISPOSAL_NOT_ANALYSED');
  await explain(assessor, at, 2);
  await manager.open(`${at}/assessment/sign-off`);
  expect(await manager.words()).toContain('REPEAT_NOT_REVIEWED');
  const reviewer = await stage.as('SENIOR_REVIEWER');
  await review(reviewer);
  await manager.open(`${at}/assessment/sign-off`);
  await judgeCriteria(manager);
  await manager.press('Sign off');

  const administrator = await stage.as('PANEL_ADMINISTRATOR');
  await administrator.open('/meetings');
  await administrator.follow('Arrange a meeting');
  await administrator.pick('Panel area', 'Leicester City');
  await administrator.day('Day of the meeting', '2026-11-23');
  await administrator.write('Time it starts', '16:00');
  await administrator.write('Place (optional)', 'Room 4');
  await administrator.press('Arrange');
  const meeting = administrator.path;
  await list(administrator, at);
  await attend(team, meeting.split('/')[2] ?? '');
  await chair.open(meeting);
  expect(await chair.words()).toMatch(THREE);

  // Late news: while the chair writes, police type in a fourth. What she wrote stays, and nothing can be recommended.
  await chair.open(`${at}/recommendation`);
  expect(await chair.bar()).toMatch(THREE);
  await writeReasons(chair, 'Community resolution');
  await chair.write(
    /^Why will one more informal disposal or caution work now/,
    'A mentor whom she chose begins this week.',
  );
  await recordDisposal((await team.as('YJS_POLICE_OFFICER')).api, childId, { givenOn: '2026-08-30' });
  await chair.press('Record recommendation');
  expect(await chair.words()).not.toContain('Recommendation recorded');
  expect(await chair.form.getByText('The shop would like an apology').count()).toBe(1);
  await chair.open(at);
  expect(await chair.bar()).toMatch(/4 earlier disposals/);
  expect(await chair.words()).toContain('Preparing');

  expect(await chair.words()).toContain('An earlier disposal came to light');
  await manager.open('/');
  expect(await manager.words()).toContain('Reopened by late news');

  // The news touches three sections. Explaining the disposal answers one; the others are read again, and stand.
  await explain(assessor, at, 3);
  await review(reviewer);
  await manager.open(`${at}/assessment/sign-off`);
  expect(await manager.words()).toContain('NEWS_NOT_CONSIDERED');
  await assessor.open('/');
  await assessor.follow(/^JDP-/);
  expect(await assessor.words()).toContain('Changed: Priya Larkfield');
  for (const left of [2, 1]) {
    const links = assessor.page.getByRole('link', { name: /^It stands/ });
    expect(await links.count()).toBe(left);
    await assessor.follow(/^It stands/);
    await assessor.write(
      'Why does this section stand?',
      'The pattern was described with the other three; this is one more.',
    );
    await assessor.press('It stands');
  }
  await manager.open(`${at}/assessment/sign-off`);
  await judgeCriteria(manager);
  await manager.press('Sign off');
  await list(administrator, at);
  await chair.open(`${at}/recommendation`);
  await writeReasons(chair, 'Community resolution');
  await chair.write(
    /^Why will one more informal disposal or caution work now/,
    'A mentor whom she chose begins this week.',
  );
  await chair.press('Record recommendation');
  expect(await chair.bar()).toContain('Recommended');

  expect(stage.faults).toEqual([]);
}, 600_000);
