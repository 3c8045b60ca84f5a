import { openStage, type Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';
import { judgeCriteria, writeAssessment, writeReasons, writeReferral } from '../support/work-on-pages.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const nadia = { givenName: 'Nadia', familyName: 'Thornbury', dateOfBirth: '2011-02-19' };

/** A partner sees the one check that is theirs, and answers it. */
async function answerOwnCheck(partner: Visitor): Promise<void> {
  await partner.open('/agency-checks');
  expect(await partner.words()).toContain('Nadia Thornbury');
  await partner.follow(/^JDP-/);
  await partner.choose('What does the agency answer?', 'It has information');
  await partner.write('What is known?', 'A social worker knew the family until spring. No plan since then.');
  await partner.press('Save');
  expect(await partner.words()).not.toContain('Nadia Thornbury');
}

/** The assessor writes down what the other agencies said, and what it means. */
async function writeChecks(assessor: Visitor, at: string): Promise<void> {
  await assessor.open(`${at}/agency-checks/CHILDRENS_SOCIAL_CARE`);
  await assessor.write(
    /^What does it mean for this child/,
    'There is somebody she trusts; what is agreed should go through them.',
  );
  await assessor.press('Save');
  for (const agency of ['Police', 'Education', 'Health', 'Substance misuse']) {
    await assessor.open(`${at}/agency-checks`);
    await assessor.follow(new RegExp(`^${agency}`), assessor.page.getByRole('table'));
    await assessor.choose('Where does this check stand?', 'Nil return: looked, nothing known');
    await assessor.press('Save');
  }
}

async function hear(assessor: Visitor, at: string, who: 'child' | 'carer', words: string): Promise<void> {
  await assessor.open(`${at}/voices/${who}`);
  await assessor.choose(/heard/, 'Yes');
  await assessor.day('On which day?', '2026-11-12');
  await assessor.write('Who listened?', 'Priya Larkfield');
  await assessor.write('Where and how?', 'At home, each apart from the other');
  await assessor.write(/own words$/, words);
  await assessor.press('Save');
}

async function hearVictim(worker: Visitor): Promise<void> {
  await worker.open('/victims');
  await worker.follow(/victim 1/);
  await worker.follow(/[Vv]iew/, worker.page.locator('.govuk-summary-card'));
  await worker.choose('Did they give their view?', 'Gave their view');
  await worker.day('When did they give it?', '2026-11-13');
  await worker.write('What did they say should happen?', 'We want her to stop. We do not want her in court.');
  await worker.write(/^What they would want by way of putting it right/, 'A letter, if it is meant.');
  await worker.press('Save');
}

async function judge(assessor: Visitor, at: string): Promise<void> {
  for (const judgement of ['SAFETY_AND_WELLBEING', 'RISK_OF_SERIOUS_HARM', 'LIKELIHOOD_OF_REOFFENDING']) {
    await assessor.open(`${at}/judgements/${judgement}`);
    await assessor.choose(/^How likely is it/, 'Low');
    for (const box of await assessor.form.getByRole('textbox').all()) {
      await box.fill('One incident and no pattern. Her mother and her school answer quickly and know whom to call.');
    }
    await assessor.press('Save');
  }
}

/** One fact and one piece of intelligence, with the grading it came with; a row begun by mistake is taken away again. */
async function writeGradedIntelligence(assessor: Visitor, at: string): Promise<void> {
  await assessor.open(`${at}/assessment/family`);
  const row = (title: string) => assessor.row(title);
  await assessor.write('What is known', 'Lives with her mother; her father left in spring.', row('Fact 1'));
  await assessor.choose('What it is', 'Fact', row('Fact 1'));
  await assessor.press('Add another fact');
  await assessor.press('Add another fact');
  await assessor.press('Remove Fact 3');
  await assessor.write('What is known', 'An older man waits in a car near her home.', row('Fact 2'));
  await assessor.write('From whom', 'Police intelligence', row('Fact 2'));
  await assessor.day('On what date', '2026-11-09', row('Fact 2'));
  await assessor.choose('What it is', 'Intelligence', row('Fact 2'));
  await assessor.pick('How good is the source?', '2: Untested', row('Fact 2'));
  await assessor.pick('How does the source know?', 'C: Known indirectly', row('Fact 2'));
  await assessor.choose('Which handling code does it have?', 'P: May be shared lawfully', row('Fact 2'));
  await assessor.press('Save and come back later');
  expect(await assessor.words()).toContain('Not analysed');
}

async function prepare(assessor: Visitor, at: string): Promise<void> {
  await writeChecks(assessor, at);
  await hear(assessor, at, 'child', 'I took it so the others would let me sit with them. I am sorry for the shop.');
  await hear(assessor, at, 'carer', 'She has not been herself since we moved. I need help with the mornings.');
  await assessor.open(`${at}/identity`);
  await assessor.write(/^What the child’s ethnicity and identity mean/, 'She speaks of being followed in shops.');
  await assessor.press('Save');
  await assessor.open(`${at}/earlier-disposals/check`);
  await assessor.write('Where you looked for earlier disposals', 'Police systems, our records, the county.');
  await assessor.day('Day you looked', '2026-11-11');
  await assessor.press('Save');
  await judge(assessor, at);
  await writeGradedIntelligence(assessor, at);
  await writeAssessment(assessor, at);
  await assessor.open(`${at}/assessment/versions`);
  await assessor.press('Compare');
  expect(await assessor.words()).toMatch(/Answers that differ: \d+.*Changed/);
}

async function meet(administrator: Visitor, at: string): Promise<string> {
  await administrator.open('/meetings');
  await administrator.follow('Arrange a meeting');
  await administrator.pick('Panel area', 'Leicester City');
  await administrator.day('Day of the meeting', '2026-11-23');
  await administrator.write('Time it starts', '16:00');
  await administrator.write('Place (optional)', 'Room 4');
  await administrator.press('Arrange');
  const meeting = administrator.path;
  await administrator.open(at);
  await administrator.follow('List for a meeting');
  await administrator.choose('Which meeting?', '23 November 2026 at 4:00pm, Room 4');
  await administrator.press('List');
  return meeting;
}

async function recordAttendance(chair: Visitor, meeting: string): Promise<void> {
  await chair.open(meeting);
  expect(await chair.words()).toContain('The panel is not quorate yet');
  await chair.follow('Record who is here');
  await chair.pick('Name', 'Beatrice Nwosu-Hale', chair.row('Person 1'));
  await chair.pick('Their agency', 'Youth justice service', chair.row('Person 1'));
  await chair.press('Add another person');
  await chair.pick('Name', 'Insp Gwen Tarrant', chair.row('Person 2'));
  await chair.pick('Their agency', 'Police', chair.row('Person 2'));
  await chair.press('Save');
  expect(await chair.words()).toContain('Every agency that the panel needs is here');
}

test('a panel takes a child’s case from a police referral to a recorded outcome, and nothing can be left out', async () => {
  const officer = await stage.as('REFERRING_OFFICER');
  const assessor = await stage.as('YJS_ASSESSOR');
  const manager = await stage.as('PANEL_TEAM_MANAGER');
  const chair = await stage.as('PANEL_CHAIR');
  const decider = await stage.as('POLICE_DECISION_MAKER');

  await writeReferral(officer, nadia);
  await officer.press('Send the referral');
  expect(await officer.words()).toContain('Referral sent');
  const at = `/cases/${officer.path.split('/')[2] ?? ''}`;
  await officer.open(at, 403);

  // The manager is told of it, takes it on and gives it to an assessor.
  await manager.open('/');
  expect(await manager.words()).toContain('Nadia Thornbury');
  await manager.follow(/^JDP-/);
  await manager.follow('Accept for panel');
  await manager.press('Accept for panel');
  await manager.open(`${at}/allocation`);
  await manager.pick('Who prepares the case?', 'Priya Larkfield');
  await manager.press('Allocate');

  // Nothing is there yet, so every gate is shut, and each leads to the page that opens it.
  await assessor.open('/');
  expect(await assessor.words()).toContain('Nadia Thornbury');
  await assessor.open(at);
  await assessor.follow('What is missing and why');
  const shut = await assessor.words();
  for (const code of ['SAFETY_NOT_RATED', 'HARM_NOT_RATED', 'CHILD_NOT_HEARD', 'CARER_NOT_HEARD', 'VICTIM_NOT_HEARD']) {
    expect(shut).toContain(code);
  }
  expect(shut).toMatch(/IDENTITY_NOT_CONSIDERED.*ASSESSMENT_NOT_SUBMITTED|ASSESSMENT_NOT_SUBMITTED.*IDENTITY/);
  const ways = await assessor.page
    .locator('.jdp-blockers__item a')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  const items = await assessor.page.locator('.jdp-blockers__item').count();
  const withoutLink = assessor.page.locator('.jdp-blockers__item').filter({ hasNot: assessor.page.locator('a') });
  expect([items - ways.length, await withoutLink.count()]).toEqual([1, 1]);
  expect(await withoutLink.innerText()).toContain('VICTIM_NOT_HEARD');
  for (const way of new Set(ways)) {
    const answer = await assessor.page.request.get(way ?? '');
    expect([way, answer.status()]).toEqual([way, 200]);
  }

  // Everybody who knows something is asked.
  const partner = await stage.as('PARTNER_CONTRIBUTOR');
  await assessor.open(`${at}/agency-checks`);
  await assessor.press('Ask');
  await answerOwnCheck(partner);
  await hearVictim(await stage.as('VICTIM_WORKER'));
  await prepare(assessor, at);

  await manager.open(at);
  await manager.follow('Sign off');
  expect(await manager.words()).toContain('I took it so the others would let me sit with them');
  await judgeCriteria(manager, {
    'The agencies': 'School and health differ on her attendance; nobody says whom we follow.',
  });
  await manager.press('Sign off');
  await manager.open(at);
  expect(await manager.words()).toContain('Ready for panel');

  const meeting = await meet(await stage.as('PANEL_ADMINISTRATOR'), at);
  await recordAttendance(chair, meeting);

  // Without its reasons a recommendation is refused; what was chosen stays.
  await chair.follow(/^Record recommendation/);
  expect(await chair.words()).toContain('We want her to stop. We do not want her in court.');
  expect(await chair.form.getByRole('radio', { checked: true }).count()).toBe(0);
  await chair.choose('What does the panel recommend?', 'Community resolution');
  await chair.press('Record recommendation');
  expect(await chair.errors()).toContain('Enter how what the victim said bore on it');
  expect(await chair.form.getByRole('radio', { checked: true }).count()).toBe(1);
  await writeReasons(chair, 'Community resolution');
  await chair.press('Record recommendation');
  expect(await chair.bar()).toContain('Recommended');

  // Police decide, and may differ; here they do not.
  await decider.open('/');
  expect(await decider.words()).toContain('Nadia Thornbury');
  await decider.open(at);
  await decider.follow('Record police decision');
  await decider.choose('What do police decide?', 'Community resolution');
  await decider.press('Record decision');
  expect(await decider.bar()).toContain('Decided');

  const police = await stage.as('YJS_POLICE_OFFICER');
  await police.open(at);
  await police.follow('Record outcome');
  await police.day('Day the resolution was agreed', '2026-11-23');
  await police.write('Who gave it?', 'Sergeant Hollis Ferrant');
  await police.write('Where?', 'At home, with her mother');
  await police.choose('Did the child agree?', 'Yes');
  await police.press('Record outcome');
  expect(await police.words()).toContain('No appropriate adult is recorded as present');
  await police.write('Appropriate adult who was present', 'Jo Marchbank');
  await police.press('Record outcome');
  expect(await police.bar()).toContain('Outcome recorded');

  await assessor.open(`${at}/delivery`);
  await assessor.choose('How far has it come?', 'Under way');
  await assessor.day('Day it began (optional)', '2026-11-23');
  const action = assessor.row('Action 1');
  await assessor.write('What is to be done', 'Write to the shop, with a worker', action);
  await assessor.write('Who sees to it', 'Priya Larkfield', action);
  await assessor.day('By when', '2026-11-23', action);
  await assessor.press('Save');
  expect(await assessor.errors()).toEqual([]);
  await assessor.follow('Say how it ended');
  await assessor.choose('Was it completed?', 'Yes');
  await assessor.choose('Why did it end?', 'Everything was done');
  await assessor.day('Day it ended', '2026-11-23');
  await assessor.press('Save');
  await assessor.open(at);
  await assessor.follow('Close');
  await assessor.press('Close');
  expect(await assessor.bar()).toContain('Closed');

  // The timeline tells it, newest first, views among it.
  await manager.open(at);
  await manager.follow('Timeline');
  await manager.follow('Changes only');
  const told = await manager.words();
  expect(told).toMatch(/closed.*outcome.*decision.*recommend.*signed off/is);
  expect(told).toContain('by Priya Larkfield');
  expect(told).not.toMatch(/\d{4}-\d{2}-\d{2}|[A-Z]{3,}_[A-Z]/);
  await manager.follow('Everything');
  expect(await manager.words()).toContain('looked at');

  expect(stage.faults).toEqual([]);
}, 600_000);
