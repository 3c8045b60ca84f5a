import { COMMENT_LIMIT, currentCriteria } from '../policy/criteria/sign-off-criteria.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { hasSection, sectionsOf, sectionTitle } from '../policy/sections.js';
import type { Field } from '../platform/web/form-fields.js';

/** Where a section stands on the page on which the whole preparation is read, by the id under which it is read there. */
const readAnchor = (section: string): string => `read-${section.replaceAll('/', '-')}`;

/** Each criterion beside what it is about on the same page; nothing is chosen for anybody. */
export const criteriaFields = (set: QuestionSet): Field[] =>
  currentCriteria().criteria.flatMap(({ code, title, ask, lookFor, about }): Field[] => [
    {
      id: `criteria.${code}`,
      kind: 'HEADING',
      ask: title,
      links: about
        .filter((section) => hasSection(set, section))
        .map((section) => ({ href: `#${readAnchor(section)}`, text: `Read: ${sectionTitle(section, set)}` })),
    },
    {
      id: `criteria.${code}.met`,
      kind: 'CHOICE',
      ask,
      hint: lookFor,
      options: [
        { value: 'YES', label: 'Met' },
        { value: 'NO', label: 'Not met', hint: 'You can sign all the same. Say why; the panel reads it.' },
      ],
    },
    {
      id: `criteria.${code}.comment`,
      kind: 'LONG_TEXT',
      limit: COMMENT_LIMIT,
      ask: `Comment: ${title}`,
      hint: 'Needed when it is not met',
      optional: true,
    },
  ]);

/** A row for each reason; a reason without a section is about the whole. */
export const returnFields = (set: QuestionSet): Field[] => [
  {
    id: 'reasons',
    kind: 'GROUP',
    ask: 'What has to be put right before you can sign',
    hint: 'One reason a row. The author answers each before the assessment can be submitted again.',
    itemName: 'reason',
    most: 50,
    questions: [
      {
        id: 'section',
        kind: 'SELECT',
        ask: 'Which section is it about?',
        hint: 'Leave it open when the reason is about the whole',
        options: sectionsOf(set).map(({ section, title }) => ({ value: section, label: title })),
        optional: true,
      },
      { id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask: 'What has to be put right' },
    ],
  },
];

export const returnAnswerFields: readonly Field[] = [
  {
    id: 'answer',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'What did you change, or why not?',
    hint: 'The manager reads this beside the reason before signing',
  },
];
