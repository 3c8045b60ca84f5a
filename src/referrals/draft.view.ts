import type { FieldError } from '../platform/errors.js';
import { type AnswerRow, answerRows } from '../platform/web/form-answers.js';
import type { Field, Values } from '../platform/web/form-fields.js';
import { type MatchReason, reasonsInWords } from '../children/compare-children.js';
import type { Named } from '../platform/ids.js';
import { victimFields } from '../victims/victim.fields.js';
import type { DraftAnswers, OffenceAnswers } from './draft-answers.js';
import { pageOfFault } from './draft-order.js';
import { gravityFields, offenceFields } from './offence-pages.fields.js';
import * as fields from './referral-pages.fields.js';

type Link = { readonly href: string; readonly text: string; readonly visuallyHiddenText?: string };
type Row = { readonly key: string; readonly value: string; readonly change?: { href: string; hidden: string } };

/** A part of the draft as check-your-answers shows it. */
export type Section = {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly actions: readonly Link[];
};

export const draftAddress = (id: string, path: string): string => `/referrals/drafts/${id}/${path}`;

/** What an item of a list is called where several stand one under another. */
export function offenceSections(id: string, { offences = [] }: DraftAnswers): Section[] {
  return offences.map((offence, index) => {
    const page = draftAddress(id, `offences/${index + 1}`);
    const gravity = answerRows(gravityFields, offence.gravity ?? { isScored: 'NO' });
    return {
      title: `Offence ${index + 1}`,
      rows: [
        ...changeable(answerRows(offenceFields, withoutGravity(offence)), page),
        ...changeable(gravity, `${page}/gravity`),
      ],
      actions: [{ href: `${page}/remove`, text: 'Remove', visuallyHiddenText: `offence ${index + 1}` }],
    };
  });
}

const withoutGravity = ({ gravity: _, ...offence }: OffenceAnswers): Values => offence;

export const victimSections = (id: string, { victims = [] }: DraftAnswers): Section[] =>
  victims.map((victim, index) => {
    const page = draftAddress(id, `victims/${index + 1}`);
    return {
      title: `Victim ${index + 1}`,
      rows: changeable(answerRows(victimFields, victim), page),
      actions: [{ href: `${page}/remove`, text: 'Remove', visuallyHiddenText: `victim ${index + 1}` }],
    };
  });

/** A known child as the earlier case has them. */
export type KnownChild = { readonly givenName: string; readonly familyName: string; readonly dateOfBirth: string };

/** Every answer of the draft, in the order of its pages, each with the way to change it. */
export function sectionsOf(
  id: string,
  answers: DraftAnswers,
  areas: readonly Named[],
  known: KnownChild | undefined,
): Section[] {
  const section = (title: string, asked: readonly Field[], page: string, values: object | undefined): Section => ({
    title,
    rows: changeable(answerRows(asked, (values ?? {}) as Values), draftAddress(id, page)),
    actions: [],
  });
  const nameAndBirth = fields.childFields.filter((field) => field.id !== 'sex');
  const child = known
    ? [section('The child, as the earlier case has them', nameAndBirth, 'start', known)]
    : [
        section('The child', fields.childFields, 'child', answers.child),
        section('Ethnicity', fields.ethnicityFields, 'ethnicity', answers.ethnicity),
      ];
  const none = { key: 'No identifiable victim', value: answers.noVictim?.reason ?? '' };
  const victims = draftAddress(id, 'victims');
  return [
    section('The referral', fields.startFields([...areas, ...areas]), 'start', answers.start),
    ...child,
    ...offenceSections(id, answers),
    section('The crime and the officer', fields.crimeFields, 'crime', answers.crime),
    section('Evidence and responsibility', fields.evidenceFields, 'evidence', answers.evidence),
    section('The appropriate adult', fields.adultFields, 'adult', answers.adult),
    ...victimSections(id, answers),
    ...(answers.victims?.length
      ? []
      : [{ title: 'Victims', rows: [{ ...none, change: { href: victims, hidden: 'the victims' } }], actions: [] }]),
  ];
}

const changeable = (rows: readonly AnswerRow[], href: string): Row[] =>
  rows.map(({ ask, answer }) => ({ key: ask, value: answer, change: { href, hidden: ask } }));

/** What keeps the draft from being sent, each with the page that mends it. */
export const problemsOf = (id: string, faults: readonly FieldError[]): Link[] =>
  faults.map(({ field, message }) => ({ text: message, href: draftAddress(id, pageOfFault(field)) }));

/** In what a known child is like the one of this referral, in one line for each. */
export const matchLines = (matches: readonly { readonly reasons: readonly MatchReason[] }[]): string[] =>
  matches.map(({ reasons }) => reasonsInWords(reasons));
