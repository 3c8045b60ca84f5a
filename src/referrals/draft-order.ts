import { pathOf } from '../platform/web/form-fields.js';
import type { DraftAnswers } from './draft-answers.js';

const ofNewChild = ['child', 'ethnicity'] as const;
const ofAll = ['offences', 'crime', 'evidence', 'adult', 'victims'] as const;

/** The pages of a draft in their order, without those not asked about a known child. */
const pagesOf = ({ start }: DraftAnswers) => [...(start.childIs === 'NEW' ? ofNewChild : []), ...ofAll];

const isAnswered = (answers: DraftAnswers, page: ReturnType<typeof pagesOf>[number]): boolean => {
  if (page === 'offences') return (answers.offences?.length ?? 0) > 0;
  if (page === 'victims') return (answers.victims?.length ?? 0) > 0 || answers.noVictim !== undefined;
  return answers[page] !== undefined;
};

/** The first page without answers, or the check of them all. A list without items begins with its first. */
export function nextPage(answers: DraftAnswers): string {
  const page = pagesOf(answers).find((each) => !isAnswered(answers, each)) ?? 'check';
  return page === 'offences' ? 'offences/new' : page;
}

/** The page before one: of an item its list, of the first page none. */
export function previousPage(path: string, answers: DraftAnswers): string | null {
  const [page, item] = path.split('/');
  const hasItems = (page === 'offences' && answers.offences?.length) || (page === 'victims' && answers.victims?.length);
  if (item !== undefined && hasItems) return page ?? null;
  const order: string[] = ['start', ...pagesOf(answers)];
  return order[order.indexOf(page ?? '') - 1] ?? null;
}

const pageOfField: Readonly<Record<string, string>> = {
  panelAreaId: 'start',
  childId: 'start',
  child: 'child',
  offences: 'offences',
  crimeReference: 'crime',
  officer: 'crime',
  policeStatus: 'crime',
  bailDate: 'crime',
  responsibilityStance: 'evidence',
  evidenceSufficient: 'evidence',
  cpsAuthority: 'evidence',
  policeInformation: 'evidence',
  arrestedFor: 'evidence',
  appropriateAdult: 'adult',
  victims: 'victims',
  noIdentifiableVictim: 'victims',
};

/** The page that mends a fault of the whole referral: `offences[1].gravity.edition` is on `offences/2/gravity`. */
export function pageOfFault(field: string): string {
  const [first = '', second, third] = pathOf(field);
  if (first === 'child' && second === 'ethnicity') return 'ethnicity';
  const page = pageOfField[first] ?? 'start';
  if (second === undefined || (page !== 'offences' && page !== 'victims') || !/^\d+$/.test(second)) return page;
  return `${page}/${Number(second) + 1}${third === 'gravity' ? '/gravity' : ''}`;
}
