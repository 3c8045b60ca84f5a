import type { CaseListed } from './eight-cases.js';
import type { Visitor } from './visitor.js';

/** What people do on pages around a meeting and in it, by the words they see there. */

type Seat = { readonly name: string; readonly agency: string };

/** Writes who is here into the rows of the page. */
export async function writeSeats(clerk: Visitor, seats: readonly Seat[]): Promise<void> {
  for (const [place, { name, agency }] of seats.entries()) {
    const row = clerk.row(`Person ${place + 1}`);
    if ((await row.count()) === 0) await clerk.press('Add another person');
    await clerk.pick('Name', name, row);
    await clerk.pick('Their agency', agency, row);
  }
}

/** An agency that does not come apologises, and sends a note about one case. */
export async function apologiseWithNote(clerk: Visitor, meeting: string, { reference }: CaseListed): Promise<void> {
  await clerk.open(meeting);
  await clerk.follow('Apologies');
  const apology = clerk.row('Apology 1');
  await clerk.pick('Agency', 'Substance misuse service', apology);
  await clerk.write('Why they cannot come', 'Training', apology);
  await clerk.press('Save');
  await clerk.follow('Add a note from an agency that is not coming');
  await clerk.pick('Case', reference);
  await clerk.pick('Which agency sent it?', 'Substance misuse service');
  await clerk.write('What did they send?', 'She came to both of her appointments and asked for a third.');
  await clerk.press('Save');
}

export async function inviteObserver(clerk: Visitor, meeting: string, name: string): Promise<void> {
  await clerk.open(meeting);
  await clerk.follow('Observers');
  await clerk.pick('Observer', name);
  await clerk.day('From which day?', '2026-11-24');
  await clerk.write('From what time?', '09:30');
  await clerk.day('Until which day?', '2026-11-24');
  await clerk.write('Until what time?', '13:00');
  await clerk.press('Invite');
}

export async function issuePack(clerk: Visitor, meeting: string): Promise<void> {
  await clerk.open(meeting);
  await clerk.follow('The pack: read, print or issue it');
  await clerk.follow('Issue the pack');
  await clerk.press('Issue');
}

/** An agency says what it would recommend, on the page of the case. */
export async function giveView(member: Visitor, { at }: CaseListed, view: string, why: string): Promise<void> {
  await member.open(`${at}/views`);
  await member.choose('What would your agency recommend?', view);
  await member.write('Why?', why);
  await member.press('Give our view');
}

export async function openDiscussion(chair: Visitor, { at }: CaseListed): Promise<void> {
  await chair.open(`${at}/views`);
  await chair.follow('Open the discussion');
  await chair.press('Open the discussion');
}

/** The case and the day in a row of a list under “Your work”. */
export async function followInWork(by: Visitor, list: string, { name }: CaseListed): Promise<void> {
  await by.open('/');
  const section = by.page.locator('section').filter({ hasText: list });
  await by.follow(/^JDP-/, section.getByRole('row').filter({ hasText: name }));
}

/** Whoever was asked does it, and the manager signs the case off anew. */
export async function makeReady(assessor: Visitor, listed: CaseListed): Promise<void> {
  await followInWork(assessor, 'What the panel asked of you', listed);
  await assessor.write('What was done?', 'She was asked and would like an apology.');
  await assessor.press('Done');
}

/** A senior says which disposal the panel is to recommend. */
export async function answerAsSenior(senior: Visitor, listed: CaseListed, disposal: string, why: string) {
  await followInWork(senior, 'Disagreements for you to settle', listed);
  await senior.choose('What do you come to?', 'A disposal for the panel to recommend');
  await senior.pick('Which disposal is the panel to recommend?', disposal);
  await senior.write('Your reasons', why);
  await senior.press('Give your view');
}

/** A resolution given to the child, with what it needs. */
export async function recordResolution(constable: Visitor, listed: CaseListed, where: string): Promise<void> {
  await followInWork(constable, 'Decided, awaiting the outcome', listed);
  await constable.day('Day the resolution was agreed', '2026-11-24');
  await constable.write('Who gave it?', 'Sergeant Hollis Ferrant');
  await constable.write('Where?', where);
  await constable.write('Appropriate adult who was present', 'Jo Marchbank');
  await constable.choose('Did the child agree?', 'Yes');
  await constable.press('Record outcome');
}
