import { isWritten, type Facts } from './gate.js';
import { isOfferOpen, type OfferFacts } from './victim-offers.js';

/**
 * What a person harmed may answer when asked whether their details may go to the youth justice service, with the words
 * people read. It is asked once for a person, however many cases they were harmed in.
 * Source: Code of Practice for Victims of Crime (police pass on details unless the victim objects); HM Inspectorate of
 * Probation, Leicester City 2025, standard V1 and recommendation 4 (consent is informed, and its refusal is understood).
 */
export const consentAnswers = {
  GIVEN: 'Agreed',
  REFUSED: 'Did not agree',
  NOT_YET_SOUGHT: 'Not asked yet',
} as const;

export type ConsentAnswer = keyof typeof consentAnswers;
export const consentAnswerCodes = Object.keys(consentAnswers) as ConsentAnswer[];

/** What stands of a person harmed: what they answered, or that they took their agreement back. Source: as above. */
export const victimConsents = { ...consentAnswers, WITHDRAWN: 'Agreed, and took it back' } as const;

export type VictimConsent = keyof typeof victimConsents;

/** Why somebody did not agree, so that it can be learned from. Source: as above, recommendation 4. */
export const refusalReasons = {
  NO_CONTACT_ACHIEVED: 'They could not be reached to be asked',
  DECLINED: 'They did not want to say why',
  FEAR: 'They are afraid of what may follow',
  WANTS_TO_MOVE_ON: 'They want to move on',
  NOT_INTERESTED: 'It is of no interest to them',
  POLICE_DID_NOT_ASK: 'Police did not ask',
  NOT_RECORDED: 'The reason was not recorded',
  OTHER: 'Something else',
} as const;

export type RefusalReason = keyof typeof refusalReasons;

/**
 * The code of a refusal that was explained in words alone. In: the answer, the code, the words. Out: a code, or null
 * where nothing was refused. Source: as above.
 */
export function refusalOf(
  consent: VictimConsent,
  code: RefusalReason | null | undefined,
  words: string | null | undefined,
): RefusalReason | null {
  if (consent !== 'REFUSED') return null;
  return code ?? (words ? 'OTHER' : 'NOT_RECORDED');
}

/** What is closed, in every case, when somebody takes their agreement back; the words are said before it is done. */
export const closings = {
  VIEW: 'what they said: nobody reads it from then on, not the panel, the manager nor the pack',
  OFFER: 'the restorative offer',
  TELLING: 'their wish to be told the outcome',
  CONTACT: 'the next contact that was planned',
  NEEDS: 'what was kept of their needs',
} as const;

export type Closing = keyof typeof closings;

export type OpenForVictim = Facts<{
  hasView: boolean;
  hadView: boolean;
  offer: OfferFacts;
  telling: string;
  nextContactOn: string;
  hasNeeds: boolean;
}>;

/**
 * What taking an agreement back closes for one victim of one case. Steps that keep them safe go on.
 * In: what is open. Out: what is closed. Source: Code of Practice for Victims of Crime; UK GDPR Art 7(3) by analogy.
 */
export function closedByWithdrawal(open: OpenForVictim): Closing[] {
  const isClosed: Record<Closing, boolean> = {
    VIEW: open.hasView === true || open.hadView === true,
    OFFER: isOfferOpen(open.offer),
    TELLING: open.telling === 'WANTS_TO_BE_TOLD',
    CONTACT: isWritten(open.nextContactOn),
    NEEDS: open.hasNeeds === true,
  };
  return (Object.keys(closings) as Closing[]).filter((closing) => isClosed[closing]);
}
