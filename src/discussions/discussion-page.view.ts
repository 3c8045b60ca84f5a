import type { CaseHead } from '../cases/case-head.view.js';
import { agencies, type Agency } from '../policy/agencies.js';
import { viewName } from '../policy/discussion-gates.js';
import { instantInWords } from '../platform/web/words.js';
import type { DiscussionShown, ViewShown } from './discussion.view.js';

const nameOf = (code: string): string => agencies[code as Agency] ?? code;

/** In short, so that the room has the views of all agencies before it at once. */
const viewOf = ({ agency, view, viewName: named, reason, givenByName, givenAt, steppedOut, earlier }: ViewShown) => ({
  ...{ agency: nameOf(agency), view: viewName(view, named), reason },
  given: `${givenByName}, ${instantInWords(givenAt)}`,
  out: steppedOut ? OUT : '',
  before: earlier.map((one) => {
    const when = [instantInWords(one.givenAt), ...(one.steppedOut ? [OUT] : [])].join(', ');
    return `${viewName(one.view, one.viewName)}: ${one.reason} (${when})`;
  }),
});

const OUT = 'given by somebody who has since stepped out of this case, and not counted';

const rowsOf = ({ view, reason, given, out, before }: ReturnType<typeof viewOf>) => [
  { key: 'Would recommend', value: view },
  { key: 'Why', value: reason },
  { key: 'Given', value: [given, out].filter(Boolean).join(': ') },
  ...(before.length > 0 ? [{ key: 'Before', value: before.join('\n') }] : []),
];

type HearingRead = NonNullable<DiscussionShown['current']>;

const hearingView = ({ startsAt, opened, views, points }: HearingRead) => ({
  meeting: instantInWords(startsAt),
  opened: opened ? `${instantInWords(opened.at)} by ${opened.by}` : '',
  views: views.map(viewOf),
  points: points.map(({ id, agency, point, notedByName, notedAt }) => ({
    ...{ id, agency: nameOf(agency), point, noted: `${notedByName}, ${instantInWords(notedAt)}` },
  })),
});

const asks: Readonly<Record<string, string>> = {
  REQUIRED:
    'This panel area asks every agency that is here for its view, or to say that it has none, before a recommendation.',
  OFFERED: 'An agency may give its view before the discussion. None has to.',
  OFF: 'This panel area does not ask agencies for their views before the discussion.',
};

/** Why there is no form for the reader’s own agency, where there is none. */
function whyNot(shown: DiscussionShown): string {
  const { mayGive, agency, own, stillToAnswer, viewsBefore, current, present } = shown;
  if (mayGive || viewsBefore === 'OFF') return '';
  if (!current) return 'The case is not listed for a meeting yet.';
  if (current.opened) return 'The discussion is open: views can no longer be given or changed.';
  if (present === 0) return '';
  if (agency === null) return 'You are not recorded as sitting for an agency on this case.';
  if (own) return 'The panel recommended: a view that was given before it can no longer be changed.';
  return stillToAnswer.includes(agency)
    ? ''
    : `Somebody gave the view of ${nameOf(agency)} before you. You read it once the discussion is open.`;
}

const countedInWords = (answered: number, present: number): string =>
  present === 0
    ? 'Nobody is recorded as being at the meeting yet.'
    : `${answered} of ${present} agencies here have answered.`;

/** The page of views, discussion and points. In: what the reader may read. Out: what its template prints. */
export function discussionPage(shown: DiscussionShown, child: CaseHead) {
  const { caseId, present, answered, viewsBefore, own, current, withheld, mayOpen, mayNote, mayGive } = shown;
  const left = shown.stillToAnswer.map(nameOf).join(', ');
  return {
    ...{ title: 'Views and discussion', back: `/cases/${caseId}`, child, mayOpen, mayNote, mayGive, withheld },
    ask: asks[viewsBefore] ?? '',
    counted: current ? countedInWords(answered, present) : '',
    left: left && !current?.opened && viewsBefore !== 'OFF' ? `Still to answer: ${left}.` : '',
    agency: shown.agency ? nameOf(shown.agency) : '',
    whyNot: whyNot(shown),
    own: own && !current?.opened ? { rows: rowsOf(viewOf(own)) } : null,
    current: current ? hearingView(current) : null,
    earlier: shown.earlier.map(hearingView),
    opening: `/cases/${caseId}/discussion`,
    points: `/cases/${caseId}/discussion/points`,
    recommendation: {
      href: `/cases/${caseId}/recommendation`,
      text: mayNote && !shown.withSeniors ? 'Record recommendation' : 'Recommendation',
    },
    seniors: shown.withSeniors ? `/cases/${caseId}/escalations` : '',
    meeting: current ? `/meetings/${current.meetingId}` : '',
  };
}
