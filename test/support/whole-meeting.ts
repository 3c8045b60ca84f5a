import type { Agency } from '../../src/policy/agencies.js';
import { type CaseListed, chooseSettings, type EightCases, listEightCases } from './eight-cases.js';
import type { Colleague } from './people.js';
import { openStage, type Stage } from './stage.js';
import type { Visitor } from './visitor.js';
import { giveView, openDiscussion } from './in-the-meeting.js';
import { writeReasons } from './work-on-pages.js';

/** Who takes part, each in a window of their own; the chair sits for the youth justice service. */
export type Panel = {
  readonly chair: Visitor;
  readonly clerk: Visitor;
  readonly police: Visitor;
  readonly socialCare: Visitor;
  readonly education: Visitor;
  readonly health: Visitor;
};

/** A meeting of eight cases on its morning, a quarter of an hour before it begins, with everybody signed in. */
export type WholeMeeting = {
  readonly stage: Stage;
  readonly cases: EightCases;
  /** Its page, and that of the one a week later. */
  readonly page: string;
  readonly nextPage: string;
  readonly panel: Panel;
  readonly observer: Visitor;
  /** The two who settle a disagreement. */
  readonly seniors: readonly [Colleague, Colleague];
};

export const MINUTE = 60_000;

export async function openWholeMeeting(): Promise<WholeMeeting> {
  const stage = await openStage();
  const { team, service } = stage;
  const superintendent = await team.hire(['POLICE_DECISION_MAKER'], { name: 'Supt Alasdair Thorne' });
  const head = await team.hire(['SENIOR_REVIEWER'], { name: 'Winifred Castellan' });
  await chooseSettings(team, superintendent.id, head.id);
  const cases = await listEightCases(team);
  service.clock.ahead += 24 * 60 * MINUTE - 15 * MINUTE;
  return {
    ...{ stage, cases, page: `/meetings/${cases.meetingId}`, nextPage: `/meetings/${cases.nextMeetingId}` },
    panel: await signedIn(stage),
    observer: await stage.signIn(await team.hire(['OBSERVER'], { name: 'Mabel Trencher' })),
    seniors: [superintendent, head],
  };
}

async function signedIn(stage: Stage): Promise<Panel> {
  const member = async (agency: Agency, name: string): Promise<Visitor> =>
    stage.signIn(await stage.team.hire(['PANEL_MEMBER'], { agency, name }));
  return {
    chair: await stage.as('PANEL_CHAIR'),
    clerk: await stage.as('PANEL_ADMINISTRATOR'),
    police: await stage.as('POLICE_DECISION_MAKER'),
    socialCare: await member('CHILDRENS_SOCIAL_CARE', 'Perpetua Ashgrove'),
    education: await member('EDUCATION_PRE16', 'Lorcan Beddoes'),
    health: await member('HEALTH_NAVIGATOR', 'Sunniva Okafor'),
  };
}

/** Those who sit on a case give their agency’s view at the same time; then the chair opens the discussion. */
export async function hear({ panel, cases }: WholeMeeting, listed: CaseListed): Promise<void> {
  const { clerk: _, health, ...others } = panel;
  const sitting = [...Object.values(others), ...(listed === cases.recused ? [] : [health])];
  await giveViews(listed, sitting);
  await openDiscussion(panel.chair, listed);
}

export async function giveViews(listed: CaseListed, sitting: readonly Visitor[]): Promise<void> {
  await Promise.all(
    sitting.map((one) => giveView(one, listed, 'Community resolution', `It is enough, as ${one.name} sees it.`)),
  );
}

/** From the screen of the meeting to a page of one case on it. */
export async function followOnScreen(by: Visitor, page: string, { name }: CaseListed, link: RegExp): Promise<void> {
  await by.open(page);
  await by.follow(link, by.page.locator('.govuk-summary-card').filter({ hasText: name }));
}

/** The case as it stands on the screen of a meeting. */
export async function onScreen(by: Visitor, page: string, { name }: CaseListed): Promise<string> {
  await by.open(page);
  const card = by.page.locator('.govuk-summary-card').filter({ hasText: name });
  return (await card.innerText()).replaceAll(/\s+/g, ' ');
}

/** The chair writes every reason, on the page to which the screen of the meeting leads. */
export async function beginRecommendation(
  { panel, page }: WholeMeeting,
  listed: CaseListed,
  disposal = 'Community resolution',
): Promise<void> {
  await followOnScreen(panel.chair, page, listed, /^Record recommendation/);
  await writeReasons(panel.chair, disposal);
}

/** The chair records what everybody agreed on. */
export async function recommendOnPage(whole: WholeMeeting, listed: CaseListed, disposal?: string): Promise<void> {
  await beginRecommendation(whole, listed, disposal);
  await whole.panel.chair.press('Record recommendation');
  expect(await whole.panel.chair.bar()).toContain('Recommended');
}
