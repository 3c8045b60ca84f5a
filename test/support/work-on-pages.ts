import { currentCriteria } from '../../src/policy/criteria/sign-off-criteria.js';
import type { Visitor } from './visitor.js';

/** What people do on pages in more than one journey, by the words they see there. */

export type ChildReferred = { givenName: string; familyName: string; dateOfBirth: string };

const GO_ON = 'Save and continue';

/** The form of a referral, page by page, up to the page on which the answers are checked. */
export async function writeReferral(officer: Visitor, child: ChildReferred): Promise<void> {
  await officer.open('/referrals');
  await officer.follow('Refer a child');
  await officer.choose('Has the panel had a case of this child before?', 'No, or I do not know');
  await officer.press(GO_ON);
  await officer.write('Given name', child.givenName);
  await officer.write('Family name', child.familyName);
  await officer.day('Date of birth', child.dateOfBirth);
  await officer.choose('Sex', 'Female');
  await officer.press(GO_ON);
  await officer.pick('Ethnicity as the child says it', /Caribbean/);
  await officer.choose('Who said it?', 'The child');
  await officer.press(GO_ON);
  await writeOffence(officer);
  await writePolicePart(officer);
  await writeVictim(officer);
  expect(await officer.heading()).toBe('Check your answers');
}

async function writeOffence(officer: Visitor): Promise<void> {
  await officer.day('Date of the offence', '2026-11-02');
  await officer.pick('Home Office class', /^46 /);
  await officer.write('What happened', 'Took make-up worth £14 from a shop after school, with two friends outside.');
  await officer.choose('Can it be tried in the Crown Court alone?', 'No');
  await officer.choose('Was it any of these?', 'None of these');
  await officer.press(GO_ON);
  await officer.choose('Has the gravity of this offence been scored?', 'Yes');
  await officer.choose('Score the offence starts with', '2: Informal');
  await officer.choose('Final score', '2: Informal');
  await officer.press(GO_ON);
  await officer.choose('Is there another offence to add?', 'No, go on');
  await officer.press('Continue');
}

async function writePolicePart(officer: Visitor): Promise<void> {
  await officer.write('Crime reference', '26/104882/26');
  await officer.write('Officer in the case', 'PC Rowan Ashdown');
  await officer.write('Collar number', '4471');
  await officer.choose('Where the child stands with police', 'Attended voluntarily');
  await officer.press(GO_ON);
  await officer.choose('How does the child stand to the allegation?', 'Accepts responsibility');
  await officer.choose('Is there sufficient evidence to charge?', 'Yes');
  await officer.write(
    'What police know that the panel should know',
    'Attended with her mother and answered questions.',
  );
  await officer.press(GO_ON);
  await officer.choose('Is there an appropriate adult?', 'Yes');
  await officer.write('Name', 'Jo Marchbank');
  await officer.write('How are they related to the child?', 'Mother');
  await officer.press(GO_ON);
}

async function writeVictim(officer: Visitor): Promise<void> {
  await officer.choose('Was somebody harmed?', 'Yes, add a victim');
  await officer.press('Continue');
  await officer.choose('Who was harmed?', 'A business or organisation');
  await officer.write('Name (optional)', 'The shop in Lantern Street');
  await officer.choose('Did they agree to their details being shared with the youth justice service?', 'Agreed');
  await officer.press(GO_ON);
  await officer.choose('Is there another victim to add?', 'No, go on');
  await officer.press('Continue');
}

/** Every reason that a recommendation asks for, in the panel’s words. */
export async function writeReasons(chair: Visitor, disposal: string): Promise<void> {
  const option = chair.row('Option 1');
  await chair.pick('Disposal', disposal, option);
  await chair.write('Why it was or was not chosen', 'She accepts what happened and wants to make it right.', option);
  await chair.choose('What does the panel recommend?', disposal);
  const bearing = {
    'What the child said': 'She wants to apologise and to stay at school; the plan begins there.',
    'What the parent or carer said': 'Her mother asks for help with the mornings, and gets it.',
    'What the victim said': 'The shop would like an apology in writing and nothing more.',
    'Safety and wellbeing': 'Low: the adults around her respond quickly.',
    'Risk of serious harm': 'Low: nobody was threatened, and there is no pattern.',
    'Ethnicity and identity': 'She speaks of being followed in shops; we asked what that meant here.',
    'Earlier disposals': 'Each was read with how she responded to it.',
  };
  for (const [part, words] of Object.entries(bearing)) {
    await chair.write(`${part}: how did it bear on the recommendation?`, words);
  }
  if (criminalising.includes(disposal)) {
    await chair.pick('The least criminalising option considered', 'Community resolution');
    await chair.write(/^Why it was not enough/, 'One was tried, and it did not reach what lay behind this.');
  } else await chair.pick('The least criminalising option considered', disposal);
  await chair.choose('Was anything missing that the panel wanted to know?', 'Nothing was missing');
  await chair.choose('How did the panel come to it?', 'Everybody agreed');
}

/** What can follow a child for years: something less is asked for beside it. */
const criminalising = ['Youth caution', 'Youth conditional caution', 'Charge'];

const dayParts: Readonly<Record<string, string>> = { day: '12', month: '11', year: '2026' };

/** Answers what a page of the assessment shows: the first choice of each, a day for each day, and words for each text. */
async function answerPage({ form }: Visitor): Promise<void> {
  for (const list of await form.getByRole('combobox').all()) await list.selectOption({ index: 1 });
  for (const group of await form.getByRole('group').all()) {
    const choice = group.getByRole('radio').or(group.getByRole('checkbox')).first();
    if ((await choice.count()) > 0 && (await choice.isVisible())) await choice.check();
  }
  for (const box of await form.getByRole('textbox').all()) {
    const part = /-(day|month|year)\]?$/.exec((await box.getAttribute('name')) ?? '')?.[1];
    const words = part ? dayParts[part] : 'Seen at home on 12 November. School and social care say the same.';
    if (await box.isVisible()) await box.fill(words ?? '');
  }
}

/** The whole assessment, page by page as the service leads, then handed in to the manager. */
export async function writeAssessment(assessor: Visitor, at: string): Promise<void> {
  await assessor.open(`${at}/assessment`);
  await assessor.follow('The child’s life now');
  for (let pages = 0; pages < 20 && !assessor.path.endsWith('/check'); pages += 1) {
    await answerPage(assessor);
    await assessor.press(GO_ON);
  }
  expect(await assessor.heading()).toBe('Check the answers');
  await assessor.open(`${at}/assessment`);
  await assessor.follow('Submit the assessment');
  await assessor.press('Submit');
  expect(await assessor.words()).toContain('Submitted');
}

/** The manager answers each criterion of the sign-off: met, apart from those of which it is said what is not. */
export async function judgeCriteria(manager: Visitor, notMet: Record<string, string> = {}): Promise<void> {
  for (const { title, ask } of currentCriteria().criteria) {
    const why = notMet[title];
    await manager.choose(ask, why === undefined ? 'Met' : 'Not met');
    if (why !== undefined) await manager.write(`Comment: ${title} (optional)`, why);
  }
}
