import { decidedCase, deliver } from '../support/outcomes-story.js';
import { openStage, type Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const TODAY = '2026-11-23';

async function givenInPerson(police: Visitor): Promise<void> {
  await police.write('Who gave it?', 'Sergeant Hollis Ferrant');
  await police.write('Where?', 'At the police station');
  await police.write('Appropriate adult who was present', 'Jo Marchbank');
}

async function explainedTo(police: Visitor): Promise<void> {
  await police.choose('Was its effect explained to the child in ordinary words?', 'Yes');
}

type Disposal = {
  readonly code: string;
  readonly name: string;
  readonly day: string;
  /** What the page of this disposal asks besides the day. */
  readonly write: (police: Visitor) => Promise<void>;
};

const told = (police: Visitor): Promise<void> => police.day('Day the victim was told (optional)', TODAY);
const nothingMore = (): Promise<void> => Promise.resolve();

const disposals: readonly Disposal[] = [
  {
    code: 'NO_FURTHER_ACTION',
    name: 'No further action',
    day: 'Day police ended the case',
    write: (police) => police.choose('Why is there no further action?', 'Not in the public interest (police)'),
  },
  { code: 'OUTCOME_20', name: 'Outcome 20', day: 'Day the other agency took it on', write: told },
  { code: 'OUTCOME_21', name: 'Outcome 21', day: 'Day police closed the investigation', write: told },
  {
    code: 'COMMUNITY_RESOLUTION',
    name: 'Community resolution',
    day: 'Day the resolution was agreed',
    write: async (police) => {
      await givenInPerson(police);
      await police.choose('Did the child agree?', 'Yes');
    },
  },
  { code: 'OUTCOME_22', name: 'Outcome 22', day: 'Day police recorded Outcome 22', write: nothingMore },
  { code: 'OUTCOME_23', name: 'Outcome 23', day: 'Day police recorded Outcome 23', write: nothingMore },
  {
    code: 'YOUTH_CAUTION',
    name: 'Youth caution',
    day: 'Day the caution was given',
    write: async (police) => {
      await givenInPerson(police);
      await explainedTo(police);
    },
  },
  {
    code: 'YOUTH_CONDITIONAL_CAUTION',
    name: 'Youth conditional caution',
    day: 'Day the caution was given',
    write: async (police) => {
      await givenInPerson(police);
      await explainedTo(police);
      const condition = police.row('Condition 1');
      await police.pick('What is it for?', 'Repair the harm', condition);
      await police.write('What the child has to do', 'Repair the shelter with a worker', condition);
      await police.day(/^To be done by/, '2027-01-15', condition);
      await police.choose('Did the child sign?', 'Yes');
    },
  },
  {
    code: 'CHARGE',
    name: 'Charge',
    day: 'Day the child was charged, or the case sent for charge',
    write: nothingMore,
  },
];

/** How the work went, written down by whoever did it with the child. */
async function deliverOnPage(assessor: Visitor, caseId: string, completed: 'Yes' | 'No'): Promise<void> {
  await assessor.open(`/cases/${caseId}/delivery`);
  await assessor.choose('How far has it come?', 'Under way');
  await assessor.day('Day it began (optional)', TODAY);
  const action = assessor.row('Action 1');
  await assessor.write('What is to be done', 'Two sessions about consequences', action);
  await assessor.write('Who sees to it', 'Priya Larkfield', action);
  await assessor.day('By when', '2027-01-15', action);
  await assessor.press('Save');
  await assessor.open(`/cases/${caseId}/delivery/completion`);
  await assessor.choose('Was it completed?', completed);
  if (completed === 'Yes') {
    await assessor.choose('Why did it end?', 'Everything was done');
  } else {
    await assessor.choose('Why did it end?', 'The child stopped taking part');
    await assessor.write('More about it', 'She came once, then moved to an aunt’s in another town.');
  }
  await assessor.day('Day it ended', TODAY);
  await assessor.press('Save');
}

test('each disposal is recorded with what it needs and nothing else, and becomes an earlier disposal of the child', async () => {
  const { team } = stage;
  const police = await stage.as('YJS_POLICE_OFFICER');
  const assessor = await stage.as('YJS_ASSESSOR');
  for (const { code, name, day, write } of disposals) {
    const { caseId, childId } = await decidedCase(team, code);
    if (code === 'OUTCOME_22' || code === 'OUTCOME_23') {
      await police.open(`/cases/${caseId}/outcome`);
      await police.day(day, TODAY);
      await police.press('Record outcome');
      expect(await police.words()).toContain('ACTIVITY_NOT_COMPLETED');
      await deliverOnPage(assessor, caseId, 'Yes');
    }
    await police.open(`/cases/${caseId}`);
    await police.follow('Record outcome');
    expect(await police.heading()).toContain(name);
    await police.day(day, TODAY);
    await write(police);
    await police.press('Record outcome');
    expect(`${code}: ${await police.bar()}`).toContain('Outcome recorded');
    expect(await police.words()).toContain(name);
    await police.open(`/children/${childId}`);
    expect(await police.rowOf(name)).toMatch(/ 1 1 /);
  }
  expect(stage.faults).toEqual([]);
}, 900_000);

test('an Outcome 22 that was not completed goes back to the panel, another to police, and neither is stuck', async () => {
  const { team } = stage;
  const police = await stage.as('YJS_POLICE_OFFICER');
  const assessor = await stage.as('YJS_ASSESSOR');
  const manager = await stage.as('PANEL_TEAM_MANAGER');

  const { caseId: toPanel } = await decidedCase(team, 'OUTCOME_22');
  await deliverOnPage(assessor, toPanel, 'No');
  await police.open(`/cases/${toPanel}/outcome`);
  await police.day('Day police recorded Outcome 22', TODAY);
  await police.press('Record outcome');
  expect(await police.words()).toContain('ACTIVITY_NOT_COMPLETED');
  await police.follow(/[Rr]eturn.*panel/);
  await police.write('Why does the case go back to the panel?', 'She moved; the activity cannot be finished here.');
  await police.press('Return to panel');
  expect(await police.bar()).toContain('Preparing');
  await manager.open(`/cases/${toPanel}/delivery`);
  expect(await manager.words()).toContain('She came once, then moved');

  const { caseId: toPolice } = await decidedCase(team, 'OUTCOME_22');
  await deliver(team, toPolice, 'NOT_COMPLETED');
  await police.open(`/cases/${toPolice}`);
  await police.follow('Return to police');
  await police.choose('Why does the case go back to police?', 'The child or family declined');
  await police.write('What do police need to know?', 'She came once and then said she would not go on.');
  await police.press('Return to police');
  expect(await police.bar()).toContain('Returned to police');
  await police.follow('Timeline');
  expect(await police.words()).toMatch(/returned to police.*declined.*She came once and then said/i);

  expect(stage.faults).toEqual([]);
}, 600_000);
