import { type Audience, type LetterKind, letterKinds, type Matter } from './letters.js';

/** A field of a template: what it holds, in whose letters it may stand, and an invented example. */
export type LetterField = {
  readonly holds: string;
  readonly to: readonly Audience[];
  /** Known only in letters of these matters; in all where left out. */
  readonly of?: readonly Matter[];
  /** It may hold nothing, and then takes the section around it with it. */
  readonly mayBeEmpty?: true;
  readonly example: string | readonly string[];
};

const all = ['CHILD', 'CARER', 'VICTIM', 'VICTIM_CARER', 'POLICE'] as const;
const harmed = ['VICTIM', 'VICTIM_CARER'] as const;
const family = ['CHILD', 'CARER'] as const;
const outcome = ['OUTCOME'] as const;
const recommended = ['RECOMMENDATION'] as const;
const failed = ['FAILURE'] as const;
const given = ['OUTCOME', 'FAILURE'] as const;

/**
 * The closed list of what a template may name, and to whom. Nothing of a victim may stand in a letter to child, carer
 * or police, and of the child nothing in a letter to a victim but what a victim may be told: a field that is not here
 * for an audience cannot be printed for it. A field whose example is a list is printed as one.
 * Source: domain 8.3 (victims apart); Code of Practice for Victims of Crime (the right to be told the outcome).
 */
// prettier-ignore
export const letterFields = {
  letterDay:         { holds: 'The day on which the letter is written', to: all, example: '3 December 2026' },
  panelName:         { holds: 'What the area calls its panel', to: all, example: 'Riverside joint decision panel' },
  panelArea:         { holds: 'The panel area', to: all, example: 'Riverside' },
  writerName:        { holds: 'The name of whoever writes the letter', to: all, example: 'Robin Thackwell' },
  contact:           { holds: 'How to reach the panel’s office, a setting of the panel area', to: all, mayBeEmpty: true, example: '01632 960 111, or Mill House, Weir Lane' },
  reference:         { holds: 'The reference of the case', to: ['CARER', ...harmed, 'POLICE'], example: 'JDP-26-000042' },
  offenceDay:        { holds: 'The day on which it happened, the first where there are several', to: all, example: '12 October 2026' },
  childFirstName:    { holds: 'The child’s first name', to: ['CHILD', 'CARER', 'POLICE'], example: 'Ash' },
  childName:         { holds: 'The child’s whole name', to: ['POLICE'], example: 'Ash Millward' },
  childDateOfBirth:  { holds: 'The day on which the child was born', to: ['POLICE'], example: '9 March 2012' },
  crimeReference:    { holds: 'The police reference', to: [...harmed, 'POLICE'], example: '26*000123' },
  offences:          { holds: 'What is said to have happened, each offence', to: ['POLICE'], example: ['Damage to a bus shelter (149)'] },
  outcome:           { holds: 'The outcome, in words that fit whoever reads them', to: all, of: given, example: 'a community resolution' },
  outcomeDay:        { holds: 'The day of the outcome', to: all, of: given, example: '1 December 2026' },
  outcomeMeaning:    { holds: 'What the outcome means, in words that fit whoever reads them', to: [...family, ...harmed], of: outcome, example: ['It is a way to put things right without a court.'] },
  heardFrom:         { holds: 'Whom the panel heard of child and carer, as whoever reads it says', to: family, of: outcome, mayBeEmpty: true, example: 'you' },
  agreed:            { holds: 'What the child agreed to do and has still to do, each with its terms and day', to: family, of: ['OUTCOME', 'AGREEMENT'], mayBeEmpty: true, example: ['Help to mend the shelter (8 hours in all; by 8 January 2027)', 'Meet a worker two times (by 15 January 2027)'] },
  conditions:        { holds: 'The conditions as they hold, each with its terms and day', to: ['POLICE'], of: given, mayBeEmpty: true, example: ['Help to mend the shelter (8 hours of attendance; by 8 January 2027)'] },
  toRecord:          { holds: 'What police must record and do', to: ['POLICE'], of: outcome, example: ['Record Home Office outcome 8.'] },
  endedDay:          { holds: 'The day on which it ended without being completed', to: ['POLICE'], of: failed, example: '8 January 2027' },
  whyNotKept:        { holds: 'Why it ended, as it was recorded', to: ['POLICE'], of: failed, mayBeEmpty: true, example: ['The child stopped taking part', 'Came to one of four sessions'] },
  recommendation:    { holds: 'What the panel recommends', to: ['POLICE'], of: recommended, example: 'Community resolution' },
  recommendationDay: { holds: 'The day on which it was recorded', to: ['POLICE'], of: recommended, example: '24 November 2026' },
  agreement:         { holds: 'Whether everybody, most or the chair alone agreed', to: ['POLICE'], of: recommended, example: 'Everybody agreed' },
  reasons:           { holds: 'The panel’s reasons, but for what a victim said', to: ['POLICE'], of: recommended, mayBeEmpty: true, example: ['The child: wants to put it right'] },
  victimName:        { holds: 'The name of the victim', to: harmed, mayBeEmpty: true, example: 'Sam Holloway' },
  meetingDay:        { holds: 'The day on which the panel is to meet', to: harmed, mayBeEmpty: true, example: '24 November 2026' },
  offerWay:          { holds: 'The way that was offered to have the harm put right', to: harmed, mayBeEmpty: true, example: 'a letter or an apology' },
} as const satisfies Record<string, LetterField>;

export type LetterFieldName = keyof typeof letterFields;
export const letterFieldNames = Object.keys(letterFields) as LetterFieldName[];

/** The fields that a letter to this audience may name. */
export type FieldFor<To extends Audience> = {
  [Name in LetterFieldName]: To extends (typeof letterFields)[Name]['to'][number] ? Name : never;
}[LetterFieldName];

/** What stands in a field: words, several of them as a list, or nothing. */
export type FieldValue = string | readonly string[] | null;

/** What a letter to this audience is filled with: its own fields, and no other compiles. */
export type LetterValues<To extends Audience> = { readonly [Name in FieldFor<To>]: FieldValue };

/** The row of a field. In: its name. Out: the row. Source: the table above. */
export const letterField = (name: LetterFieldName): LetterField => letterFields[name];

/** True for the name of a field. In: any text. Source: the table above. */
export const isLetterField = (name: string): name is LetterFieldName => Object.hasOwn(letterFields, name);

/** True where a field is known when a letter of this kind is written. In: both. Source: the table above. */
export function isKnownIn(name: LetterFieldName, kind: LetterKind): boolean {
  const { of } = letterField(name);
  const { matter } = letterKinds[kind];
  return of === undefined || (matter !== null && of.includes(matter));
}

/**
 * What a template of this kind may name. In: a kind. Out: names, in the order of the table. Source: the table above.
 */
export const fieldsOfKind = (kind: LetterKind): LetterFieldName[] =>
  letterFieldNames.filter((name) => letterField(name).to.includes(letterKinds[kind].audience) && isKnownIn(name, kind));

/** Invented values for a preview. In: a kind. Out: the examples of its fields. Source: invented. */
export const exampleValues = (kind: LetterKind): Partial<Record<LetterFieldName, FieldValue>> =>
  Object.fromEntries(fieldsOfKind(kind).map((name) => [name, letterField(name).example]));
