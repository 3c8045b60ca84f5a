import { addMonths, isRealDay } from './days.js';
import { disposalName, type HadBefore, informalCount } from './disposals.js';

/** Informal disposals from which an earlier one must be explained by everyone. Source: house rule, after HMIP 2021 section 3.1. */
export const usualRepeatThreshold = 2;

export type EarlierDisposal = HadBefore & { readonly givenOn: string; readonly route: string };

export type RepeatFlag = {
  readonly code: 'REPEAT_DISPOSAL';
  readonly message: string;
  readonly count: number;
  /** The day of the first. */
  readonly since: string;
  readonly informal: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly byRoute: Readonly<Record<string, number>>;
  /** What each type was called when it was given last. */
  readonly names: Readonly<Record<string, string>>;
  /** Given in the twelve months before. */
  readonly withinYear: number;
  /** True from the threshold on: each must be explained and nobody may pass over it. */
  readonly mustExplain: boolean;
};

const countBy = (earlier: readonly EarlierDisposal[], key: 'disposal' | 'route'): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const one of earlier) counts[one[key]] = (counts[one[key]] ?? 0) + 1;
  return counts;
};

const inWords = (byType: Readonly<Record<string, number>>, names: Readonly<Record<string, string>>): string =>
  Object.entries(byType)
    .map(([code, count]) => `${names[code] ?? code}: ${count}`)
    .join('; ');

/**
 * The flag of a child who has had a disposal before: it informs, counts by type, route and period, and asks for an
 * explanation; it is no gate. The gates are EARLIER_DISPOSAL_NOT_ANALYSED and REPEAT_NOT_REVIEWED.
 * In: earlier disposals from any source, today, the area's threshold. Out: one flag, or none.
 * Source: HMIP 2021 (Leicestershire) section 3.1, the fourth community resolution.
 */
export function repeatFlags(
  earlier: readonly EarlierDisposal[],
  today: string,
  threshold: number = usualRepeatThreshold,
): RepeatFlag[] {
  const since = earlier
    .map(({ givenOn }) => givenOn)
    .filter(isRealDay)
    .sort()
    .at(0);
  if (earlier.length === 0) return [];
  const byType = countBy(earlier, 'disposal');
  const names = Object.fromEntries(earlier.map(({ disposal, name }) => [disposal, disposalName(disposal, name)]));
  const informal = informalCount(earlier);
  const withinYear = earlier.filter(({ givenOn }) => givenOn > addMonths(today, -12) && givenOn <= today).length;
  const times = earlier.length === 1 ? '1 earlier disposal' : `${earlier.length} earlier disposals`;
  return [
    {
      code: 'REPEAT_DISPOSAL',
      message: `${times}, ${withinYear} in the last twelve months (${inWords(byType, names)})`,
      count: earlier.length,
      since: since ?? '',
      informal,
      byType,
      byRoute: countBy(earlier, 'route'),
      names,
      withinYear,
      mustExplain: informal >= threshold,
    },
  ];
}
