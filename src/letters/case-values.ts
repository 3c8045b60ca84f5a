import { bases } from '../decisions/decision.entity.js';
import { disposalName } from '../policy/disposals.js';
import { duties } from '../policy/duties.js';
import type { FieldValue, LetterFieldName, LetterValues } from '../policy/letter-fields.js';
import { meaningOf } from '../policy/letter-meanings.js';
import { type Audience, type CaseLetterKind, letterKinds } from '../policy/letters.js';
import { reasonParts } from '../policy/reasons.js';
import { dayOf } from '../platform/clock.js';
import { dayInWords } from '../platform/web/words.js';
import type { CaseFacts } from './case-facts.js';
import type { CommonFacts } from './letter-facts.queries.js';

const dayOr = (day: string | null | undefined): string | null => (day ? dayInWords(day) : null);

/** The fields that everybody’s letters have. */
export const commonValues = (facts: CommonFacts) => ({
  letterDay: dayInWords(facts.today),
  panelName: facts.panelName,
  panelArea: facts.panelArea,
  writerName: facts.writerName,
  contact: facts.contact || null,
  offenceDay: dayOr(facts.offenceDay),
});

/** What was agreed, as conditions that were signed and as actions, each once. */
function agreed({ outcome, delivery }: CaseFacts): string[] {
  const all = [...(outcome?.conditions ?? []), ...delivery.actions];
  const said = all.map(({ description, due }) => (due ? `${description ?? ''} (by ${dayInWords(due)})` : description));
  return [...new Set(said.filter((words) => words !== null && words !== undefined))];
}

const meaningIn = ({ outcome }: CaseFacts) => outcome && meaningOf(outcome.disposal, outcome.disposalThen?.row.name);

function toChild(facts: CaseFacts): LetterValues<'CHILD'> {
  const meaning = meaningIn(facts);
  return {
    ...commonValues(facts),
    childFirstName: facts.child.givenName,
    outcome: meaning?.name ?? null,
    outcomeDay: dayOr(facts.outcome?.givenOn),
    outcomeMeaning: meaning?.child ?? null,
    agreed: agreed(facts),
  };
}

function toCarer(facts: CaseFacts): LetterValues<'CARER'> {
  const meaning = meaningIn(facts);
  return { ...toChild(facts), reference: facts.reference, outcomeMeaning: meaning?.carer ?? null };
}

function toPolice(facts: CaseFacts): LetterValues<'POLICE'> {
  const { child, offences, outcome, recommendation } = facts;
  return {
    ...commonValues(facts),
    ...{ reference: facts.reference, crimeReference: facts.crimeReference, childFirstName: child.givenName },
    childName: `${child.givenName} ${child.familyName}`,
    childDateOfBirth: dayInWords(child.dateOfBirth),
    offences: offences.map(({ description, homeOfficeClass }) => `${description} (${homeOfficeClass})`),
    outcome: outcome && disposalName(outcome.disposal, outcome.disposalThen?.row.name),
    outcomeDay: dayOr(outcome?.givenOn),
    toRecord: toRecord(facts),
    recommendation: recommendation && disposalName(recommendation.disposal, recommendation.disposalThen?.row.name),
    recommendationDay: recommendation && dayInWords(dayOf(recommendation.recordedAt)),
    agreement: recommendation && bases[recommendation.basis],
    reasons: reasonsOf(facts),
  };
}

/** The outcome's number, how it was given, and what police owe the youth justice service; nothing of a victim. */
function toRecord({ outcome, duties: owed }: CaseFacts): string[] {
  if (!outcome) return [];
  const { homeOfficeOutcome, givenBy, place, givenOn } = outcome;
  const number = homeOfficeOutcome
    ? `Record Home Office outcome ${homeOfficeOutcome}.`
    : 'Record the Home Office outcome by its reason.';
  const given = givenBy
    ? [`Record that ${givenBy} gave it on ${dayInWords(givenOn)}${place ? `, ${place}` : ''}.`]
    : [];
  const refer = owed
    .filter(({ code, doneOn }) => code === 'REFER_TO_YJS' && doneOn === null)
    .map(({ dueOn }) => `${duties.REFER_TO_YJS}${dueOn ? ` by ${dayInWords(dueOn)}` : ''}.`);
  return [number, ...given, ...refer];
}

/** The reasons that police are written. What a victim said is none of them; a part added later is not one by itself. */
const partsForPolice = ['child', 'carer', 'safety', 'harm', 'identity', 'earlierDisposals'] as const;

const reasonsOf = ({ recommendation }: CaseFacts): string[] =>
  partsForPolice.flatMap((part) => {
    const words = recommendation?.reasons[part];
    return words ? [`${reasonParts[part]}: ${words}`] : [];
  });

type Values = Partial<Record<LetterFieldName, FieldValue>>;
const values: Readonly<Record<Exclude<Audience, 'VICTIM'>, (facts: CaseFacts) => Values>> = {
  CHILD: toChild,
  CARER: toCarer,
  POLICE: toPolice,
};

/** What a letter of a case is filled with: the fields of its reader, and no other. */
export const valuesFor = (kind: CaseLetterKind, facts: CaseFacts): Values => values[letterKinds[kind].audience](facts);
