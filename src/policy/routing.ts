import { usualSettings } from './area-settings.js';
import { blocker, type Blocker, casePage, type Facts } from './gate.js';
import { isHigh } from './judgements.js';
import { notTried, isIndictableOnly, type Tried } from './offence-classes.js';
import { aboutMarks, isMarked, type Marked, type Marks, someMarked, someOffence } from './offence-marks.js';

/** What a panel area decides for itself about where its cases go. */
export const routingSettings = ['goesToPanel', 'borderlineScores'] as const;

/** What is recorded in words as looked at first, with what is asked. Permanent codes: those of the rules they end. */
export const firstCheckAsks = {
  TRAINED_ASSESSOR_NEEDED: 'Who assesses the child is trained for it',
} as const;

export type FirstCheckCode = keyof typeof firstCheckAsks;
export const firstCheckCodes = Object.keys(firstCheckAsks) as FirstCheckCode[];

type Had = { readonly disposal: string };

/** What is known when police register a community resolution that they issued without the panel. */
export type ResolutionFacts = Facts<{
  /** What the child had before, by the record named. */
  earlier: readonly Had[];
  /** What children had before who may be this one, until a person decides whether they are. */
  possible: readonly Had[];
  /** What the offence is marked with. */
  features: readonly string[];
  /** What the panel area sends to the panel; until it chose, what is usual. */
  goesToPanel: readonly string[];
  /** The page of the child. */
  mend: string;
}>;

/** What is known of a case when it is asked where local rules send it. */
export type RoutingFacts = Facts<{
  caseId: string;
  goesToPanel: readonly string[];
  /** Final gravity scores that stand at the border of a charge. */
  borderlineScores: readonly string[];
  offences: readonly Facts<{ features: readonly string[]; gravityFinal: number; indictableOnly: boolean | number }>[];
  earlierDisposals: readonly Had[];
  childId: string;
  /** What children had before who may be this one, until a person decides whether they are. */
  possible: readonly Had[];
  cpsAuthority: string;
  /** The level of the risk of serious harm; NOT_ASSESSED while nobody has judged it. */
  harmLevel: string;
  /** The codes of what somebody recorded as looked at first. */
  checkedFirst: readonly string[];
}>;

const hadResolution = (had: readonly Had[] | null | undefined): boolean =>
  had?.some(({ disposal }) => disposal === 'COMMUNITY_RESOLUTION') ?? true;

const goes = (chosen: Marked, what: (typeof usualSettings.goesToPanel)[number]): boolean =>
  (chosen ?? usualSettings.goesToPanel).includes(what);

/**
 * What local rules say when police register a resolution: a second one, cannabis and, where the area says so, knives go to
 * the panel. A second one is registered only with a few words on why the panel was not asked, since what was issued is a
 * fact and has to count. In: facts; what is not known counts as a warning. Out: warnings.
 * Source: local rule, Leicestershire panel policy as described in HMIP 2021 section 3.4; the settings of the area.
 */
export function resolutionBlockers({ features, goesToPanel, ...had }: ResolutionFacts): Blocker[] {
  const mend = had.mend ?? '/police-issued-resolutions';
  return [
    ...(goes(goesToPanel, 'SECOND_RESOLUTION') ? secondResolution(had, mend) : []),
    ...marksToPanel({ goesToPanel, offences: [{ features }] }, mend),
  ];
}

const MAY_BE_SECOND =
  'A child who may be this one has had a community resolution before, and a second goes to the panel';

const secondResolution = (had: Past, mend: string): Blocker[] =>
  hadResolution(had.earlier) ? [blocker('POLICE_ONLY_RESOLUTION_LIMIT', mend)] : mayBeSecond(had, mend);

type Past = Pick<ResolutionFacts, 'earlier' | 'possible'>;

/** `until` says what becomes of it: a register goes on, of a case it is looked at first, which keeps nobody. */
const mayBeSecond = ({ earlier, possible = [] }: Past, mend: string, until = NOBODY_DECIDED): Blocker[] =>
  !hadResolution(earlier) && hadResolution(possible)
    ? [{ ...blocker('POLICE_ONLY_RESOLUTION_LIMIT', mend), message: `${MAY_BE_SECOND}: ${until}` }]
    : [];

const NOBODY_DECIDED = 'nobody has decided yet whether they are the same';
const DECIDE_FIRST = 'whether they are the same is to be decided first';

/** The marks for which an area may send a case to the panel. */
const marksToPanel = (facts: Marks & Pick<RoutingFacts, 'goesToPanel'>, mend: string): Blocker[] =>
  (['CANNABIS', 'KNIFE'] as const)
    .filter((mark) => goes(facts.goesToPanel, mark) && someMarked(facts, mark))
    .map((mark) => blocker(`${mark}_TO_PANEL`, mend, { about: aboutMarks(facts, mark) }));

const isBorderline = (facts: RoutingFacts): boolean =>
  someOffence(facts, ({ gravityFinal }) =>
    (facts.borderlineScores ?? usualSettings.borderlineScores).includes(String(gravityFinal ?? '')),
  );

/** Why this case goes to the panel. In: facts. Out: reasons, none where no local rule sends it. Source: each rule's row. */
export function panelReasons(facts: RoutingFacts): Blocker[] {
  const { earlierDisposals, goesToPanel } = facts;
  const mend = casePage(facts, 'routing');
  return [
    ...(goes(goesToPanel, 'SECOND_RESOLUTION') && hadResolution(earlierDisposals)
      ? [blocker('POLICE_ONLY_RESOLUTION_LIMIT', mend)]
      : []),
    ...marksToPanel(facts, mend),
    ...(isBorderline(facts) ? [blocker('BORDERLINE_TO_PANEL', mend)] : []),
  ];
}

const forProsecutor = ['SEXUAL', 'DOMESTIC', 'HATE'];

/** True when an offence may be marked with what may need the prosecutor. In: marks. Source: Director's Guidance on Charging. */
export const mayNeedProsecutor = (features: Marked): boolean =>
  forProsecutor.some((feature) => isMarked(features, feature));

/**
 * Whether the prosecutor may have to authorise a disposal for an offence: one that can or may be tried in the Crown Court alone,
 * or that is or may be marked so. In: an offence. Out: true or false. Source: as `mayNeedProsecutor`.
 */
export const mayNeedAuthority = (offence: Tried & { readonly features?: Marked }): boolean =>
  isIndictableOnly(offence) !== false || mayNeedProsecutor(offence.features ?? null);

const asksProsecutor = (facts: RoutingFacts): boolean =>
  someMarked(facts, ...forProsecutor) ||
  someOffence(facts, ({ indictableOnly }) => indictableOnly !== false && indictableOnly !== 0);

/** What is not known rather than so of an offence for which the prosecutor may have to be asked. */
function aboutProsecutor(facts: RoutingFacts): string | null {
  const { offences } = facts;
  const isSo = offences?.some((one) => one.indictableOnly || (one.features && mayNeedProsecutor(one.features)));
  if (isSo) return null;
  const untried = offences?.some(({ indictableOnly }) => indictableOnly == null) ? notTried : null;
  return [aboutMarks(facts, ...forProsecutor), untried].filter(Boolean).join(', and ') || null;
}

const isAuthorityKnown = ({ cpsAuthority }: RoutingFacts): boolean =>
  ['YES', 'NO', 'NOT_NEEDED'].includes(cpsAuthority ?? '');

/** True where somebody judged the risk of serious harm to be high, or nothing is known of it. */
const mayBeHigh = ({ harmLevel }: RoutingFacts): boolean => !harmLevel || isHigh({ level: harmLevel });

const asksTrained = (facts: RoutingFacts): boolean => someMarked(facts, 'SEXUAL') || mayBeHigh(facts);

const notAsked: Readonly<Record<FirstCheckCode, string>> = {
  TRAINED_ASSESSOR_NEEDED:
    'This case does not ask for it: no offence is marked as sexual, and no high or very high risk of serious harm is judged. It can be recorded once one is',
};

const asks: Readonly<Record<FirstCheckCode, (facts: RoutingFacts) => boolean>> = {
  TRAINED_ASSESSOR_NEEDED: asksTrained,
};

/** What the case asks to be looked at first, recorded already or not. In: facts. Out: codes. Source: `firstChecks`. */
export const checksAsked = (facts: RoutingFacts): FirstCheckCode[] =>
  firstCheckCodes.filter((code) => asks[code](facts));

/**
 * Why a check cannot be recorded: kept before it is asked for, it would silence what is asked later. In: its code, facts.
 * Out: words, or null. Source: house rule: what was looked at was looked at for a reason.
 */
export const whyNotChecked = (code: FirstCheckCode, facts: RoutingFacts): string | null =>
  asks[code](facts) ? null : notAsked[code];

/**
 * What has to be looked at before anything else: who the child is, where they may be one who had a resolution, among it.
 * In: facts. Out: warnings that end once it is recorded or decided.
 * Source: domain facts on offence types (Director's Guidance on Charging); HMIP 2021 section 1.2; as `resolutionBlockers`.
 */
export function firstChecks(facts: RoutingFacts): Blocker[] {
  const { goesToPanel, earlierDisposals: earlier, possible, childId } = facts;
  const isTrained = facts.checkedFirst?.includes('TRAINED_ASSESSOR_NEEDED') ?? false;
  return [
    ...(asksProsecutor(facts) && !isAuthorityKnown(facts)
      ? [blocker('CPS_AUTHORITY_FIRST', casePage(facts, 'police-information'), { about: aboutProsecutor(facts) })]
      : []),
    ...(goes(goesToPanel, 'SECOND_RESOLUTION')
      ? mayBeSecond({ earlier, possible }, `/children/${childId ?? ':id'}`, DECIDE_FIRST)
      : []),
    ...(asksTrained(facts) && !isTrained
      ? [
          blocker('TRAINED_ASSESSOR_NEEDED', casePage(facts, 'routing'), {
            about: mayBeHigh(facts) ? null : aboutMarks(facts, 'SEXUAL'),
          }),
        ]
      : []),
  ];
}

/** Everything local rules say of a case. In: facts. Out: reasons for the panel, then what is checked first. */
export const routingFlags = (facts: RoutingFacts): Blocker[] => [...panelReasons(facts), ...firstChecks(facts)];
