import { disposalOf } from './disposals.js';
import { blocker, casePage, type Facts, gate, type Gate, isWritten } from './gate.js';

/** How each of these bore on the recommendation, in the panel’s words. */
export const reasonParts = {
  child: 'What the child said',
  carer: 'What the parent or carer said',
  victim: 'What the victim said',
  safety: 'Safety and wellbeing',
  harm: 'Risk of serious harm',
  identity: 'Ethnicity and identity',
  earlierDisposals: 'Earlier disposals',
} as const;

export type ReasonPart = keyof typeof reasonParts;
export const reasonPartCodes = Object.keys(reasonParts) as ReasonPart[];

/** What the panel writes besides, with the words people read. */
export const furtherParts = {
  leastCriminalising: 'The least criminalising option',
  missingInformation: 'Information that was missing',
} as const;

export type EvidencePart = ReasonPart | keyof typeof furtherParts;
export const evidencePartCodes = [...reasonPartCodes, ...Object.keys(furtherParts)] as EvidencePart[];

/** The words for a part of the reasons. In: its code. Out: what people read. Source: the tables above. */
export const partName = (part: EvidencePart): string => ({ ...reasonParts, ...furtherParts })[part];

/**
 * The sections of a pack’s sheet that a reason rests on of itself, by their ids there. Whatever else it rests on the panel
 * names. Source: what each section holds (`assessments/reading/case-sections.view.ts`); a test holds the two together.
 */
export const restsOn: Readonly<Record<EvidencePart, readonly string[]>> = {
  child: ['voices-child'],
  carer: ['voices-carer'],
  victim: ['victims'],
  safety: ['SAFETY_AND_WELLBEING'],
  harm: ['RISK_OF_SERIOUS_HARM'],
  identity: ['identity'],
  earlierDisposals: ['earlier-disposals', 'earlier-behaviour'],
  leastCriminalising: ['offences'],
  missingInformation: ['agency-checks', 'sign-off'],
};

/** Whether something was missing: said either way, so that silence is never taken for “nothing”. */
export const missingStandings = {
  NOTHING: 'Nothing was missing',
  WENT_ON: 'Something was missing, and the panel went on',
} as const;

export type MissingStanding = keyof typeof missingStandings;

/** One victim’s place in the case, in the order of the case: never who they are. */
export type VictimPlace = { readonly victimId: string };

/** What the reasons of a recommendation are held against; `missing` names what was not known, in words. */
export type ReasonFacts = Facts<{
  caseId: string;
  disposal: string;
  optionsConsidered: readonly Facts<{ disposal: string; reason: string }>[];
  reasons: Facts<Record<ReasonPart, string> & { victims: readonly Facts<{ victimId: string; reason: string }>[] }>;
  leastCriminalising: Facts<{ disposal: string; reason: string }>;
  missingInformation: Facts<{ status: string; reason: string }>;
  victims: readonly VictimPlace[];
  missing: readonly string[];
  /** The disposals that make a first-time entrant, where they are not those of the rule book alone. */
  entrants: readonly string[];
}>;

type Known = ReasonFacts;

const page = (facts: Known): string => casePage(facts, 'recommendation');

/** What is recommended is one of the options considered: its reason is why it was chosen. */
function optionsLeft({ disposal: chosen, optionsConsidered }: Known): string[] {
  const options = optionsConsidered ?? [];
  const areWritten = options.every(({ disposal, reason }) => isWritten(disposal) && isWritten(reason));
  if (options.length === 0 || !areWritten) return ['Options considered, with what is recommended among them'];
  const isAmongThem = options.some(({ disposal }) => disposal === chosen);
  return isAmongThem ? [] : ['Add the recommended disposal to the options considered'];
}

const reasonFor = ({ reasons }: Known, { victimId }: VictimPlace): boolean =>
  (reasons?.victims ?? []).some((one) => one.victimId === victimId && isWritten(one.reason));

/**
 * Of one victim, or of none, the panel writes once; of several about each by itself, since one sentence for all says of
 * nobody how they were heard. Until the victims are known nothing is written about them.
 */
function victimsLeft(facts: Known): string[] {
  const { victims, reasons } = facts;
  if (!victims) return [reasonParts.victim];
  const [only] = victims;
  if (victims.length > 1) {
    return victims.flatMap((victim, place) => (reasonFor(facts, victim) ? [] : [`Victim ${place + 1}`]));
  }
  return isWritten(reasons?.victim) || (only && reasonFor(facts, only)) ? [] : [reasonParts.victim];
}

function partsLeft(facts: Known): string[] {
  const plain = reasonPartCodes.filter((part) => part !== 'victim' && !isWritten(facts.reasons?.[part]));
  return [...optionsLeft(facts), ...plain.map((part) => reasonParts[part]), ...victimsLeft(facts)];
}

const reasoned: Gate<Known> = (facts) => {
  const left = partsLeft(facts);
  return left.length > 0 ? [blocker('REASONS_MISSING', page(facts), { about: left.join(', ') })] : [];
};

/**
 * True for a disposal that makes a first-time entrant: it puts a caution on record, or brings the child before a court.
 * Unknown is taken to. In: the disposals that do, where known; a code. Source: the table of disposals.
 */
export const criminalises = ({ entrants }: Pick<Known, 'entrants'>, code: string | null | undefined): boolean =>
  entrants && isWritten(code) ? entrants.includes(code) : (disposalOf(code)?.firstTimeEntrant ?? true);

/**
 * Asked where a caution or a charge is recommended. It is answered by an option that is neither, with why it was not
 * enough; or by one among those considered: an API client that names its options has said it already.
 */
function isLeastExplained(facts: Known): boolean {
  const { disposal, leastCriminalising, optionsConsidered } = facts;
  if (!criminalises(facts, disposal)) return true;
  const named = isWritten(leastCriminalising?.disposal) ? [leastCriminalising] : (optionsConsidered ?? []);
  return named.some((option) => !criminalises(facts, option?.disposal) && isWritten(option?.reason));
}

const missingExplained: Gate<Known> = (facts) => {
  const { missing, missingInformation } = facts;
  const isSaid = missingInformation?.status === 'WENT_ON' && isWritten(missingInformation.reason);
  if (isSaid || missing?.length === 0) return [];
  return [blocker('MISSING_INFORMATION_NOT_EXPLAINED', page(facts), { about: (missing ?? []).join('; ') })];
};

/**
 * What the panel writes of its reasons. In: facts, as stored and as about to be stored. Out: gates, of which each names
 * whatever is missing. Source: each rule’s row.
 */
export const reasonGates: readonly Gate<Known>[] = [
  reasoned,
  gate('LEAST_CRIMINALISING_NOT_EXPLAINED', isLeastExplained, page),
  missingExplained,
];
