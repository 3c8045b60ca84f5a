import { warningsOf } from '../decisions/decision.view.js';
import { editionInWords } from '../policy/disposal-book.js';
import { conditionObjects } from '../policy/conditions.js';
import { rowShown } from '../disposals/disposals.view.js';
import { disposalName } from '../policy/disposals.js';
import { duties } from '../policy/duties.js';
import { childConsents, nfaReasons } from '../policy/outcome-gates.js';
import { rules } from '../policy/rules.js';
import { written, writtenDay } from '../platform/web/sections.js';
import { poundsInWords } from '../policy/pounds.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { DutyFound, OutcomeFound } from './outcomes.queries.js';

const conditionText = ({ object, description, penaltyPence, attendanceHours, due }: OutcomeFound['conditions'][0]) =>
  [
    description,
    ...(penaltyPence ? [`Penalty: ${poundsInWords(penaltyPence)}`] : []),
    ...(attendanceHours ? [`Attendance: ${attendanceHours} hours`] : []),
    ...(due ? [`By ${dayInWords(due)}`] : []),
    `For: ${conditionObjects[(object ?? '') as keyof typeof conditionObjects]}`,
  ].join('\n');

export function outcomeView(found: OutcomeFound) {
  const { disposal, disposalThen, appropriateAdult, consent, explained, nfaReason, evaluation } = found;
  const adult = appropriateAdult && [appropriateAdult.name, appropriateAdult.relationship].filter(Boolean).join(', ');
  return {
    summary: [
      { key: 'Outcome', value: disposalName(disposal, disposalThen?.row.name) },
      ...written('Home Office outcome', found.homeOfficeOutcome),
      ...written('Reason', nfaReason && nfaReasons[nfaReason].name),
      ...writtenDay('Day', found.givenOn),
      ...written('Given by', found.givenBy),
      ...written('Place', found.place),
      ...written('Appropriate adult', adult),
      ...written('Agreement of the child', consent && childConsents[consent]),
      ...writtenDay('Day of the agreement', found.consentOn),
      ...written('Effect explained in ordinary words', explained === null ? null : explained ? 'Yes' : 'No'),
      ...writtenDay('Victim told', found.victimInformedOn),
      { key: 'Recorded', value: `${instantInWords(found.recordedAt)} by ${found.recordedBy.name}` },
    ],
    meant: disposalThen && {
      title: `What it meant (${editionInWords(disposalThen.edition)})`,
      rows: rowShown(disposalThen.row),
    },
    conditions: found.conditions.map((one, place) => ({ key: `Condition ${place + 1}`, value: conditionText(one) })),
    warnings: warningsOf(evaluation),
    overrides: evaluation.overrides.map(({ code, reason }) => ({
      ...{ key: `Went on although: ${rules[code].message}`, value: reason },
    })),
  };
}

/** `at` is the address of the case, for those who may mark a duty done. */
export const dutyView = ({ code, dueOn, doneOn, doneBy, note }: DutyFound, today: string, at: string | null) => ({
  words: duties[code],
  due: dueOn ? dayInWords(dueOn) : '',
  isOverdue: doneOn === null && dueOn !== null && dueOn < today,
  done: doneOn ? [dayInWords(doneOn), doneBy?.name].filter(Boolean).join(', ') : null,
  note,
  href: doneOn === null && at ? `${at}/duties/${code}/done` : null,
});
