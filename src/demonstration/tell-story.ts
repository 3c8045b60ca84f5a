import { addDays } from '../policy/days.js';
import { decide, deliver, endDelivery, recordOutcome } from './after-panel.js';
import {
  accept,
  arrangeMeeting,
  attend,
  bringNews,
  chase,
  issuePack,
  list,
  prepare,
  prepareInPart,
  recommend,
  reviewRepeat,
  sendBack,
  signOff,
  type Place,
  type Team,
} from './case-work.js';
import { arrangeExtraordinary, arrangeSeries, meetingDay } from './coming-meeting.js';
import { discuss } from './discussion.js';
import type { Fate, Wave } from './fates.js';
import { newReferral, type Who } from './referrals.js';
import { turns } from './turns.js';

/** Moves the clock of the demonstration so many days from now; gives the day. */
export type GoTo = (daysFromNow: number) => string;

type Told = { readonly id: string; readonly before: string; readonly fate: Fate; readonly isFourth: boolean };

const early = ['REFERRED', 'WITHDRAWN', 'RETURNED', 'PREPARING', 'HALF_PREPARED'] as const;

const disposalOf = (fate: Fate) => ('disposal' in fate ? fate.disposal : 'COMMUNITY_RESOLUTION');
const decidedOf = (fate: Fate) => fate.police ?? disposalOf(fate);
const always = (): boolean => true;
const is =
  (to: Fate['to']) =>
  (fate: Fate): boolean =>
    fate.to === to;
const isNot =
  (...to: Fate['to'][]) =>
  (fate: Fate): boolean =>
    !to.includes(fate.to);
const hasActivity = (fate: Fate): boolean => ['OUTCOME_22', 'OUTCOME_23'].includes(decidedOf(fate));
const isDelivered = (fate: Fate): boolean =>
  hasActivity(fate) || ['COMMUNITY_RESOLUTION', 'YOUTH_CONDITIONAL_CAUTION'].includes(decidedOf(fate));

type At = (offset: number) => { readonly team: Team; readonly today: string };

/** A wave of cases from the day of its referrals on, each to where its fate leads. `who` is the child of the first. */
export async function tellWave(
  { daysAgo, fates, child }: Wave,
  { panelAreaId, team }: Place,
  goTo: GoTo,
  who?: Who,
): Promise<void> {
  const at: At = (offset) => ({ team, today: goTo(Math.min(offset - daysAgo, 0)) });
  const told: Told[] = [];
  const { today } = at(0);
  let referral: Record<string, unknown> = {};
  for (const [index, fate] of fates.entries()) {
    const own = newReferral(panelAreaId, today, index === 0 ? who : undefined);
    referral = fate.sameIncident ? { ...referral, child: own['child'] } : own;
    const { caseId: id } = await team.officer.post('referrals', referral);
    const isFourth = index === 0 && child === 'THREE_TIMES_BEFORE';
    told.push({ fate, id, before: told.at(-1)?.id ?? '', isFourth });
  }
  await prepareWave(told, at);
  await listForNext(told, at, panelAreaId, goTo(0));
  await meet(told, at, panelAreaId);
  await conclude(told, at);
  const since = { ...at(14), panelAreaId };
  for (const one of told) for (const turn of one.fate.turns ?? []) await turns[turn](since, one);
}

/** One step for all of a wave before the next, so that the clock goes forward. */
async function each(
  told: readonly Told[],
  picked: (fate: Fate) => boolean,
  step: (told: Told) => Promise<unknown>,
): Promise<void> {
  for (const one of told) if (picked(one.fate)) await step(one);
}

async function prepareWave(told: readonly Told[], at: At): Promise<void> {
  const screened = at(2);
  const { manager } = screened.team;
  await each(told, is('WITHDRAWN'), ({ id }) =>
    manager.post(`cases/${id}/withdrawal`, { reason: 'Entered twice; the other one goes on.' }),
  );
  const reason = 'The camera does not show what the statement says.';
  await each(told, is('RETURNED'), ({ id }) =>
    manager.post(`cases/${id}/return-to-police`, { reasonCode: 'EVIDENCE', reason }),
  );
  await each(told, isNot('REFERRED', 'WITHDRAWN', 'RETURNED'), ({ id }) => accept(screened, id));
  const preparing = at(4);
  await each(told, is('HALF_PREPARED'), ({ id }) => prepareInPart(preparing, id));
  await each(told, isNot(...early), ({ id }) => prepare(preparing, id));
  const signing = at(5);
  await each(told, is('HALF_PREPARED'), ({ id }) => chase(signing, id));
  await each(told, is('SENT_BACK'), ({ id }) => sendBack(signing, id));
  await each(told, isNot(...early, 'SENT_BACK'), ({ id, fate }) => signOff(signing, id, is('LISTED')(fate)));
  for (const { id } of told.filter(({ isFourth }) => isFourth)) await reviewRepeat(signing, id);
  const later = at(6);
  await each(told, is('NEWS_CAME'), ({ id }) => bringNews(later, id));
}

/** What waits for a meeting that is still to come. */
async function listForNext(told: readonly Told[], at: At, panelAreaId: string, today: string): Promise<void> {
  if (!told.some(({ fate }) => fate.to === 'LISTED')) return;
  const now = at(6);
  const meetingId = await arrangeSeries(now, panelAreaId, meetingDay(today));
  await each(
    told,
    (fate) => is('LISTED')(fate) && !fate.extraordinary,
    ({ id }) => list(now, id, meetingId),
  );
  await issuePack(now, meetingId);
  const urgent = told.filter(({ fate }) => fate.extraordinary);
  for (const { id } of urgent) await list(now, id, await arrangeExtraordinary(now, panelAreaId, today));
}

/** A meeting a week after the referrals. */
async function meet(told: readonly Told[], at: At, panelAreaId: string): Promise<void> {
  const isHeard = isNot(...early, 'READY', 'LISTED', 'SENT_BACK', 'NEWS_CAME');
  if (!told.some(({ fate }) => isHeard(fate))) return;
  const before = at(6);
  const meetingId = await arrangeMeeting(before, panelAreaId, addDays(before.today, 1));
  await each(told, isHeard, ({ id }) => list(before, id, meetingId));
  await issuePack(before, meetingId);
  const now = at(7);
  await attend(now, meetingId);
  await each(told, isHeard, (one) => hear(one, now, meetingId));
}

async function hear({ id, fate }: Told, now: ReturnType<At>, meetingId: string): Promise<void> {
  const { chair } = now.team;
  if (fate.to === 'ADJOURNED_TO_READY' || fate.to === 'ADJOURNED_TO_PREPARING') {
    const reasonCode = fate.to === 'ADJOURNED_TO_READY' ? 'SAFEGUARDING_ENQUIRY' : 'MISSING_AGENCY_INFO';
    const reason = 'The panel wants to know what social care finds.';
    const due = addDays(now.today, 10);
    const actions = [
      { what: 'Tell the panel what the enquiry found', agency: 'CHILDRENS_SOCIAL_CARE', due },
      { what: 'See the child at school, and ask whom they would go to', ownerId: now.team.assessor.id, due },
    ];
    await chair.post(`cases/${id}/adjournment`, { meetingId, reasonCode, reason, returnTo: 'NEXT', actions });
  } else if (fate.to === 'ESCALATED') {
    const reason = 'Police and the service cannot agree on whether the matter can be kept out of court.';
    const { decisionMaker, senior } = now.team;
    const pair = { policeId: decisionMaker.id, youthJusticeId: senior.id };
    await chair.post(`cases/${id}/escalation`, { reason, ...pair });
  } else {
    if (fate.to !== 'CLOSED') await discuss(now, id, disposalOf(fate));
    await recommend(now, id, meetingId, disposalOf(fate));
  }
}

/** The police decision, delivery, the outcome, and the end. */
async function conclude(told: readonly Told[], at: At): Promise<void> {
  const decided = told.filter(({ fate: { to } }) =>
    ['DECIDED', 'OUTCOME_RECORDED', 'CLOSED', 'NOT_COMPLETED'].includes(to),
  );
  if (decided.length === 0) return;
  const deciding = at(8);
  await each(decided, always, ({ id, fate }) => decide(deciding, id, decidedOf(fate), fate.police !== undefined));
  const begun = at(9);
  await each(decided, isDelivered, ({ id }) => deliver(begun, id, 'UNDER_WAY'));
  const ended = at(12);
  await each(decided, is('NOT_COMPLETED'), ({ id }) => endDelivery(ended, id, 'NO'));
  const concluded = decided.filter(({ fate: { to } }) => to === 'OUTCOME_RECORDED' || to === 'CLOSED');
  await each(concluded, hasActivity, ({ id }) => endDelivery(ended, id, 'YES'));
  await each(concluded, always, ({ id, fate }) => recordOutcome(ended, id, decidedOf(fate)));
  await end(decided, at(13));
}

async function end(decided: readonly Told[], now: ReturnType<At>): Promise<void> {
  const reason = 'The activity was not completed; the panel should look again.';
  await each(decided, is('NOT_COMPLETED'), ({ id }) =>
    now.team.manager.post(`cases/${id}/return-to-panel`, { reason }),
  );
  await each(decided, is('CLOSED'), async ({ id, fate }) => {
    if (!isDelivered(fate)) await deliver(now, id, 'NOT_NEEDED');
    else if (!hasActivity(fate)) await endDelivery(now, id, 'YES');
    await now.team.assessor.post(`cases/${id}/closure`);
  });
}
