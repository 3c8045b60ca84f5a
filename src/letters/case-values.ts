import { isCondition } from '../outcomes/actions-of.js';
import { bases } from '../decisions/decision.entity.js';
import type { ConditionFacts } from '../policy/conditions.js';
import { endedStatuses, endReasons } from '../policy/delivery.js';
import { disposalName } from '../policy/disposals.js';
import { duties } from '../policy/duties.js';
import type { FieldValue, LetterFieldName, LetterValues } from '../policy/letter-fields.js';
import { meaningOf } from '../policy/letter-meanings.js';
import { type Audience, type CaseLetterKind, letterKinds, type Wording } from '../policy/letters.js';
import { reasonParts } from '../policy/reasons.js';
import { dayOf } from '../platform/clock.js';
import { dayInWords } from '../platform/web/words.js';
import type { CaseFacts } from './case-facts.js';
import { conditionsInWords } from './conditions-in-words.js';
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

/** The conditions as they hold now: what was varied is no longer asked, and what is done for the child never was. */
const conditionsOf = ({ outcome, delivery }: CaseFacts): readonly ConditionFacts[] =>
  delivery.status === null ? (outcome?.conditions ?? []) : delivery.actions.filter(isCondition);

/** What the child has still to do of it. */
function agreed(facts: CaseFacts, wording: Wording): string[] {
  const isOver = endedStatuses.some((status) => status === facts.delivery.status);
  return isOver ? [] : conditionsInWords(conditionsOf(facts), wording);
}

const meaningIn = ({ outcome }: CaseFacts) => outcome && meaningOf(outcome.disposal, outcome.disposalThen?.row.name);

function toChild(facts: CaseFacts, wording: Wording): LetterValues<'CHILD'> {
  const meaning = meaningIn(facts);
  return {
    ...commonValues(facts),
    childFirstName: facts.child.givenName,
    outcome: meaning?.name ?? null,
    outcomeDay: dayOr(facts.outcome?.givenOn),
    outcomeMeaning: meaning?.child ?? null,
    heardFrom: facts.heard.includes('CHILD') ? 'you' : null,
    agreed: agreed(facts, wording),
  };
}

/** Child and carer as the carer calls them. */
const heardFrom = ({ heard, child }: CaseFacts): string | null =>
  [...(heard.includes('CHILD') ? [child.givenName] : []), ...(heard.includes('CARER') ? ['you'] : [])].join(' and ') ||
  null;

function toCarer(facts: CaseFacts, wording: Wording): LetterValues<'CARER'> {
  const meaning = meaningIn(facts);
  const { reference } = facts;
  return { ...toChild(facts, wording), reference, heardFrom: heardFrom(facts), outcomeMeaning: meaning?.carer ?? null };
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
    conditions: conditionsInWords(conditionsOf(facts), 'POLICE'),
    toRecord: toRecord(facts),
    endedDay: dayOr(facts.delivery.endedOn),
    whyNotKept: whyNotKept(facts),
    recommendation: recommendation && disposalName(recommendation.disposal, recommendation.disposalThen?.row.name),
    recommendationDay: recommendation && dayInWords(dayOf(recommendation.recordedAt)),
    agreement: recommendation && bases[recommendation.basis],
    reasons: reasonsOf(facts),
  };
}

const whyNotKept = ({ delivery: { completion } }: CaseFacts): string[] => [
  ...(completion?.reasonCode ? [endReasons[completion.reasonCode].name] : []),
  ...(completion?.reason ? [completion.reason] : []),
];

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
const values: Readonly<
  Record<Exclude<Audience, 'VICTIM' | 'VICTIM_CARER'>, (facts: CaseFacts, wording: Wording) => Values>
> = {
  CHILD: toChild,
  CARER: toCarer,
  POLICE: toPolice,
};

/** What a letter of a case is filled with in a wording: the fields of its reader, and no other. */
export const valuesFor = (kind: CaseLetterKind, facts: CaseFacts, wording: Wording): Values =>
  values[letterKinds[kind].audience](facts, wording);
