import { ageOn } from '../policy/days.js';
import { clockCodes } from '../policy/clock-kinds.js';
import { states } from '../policy/lifecycle.js';
import { dayOf } from '../platform/clock.js';
import type { Named } from '../platform/ids.js';
import { formPage, type FormPage } from '../platform/web/form.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed, optionsOf } from '../platform/web/form-options.js';
import { type CaseloadInput, type ClockFilter, clockFilters, type Sort, type SortOrder } from './caseload.input.js';
import { type Caseload, COUNT_LIMIT, orderOf } from './caseload.queries.js';
import { clockView } from './clocks.view.js';
import type { CaseloadWithClocks } from './list-cases.js';
import { clockGroups, isClockGroup } from './near-clocks.js';

type Link = { readonly href: string; readonly text: string };

export type CaseloadPage = {
  readonly title: string;
  readonly form: FormPage;
  readonly chosen: readonly { readonly text: string; readonly remove: string }[];
  readonly columns: readonly object[];
  readonly rows: readonly object[];
  readonly pages: { readonly previous: Link | undefined; readonly next: Link | undefined } | null;
};

const flagWords = { REPEAT_DISPOSAL: 'Had disposals before' };
const clockWords = Object.fromEntries(
  clockFilters.map((code) => [code, isClockGroup(code) ? clockGroups[code].name : clockCodes[code].name]),
) as Readonly<Record<ClockFilter, string>>;
const allocatedWords: Readonly<Record<string, string>> = { me: 'Me', none: 'Nobody' };
const allocatedChips: Readonly<Record<string, string>> = { me: 'me', none: 'nobody' };

const filterFields = (areas: readonly Named[]): Field[] => [
  { id: 'state', kind: 'SELECT', ask: 'State', options: optionsOf(states) },
  ...(areas.length > 1
    ? [{ id: 'panelAreaId', kind: 'SELECT', ask: 'Panel area', options: optionsNamed(areas) } as const]
    : []),
  { id: 'allocatedTo', kind: 'SELECT', ask: 'Allocated to', options: optionsOf(allocatedWords) },
  { id: 'flag', kind: 'SELECT', ask: 'Flag', options: optionsOf(flagWords) },
  { id: 'clock', kind: 'SELECT', ask: 'What runs out', options: optionsOf(clockWords) },
];

/** The address of the list with some of it changed; a change begins at the first page again. */
function address(input: CaseloadInput, changes: Partial<Record<keyof CaseloadInput, string | undefined>>): string {
  const { after: _, before: __, ...kept } = input;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...kept, ...changes })) if (value) query.set(name, String(value));
  const text = query.toString();
  return text ? `/cases?${text}` : '/cases';
}

function chosenFilters(input: CaseloadInput, found: CaseloadWithClocks, areas: readonly Named[]) {
  const { state, panelAreaId, allocatedTo, flag, clock } = input;
  const person = found.items.find((item) => item.allocatedTo === allocatedTo)?.allocatedToName;
  const chip = (name: keyof CaseloadInput, text: string) => ({ text, remove: address(input, { [name]: undefined }) });
  return [
    ...(state ? [chip('state', states[state])] : []),
    ...(panelAreaId ? [chip('panelAreaId', areas.find(({ id }) => id === panelAreaId)?.name ?? 'Panel area')] : []),
    ...(allocatedTo
      ? [chip('allocatedTo', `Allocated to ${allocatedChips[allocatedTo] ?? person ?? 'one person'}`)]
      : []),
    ...(flag ? [chip('flag', flagWords[flag])] : []),
    ...(clock
      ? [chip('clock', isClockGroup(clock) ? clockWords[clock] : `Near, due or over: ${clockWords[clock]}`)]
      : []),
  ];
}

function columnsOf(input: CaseloadInput): object[] {
  const { sort, descending } = orderOf(input);
  const sortable = (by: Sort, text: string) => {
    const next: SortOrder = sort === by && !descending ? `-${by}` : by;
    const sorted = sort === by ? { sorted: descending ? 'descending' : 'ascending' } : {};
    return { text, sort: address(input, { sort: next }), ...sorted };
  };
  return [
    sortable('reference', 'Reference'),
    { text: 'Child' },
    { text: 'Age' },
    { text: 'State' },
    sortable('stateSince', 'Since'),
    sortable('referredOn', 'Referred'),
    { text: 'Runs out first' },
    { text: 'Allocated to' },
  ];
}

const rowsOf = ({ items }: CaseloadWithClocks, today: string): object[] =>
  items.map(({ givenName, familyName, hadDisposals, nearestClock, ...item }) => ({
    ...item,
    clock: nearestClock && clockView(nearestClock),
    name: `${givenName} ${familyName}`,
    age: ageOn(item.dateOfBirth, today),
    stateText: states[item.state],
    since: dayOf(item.stateSince),
    isRepeat: hadDisposals === 1,
  }));

const link = (text: string, href: string): Link => ({ text, href });

function pagesOf(input: CaseloadInput, { next, previous }: Pick<Caseload, 'next' | 'previous'>): CaseloadPage['pages'] {
  if (!next && !previous) return null;
  const { sort, descending } = orderOf(input);
  const [back, on] = sort === 'reference' ? ['Previous', 'Next'] : descending ? ['Newer', 'Older'] : ['Older', 'Newer'];
  return {
    previous: previous ? link(back, address(input, { before: previous })) : undefined,
    next: next ? link(on, address(input, { after: next })) : undefined,
  };
}

const countWords = ({ count }: Pick<Caseload, 'count'>): string => {
  if (count >= COUNT_LIMIT) return '1,000 or more cases';
  return count === 1 ? '1 case' : `${count.toLocaleString('en-GB')} cases`;
};

/** The caseload as its page prints it. In: what was asked, what was found, areas to choose from, today. */
export const caseloadPage = (
  input: CaseloadInput,
  found: CaseloadWithClocks,
  areas: readonly Named[],
  today: string,
): CaseloadPage => ({
  title: countWords(found),
  form: formPage({
    title: 'Cases',
    fields: filterFields(areas),
    values: input,
    action: '/cases',
    submitText: 'Apply filters',
  }),
  chosen: chosenFilters(input, found, areas),
  columns: columnsOf(input),
  rows: rowsOf(found, today),
  pages: pagesOf(input, found),
});
