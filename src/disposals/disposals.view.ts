import { type Disposal, groundings, type Meaning, meaningParts } from '../policy/disposal.js';
import { bookOn, editionInWords, isOvertaken, plannedOf, type StoredEdition } from '../policy/disposal-book.js';
import { standingWords } from '../policy/disposal-standing.js';
import { disposalCodes } from '../policy/disposals.js';
import { states } from '../policy/lifecycle.js';
import { rules } from '../policy/rules.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { DisposalFound, EditionFound } from './disposals.queries.js';
import type { Previewed } from './preview-disposal.js';

type Shown = { readonly key: string; readonly value: string };

/** From when to when a disposal may be chosen. */
export const validityInWords = ({ validFrom, validTo }: Pick<Disposal, 'validFrom' | 'validTo'>): string =>
  `From ${dayInWords(validFrom)}${validTo ? ` to ${dayInWords(validTo)}` : ''}`;

/** One thing a disposal means, with its source and how well it is known. */
export const meaningInWords = ({ words, source, grounding }: Meaning): string =>
  `${words} (${source}: ${groundings[grounding].toLowerCase()})`;

const yesNo = (is: boolean): string => (is ? 'Yes' : 'No');

/** Everything a row says, as a list of questions and answers. */
export function rowShown(row: Disposal): Shown[] {
  const { nationalCodes, interimNationalCode, meanings } = row;
  const ruled = [...row.rules, ...row.outcomeRules, ...row.registerRules];
  return [
    { key: 'Name', value: row.name },
    { key: 'Home Office outcome', value: row.homeOfficeOutcome ?? 'By its reason' },
    { key: 'National codes', value: nationalCodes.join('\n') || 'None' },
    ...(interimNationalCode ? [{ key: 'Interim national code', value: interimNationalCode }] : []),
    { key: 'May be chosen', value: validityInWords(row) },
    { key: 'Counts towards the repeat threshold', value: yesNo(row.informal) },
    { key: 'Makes a first-time entrant', value: yesNo(row.firstTimeEntrant) },
    {
      key: 'Rules, in the words of what is missing',
      value: ruled.map((code) => rules[code].message).join('\n') || 'Nothing',
    },
    ...Object.entries(meaningParts).map(([part, key]) => ({
      key,
      value:
        meanings
          .filter((one) => one.part === part)
          .map(meaningInWords)
          .join('\n') || 'Not known here',
    })),
  ];
}

const madeBy = ({ recordedBy, recordedAt }: EditionFound): string =>
  `${recordedBy.name}, ${instantInWords(recordedAt)}`;

/** Where an edition stands today: overtaken ones stay on record. */
function standingOf(one: EditionFound, { editions, inForce }: DisposalFound, today: string): string {
  if (one.edition === inForce?.edition) return 'Holds today';
  if (isOvertaken(one, editions)) return 'Overtaken before it began';
  return one.fromDay <= today ? 'Held before' : `Begins on ${dayInWords(one.fromDay)}`;
}

/** The page of a disposal: what holds today, and every edition with who made it and why. */
export function disposalPage(found: DisposalFound, today: string, mayChange: boolean): object {
  const { code, editions, ruleBook, inForce, latest } = found;
  const at = `/disposals/${code}`;
  const changed = editions.map((one) => ({
    title: `Edition ${one.edition}, from ${dayInWords(one.fromDay)}`,
    standing: standingOf(one, found, today),
    rows: [{ key: 'Made', value: madeBy(one) }, { key: 'Why', value: one.reason }, ...rowShown(one.row)],
  }));
  const book = ruleBook && {
    title: 'Edition 0, the rule book',
    standing: inForce?.edition === 0 ? 'Holds today' : 'Held before',
    rows: rowShown(ruleBook),
  };
  return {
    ...{ title: latest.row.name, code, back: '/disposals' },
    inForce: inForce && { edition: editionInWords(inForce.edition), rows: rowShown(inForce.row) },
    editions: [...changed, ...(book ? [book] : [])],
    ...{ change: mayChange ? `${at}/change` : null, end: mayChange ? `${at}/end` : null },
  };
}

/** Every disposal with its validity, in the order of the table, and what is planned. */
export function disposalsPage(stored: readonly StoredEdition[], today: string, mayChange: boolean): object {
  const book = bookOn(stored, today);
  const codes = [...new Set([...disposalCodes, ...stored.map(({ code }) => code)])];
  const items = codes.map((code) => {
    const planned = plannedOf(stored, code, today);
    const held = book.get(code);
    const row = held?.row ?? planned?.row;
    return {
      ...{ code, href: `/disposals/${code}`, name: row?.name ?? code, outcome: row?.homeOfficeOutcome ?? null },
      validity: row ? validityInWords(row) : '',
      edition: held ? `Edition ${held.edition}` : 'Not begun',
      entrant: yesNo(row?.firstTimeEntrant ?? false),
      planned: planned ? `Edition ${planned.edition} from ${dayInWords(planned.fromDay)}` : '',
    };
  });
  return { title: 'Disposals', disposals: items, mayChange };
}

/** What a change touches, by panel area and stage: numbers and nothing else. */
export const touchedShown = ({ touched, standings }: Omit<Previewed, 'mark'>) => ({
  rows: touched.map(({ panelArea, state, cases, withIt }) => ({ panelArea, state: states[state], cases, withIt })),
  cases: totalOf(touched),
  withIt: touched.reduce((sum, { withIt }) => sum + withIt, 0),
  standings: {
    ...{ day: dayInWords(standings.day), cases: standings.cases, changed: totalOf(standings.items) },
    rows: standings.items.map(({ panelArea, state, before, after, cases }) => ({
      ...{ panelArea, state: states[state], cases },
      before: before ? standingWords[before] : 'Not there',
      after: standingWords[after],
    })),
  },
});

const totalOf = (all: readonly { readonly cases: number }[]): number => all.reduce((sum, { cases }) => sum + cases, 0);
