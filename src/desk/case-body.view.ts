import { ageOn } from '../policy/days.js';
import { agencyCodes } from '../policy/agencies.js';
import { checkStanding } from '../policy/check-standing.js';
import { adviceAsk } from '../policy/prosecutor-advice.js';
import type { AgencyCheckFacts } from '../policy/preparation-facts.js';
import { judgementCodes } from '../policy/judgements.js';
import { ethnicityBody } from '../children/ethnicity.view.js';
import { adjournmentBody } from '../panels/adjournments.view.js';
import type { CasePicture } from './case-picture.js';

/** A case as the API answers it. In: the picture. Out: plain JSON; no victim is named in it. */
export function caseBody(picture: CasePicture): object {
  const { found, details, offences, links, flags, routing, actions, facts, blockers, tasks, clocks } = picture;
  const { id, reference, state, stateSince, version, panelAreaId, referredOn, allocatedTo } = found;
  return {
    ...{ id, reference, state, stateSince, version, panelAreaId, panelArea: details.panelArea, referredOn },
    restriction: details.restrictedAt ? { since: details.restrictedAt, reviewOn: details.reviewOn } : null,
    alsoDealtWith: links,
    allocatedTo: allocatedTo ? { id: allocatedTo, name: details.allocatedToName } : null,
    child: childOf(picture),
    offences,
    flags: flags.map(({ byType, byRoute, ...flag }) => ({ ...flag, byType, byRoute })),
    routing,
    actions,
    agencyChecks: checksOf(picture),
    victims: (facts.victims ?? []).map(({ victimId, status, obtainedOn }) => ({
      ...{ id: victimId, status: status ?? 'NOT_YET_SOUGHT', obtainedOn: obtainedOn ?? null },
    })),
    noIdentifiableVictimReason: facts.noIdentifiableVictimReason ?? null,
    voices: { child: voiceOf(picture, 'child'), carer: voiceOf(picture, 'carer') },
    judgements: Object.fromEntries(judgementCodes.map((code) => [code, facts.judgements?.[code] ?? null])),
    forumReferrals: facts.referrals,
    assessment: facts.assessment ?? null,
    ...pointsOf(picture),
    signedOffBy: found.signedOffBy,
    signedOffOn: found.signedOffOn,
    meeting: details.meetingId ? { id: details.meetingId, day: details.meetingDay } : null,
    adjournments: picture.carried.adjournments.map(adjournmentBody),
    ...decisionsOf(picture),
    clocks,
    preparation: tasks,
    blockers,
  };
}

function childOf({ found, details, offences, today, ethnicity }: CasePicture): object {
  const { childId: id, givenName, familyName, dateOfBirth } = found;
  return {
    ...{ id, givenName, familyName, dateOfBirth, sex: details.sex },
    age: ageOn(dateOfBirth, today),
    ageAtOffence: ageOn(dateOfBirth, offences[0]?.date),
    ethnicity: ethnicity ? ethnicityBody(ethnicity) : null,
  };
}

const standingOf = (check: Partial<AgencyCheckFacts>, today: string): object => ({
  status: check.status ?? 'NOT_REQUESTED',
  dueOn: check.dueOn ?? null,
  standing: checkStanding(check, today),
});

/** Sections that news reopened since the sign-off, and those that were sent back: neither says in anybody's words why. */
const pointsOf = ({ facts }: CasePicture): object => ({
  lateNews: facts.points
    .filter(({ kind }) => kind === 'NEWS')
    .map(({ section, news, about, at, settledAt }) => ({ section, news, about, cameAt: at, settledAt })),
  sentBack: facts.points
    .filter(({ kind }) => kind === 'RETURNED')
    .map(({ section, at, settledAt }) => ({ section, returnedAt: at, answeredAt: settledAt })),
});

function checksOf({ facts, today }: CasePicture): object[] {
  const required: readonly string[] = facts.requiredChecks ?? [];
  const known = facts.checks ?? [];
  const isThere = (agency: string) => required.includes(agency) || known.some((check) => check.agency === agency);
  return agencyCodes.filter(isThere).map((agency) => ({
    agency,
    required: required.includes(agency),
    ...standingOf(known.find((check) => check.agency === agency) ?? {}, today),
  }));
}

function voiceOf({ facts, details }: CasePicture, who: 'child' | 'carer'): object | null {
  const voice = facts.voices?.[who];
  if (!voice) return null;
  const { status, heardOn, reason, approvedBy } = voice;
  return { status, heardOn, words: who === 'child' ? details.childWords : details.carerWords, reason, approvedBy };
}

function decisionsOf({ details, found: { state } }: CasePicture): object {
  const { recommended, recommendedAt, decided, decidedOn, outcome, givenOn, deliveryStatus } = details;
  const { advised, advisedOn } = details;
  const { returnedAt: at, returnedBecause: because } = details;
  return {
    ...(recommended ? { recommendation: { disposal: recommended, recordedAt: recommendedAt } } : {}),
    ...(decided ? { policeDecision: { disposal: decided, decidedOn } } : {}),
    ...(at ? { returnedToPanel: { at, because } } : {}),
    ...(advised
      ? { prosecutorAdvice: { result: advised, receivedOn: advisedOn, asks: adviceAsk({ ...details, state }) } }
      : {}),
    ...(outcome ? { outcome: { disposal: outcome, givenOn } } : {}),
    ...(deliveryStatus ? { delivery: { status: deliveryStatus } } : {}),
  };
}
