import { isWritten, type Facts } from './gate.js';

/**
 * The offer to a victim to have the harm repaired, and their answer. Every victim is told of it by the youth justice
 * service, or it is said why not. Source: Code of Practice for Victims of Crime (information about restorative justice);
 * YJB key performance indicator 10 (offer, kind and engagement).
 */
export const offerWays = {
  MEETING: 'A meeting with the child',
  SHUTTLE: 'Messages passed on by a worker',
  LETTER: 'A letter or an apology',
  REPARATION: 'Work that puts something right',
  NOT_CHOSEN: 'They choose for themselves',
} as const;

export const offerAnswers = {
  ACCEPTED: 'They accepted',
  DECLINED: 'They declined',
  THINKING: 'They are thinking about it',
  WITHDRAWN: 'They said yes, and no longer want it',
} as const;

export type OfferWay = keyof typeof offerWays;
export type OfferAnswer = keyof typeof offerAnswers;

export type OfferFacts = Facts<{ offeredOn: string; answer: string; tookPlaceOn: string }>;

/**
 * True while an offer made may still come to something: not answered, being thought about, or accepted and yet to take
 * place. In: the offer, or none. Source: house rule.
 */
export function isOfferOpen(offer: OfferFacts | null | undefined): boolean {
  if (!offer || !isWritten(offer.offeredOn) || isWritten(offer.tookPlaceOn)) return false;
  return offer.answer !== 'DECLINED' && offer.answer !== 'WITHDRAWN';
}
