import { type CaseHead, caseHead } from '../cases/case-head.view.js';
import type { CaseShown } from '../cases/find-case.js';
import { movedOn } from '../cases/moved-on.view.js';
import type { EthnicityStanding } from '../children/ethnicity-standing.js';
import { ethnicityFacts } from '../children/ethnicity.view.js';
import { agencyOptions } from '../discussions/discussion.fields.js';
import { sectionsInPack } from '../assessments/reading/case-sections.view.js';
import { type CaseRead, forPanel } from '../assessments/reading/read-case.js';
import { victimTitle } from '../victims/victim.view.js';
import { agenciesPresent } from '../policy/discussion-gates.js';
import type { DisposalBook } from '../policy/disposal-book.js';
import type { Option } from '../policy/questions/question-set.js';
import type { RepeatFlag } from '../policy/repeat-disposals.js';
import { reviewNeed } from '../policy/repeat-review.js';
import { type FormPage, formPage } from '../platform/web/form.js';
import type { Section } from '../platform/web/sections.js';
import type { RecommendationFacts } from './decision-facts.js';
import { recommendationFields } from './decision.fields.js';
import { gravityHint } from './decision.view.js';
import type { Standing } from './disposal-standings.js';
import { victimValues } from './reasons.fields.js';

type Known = {
  readonly facts: RecommendationFacts;
  readonly picture: CaseRead;
  readonly book: DisposalBook;
  readonly standings: readonly Standing[];
  /** What is read above the form, to which its reasons point. */
  readonly sections: readonly Section[];
  readonly overridable: Option[];
};

/** The form on which the panel’s recommendation is recorded: it asks what this case and this area need. */
export function recommendationForm(
  found: CaseShown,
  { facts, picture, book, standings, sections, overridable }: Known,
): FormPage {
  const victims = picture.victims.map((victim) => ({ id: victim.id, title: victimTitle(victim) }));
  const fields = recommendationFields({
    ...{ standings, overridable, victims },
    gravityHint: gravityHint(picture.offences, book),
    leftWithPolice: facts.escalation.leftWithPolice,
    isRepeated: reviewNeed(facts.preparation).isNeeded,
    read: sections.map(({ id, title }) => ({ href: `#read-${id}`, text: title })),
    missing: facts.meeting.missing ?? [],
    sitting: agencyOptions(agenciesPresent(facts.meeting)),
    sections: sectionsInPack(forPanel(picture)).map(({ id, title }) => ({ value: id, label: title })),
  });
  return formPage({
    ...{ title: 'Record the panel’s recommendation', fields, version: found.version, back: `/cases/${found.id}` },
    values: { meetingId: facts.meeting.meetingId ?? undefined, ...victimValues(victims) },
    submitText: 'Record recommendation',
    ...movedOn(found, 'RECOMMEND'),
  });
}

/** The head of a case on these pages: a repeat is shown wherever the child is. */
export const headOf = (
  found: CaseShown,
  today: string,
  flags: readonly RepeatFlag[],
  said: EthnicityStanding | null,
): CaseHead =>
  caseHead(found, today, {
    ethnicity: ethnicityFacts(said),
    badges: flags.map(({ message }) => ({ text: `Repeat disposal: ${message}` })),
  });
