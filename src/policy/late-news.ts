import { agencies, type Agency } from './agencies.js';
import { type BehaviourKind, isBehaviourKind } from './earlier-behaviour.js';
import { blocker, casePage, type Blocker, type Facts } from './gate.js';
import { adjournReasons, type AdjournReason } from './lifecycle.js';
import { hasSection, sectionPage, sectionTitle } from './sections.js';
import type { QuestionSet } from './questions/question-set.js';

/**
 * News that may come after the manager signed or the panel had its pack, with the words people read and the sections it
 * touches: pages of the question set by slug, judgements by code, parts by name. Which touches what is a house rule; that
 * somebody has to look again is HMIP 2025 (Leicester City), on assessing and planning: new information from police "was
 * not being evaluated". What the assessor changes in their own work is no news. The
 * reasons for which a panel adjourns a case back to preparation name what it found missing.
 */
export const lateNews = {
  AGENCY_ANSWER: {
    name: 'An agency answered',
    touches: [],
  },
  EARLIER_DISPOSAL: {
    name: 'An earlier disposal came to light',
    touches: ['earlier-disposals', 'behaviour', 'LIKELIHOOD_OF_REOFFENDING'],
  },
  EARLIER_BEHAVIOUR: {
    name: 'Earlier behaviour came to light',
    touches: ['earlier-behaviour', 'behaviour', 'RISK_OF_SERIOUS_HARM', 'LIKELIHOOD_OF_REOFFENDING'],
  },
  WHO_THE_CHILD_IS: {
    name: 'Two records turned out to be, or not to be, the same child',
    touches: ['earlier-disposals', 'earlier-behaviour', 'behaviour', 'LIKELIHOOD_OF_REOFFENDING'],
  },
  POLICE_INFORMATION: {
    name: 'The police information changed',
    touches: ['behaviour', 'SAFETY_AND_WELLBEING', 'RISK_OF_SERIOUS_HARM'],
  },
  GRAVITY: {
    name: 'The gravity of an offence was scored anew',
    touches: ['behaviour', 'RISK_OF_SERIOUS_HARM'],
  },
  VICTIM: {
    name: 'A victim was added',
    touches: ['behaviour', 'RISK_OF_SERIOUS_HARM', 'professionals-plan'],
  },
  VICTIM_VIEW: {
    name: 'A victim’s view was recorded or changed',
    touches: ['behaviour', 'RISK_OF_SERIOUS_HARM', 'professionals-plan'],
  },
  VICTIM_WITHDREW: {
    name: 'A victim withdrew their agreement',
    touches: ['behaviour', 'RISK_OF_SERIOUS_HARM', 'professionals-plan'],
  },
  NOT_CARRIED_OUT: {
    name: 'What was decided could not be given or was not completed',
    touches: ['voices/child', 'support', 'childs-plan', 'professionals-plan', 'LIKELIHOOD_OF_REOFFENDING'],
  },
  MISSING_CHILD_VOICE: {
    name: 'The panel adjourned the case because the child has not been heard',
    touches: ['voices/child'],
  },
  MISSING_PARENT_VOICE: {
    name: 'The panel adjourned the case because the parent or carer has not been heard',
    touches: ['voices/carer'],
  },
  MISSING_VICTIM_VIEW: {
    name: 'The panel adjourned the case because a victim’s view is missing',
    touches: ['victims'],
  },
  MISSING_AGENCY_INFO: {
    name: 'The panel adjourned the case because an agency’s information is missing',
    touches: ['agency-checks'],
  },
  OTHER: {
    name: 'The manager reopened the preparation on news',
    touches: [],
  },
} as const satisfies Record<string, { name: string; touches: readonly string[] }>;

export type News = keyof typeof lateNews;
type Known = { readonly name: string } | undefined;

/** What an agency's answer touches, beside the check itself, whose meaning has to be read again. Source: house rule. */
const touchedByAgency: Readonly<Record<Agency, readonly string[]>> = {
  POLICE: ['behaviour', 'SAFETY_AND_WELLBEING', 'RISK_OF_SERIOUS_HARM'],
  YOUTH_JUSTICE_SERVICE: ['behaviour', 'support'],
  CHILDRENS_SOCIAL_CARE: ['circumstances', 'family', 'exploitation', 'SAFETY_AND_WELLBEING'],
  EARLY_HELP: ['circumstances', 'family'],
  EDUCATION_PRE16: ['education-and-health'],
  CONNEXIONS_POST16: ['education-and-health'],
  SCHOOL: ['education-and-health'],
  SEND: ['education-and-health', 'diversity-needs'],
  HEALTH_NAVIGATOR: ['education-and-health', 'SAFETY_AND_WELLBEING'],
  CAMHS_ACE: ['education-and-health', 'SAFETY_AND_WELLBEING'],
  SUBSTANCE_MISUSE: ['education-and-health', 'exploitation'],
  LIAISON_AND_DIVERSION: ['diversity-needs', 'behaviour'],
  PROBATION: ['family', 'RISK_OF_SERIOUS_HARM'],
  HOUSING: ['circumstances'],
  VICTIM_SERVICE: ['behaviour', 'RISK_OF_SERIOUS_HARM'],
};

/** What earlier behaviour is called as news, and what it touches beside the list itself. Source: house rule. */
const newsOfBehaviour: Readonly<Record<BehaviourKind, { name: string; touches: readonly string[] }>> = {
  ARREST: {
    name: 'An arrest was recorded, or what is known of one changed',
    touches: ['behaviour', 'RISK_OF_SERIOUS_HARM', 'LIKELIHOOD_OF_REOFFENDING'],
  },
  INTELLIGENCE: {
    name: 'Intelligence was recorded, or what is known of it changed',
    touches: ['exploitation', 'behaviour', 'RISK_OF_SERIOUS_HARM', 'LIKELIHOOD_OF_REOFFENDING'],
  },
  MISSING_EPISODE: {
    name: 'A missing episode was recorded, or what is known of one changed',
    touches: ['circumstances', 'exploitation', 'SAFETY_AND_WELLBEING'],
  },
  AGENCY_INVOLVEMENT: {
    name: 'An agency’s involvement was recorded, or what is known of it changed',
    touches: ['circumstances', 'family', 'SAFETY_AND_WELLBEING'],
  },
};

/** One piece of news; `about` is the agency that answered, or the kind of earlier behaviour. */
export type NewsCome = { readonly news: News; readonly about?: string | null | undefined };

const isAgency = (code: string | null | undefined): code is Agency => Object.hasOwn(agencies, code ?? '');

/**
 * The sections that a piece of news reopens in a case prepared with this set; pages the set has not got are left out.
 * In: the news, the set. Out: sections, never none. Source: the tables above.
 */
export function sectionsTouched({ news, about }: NewsCome, set: QuestionSet): string[] {
  const named = isAgency(about)
    ? [`agency-checks/${about}`, ...touchedByAgency[about]]
    : isBehaviourKind(about)
      ? ['earlier-behaviour', ...newsOfBehaviour[about].touches]
      : lateNews[news].touches;
  return named.filter((section) => hasSection(set, section));
}

/** What came, in words. In: the news. Out: a clause that begins a sentence. Source: the tables above. */
export function newsInWords({ news, about }: NewsCome): string {
  if (isAgency(about)) return `${agencies[about]} answered`;
  if (isBehaviourKind(about)) return newsOfBehaviour[about].name;
  return (lateNews as Readonly<Record<string, Known>>)[news]?.name ?? news;
}

/** A section that news reopened: open until somebody changed it after, or said that it stands. */
export type ReopenedFacts = { readonly section: string; readonly news: News } & Facts<{
  about: string;
  settledAt: string;
}>;

type Reopened = Facts<{ caseId: string; reopened: readonly ReopenedFacts[] }>;

/**
 * Shut once for each section that news reopened and nobody has looked at since. Sections that are not known to be there
 * or not leave it shut. In: facts. Out: blockers. Source: HMIP 2025 (Leicester City), on assessing; house rule.
 */
export function newsBlockers(facts: Reopened): Blocker[] {
  const code = 'NEWS_NOT_CONSIDERED';
  if (!facts.reopened) return [blocker(code, casePage(facts, 'reopened-sections'))];
  const open = facts.reopened.filter(({ settledAt }) => !settledAt);
  return [...new Set(open.map(({ section }) => section))].map((section) => {
    const came = new Set(open.filter((one) => one.section === section).map(newsInWords));
    const about = `${sectionTitle(section)}: ${[...came].join('; ')}`;
    return blocker(code, casePage(facts, sectionPage(section)), { about });
  });
}

/** The news that an adjournment is for a preparation. In: its reason. Out: the news, or null where nothing in it is missing. */
export const newsOfAdjournment = (reasonCode: AdjournReason): News | null =>
  Object.hasOwn(lateNews, reasonCode) && adjournReasons[reasonCode].to === 'PREPARING' ? (reasonCode as News) : null;
