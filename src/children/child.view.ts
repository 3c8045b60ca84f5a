import { ageOn } from '../policy/days.js';
import { disposalName } from '../policy/disposals.js';
import { ethnicityName, ethnicitySources, notStatedReasons, officerCodes, schemes } from '../policy/ethnicity.js';
import { type CaseState, states } from '../policy/lifecycle.js';
import { repeatFlags } from '../policy/repeat-disposals.js';
import { dayInWords } from '../platform/web/words.js';
import type { ChildRecord, Matches } from './child-record.js';
import type { DisposalKnown, EthnicityKnown } from './children.queries.js';
import { matchReasons } from './compare-children.js';
import { completions, routes } from './disposal.input.js';
import type { MatchDecided } from './decided-matches.queries.js';
import type { ChildFound } from './find-child.js';
import type { DisposalSetAside } from './set-asides.queries.js';
import type { PossibleMatch } from './matches.queries.js';

const sexes = { MALE: 'Male', FEMALE: 'Female', NOT_KNOWN: 'Not known' } as const;

type More = Partial<Pick<ChildRecord, 'ethnicity' | 'flags'>>;

/** What stands at the top of every page about a child. */
export function childHead(child: ChildFound, today: string, { ethnicity, flags = [] }: More = {}): object {
  const said = ethnicity ? [{ label: 'Ethnicity', text: ethnicityName(ethnicity.code) ?? ethnicity.code }] : [];
  return {
    name: nameOf(child),
    href: `/children/${child.id}`,
    facts: [
      { label: 'Age', text: String(ageOn(child.dateOfBirth, today) ?? '') },
      { label: 'Date of birth', text: dayInWords(child.dateOfBirth) },
      { label: 'Sex', text: sexes[child.sex] },
      ...said,
    ],
    badges: flags.map(({ mustExplain, count }) => ({
      text: count === 1 ? '1 earlier disposal' : `${count} earlier disposals`,
      colour: mustExplain ? 'red' : 'orange',
    })),
  };
}

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }): string =>
  `${givenName} ${familyName}`;

/** A child's record. `matches` is null for those who do not decide about them. */
export const childPage = (
  child: ChildRecord,
  matches: Matches | null,
  today: string,
  may: MaySetAside = never,
): object => ({
  title: 'The child’s record',
  child: childHead(child, today, child),
  ...pastShown(child, today, may),
  ethnicities: child.ethnicities.map(ethnicityShown),
  cases: child.cases.map(({ id, reference, state, referredOn, panelArea }) => ({
    ...{ href: `/cases/${id}`, reference, state, referredOn, panelArea },
    stateName: states[state as CaseState] ?? state,
  })),
  matches: matches?.items.map((match) => matchShown(child.id, match)) ?? [],
  decisions: matches?.decisions.map((decision) => decisionShown(child.id, decision)) ?? [],
});

/** What a child had before, as the macro `earlierDisposals` prints it. */
export const pastShown = (
  {
    flags,
    disposals,
    setAside = [],
  }: Pick<ChildRecord, 'flags' | 'disposals'> & Partial<Pick<ChildRecord, 'setAside'>>,
  today: string,
  may: MaySetAside = never,
): object => ({
  flags,
  counts: countsOf(disposals, today),
  disposals: disposals.map((one) => ({
    ...disposalShown(one),
    setAside: may(one) ? addressOf(one, 'set-aside') : null,
  })),
  setAside: setAside.map((one) => setAsideShown(one, may)),
});

type MaySetAside = (one: Pick<DisposalKnown, 'caseId' | 'panelAreaId' | 'isClosed'>) => boolean;
const never: MaySetAside = () => false;

const addressOf = ({ childId, id }: { childId: string; id: string }, way: string): string =>
  `/children/${childId}/disposals/${id}/${way}`;

const setAsideShown = (one: DisposalSetAside, may: MaySetAside) => ({
  ...{ name: disposalName(one.disposal, one.name), givenOn: one.givenOn, offence: one.offence, source: one.source },
  ...{ isAside: one.setAside !== null, decisions: one.decisions },
  undo: one.setAside !== null && may(one) ? addressOf(one, 'set-aside-undo') : null,
});

/** Each type with how often it was given in all and in the last twelve months. */
const countsOf = (disposals: readonly DisposalKnown[], today: string): object[] =>
  [...new Set(disposals.map(({ disposal }) => disposal))].flatMap((type) =>
    repeatFlags(
      disposals.filter(({ disposal }) => disposal === type),
      today,
    ).map(({ count, withinYear, since, names }) => ({ name: names[type], count, withinYear, since })),
  );

const disposalShown = ({
  disposal,
  name,
  givenOn,
  offence,
  route,
  source,
  completed,
  officer,
  panelArea,
}: DisposalKnown) => ({
  ...{ name: disposalName(disposal, name), givenOn, offence, source, officer, panelArea },
  ...{ route: routes[route], completed: completions[completed] },
});

/** A record of a child's ethnicity as a row of the table of all of them. */
export const ethnicityShown = (one: EthnicityKnown) => ({
  name: ethnicityName(one.code) ?? one.code,
  code: one.code,
  scheme: (schemes as Record<string, string>)[one.scheme],
  source: (ethnicitySources as Record<string, string>)[one.source],
  officer: one.officerCode && (officerCodes as Record<string, string>)[one.officerCode],
  reason: one.notStatedReason && (notStatedReasons as Record<string, string>)[one.notStatedReason],
  by: one.recordedByName,
  at: one.recordedAt,
});

/** A possible match as it is shown: of another area's child only what was given, when and where. */
export const matchShown = (childId: string, { childId: otherId, reasons, known, disposals }: PossibleMatch) => ({
  href: `/children/${childId}/match/${otherId}`,
  name: known ? nameOf(known) : STRANGER,
  dateOfBirth: known?.dateOfBirth,
  cases: known?.cases.map(({ id, reference }) => ({ href: `/cases/${id}`, reference })) ?? [],
  reasons: reasons.map((reason) => matchReasons[reason]),
  disposals: disposals.map(({ disposal, name, givenOn, panelArea }) => ({
    name: disposalName(disposal, name),
    givenOn,
    panelArea,
  })),
});

/** The record that a decision was about, in one line. In: what may be told of it. Out: words. */
export const otherInWords = ({ known, disposals }: MatchDecided['other']): string => {
  if (known) return `${nameOf(known)}, born ${dayInWords(known.dateOfBirth)}`;
  const given = disposals.map(({ disposal, name, givenOn, panelArea }) =>
    [disposalName(disposal, name), dayInWords(givenOn), panelArea].filter(Boolean).join(', '),
  );
  return [STRANGER, ...given].join('; ');
};

const STRANGER = 'A child known in another panel area';

const decisionShown = (childId: string, one: MatchDecided) => ({
  ...one,
  other: otherInWords(one.other),
  words: one.decision === 'SAME' ? 'The same child' : 'A different child',
  undo: one.undoneAt === null ? `/children/${childId}/match-undo?matchId=${one.id}` : null,
});
