import { disposalName } from '../policy/disposals.js';
import type { Blocker } from '../policy/gate.js';
import { states } from '../policy/lifecycle.js';
import { type AdviceShown, adviceView } from '../decisions/prosecutor.view.js';
import { policeStatuses, responsibilityStances, sufficiencies } from '../policy/police-information.js';
import { gravityLines, pointsInWords } from '../cases/gravity.view.js';
import { caseHead, type CaseHead } from '../cases/case-head.view.js';
import { type ClockShown, clockView } from '../cases/clocks.view.js';
import { ethnicityFacts } from '../children/ethnicity.view.js';
import { type Actor, may } from '../platform/actor.js';
import type { AdjournedShown } from '../panels/adjournments.view.js';
import { featuresInWords } from '../policy/offence-classes.js';
import { codeInWords, dayInWords, instantInWords } from '../platform/web/words.js';
import { type ActionOpen, isNext } from './case-actions.js';
import { type NewsOnCase, newsOf } from './case-news.view.js';
import type { CasePicture } from './case-picture.js';
import { adjournedIn, isGivenUp, returnedIn, type Returned } from './case-returned.view.js';
import type { Task } from './task.js';

type Shown = { readonly key: string; readonly value: string };
type TaskShown = Pick<Task, 'title' | 'status' | 'why'> & { readonly href: string | undefined };

export type CasePage = {
  readonly title: string;
  readonly child: CaseHead;
  readonly state: string;
  readonly stateText: string;
  readonly stateSince: string;
  /** What is said above all else of a case limited to named people. */
  readonly restricted: string;
  /** That it came back from a decision, until police decide anew. */
  readonly returned: Returned | null;
  /** Why it was adjourned last, until it is heard. */
  readonly adjourned: readonly AdjournedShown[];
  /** Cases of the same incident, by their references alone. */
  readonly alsoDealtWith: readonly { readonly text: string; readonly href: string }[];
  readonly repeat: { readonly message: string; readonly mustExplain: boolean; readonly rows: readonly Shown[] } | null;
  /** What local rules say of the case. */
  readonly routing: readonly Blocker[];
  /** What came to light after the sign-off, and what it reopened. */
  readonly news: readonly NewsOnCase[];
  /** What runs out, the nearest first. */
  readonly clocks: readonly ClockShown[];
  readonly actions: readonly (ActionOpen & { readonly isNext: boolean })[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly summary: readonly Shown[];
  readonly offences: readonly { readonly title: string; readonly rows: readonly Shown[] }[];
  readonly advice: AdviceShown | null;
  readonly groups: readonly { readonly id: string; readonly title: string; readonly tasks: readonly TaskShown[] }[];
  readonly done: string;
};

/** The page of a case. In: the picture, who looks, where links lead them. Out: what its template prints. */
export function casePage(picture: CasePicture, actor: Actor, leadsTo: (page: string) => string): CasePage {
  const { found, today, offences, ethnicity, flags, actions, tasks } = picture;
  const [flag] = flags;
  const all = tasks.flatMap((group) => group.tasks);
  const complete = all.filter(({ status }) => status === 'COMPLETE').length;
  return {
    title: `Case ${found.reference}`,
    child: caseHead(found, today, {
      ...{ ethnicity: ethnicityFacts(ethnicity), offenceDay: offences[0]?.date },
      badges: flag ? [{ text: flag.count === 1 ? '1 earlier disposal' : `${flag.count} earlier disposals` }] : [],
    }),
    state: found.state,
    stateText: states[found.state],
    stateSince: found.stateSince,
    restricted: restrictedIn(picture),
    returned: returnedIn(picture.found, picture.details),
    advice: adviceView(found.id, { ...picture.details, state: found.state }),
    adjourned: adjournedIn(picture.found, picture.carried),
    alsoDealtWith: picture.links.map(({ caseId, reference }) => ({ text: reference, href: `/cases/${caseId}` })),
    repeat: repeatOf(picture),
    routing: picture.routing.map((one) => ({ ...one, mend: leadsTo(one.mend) })),
    news: newsOf(picture, leadsTo),
    clocks: picture.clocks.map(clockView),
    actions: actions.map((action) => ({ ...action, isNext: isNext(action, picture.details) })),
    links: linksOf(picture, actor),
    summary: summaryOf(picture),
    offences: offencesOf(picture),
    groups: groupsOf(picture, actor),
    done: `${complete} of ${all.length} parts are complete`,
  };
}

function restrictedIn({ details: { restrictedAt, reviewOn, openedUntil } }: CasePicture): string {
  if (restrictedAt === null) return '';
  const only =
    'This case is restricted: it exists for the people named on it alone. Say nothing of it to anybody else.';
  return openedUntil
    ? `${only} You are not one of them: you opened it in an emergency and see it until ${instantInWords(openedUntil)}. The managers named on it were told.`
    : `${only} It is looked at again on ${dayInWords(reviewOn ?? '')}.`;
}

const list = (counts: Readonly<Record<string, number>>, name: (code: string) => string): string =>
  Object.entries(counts)
    .map(([code, count]) => `${name(code)}: ${count}`)
    .join('; ');

function repeatOf({ flags: [flag] }: CasePicture): CasePage['repeat'] {
  if (!flag) return null;
  const { byType, byRoute, names, since, withinYear, message, mustExplain } = flag;
  return {
    message,
    mustExplain,
    rows: [
      { key: 'By type', value: list(byType, (code) => names[code] ?? code) },
      { key: 'By whom', value: list(byRoute, codeInWords) },
      { key: 'In the last twelve months', value: String(withinYear) },
      { key: 'The first', value: dayInWords(since) },
    ],
  };
}

const linksOf = ({ found }: CasePicture, actor: Actor): CasePage['links'] => [
  { text: 'What is missing and why', href: `/cases/${found.id}/readiness` },
  { text: 'The judgements, level after level', href: `/cases/${found.id}/judgements` },
  { text: 'Referrals to other forums', href: `/cases/${found.id}/forum-referrals` },
  { text: 'Gravity, factor by factor', href: `/cases/${found.id}/gravity` },
  { text: 'What local rules say', href: `/cases/${found.id}/routing` },
  { text: 'Earlier behaviour', href: `/cases/${found.id}/earlier-behaviour` },
  { text: 'Agency checks', href: `/cases/${found.id}/agency-checks` },
  { text: 'Victims', href: `/cases/${found.id}/victims` },
  { text: 'Eligibility: every disposal for this child', href: `/cases/${found.id}/eligibility` },
  { text: 'Views and discussion', href: `/cases/${found.id}/views` },
  { text: 'Recommendation and its reasons', href: `/cases/${found.id}/recommendation` },
  { text: 'Crown Prosecution Service', href: `/cases/${found.id}/prosecutor` },
  { text: 'Disagreement', href: `/cases/${found.id}/escalations` },
  { text: 'What was decided, and what became of it', href: `/cases/${found.id}/decision-history` },
  { text: 'Panel pack', href: `/cases/${found.id}/pack` },
  { text: 'Letters', href: `/cases/${found.id}/letters` },
  { text: 'Also dealt with', href: `/cases/${found.id}/links` },
  { text: 'Conflicts of interest', href: `/cases/${found.id}/conflicts` },
  ...(may(actor, 'case.restrict', found.panelAreaId)
    ? [{ text: 'Who may know of this case', href: `/cases/${found.id}/restriction` }]
    : []),
  { text: 'Timeline', href: `/cases/${found.id}/timeline` },
  { text: 'Time in each stage', href: `/cases/${found.id}/stages` },
  ...(may(actor, 'child.match', found.panelAreaId)
    ? [{ text: 'The child’s record', href: `/children/${found.childId}` }]
    : []),
];

const wordOf = (words: object, code: string): string => (words as Readonly<Record<string, string>>)[code] ?? code;

const row = (key: string, value: string | null | undefined): Shown[] => (value ? [{ key, value }] : []);

function summaryOf({ found, details }: CasePicture): Shown[] {
  const before = isGivenUp(details);
  const { recommended, decided, decidedOn, outcome, givenOn, recommendedName, decidedName, outcomeName } = details;
  return [
    ...row('Panel area', details.panelArea),
    ...row('Referred', `${dayInWords(found.referredOn)} by ${details.referredByName}`),
    ...row('Police reference', details.crimeReference),
    ...row('Officer', `${details.officerName}, ${details.officerCollarNumber}`),
    ...row('With police', wordOf(policeStatuses, details.policeStatus)),
    ...row('Bailed to', details.bailDate && dayInWords(details.bailDate)),
    ...row('The child’s stance', wordOf(responsibilityStances, details.responsibilityStance)),
    ...row('Evidence sufficient', wordOf(sufficiencies, details.evidenceSufficient)),
    ...row('Allocated to', details.allocatedToName ?? 'Nobody'),
    ...row('Meeting', details.meetingDay && dayInWords(details.meetingDay)),
    ...row(
      before ? 'Recommended before' : 'The panel’s recommendation',
      recommended && disposalName(recommended, recommendedName),
    ),
    ...row(
      before ? 'Decided before' : 'The police decision',
      decided && `${disposalName(decided, decidedName)}, ${dayInWords(decidedOn ?? '')}`,
    ),
    ...row('Outcome', outcome && `${disposalName(outcome, outcomeName)}, ${dayInWords(givenOn ?? '')}`),
    ...row('Delivery', details.deliveryStatus && codeInWords(details.deliveryStatus)),
  ];
}

const offencesOf = ({ offences, disposals }: CasePicture): CasePage['offences'] =>
  offences.map(({ position, date, homeOfficeClass, description, features, ...scored }) => ({
    title: `Offence ${position}`,
    rows: [
      { key: 'When', value: dayInWords(date) },
      { key: 'Home Office class', value: homeOfficeClass },
      { key: 'What is said to have happened', value: description },
      { key: 'Features', value: featuresInWords(features) },
      { key: 'Gravity', value: gravityLines(scored) },
      ...row('What the score points to', pointsInWords(scored.gravityEdition, scored.gravityFinal, disposals)),
    ],
  }));

const groupsOf = ({ tasks, found }: CasePicture, actor: Actor): CasePage['groups'] =>
  tasks.map(({ title, tasks: inside }, index) => ({
    id: `part-${index + 1}`,
    title,
    tasks: inside.map(({ page, needs, ...task }) => ({
      ...task,
      href: may(actor, needs, found.panelAreaId) ? `/cases/${found.id}/${page}` : undefined,
    })),
  }));
