import { disposalName } from '../policy/disposals.js';
import { behaviourKinds, behaviourStanding, behaviourStandings } from '../policy/earlier-behaviour.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { section, type Section } from '../platform/web/sections.js';
import { dayInWords } from '../platform/web/words.js';
import type { BehaviourFound } from './earlier-behaviour.queries.js';
import { behaviourRows, considerationRows } from './earlier-behaviour.view.js';
import type { EarlierDisposalKnown } from './earlier-disposals.queries.js';

type Line = { readonly on: string; readonly key: string; readonly value: string };

const waits = (item: BehaviourFound): boolean =>
  ['NOT_CONSIDERED', 'CORRECTED_SINCE'].includes(behaviourStanding(item));

const behaviourLine = (item: BehaviourFound, set: QuestionSet | null): Line => ({
  on: item.happenedOn,
  key: `${behaviourKinds[item.kind]}, ${dayInWords(item.happenedOn)}`,
  value: [
    `${behaviourStandings[behaviourStanding(item)]}.`,
    ...[...behaviourRows(item), ...considerationRows(item, set)].map(({ key, value }) => `${key}: ${value}`),
  ].join('\n'),
});

/** What was done at a disposal and how the child responded stands in the section before. */
const disposalLine = ({ disposal, name, givenOn, offence, response }: EarlierDisposalKnown): Line => ({
  on: givenOn,
  key: `${disposalName(disposal, name)}, ${dayInWords(givenOn)}`,
  value: `For: ${offence}\n${response ? 'The response to it is analysed.' : 'The response to it is not analysed.'}`,
});

type Read = {
  readonly earlierBehaviour: readonly BehaviourFound[];
  readonly earlierDisposals: readonly EarlierDisposalKnown[];
};

/**
 * Everything that came before in the order of its days, as manager and panel read it: what is known, of what worth, and
 * whether it is used or set aside. Source: HMIP 2021 (Leicestershire) sections 3.1 and 3.3.
 */
export function behaviourSection({ earlierBehaviour, earlierDisposals }: Read, set: QuestionSet | null): Section {
  const lines = [...earlierBehaviour.map((item) => behaviourLine(item, set)), ...earlierDisposals.map(disposalLine)];
  const rows = lines.toSorted((one, other) => one.on.localeCompare(other.on)).map(({ key, value }) => ({ key, value }));
  return section('earlier-behaviour', 'Earlier behaviour', rows, {
    badges: earlierBehaviour.some(waits) ? [{ text: 'Not used or set aside', colour: 'red' }] : [],
    note:
      earlierBehaviour.length === 0 ? 'No arrest, intelligence, missing episode or agency involvement is known.' : '',
  });
}
