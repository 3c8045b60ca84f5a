import { seatInWords } from '../panels/meeting.view.js';
import { agencies } from '../policy/agencies.js';
import { rowShown } from '../disposals/disposals.view.js';
import { type DisposalBook, type DisposalEdition, editionInWords, rowIn } from '../policy/disposal-book.js';
import { disposalName } from '../policy/disposals.js';
import { divergenceReasons } from '../policy/divergence.js';
import type { Evaluation } from '../policy/evaluation.js';
import { gravityScores, placedByThisProject, pointsTo } from '../policy/gravity.js';
import { rules } from '../policy/rules.js';
import type { Shown } from '../platform/web/sections.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import { bases } from './decision.entity.js';
import type { PoliceDecisionFound } from './decisions.queries.js';
import { evidenceWords, reasonsShown } from './reasons.view.js';
import type { RecommendationRead } from './recommendations-read.js';

const results = { OPEN: 'Open', SHUT: 'Shut', OVERRIDDEN: 'Passed over with a reason', ACKNOWLEDGED: 'Considered' };

/** What the gravest final score points to, with what this project added to the matrix said so. */
export function gravityHint(
  offences: readonly { gravityFinal?: number | null; gravityEdition?: string | null }[],
  book: DisposalBook,
): string {
  const gravest = Math.max(0, ...offences.map(({ gravityFinal }) => gravityFinal ?? 0));
  const score = offences.find(({ gravityFinal }) => gravityFinal === gravest);
  if (!score || gravest === 0 || offences.some(({ gravityFinal }) => !gravityFinal)) {
    return 'An offence has no final gravity score, so nothing is pointed to.';
  }
  const nameOf = (code: string) => disposalName(code, rowIn(book, code)?.name);
  const names = pointsTo(score.gravityEdition ?? '', gravest).map(nameOf);
  const own = placedByThisProject.map((code) => nameOf(code).replace(/:.*/, '')).join(', ');
  const meaning = (gravityScores as Record<number, string>)[gravest] ?? '';
  const note = gravest === 2 ? ` ${own} are placed with score 2 by this service, not by the matrix.` : '';
  return `The highest final score is ${gravest} (${meaning}), which points to: ${names.join('; ')}.${note}`;
}

const overridesOf = ({ overrides }: Evaluation): Shown[] =>
  overrides.map(({ code, reason }) => ({ key: `Went on although: ${rules[code].message}`, value: reason }));

/** What the rules warned of and nobody was asked to answer, each with where it comes from. In: what was kept. Out: rows. */
export const warningsOf = ({ results: found }: Evaluation): Shown[] =>
  found
    .filter(({ severity, result }) => severity === 'WARN' && result === 'SHUT')
    .map(({ code }) => ({ key: rules[code].message, value: rules[code].source }));

const rulesOf = ({ results: found }: Evaluation) =>
  found.map(({ code, result }) => ({ message: rules[code].message, code, result: results[result] }));

/** What the disposal was and meant in the edition that held then. */
const meantShown = (held: DisposalEdition | null) =>
  held && { title: `What it meant (${editionInWords(held.edition)})`, rows: rowShown(held.row) };

export function recommendationView(found: RecommendationRead) {
  const { disposal, names, basis, meetingDay, recordedBy, recordedAt } = found;
  const { optionsConsidered, dissents } = found;
  return {
    meetingHref: `/meetings/${found.meetingId}`,
    viewsHref: `/cases/${found.caseId}/views`,
    summary: [
      { key: 'The panel recommended', value: names[disposal] ?? disposal },
      { key: 'How it came to it', value: bases[basis] },
      { key: 'Meeting of', value: dayInWords(meetingDay) },
      { key: 'Recorded', value: `${instantInWords(recordedAt)} by ${recordedBy.name}` },
    ],
    tookPart: found.tookPart.map(seatInWords),
    options: optionsConsidered.map((option) => ({
      key: names[option.disposal] ?? option.disposal,
      value: option.reason,
    })),
    reasons: reasonsShown(found),
    evidence: evidenceWords(found),
    dissents: dissents.map((one) => ({
      key: [agencies[one.agency], ...(one.disposal ? [names[one.disposal] ?? one.disposal] : [])].join(': '),
      value: one.reason,
    })),
    overrides: overridesOf(found.evaluation),
    edition: found.evaluation.edition,
    meant: meantShown(found.disposalThen),
    rules: rulesOf(found.evaluation),
  };
}

export function policeDecisionView(found: PoliceDecisionFound) {
  const { disposal, disposalThen, recommended, decidedOn, decidedBy, divergenceCode, reason, whyNow } = found;
  return {
    summary: [
      { key: 'Police decided', value: disposalName(disposal, disposalThen?.row.name) },
      { key: 'As the panel recommended', value: disposal === recommended ? 'Yes' : 'No' },
      { key: 'Decided', value: `${dayInWords(decidedOn)}, recorded by ${decidedBy.name}` },
      ...(divergenceCode ? [{ key: 'Kind of reason', value: divergenceReasons[divergenceCode] }] : []),
      ...(reason ? [{ key: disposal === recommended ? 'Note' : 'Why it differs', value: reason }] : []),
      ...(whyNow ? [{ key: 'Why one more informal disposal will work now', value: whyNow }] : []),
    ],
    overrides: overridesOf(found.evaluation),
    warnings: warningsOf(found.evaluation),
    meant: meantShown(found.disposalThen),
  };
}
