import { closings } from '../policy/victim-consent.js';
import type { Field } from '../platform/web/form-fields.js';
import * as fields from './victim-care.fields.js';
import * as inputs from './victim-care.input.js';
import { openFor } from './victim-care.view.js';
import type { VictimFound } from './victims.queries.js';

/** A page about one victim: what it asks, how it is checked, what it shows of the record. */
export type CareForm = {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly input: new () => object;
  readonly values: (victim: VictimFound) => object;
  readonly version: (victim: VictimFound) => number;
  /** Said before anything is sent. */
  readonly lead?: (victim: VictimFound) => string;
  readonly submitText?: string;
  /** Saving it takes a sign-off away, because the panel reads it. */
  readonly isPreparation?: boolean;
};

const ofPerson = ({ version }: VictimFound): number => version;

export const careForms = {
  consent: {
    title: 'What they agreed to',
    lead: () => 'Asked once: the answer holds in every case in which this person was harmed.',
    fields: fields.consentFields,
    input: inputs.ConsentInput,
    values: (victim) => ({
      ...(victim.consentToShare === 'WITHDRAWN' ? {} : { consent: victim.consentToShare }),
      ...{ askedOn: victim.consentAskedOn, informed: victim.consentInformed },
      ...{ refusal: victim.consentRefusal, reason: victim.consentReason },
    }),
    version: ofPerson,
  },
  withdrawal: {
    title: 'They withdraw their agreement',
    lead: (victim) => `${WITHDRAWAL} ${openInWords(victim)}`,
    fields: fields.withdrawalFields,
    input: inputs.WithdrawalInput,
    values: () => ({}),
    version: ofPerson,
    submitText: 'Record it and close what is open',
  },
  contact: {
    title: 'How and when to reach them',
    fields: fields.contactFields,
    input: inputs.ContactInput,
    values: ({ contactDetails, nextContactOn }) => ({ contactDetails, nextContactOn }),
    version: ofPerson,
  },
  age: {
    title: 'Whether they are a child',
    fields: fields.ageFields,
    input: inputs.AgeInput,
    values: ({ kind }) => ({ kind }),
    version: ofPerson,
  },
  safety: {
    title: 'Their safety',
    fields: fields.safetyFields,
    input: inputs.SafetyInput,
    values: (victim) => (victim.safety ? { ...victim.safety, actions: victim.safetyActions } : {}),
    version: ({ safety }) => safety?.version ?? 0,
    isPreparation: true,
  },
  offer: {
    title: 'The restorative offer',
    fields: fields.offerFields,
    input: inputs.OfferInput,
    values: ({ offer }) => (offer ? { ...offer, offered: offer.offeredOn ? 'YES' : 'NO' } : {}),
    version: ({ offer }) => offer?.version ?? 0,
  },
  telling: {
    title: 'Telling them the outcome',
    lead: () => 'Once every victim of the case was told, or does not want to be, the duty to tell them is marked done.',
    fields: fields.tellingFields,
    input: inputs.TellingInput,
    values: ({ telling }) => telling ?? {},
    version: ({ telling }) => telling?.version ?? 0,
  },
  needs: {
    title: 'Their needs and characteristics',
    lead: () => 'Asked once: it holds in every case in which this person was harmed.',
    fields: fields.needsFields,
    input: inputs.NeedsInput,
    values: ({ needs }) => needs ?? {},
    version: ({ needs }) => needs?.version ?? 0,
  },
} as const satisfies Record<string, CareForm>;

export type CarePage = keyof typeof careForms;

export const isCarePage = (page: string): page is CarePage => Object.hasOwn(careForms, page);

const WITHDRAWAL =
  'This holds in every case in which this person was harmed. What they said is no longer read by anybody, not by the ' +
  'panel, the manager nor in the pack. They are asked and told nothing more. What is done to keep them safe goes on, ' +
  'and a case signed off on what they said goes back to preparation. In a pack that was issued before, it is left out for everybody but those who find out ' +
  'afterwards what the panel read.';

function openInWords(victim: VictimFound): string {
  const open = openFor(victim).map((closing) => closings[closing]);
  return open.length === 0 ? 'Nothing is open here.' : `It closes here: ${open.join('; ')}.`;
}
