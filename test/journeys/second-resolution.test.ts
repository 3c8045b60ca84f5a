import { registerResolution } from '../support/children-story.js';
import { openStage, type Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const robin = { givenName: 'Robin', familyName: 'Larkspur', dateOfBirth: '2011-05-14' };
const TOLD = /a second goes to the panel/;

/** An officer describes the child and what was issued. */
async function describeResolution(officer: Visitor): Promise<void> {
  await officer.open('/police-issued-resolutions');
  await officer.follow('Register a resolution');
  await officer.write('Child’s given name', robin.givenName);
  await officer.write('Child’s family name', robin.familyName);
  await officer.day('Child’s date of birth', robin.dateOfBirth);
  await officer.choose('Child’s sex', 'Female');
  await officer.day('Day the resolution was issued', '2026-10-09');
  await officer.write('Offence', 'Took a drink from a shop');
  await officer.choose(/^Is any of these part of the offence/, 'Cannabis');
  await officer.write('Officer who issued it', 'PC Ines Holloway (5120)');
  await officer.pick('Panel area', 'Leicester City');
  await officer.press('Register');
}

test('an officer’s resolution that turns out to be the child’s second is told, referred or explained, matched and reviewed', async () => {
  const { team, service } = stage;
  await registerResolution(team, { givenOn: '2026-03-09', child: { ...robin, sex: 'FEMALE' } });
  const officer = await stage.as('REFERRING_OFFICER');

  // Told plainly, the officer may refer the child as described; nothing is registered.
  await describeResolution(officer);
  expect(await officer.words()).toMatch(TOLD);
  expect(await officer.words()).toContain('except for what the panel area sends to the panel');
  await officer.press('Refer this child to the panel');
  expect(await officer.heading()).toBe('The child’s ethnicity');
  await officer.open('/police-issued-resolutions');
  expect(await officer.page.getByRole('rowheader').count()).toBe(1);

  // It was issued already: it is registered once it is said why the panel was not asked.
  await describeResolution(officer);
  await officer.write(/^Why was it issued without the panel/, 'The first was not on the system that night.');
  await officer.press('Register');
  expect(await officer.words()).toContain('The first was not on the system that night.');
  expect(await officer.words()).toContain('Cannabis offences go to the panel');
  const registered = officer.path;

  // A person decides that they are the same child; from then on both count.
  const police = await stage.as('YJS_POLICE_OFFICER');
  await police.open(registered);
  await police.follow(/^Decide/);
  await police.choose('Are they the same child?', 'Yes, the same child');
  await police.write('How do you know?', 'The same mother and address.');
  await police.press('Decide');
  expect(await police.words()).toMatch(/2 earlier disposals/);

  // The month after, the panel draws and reviews them, and police are told.
  service.clock.ahead += 10 * 86_400_000;
  const manager = await stage.as('PANEL_TEAM_MANAGER');
  await manager.open('/resolution-samples');
  await manager.follow(/November 2026: 2 registered/);
  await manager.press('Draw the sample');
  expect(await manager.words()).toContain('0 of 2 are reviewed');
  const chair = await stage.as('PANEL_CHAIR');
  await chair.open('/');
  await chair.follow(/^Police-issued resolution/);
  await chair.follow('Review it');
  await chair.choose('Was a community resolution without the panel right?', 'Not appropriate');
  await chair.write(
    /^Why, and what should police know/,
    'It was the second, with cannabis; the panel should have been asked.',
  );
  await chair.press('Record');
  await chair.follow('Record that police were told');
  await chair.day('Day on which police were told', '2026-12-03');
  await chair.write('Who was told?', 'Inspector Tarrant');
  await chair.press('Record');
  expect(await chair.words()).toContain('Inspector Tarrant');
  await manager.open('/resolution-samples/counts');
  expect(await manager.rowOf(/November 2026/)).toMatch(/2 2 1/);
  await manager.open(manager.path.replace('/counts', ''));
  await manager.open('/resolution-imports');
  const lead = await stage.as('QA_LEAD');
  await lead.open('/gravity-departures');
  expect(stage.faults).toEqual([]);
});
