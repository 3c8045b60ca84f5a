import sql from 'sql-template-tag';
import { type News, newsInWords } from '../policy/late-news.js';
import { type Actor, may } from '../platform/actor.js';
import { rows, type Source } from '../platform/database/read.js';
import { instantInWords } from '../platform/web/words.js';
import type { CaseFound } from './find-case.js';

/** What is said above the form of a section: that it was sent back, or that news reopened it; and where to answer it. */
export type SectionNote = {
  readonly title: string;
  readonly text: string;
  readonly answer: string;
  readonly link: { readonly href: string; readonly text: string } | null;
};

type Row = {
  readonly id: string;
  readonly kind: 'NEWS' | 'RETURNED';
  readonly news: News;
  readonly about: string | null;
  readonly at: string;
  readonly reason: string | null;
  readonly answer: string | null;
};

/** Whatever of a section waits for its author; of a check of one agency also what was said of the checks as a whole. */
export async function sectionNotes(
  source: Source,
  actor: Actor,
  { id, panelAreaId }: CaseFound,
  section: string,
): Promise<SectionNote[]> {
  const [whole = section] = section.split('/', 1);
  const wider = section.startsWith('agency-checks/') ? whole : section;
  const found = await rows<Row>(
    source,
    sql`select r.id, 'NEWS' as "kind", r.news, r.about, r."cameAt" as "at", null as "reason", null as "answer"
        from reopened_sections r
        where r."caseId" = ${id} and r.section = ${section} and r."settledAt" is null
        union all
        select q.id, 'RETURNED', null, null, t."returnedAt", q.reason, q.answer
        from return_reasons q join assessment_returns t on t.id = q."returnId"
        where q."caseId" = ${id} and q.section in (${section}, ${wider}) and t."submittedAgainAt" is null
        order by 5`,
  );
  const mayAnswer = may(actor, 'case.assess', panelAreaId);
  return found.map((row) => noteOf(row, id, mayAnswer));
}

function noteOf({ id, kind, news, about, at, reason, answer }: Row, caseId: string, mayAnswer: boolean): SectionNote {
  const link = (href: string, text: string) => (mayAnswer ? { href: `/cases/${caseId}/${href}`, text } : null);
  if (kind === 'NEWS') {
    const text = `${newsInWords({ news, about })}, ${instantInWords(at)}, after the sign-off. Change this section, or look at it again and say that it stands.`;
    return {
      title: 'Reopened by late news',
      text,
      answer: '',
      link: link(`reopened-sections/${id}`, 'Say that it stands'),
    };
  }
  return {
    ...{ title: 'Sent back by the manager', text: reason ?? '', answer: answer ?? '' },
    link: link(`assessment/returns/${id}`, answer ? 'Change your answer' : 'Say what you changed, or why not'),
  };
}
