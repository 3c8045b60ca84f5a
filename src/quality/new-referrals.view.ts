import {
  type Count,
  notReoffending,
  referralMonths,
  smallestShown,
  type WindowCount,
} from '../policy/new-referrals.js';
import type { FieldError } from '../platform/errors.js';
import type { Named } from '../platform/ids.js';
import { formPage } from '../platform/web/form.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed } from '../platform/web/form-options.js';
import { dayInWords } from '../platform/web/words.js';
import type { NewReferralsInput } from './new-referrals.input.js';
import type { NewReferralsMeasured } from './new-referrals.report.js';

export const newReferralsFields = (areas: readonly Named[]): Field[] => [
  { id: 'panelAreaId', kind: 'SELECT', ask: 'Panel area', options: optionsNamed(areas) },
  { id: 'from', kind: 'DAY', ask: 'Outcomes from' },
  { id: 'to', kind: 'DAY', ask: 'To' },
];

const few = `Fewer than ${smallestShown}`;
const number = (count: Count): string => (count === null ? 'Not shown' : String(count));

/** A share only where both numbers are shown and somebody is counted. */
function cellOf({ children, referred, notYetDue }: WindowCount): { text: string; waiting: string } {
  const waiting =
    notYetDue === 0 ? '' : `Not followed long enough yet: ${notYetDue === null ? 'not shown' : notYetDue}`;
  if (children === 0) return { text: 'Nobody was followed this long yet', waiting };
  if (children === null || referred === null) return { text: `${number(referred)} of ${number(children)}`, waiting };
  return { text: `${referred} of ${children} (${Math.round((referred * 100) / children)}%)`, waiting };
}

type Asked = { readonly isUsual: boolean; readonly isRefused: boolean };

function whyShown(
  measured: NewReferralsMeasured | null,
  areas: readonly Named[],
  { isUsual, isRefused }: Asked,
): string {
  if (isUsual) {
    const others = areas.length > 1 ? ' Choose another panel area below: areas are not counted together.' : '';
    return `Nothing was chosen: these are the outcomes of the last two years in ${areas[0]?.name ?? ''}.${others}`;
  }
  if (measured) return '';
  return `Nothing is counted yet: ${isRefused ? 'put right what is said below' : 'select the panel area and the days'}, then count.`;
}

/** The measure as its page prints it. In: what was asked, measured, areas and faults. Out: what the template prints. */
export const newReferralsPage = (
  input: Partial<NewReferralsInput>,
  measured: NewReferralsMeasured | null,
  areas: readonly Named[],
  errors: readonly FieldError[],
  isUsual = false,
): object => ({
  title: notReoffending,
  few,
  form: formPage({
    ...{ title: 'Outcomes', fields: newReferralsFields(areas), values: input, errors },
    ...{ action: '/measures/new-referrals', submitText: 'Count' },
  }),
  /** Why what is shown is shown, or nothing is. */
  why: whyShown(measured, areas, { isUsual, isRefused: errors.length > 0 }),
  asOf: measured && dayInWords(measured.asOf),
  period: measured && `${dayInWords(measured.from)} to ${dayInWords(measured.to)}`,
  columns: [{ text: 'Disposal' }, ...referralMonths.map((months) => ({ text: `Within ${months} months` }))],
  rows: (measured?.disposals ?? []).map(({ name, windows }) => ({
    name: name ?? 'All disposals, each child once',
    cells: windows.map(cellOf),
  })),
});
