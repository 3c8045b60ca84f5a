import { disposalSaid, said } from './event-words.js';
import { type News, newsInWords } from './late-news.js';
import { sectionTitle } from './sections.js';
import { type AttemptResult, attemptResults } from './voice-attempts.js';

const titles = (sections: readonly string[]): string => sections.map((one) => sectionTitle(one)).join(', ');

/** What happens to a child’s record and while a case is prepared, in words; see `events.ts`, which holds the rest. */
export const preparationEvents = {
  // children
  CHILD_ADDED: () => 'added the child’s record',
  CHILD_REMOVED: () => 'removed the child’s record, undoing its import',
  CHILD_MATCH_DECIDED: ({ decision }: { decision: string }) =>
    decision === 'SAME'
      ? 'decided that two records are the same child'
      : 'decided that two records are different children',
  CHILD_MATCH_UNDONE: () => 'undid a decision on whether two records are the same child',
  ETHNICITY_RECORDED: ({ source }: { source: string }) => `recorded ethnicity (source: ${said(source)})`,
  EARLIER_DISPOSAL_RECORDED: ({ disposal, givenOn }: { disposal: string; givenOn: string }) =>
    `recorded an earlier disposal: ${disposalSaid(disposal)} given on ${givenOn}`,
  EARLIER_DISPOSAL_SET_ASIDE: ({ disposal, givenOn }: { disposal: string; givenOn: string }) =>
    `set aside an earlier disposal that was recorded wrongly: ${disposalSaid(disposal)} given on ${givenOn}`,
  EARLIER_DISPOSAL_COUNTED_AGAIN: ({ disposal, givenOn }: { disposal: string; givenOn: string }) =>
    `counted an earlier disposal again that was set aside: ${disposalSaid(disposal)} given on ${givenOn}`,
  BEHAVIOUR_RECORDED: ({ kind, happenedOn }: { kind: string; happenedOn: string }) =>
    `recorded earlier behaviour: ${said(kind)} on ${happenedOn}`,
  BEHAVIOUR_CORRECTED: ({ kind, happenedOn }: { kind: string; happenedOn: string }) =>
    `corrected what is known of earlier behaviour: ${said(kind)} on ${happenedOn}`,
  BEHAVIOUR_WITHDRAWN: ({ kind, happenedOn }: { kind: string; happenedOn: string }) =>
    `withdrew earlier behaviour that was wrong: ${said(kind)} on ${happenedOn}`,
  RESOLUTION_REGISTERED: ({ givenOn }: { givenOn: string }) =>
    `registered a community resolution issued by police without the panel on ${givenOn}`,
  RESOLUTION_REMOVED: () => 'removed a police-issued resolution, undoing its import',

  // preparation
  AGENCY_ASKED: ({ agency }: { agency: string }) => `asked ${said(agency)}`,
  AGENCY_ANSWERED: ({ agency, status }: { agency: string; status: string }) =>
    `recorded for ${said(agency)}: ${said(status)}`,
  AGENCY_CHASED: ({ agency }: { agency: string }) => `reminded ${said(agency)} of what it was asked`,
  VICTIM_ADDED: () => 'added a victim',
  VICTIM_CHANGED: () => 'changed a victim’s record',
  NO_VICTIM_RECORDED: () => 'recorded that there is no identifiable victim',
  VICTIM_VIEW_RECORDED: ({ status }: { status: string }) => `recorded a victim’s view: ${said(status)}`,
  VICTIM_CONSENT_RECORDED: ({ status }: { status: string }) => `recorded what a victim was asked: ${said(status)}`,
  VICTIM_CONSENT_WITHDRAWN: ({ closed }: { closed: string[] }) =>
    `recorded that a victim withdrew their agreement${closed.length > 0 ? `; closed: ${closed.map(said).join(', ')}` : ''}`,
  VICTIM_CONTACT_CHANGED: () => 'changed how and when to reach a victim',
  VICTIM_SAFETY_RECORDED: ({ actions }: { actions: number }) =>
    `recorded what keeps a victim safe (${actions} things to do)`,
  VICTIM_OFFER_RECORDED: ({ answer }: { answer: string }) =>
    `recorded the restorative offer to a victim: ${said(answer)}`,
  VICTIM_TELLING_RECORDED: ({ status }: { status: string }) =>
    `recorded whether a victim is told the outcome: ${said(status)}`,
  VICTIM_NEEDS_RECORDED: ({ kept }: { kept: boolean }) =>
    kept ? 'recorded a victim’s needs' : 'recorded that a victim’s needs are not kept',
  ASSESSMENT_SAVED: ({ answered }: { answered: number }) => `saved the assessment (${answered} answers)`,
  ASSESSMENT_SET_CHANGED: ({ to }: { to: string }) => `went on with other questions: ${to}`,
  ASSESSMENT_SUBMITTED: () => 'submitted the assessment',
  ASSESSMENT_RETURNED: ({ sections = [] }: { sections?: string[] }) =>
    sections.length === 0
      ? 'sent the assessment back with reasons'
      : `sent the assessment back with reasons: ${titles(sections)}`,
  ASSESSMENT_SIGNED_OFF: ({ notMet = [] }: { notMet?: string[] }) =>
    notMet.length === 0
      ? 'signed off the preparation'
      : `signed off the preparation, saying of some criteria that they are not met: ${notMet.map(said).join(', ')}`,
  RETURN_ANSWERED: ({ section }: { section: string }) =>
    `answered why ${section === 'WHOLE' ? 'the assessment' : sectionTitle(section)} was sent back`,
  LATE_NEWS_CAME: ({ news, about, sections }: { news: News; about?: string; sections: string[] }) =>
    `brought late news (${newsInWords({ news, about })}); reopened: ${titles(sections)}`,
  LATE_NEWS_CONSIDERED: ({ section, settledAs }: { section: string; settledAs: string }) =>
    settledAs === 'STANDS'
      ? `looked at ${sectionTitle(section)} again after late news: it stands`
      : `changed ${sectionTitle(section)} after late news`,
  JUDGEMENT_RECORDED: ({ judgement, level }: { judgement: string; level: string }) =>
    `judged ${said(judgement)}: ${said(level)}`,
  VOICE_RECORDED: ({ who, status }: { who: string; status: string }) =>
    `recorded the ${said(who)}’s voice: ${said(status)}`,
  VOICE_ATTEMPTED: ({ who, result }: { who: string; result: AttemptResult }) =>
    `tried to hear the ${said(who)}: ${attemptResults[result].toLowerCase()}`,
  VOICE_APPROVED: ({ who }: { who: string }) => `agreed to go on without the ${said(who)}’s voice`,
  IDENTITY_CONSIDERED: () => 'recorded what the child’s identity means here',
  DISPOSALS_CHECKED: () => 'recorded where earlier disposals were looked for',
  REPEAT_REVIEWED: ({ finding, disposals }: { finding: string; disposals: number }) =>
    finding === 'SIGNED'
      ? `signed, as senior reviewer, for the responses to ${disposals} earlier disposals`
      : 'sent the responses to earlier disposals back, as senior reviewer',
  RESPONSE_ANALYSED: () => 'analysed the response to an earlier disposal',
  BEHAVIOUR_CONSIDERED: ({ kind, standing }: { kind: string; standing: string }) =>
    `considered earlier behaviour (${said(kind)}): ${said(standing)}`,
  MANAGEMENT_REFERRAL_RECORDED: () => 'recorded the referral to the case management panel',
  FORUM_REFERRAL_OPENED: ({ forum, because }: { forum: string; because: string }) =>
    `opened the referral to: ${said(forum)} (because of: ${said(because)})`,
  FORUM_REFERRAL_RECORDED: ({
    forum,
    referredOn,
    isAnswered,
  }: {
    forum: string;
    referredOn: string;
    isAnswered: boolean;
  }) => `recorded the referral to: ${said(forum)}, made on ${referredOn}${isAnswered ? ', with its result' : ''}`,
} as const;
