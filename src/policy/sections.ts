import { agencies } from './agencies.js';
import { judgements } from './judgements.js';
import { questionSets } from './questions/published-sets.js';
import type { QuestionSet } from './questions/question-set.js';

type Names = Readonly<Record<string, string>>;

/**
 * The parts of a preparation that stand beside the questions, by the address under the case at which each is written,
 * with the words people read. Source: house rule (what the manager reads before signing, in that order).
 */
export const preparationParts = {
  'voices/child': 'The child’s voice',
  'voices/carer': 'The parent or carer’s voice',
  victims: 'Victims',
  identity: 'Ethnicity and identity',
  'earlier-disposals': 'Earlier disposals and the response to each',
  'earlier-behaviour': 'Earlier behaviour',
  'agency-checks': 'Agency checks',
  'police-information': 'Police information',
  'case-management-referral': 'Referral to the case management panel',
} as const;

const checkOf = (section: string): string | undefined =>
  section.startsWith('agency-checks/') ? (agencies as Names)[section.slice('agency-checks/'.length)] : undefined;

const isBeside = (section: string): boolean =>
  Object.hasOwn(preparationParts, section) || Object.hasOwn(judgements, section) || checkOf(section) !== undefined;

/**
 * True when a case prepared with this set has such a section. A section is a page of the set by its slug, a judgement by
 * its code, a part named above, or the check of one agency. In: set, section. Source: the tables.
 */
export const hasSection = (set: QuestionSet, section: string): boolean =>
  isBeside(section) || set.pages.some(({ slug }) => slug === section);

/**
 * What people call a section. In: section, the set of the case where it is known. Out: words; the section itself where
 * nothing knows it. Source: the set's own titles and the tables.
 */
export function sectionTitle(section: string, set?: QuestionSet | null): string {
  const agency = checkOf(section);
  if (agency) return `Agency check: ${agency}`;
  const beside = (preparationParts as Names)[section] ?? (judgements as Names)[section];
  if (beside) return beside;
  const sets = [...(set ? [set] : []), ...questionSets.toReversed()];
  return sets.flatMap(({ pages }) => pages).find(({ slug }) => slug === section)?.title ?? section;
}

/** The page of a section under the address of its case. In: section. Out: the rest of the address. Source: the tables. */
export function sectionPage(section: string): string {
  if (Object.hasOwn(judgements, section)) return `judgements/${section}`;
  return isBeside(section) ? section : `assessment/${section}`;
}

/** Every section of a case prepared with this set, in the order in which it is read. In: set. Out: code and title. */
export const sectionsOf = (set: QuestionSet): { section: string; title: string }[] =>
  [
    ...['voices/child', 'voices/carer', 'victims', 'identity'],
    ...set.pages.map(({ slug }) => slug),
    ...Object.keys(judgements),
    ...['earlier-disposals', 'earlier-behaviour', 'agency-checks', 'police-information', 'case-management-referral'],
  ].map((section) => ({ section, title: sectionTitle(section, set) }));

const sectionOfPart: Names = {
  CHILD_VOICE: 'voices/child',
  CARER_VOICE: 'voices/carer',
  VICTIM: 'victims',
  VICTIMS: 'victims',
  IDENTITY: 'identity',
  EARLIER_DISPOSALS: 'earlier-disposals',
  RESPONSE_TO_EARLIER_DISPOSAL: 'earlier-disposals',
  CHECK_FOR_EARLIER_DISPOSALS: 'earlier-disposals',
  EARLIER_BEHAVIOUR: 'earlier-behaviour',
  POLICE_INFORMATION: 'police-information',
  CASE_MANAGEMENT_REFERRAL: 'case-management-referral',
};

/**
 * The section to which a part belongs, as the trail names what was changed or looked at. In: the part. Out: the section,
 * or null where it is no single one (as of THE_ASSESSMENT, whose pages are each their own). Source: house rule.
 */
export const sectionNamed = (part: string): string | null =>
  Object.hasOwn(judgements, part) ? part : (sectionOfPart[part] ?? null);
