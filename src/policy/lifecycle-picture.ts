import {
  adjournReasons,
  caseActions,
  destinations,
  endStates,
  firstState,
  lifecycle,
  states,
  type CaseAction,
  type Move,
} from './lifecycle.js';

const rowOf = (action: CaseAction): string => {
  const { name, from, to, gates, asks, permission }: Move = lifecycle[action];
  const cells = [`\`${action}\` (${name})`, from.join(', '), to.join(' or '), gates.join(', ').toLowerCase() || 'none'];
  return `| ${[...cells, asks?.toLowerCase().replaceAll('_', ' ') ?? '', `\`${permission}\``].join(' | ')} |`;
};

const arrowsOf = (action: CaseAction): string[] => {
  const { from }: Move = lifecycle[action];
  return from.flatMap((before) => destinations(action, before).map((after) => `  ${before} --> ${after}: ${action}`));
};

/**
 * The life of a case as a picture and a table, in Markdown: `docs/lifecycle.md` is made from it.
 * In: nothing. Out: the text. Source: `lifecycle.ts`.
 */
export const lifecyclePicture = (): string =>
  [
    '# A case’s life',
    '',
    'Made from `src/policy/lifecycle.ts`; change that, not this.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${firstState}`,
    ...caseActions.flatMap(arrowsOf),
    ...endStates.map((state) => `  ${state} --> [*]`),
    '```',
    '',
    '| action | from | to | gates | asks | permission |',
    '|---|---|---|---|---|---|',
    ...caseActions.map(rowOf),
    '',
    '| state | words |',
    '|---|---|',
    ...Object.entries(states).map(([code, words]) => `| ${code} | ${words} |`),
    '',
    '| reason for adjournment | words | leads to |',
    '|---|---|---|',
    ...Object.entries(adjournReasons).map(([code, { name, to }]) => `| ${code} | ${name} | ${to} |`),
    '',
  ].join('\n');
