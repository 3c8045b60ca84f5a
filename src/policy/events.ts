import { areaSettings, isAreaSetting } from './area-settings.js';
import { afterDecisionEvents } from './after-decision-events.js';
import { isLetterKind, letterInWords, waysSent } from './letters.js';
import { deliveryEvents } from './delivery-events.js';
import { disposalSaid, named, said } from './event-words.js';
import { confidentialEvents } from './confidential-events.js';
import { adjournReasons, returnReasons, states, withdrawReasons } from './lifecycle.js';
import { preparationEvents } from './preparation-events.js';
import { type ReviewGrade, reviewGrades } from './resolution-review.js';

const moveReasons = Object.fromEntries([
  ...Object.entries(returnReasons),
  ...Object.entries(withdrawReasons),
  ...Object.entries(adjournReasons).map(([code, { name }]) => [code, name]),
]) as Readonly<Record<string, string>>;

const areaSettingInWords = (name: string): string => (isAreaSetting(name) ? areaSettings[name].name : name);

const letterNamed = (kind: string): string => (isLetterKind(kind) ? letterInWords(kind).toLowerCase() : said(kind));

/**
 * Everything that can happen, with the words the timeline shows after the person's name. An event without words does
 * not compile. Details hold codes, days and ids; never a name, an address or anybody's own words, so that a record can
 * be erased without breaking the trail.
 * Source: Data Protection Act 2018 s62 (collection, alteration, consultation, disclosure, combination, erasure).
 */
export const events = {
  // access
  ADMINISTRATOR_SET_UP: () => 'set up the service and its first administrator',
  DEMONSTRATION_MADE: () => 'made the demonstration; every record before this is invented',
  PANEL_AREA_ADDED: ({ name }: { name: string }) => `added the panel area ${name}`,
  PANEL_AREA_CHANGED: ({ name }: { name: string }) => `changed the panel area ${name}`,
  AREA_SETTING_CHOSEN: ({ setting, from }: { setting: string; from: string }) =>
    `chose from ${from} what the panel area decides by: ${areaSettingInWords(setting)}`,
  QUESTION_SETS_CHOSEN: ({ from, full, short }: { from: string; full: string; short: string | null }) =>
    `chose what assessments ask from ${from}: ${full}, ${short ?? 'and no short set'}`,
  DISPOSAL_ADDED: ({ disposal, from }: { disposal: string; from: string }) =>
    `added the disposal ${disposalSaid(disposal)}, from ${from}`,
  DISPOSAL_CHANGED: ({ disposal, edition, from }: { disposal: string; edition: number; from: string }) =>
    `changed the disposal ${disposalSaid(disposal)} from ${from} (edition ${edition})`,
  DISPOSAL_ENDED: ({ disposal, edition, lastDay }: { disposal: string; edition: number; lastDay: string }) =>
    `ended the disposal ${disposalSaid(disposal)} with ${lastDay} (edition ${edition})`,
  PERSON_ADDED: ({ roles }: { roles: string[] }) => `added a person as ${roles.map(said).join(', ')}`,
  PERSON_CHANGED: ({ roles, state }: { roles: string[]; state: string }) =>
    `changed a person to ${said(state)}, ${roles.map(said).join(', ')}`,
  LETTER_TEMPLATE_WRITTEN: ({ kind, from, usual }: { kind: string; from: string; usual: boolean }) =>
    `${usual ? 'went back to the usual template' : 'wrote the template'} of a letter from ${from}: ${letterNamed(kind)}`,
  PASSWORD_LINK_SENT: () => 'made a single-use link to set a password',
  PASSWORD_SET: () => 'set a password',
  SIGNED_IN: () => 'signed in',
  SIGNED_OUT: () => 'signed out',
  SESSIONS_ENDED: () => 'ended all of a person’s sessions',
  SIGN_IN_REFUSED: ({ reason }: { reason: string }) => `was refused at sign-in: ${said(reason)}`,
  ACCESS_TOKEN_MADE: ({ expiresAt }: { expiresAt: string }) => `made an access token valid until ${expiresAt}`,
  ACCESS_TOKEN_REVOKED: () => 'revoked an access token',
  CALENDAR_FEED_MADE: () => 'made an address at which a calendar reads when the panel meets',
  CALENDAR_FEED_REVOKED: () => 'revoked the address of a calendar',

  // who looked (Data Protection Act 2018 s62(1)(c) and (d))
  CASE_VIEWED: ({ part }: { part: string }) => `viewed ${said(part)}`,
  CHILD_VIEWED: ({ part }: { part: string }) => `viewed ${said(part)}`,
  CASES_LISTED: ({ found }: { found: number }) => `listed ${found} cases`,
  CASES_SEARCHED: ({ by, found }: { by: string[]; found: number }) =>
    `searched by ${by.map(said).join(', ')} and saw ${found} cases`,
  RESOLUTIONS_LISTED: ({ found }: { found: number }) => `listed ${found} police-issued resolutions`,
  PACK_ISSUED: ({ meetingId }: { meetingId: string }) => `opened the panel pack (meeting ${meetingId.slice(-6)})`,
  PACK_VERSION_ISSUED: ({ number, cases }: { number: number; cases: number; fingerprint: string }) =>
    `issued version ${number} of the panel pack, with ${cases} cases`,
  MEETING_VIEWED: () => 'viewed the meeting',
  TRAIL_VIEWED: () => 'viewed the trail',
  POSSIBLE_MATCHES_SHOWN: ({ found }: { found: number }) => `was shown ${found} possible matches with known children`,

  ...preparationEvents,

  // the case
  CASE_REFERRED: ({ reference }: { reference: string }) => `referred the case ${reference}`,
  CASE_MOVED: ({ to, reasonCode }: { action: string; from: string; to: string; reasonCode?: string }) =>
    `moved the case to “${named(states, to)}”${reasonCode ? `: ${named(moveReasons, reasonCode)}` : ''}`,
  CASE_ALLOCATED: ({ again }: { personId: string; again: boolean }) =>
    again ? 'allocated the case to somebody else' : 'allocated the case',
  COVER_ARRANGED: ({ fromDay, toDay }: { fromDay: string; toDay: string }) =>
    `arranged cover from ${fromDay} to ${toDay}`,
  POLICE_INFORMATION_CHANGED: () => 'changed the police information',
  FIRST_CHECK_RECORDED: ({ code }: { code: string }) => `recorded what is looked at first: ${said(code)}`,
  GRAVITY_SCORED: ({ finalScore }: { finalScore: number }) => `scored the gravity of an offence ${finalScore}`,
  SIGN_OFF_REMOVED: ({ because }: { because: string }) => `removed the sign-off, because ${said(because)} changed`,
  DRAFT_REFERRAL_SAVED: () => 'saved a draft referral',
  DRAFT_REFERRAL_DELETED: () => 'deleted a draft referral',
  REFERRALS_CHECKED: () => 'checked a file of referrals before importing it',
  REFERRALS_IMPORTED: ({ rows }: { rows: number }) => `imported ${rows} referrals`,
  REFERRAL_IMPORT_UNDONE: ({ rows }: { rows: number }) => `undid an import of ${rows} referrals`,
  RESOLUTIONS_CHECKED: () => 'checked a file of police-issued resolutions before importing it',
  RESOLUTIONS_IMPORTED: ({ rows }: { rows: number }) => `imported ${rows} police-issued resolutions`,
  RESOLUTION_IMPORT_UNDONE: ({ rows }: { rows: number }) => `undid an import of ${rows} police-issued resolutions`,
  CASE_REMOVED: ({ reference }: { reference: string }) => `removed the case ${reference}, undoing its import`,

  ...confidentialEvents,

  // the meeting and what follows
  MEETING_ARRANGED: ({ day }: { day: string }) => `arranged a meeting for ${day}`,
  CASE_LISTED: ({ meetingId }: { meetingId: string }) => `listed the case (meeting ${meetingId.slice(-6)})`,
  MEETING_SERIES_ARRANGED: ({ meetings, from, until }: { meetings: number; from: string; until: string }) =>
    `arranged a series of ${meetings} meetings from ${from} to ${until}`,
  MEETING_SERIES_ENDED: ({ meetings }: { meetings: number }) =>
    `ended a series of meetings: ${meetings} to come were cancelled`,
  MEETING_MOVED: ({ from, to }: { from: string; to: string }) => `moved the meeting of ${from} to ${to}`,
  MEETING_CANCELLED: ({ day, cases }: { day: string; cases: number }) =>
    `cancelled the meeting of ${day}, with ${cases} cases on its agenda`,
  AGENDA_ORDERED: ({ cases }: { cases: number }) => `put ${cases} cases of the agenda into another order`,
  APOLOGIES_RECORDED: ({ apologies }: { apologies: number }) => `recorded ${apologies} apologies`,
  CONTRIBUTOR_NOTE_RECORDED: ({ agency }: { agency: string }) => `recorded a note sent by ${said(agency)}`,
  CONTRIBUTOR_NOTE_TAKEN_BACK: ({ agency }: { agency: string }) => `took back a note sent by ${said(agency)}`,
  OBSERVER_INVITED: ({ from, until }: { personId: string; from: string; until: string }) =>
    `invited an observer from ${from} until ${until}`,
  OBSERVER_WINDOW_MOVED: ({ from, until }: { personId: string; from: string; until: string }) =>
    `moved the time of an observer with the meeting: from ${from} until ${until}`,
  OBSERVER_INVITATION_ENDED: () => 'ended the invitation of an observer',
  MEETING_OBSERVED: ({ cases }: { cases: number }) => `observed the meeting, without identities (${cases} cases)`,
  CALENDAR_TAKEN: () => 'took the calendar file of the meeting',
  CASE_RETURNED_TO_AGENDA: ({ meetingId }: { meetingId: string }) =>
    `brought the adjourned case back to an agenda (meeting ${meetingId.slice(-6)})`,
  RETURN_TO_AGENDA_SHUT: ({ codes }: { codes: string[] }) =>
    `could not bring the adjourned case back to an agenda: ${codes.map(said).join(', ')}`,
  PANEL_ACTION_ADDED: ({ due }: { due: string }) => `set something to be done by ${due}`,
  PANEL_ACTION_DONE: () => 'recorded what the panel asked for as done',
  ATTENDANCE_RECORDED: ({ present }: { present: number }) => `recorded ${present} people in attendance`,
  AGENCY_VIEW_GIVEN: ({ agency, number }: { agency: string; number: number }) =>
    `${number > 1 ? 'changed' : 'gave'} the view of ${said(agency)} before the discussion`,
  DISCUSSION_OPENED: ({ given, present }: { given: number; present: number }) =>
    `opened the discussion, with the views of ${given} of ${present} agencies`,
  DISCUSSION_POINT_NOTED: ({ agency }: { agency: string }) => `noted a point that ${said(agency)} raised`,
  DISCUSSION_POINT_WITHDRAWN: () => 'took back a point of the discussion that was noted wrongly',
  RECOMMENDATION_RECORDED: ({ disposal, basis }: { disposal: string; basis: string }) =>
    `recorded the panel’s recommendation: ${disposalSaid(disposal)} (${said(basis)})`,
  GATE_OVERRIDDEN: ({ code }: { code: string }) => `went on although ${said(code)}`,
  DELIVERY_RECORDED: ({ status }: { status: string }) => `recorded the delivery: ${said(status)}`,
  ...deliveryEvents,
  OUTCOME_RECORDED: ({ disposal }: { disposal: string }) => `recorded the outcome: ${disposalSaid(disposal)}`,
  DUTY_OPENED: ({ code }: { code: string }) => `opened a duty: ${said(code)}`,
  DUTY_DONE: ({ code }: { code: string }) => `marked done: ${said(code)}`,
  LETTER_WRITTEN: ({ kind }: { kind: string }) => `wrote a letter: ${letterNamed(kind)}`,
  LETTER_SENT: ({ kind, way, sentOn }: { kind: string; way: string; sentOn: string; fingerprint: string }) =>
    `recorded that a letter was sent on ${sentOn} (${named(waysSent, way).toLowerCase()}): ${letterNamed(kind)}`,

  // the prosecutor, disagreement, and what is taken back, corrected or reviewed
  ...afterDecisionEvents,

  // assurance
  AUDIT_PLANNED: ({ population, size }: { population: number; size: number }) =>
    `drew a sample of ${size} from ${population} decided cases`,
  RESOLUTIONS_SAMPLED: ({ month, population, size }: { month: string; population: number; size: number }) =>
    `drew ${size} of ${population} police-issued resolutions registered in ${month} for review`,
  RESOLUTION_REVIEWED: ({ grade }: { grade: ReviewGrade }) =>
    `reviewed a police-issued resolution: ${reviewGrades[grade].toLowerCase()}`,
  POLICE_TOLD_OF_REVIEW: ({ toldOn }: { toldOn: string }) =>
    `recorded that police were told on ${toldOn} what a review found`,
  AUDIT_SAVED: () => 'saved an audit',
  AUDIT_COMPLETED: () => 'completed an audit',
} as const;

export type EventType = keyof typeof events;

type Details<Type extends EventType> = Parameters<(typeof events)[Type]> extends [infer Given] ? Given : unknown;

/** One thing that happened: its type and the details its words need. */
export type TrailEvent = { [Type in EventType]: { readonly type: Type } & Details<Type> }[EventType];

/** The words shown after the name of who did it; `details` as stored. Unknown types (from a later version) show their code. */
export const wordsFor = (type: string, details: unknown): string => {
  const words = (events as Record<string, (details: never) => string>)[type];
  return words ? words(details as never) : said(type);
};
