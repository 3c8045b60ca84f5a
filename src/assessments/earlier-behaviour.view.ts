import { behaviourKinds, behaviourStanding, behaviourStandings, setAsideReasons } from '../policy/earlier-behaviour.js';
import { disposalName } from '../policy/disposals.js';
import { gradings } from '../policy/questions/evidence.2026-12.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { sectionTitle } from '../policy/sections.js';
import { type Shown, written } from '../platform/web/sections.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { BehaviourBefore, BehaviourFound, Past } from './earlier-behaviour.queries.js';
import type { EarlierDisposalKnown } from './earlier-disposals.queries.js';

/** Something that came before, as it stands in the timeline. */
export type PastShown = {
  readonly id: string;
  readonly on: string;
  readonly title: string;
  readonly standing: string;
  readonly colour: 'green' | 'grey' | 'red';
  readonly rows: readonly Shown[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
};

type May = { readonly assess: boolean; readonly record: boolean };

type Said = Pick<
  BehaviourBefore,
  'what' | 'source' | 'sourceGrade' | 'informationGrade' | 'handling' | 'conditions' | 'because' | 'recordedAt'
> & { readonly recordedByName: string };

const labelOf = (options: readonly { value: string; label: string }[], value: string | null): string =>
  options.find((option) => option.value === value)?.label ?? '';

/** How intelligence was graded, in one line; empty for anything else. */
export const gradingInWords = ({ sourceGrade, informationGrade, handling, conditions }: Omit<Said, 'what'>): string =>
  [
    labelOf(gradings.source, sourceGrade),
    labelOf(gradings.information, informationGrade),
    labelOf(gradings.handling, handling),
    conditions ?? '',
  ]
    .filter(Boolean)
    .join('; ');

/** What an item says, and of what worth it is. */
export const behaviourRows = (said: Said): Shown[] => [
  ...written('What is known', said.what),
  ...written('From whom', said.source),
  ...written('Grading', gradingInWords(said)),
  ...written('Corrected because', said.because),
  ...(said.recordedByName ? written('Recorded', `${said.recordedByName}, ${instantInWords(said.recordedAt)}`) : []),
];

/** What this case makes of an item; nothing where it has not been considered. */
export function considerationRows({ consideration }: BehaviourFound, set: QuestionSet | null): Shown[] {
  if (!consideration) return [];
  const { standing, section, reason, words, consideredByName, consideredAt } = consideration;
  const said =
    standing === 'USED'
      ? [...written('Used in', section && sectionTitle(section, set)), ...written('What it means', words)]
      : [...written('Set aside because', reason && setAsideReasons[reason]), ...written('How that is known', words)];
  return [...said, ...written('Considered', `${consideredByName}, ${instantInWords(consideredAt)}`)];
}

const colours = { NOT_CONSIDERED: 'red', CORRECTED_SINCE: 'red', USED: 'green' } as const;

function behaviourShown(at: string, item: BehaviourFound, set: QuestionSet, may: May): PastShown {
  const { id, kind, happenedOn, version, withdrawnBecause, withdrawnByName, withdrawnAt } = item;
  const standing = behaviourStanding(item);
  const address = `${at}/earlier-behaviour/${id}`;
  const isThere = standing !== 'WITHDRAWN';
  const mayRecord = may.record && isThere && !item.isClosed;
  const gone = withdrawnAt && withdrawnByName ? [`${withdrawnByName}, ${instantInWords(withdrawnAt)}`] : [];
  return {
    ...{ id, on: happenedOn, title: `${behaviourKinds[kind]}, ${dayInWords(happenedOn)}` },
    ...{ standing: behaviourStandings[standing], colour: standing in colours ? colours[standing as never] : 'grey' },
    rows: [
      ...behaviourRows(item),
      ...(isThere ? considerationRows(item, set) : []),
      ...written('Withdrawn because', withdrawnBecause),
      ...written('Withdrawn', gone.join('')),
    ],
    links: [
      ...(may.assess && isThere ? [{ href: `${address}/consideration`, text: 'Use or set aside' }] : []),
      ...(mayRecord ? [{ href: `${address}/correction`, text: 'Correct' }] : []),
      ...(mayRecord ? [{ href: `${address}/withdrawal`, text: 'Withdraw' }] : []),
      ...(version > 1 && !item.isClosed ? [{ href: address, text: 'What it said before' }] : []),
    ],
  };
}

/** A disposal is used when the response to it is analysed; nobody sets one aside. Source: HMIP 2021 section 3.1. */
function disposalShown(at: string, one: EarlierDisposalKnown, may: May): PastShown {
  const { id, disposal, name, givenOn, offence, source, response } = one;
  return {
    ...{ id, on: givenOn, title: `${disposalName(disposal, name)}, ${dayInWords(givenOn)}` },
    standing: response ? 'Used: the response to it is analysed' : 'The response to it is not analysed yet',
    colour: response ? 'green' : 'red',
    rows: [
      ...written('For', offence),
      ...written('From whom', source),
      ...written('How the child responded', response?.childsResponse),
      ...written('What is different now', response?.differentNow),
    ],
    links: may.assess
      ? [{ href: `${at}/earlier-disposals/${id}/response`, text: response ? 'Change the analysis' : 'Analyse' }]
      : [],
  };
}

/** Everything that came before, disposals among it, the earliest first. `at` is the address of the case. */
export const pastShown = (at: string, { behaviour, disposals }: Past, set: QuestionSet, may: May): PastShown[] =>
  [
    ...behaviour.map((item) => behaviourShown(at, item, set, may)),
    ...disposals.map((one) => disposalShown(at, one, may)),
  ].toSorted((one, other) => one.on.localeCompare(other.on));
